import type { ProposalStatus } from "#db/schema/proposals.ts";
import type { SessionLevel } from "#db/schema/sessions.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { HostScore } from "./scores.ts";

/** One proposal on the overview: plain, so that it can be exported as it is. */
export interface ReviewRow {
  id: string;
  title: string;
  status: ProposalStatus;
  decidedAt: IsoInstant | null;
  told: Told | null;
  toldAt: IsoInstant | null;
  organisation: { id: string; slug: string; name: string; colour: string; hasLogo: boolean };
  proposer: string;
  /** Those who agreed to give it. */
  speakers: string[];
  format: { id: string; name: string } | null;
  /** Null where it has no format. */
  minutes: number | null;
  track: { id: string; name: string; colour: string } | null;
  language: string;
  level: SessionLevel;
  size: number | null;
  submittedAt: IsoInstant | null;
  withdrawnAt: IsoInstant | null;
  withdrawnReason: string;
  /** It had been accepted, and its speakers knew, when they took it back. */
  freed: boolean;
  /** Where the viewer stands. `involved`: they propose it or speak in it; `late`: it was decided without their review. */
  mine: "reviewed" | "to-review" | "involved" | "late";
  /** How many of the viewer's host have read it. */
  byMyHost: number;
  /** Mean, spread and scores are kept from the viewer until they gave their own. */
  hidden: boolean;
  mean: number | null;
  spread: number | null;
  hosts: HostScore[];
}

/** Whether the speakers know what was decided. `changed`: they were told something else. */
export type Told = "told" | "untold" | "changed";

export const decisions = ["accepted", "reserve", "declined"] as const;
export type Decision = (typeof decisions)[number];

/** What its speakers are to hear; null where nothing is decided, or they ended it themselves. */
export function decisionOf(status: ProposalStatus): Decision | null {
  if (status === "confirmed") return "accepted";
  return decisions.find((decision) => decision === status) ?? null;
}

export function toldOf({
  status,
  toldStatus,
}: {
  status: ProposalStatus;
  toldStatus: ProposalStatus | null;
}): Told | null {
  const decision = decisionOf(status);
  if (decision !== null && toldStatus === decision) return "told";
  if (status === "withdrawn" || status === "draft") return null;
  if (toldStatus !== null) return "changed";
  return decision === null ? null : "untold";
}
