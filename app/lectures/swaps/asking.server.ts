import type { Database } from "#db/connect.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import { memberOf } from "../member-of.ts";
import { isPresent } from "../presence.ts";
import { loadRoster } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { type Swap, swapDeadline } from "./swap.ts";
import { listSwaps } from "./swaps.server.ts";

/** What a speaker sees who would like somebody else to take their turn. */
export interface Asking {
  until: IsoInstant;
  isLate: boolean;
  /** Who is asked at the moment; a name for a named colleague. */
  open: { id: string; to: string | null } | null;
  /** How the last one ended, when none is open. */
  last: Swap["status"] | null;
  colleagues: { id: string; name: string; why: "away" | "asked" | null }[];
}

/** For the speaker of a turn; null for anybody else. */
export async function findAsking(
  db: Database,
  series: Series,
  { turnId, personId }: { turnId: string; personId: string },
  now: Instant,
): Promise<Asking | null> {
  const roster = await loadRoster(db, series);
  const turn = roster.turns.find(({ id }) => id === turnId);
  const member = memberOf(roster, personId);
  if (!turn || !member || turn.status !== "confirmed" || turn.memberId !== member.id) return null;
  const swaps = (await listSwaps(db, [turnId])).filter(({ memberId }) => memberId === member.id);
  const open = swaps.find(({ status }) => status === "open");
  const nameOf = (id: string | null) => roster.members.find((one) => one.id === id)?.name ?? null;
  const deadline = swapDeadline(turn, series.timeZone);
  const others = roster.members.filter(({ id, leftOn }) => id !== member.id && leftOn === null);
  return {
    until: deadline.toString(),
    isLate: !isBefore(now, deadline),
    open: open ? { id: open.id, to: nameOf(open.toMemberId) } : null,
    last: swaps.at(-1)?.status ?? null,
    colleagues: others.map((one) => {
      const wasAsked = swaps.some(({ toMemberId }) => toMemberId === one.id);
      const isAway = !isPresent(one, turn.heldOn);
      return { id: one.id, name: one.name, why: isAway ? "away" : wasAsked ? "asked" : null };
    }),
  };
}
