import type { ProposalStatus } from "#db/schema/proposals.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { type Decision, decisionOf, decisions } from "./row.ts";

/** `submitted`: back to undecided. */
export const verdicts = [...decisions, "submitted"] as const;
export type Verdict = Decision | "submitted";

/** A proposal that was chosen, and the state it had on the page it was chosen on. */
export interface Pick {
  id: string;
  seen: ProposalStatus;
}

/** What stands in the database, under the lock. */
export interface Present {
  id: string;
  title: string;
  status: ProposalStatus;
  /** The last one to decide, and when. */
  decidedBy: string | null;
  decidedAt: IsoInstant | null;
  mayDecide: boolean;
}

export type Obstacle =
  /** Not of this festival, or not handed in. */
  | { id: string; reason: "unknown" }
  | { id: string; title: string; reason: "not-yours" | "withdrawn" }
  /** Somebody decided otherwise after the page was loaded. */
  | {
      id: string;
      title: string;
      reason: "decided";
      status: ProposalStatus;
      by: string | null;
      at: IsoInstant | null;
    };

/** Which proposals change and what is in the way. Those that are decided so already are left as they are. */
export function decideEach(
  picks: readonly Pick[],
  verdict: Verdict,
  present: ReadonlyMap<string, Present>,
): { change: string[]; obstacles: Obstacle[] } {
  const change: string[] = [];
  const obstacles: Obstacle[] = [];
  for (const { id, seen } of new Map(picks.map((pick) => [pick.id, pick])).values()) {
    const now = present.get(id);
    const obstacle = obstacleOf(id, seen, verdict, now);
    if (obstacle) obstacles.push(obstacle);
    else if (now && !stands(now.status, verdict)) change.push(id);
  }
  return { change, obstacles };
}

function obstacleOf(
  id: string,
  seen: ProposalStatus,
  verdict: Verdict,
  now: Present | undefined,
): Obstacle | null {
  if (!now || now.status === "draft") return { id, reason: "unknown" };
  const { title, status } = now;
  if (!now.mayDecide) return { id, title, reason: "not-yours" };
  if (status === "withdrawn") return { id, title, reason: "withdrawn" };
  if (stands(status, verdict) || status === seen) return null;
  return { id, title, reason: "decided", status, by: now.decidedBy, at: now.decidedAt };
}

/** What is accepted and confirmed is accepted. */
const stands = (status: ProposalStatus, verdict: Verdict) => (decisionOf(status) ?? status) === verdict;

const pickPattern = /^([0-9a-f-]{36})\.([a-z]+)$/;

/** As one value of a checkbox, so that it works without script. */
export const pickValue = ({ id, status }: { id: string; status: ProposalStatus }) => `${id}.${status}`;

export function readPick(value: string): Pick | null {
  const [, id, seen] = pickPattern.exec(value) ?? [];
  return id && seen ? { id, seen: seen as ProposalStatus } : null;
}
