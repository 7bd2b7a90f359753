import type { SwapStatus } from "#db/schema/lectures.ts";
import { type Instant, type IsoDate, type IsoInstant, isBefore } from "~/platform/time.ts";
import { boundaryOf } from "../escalation/boundaries.ts";
import { isPresent, type RosterMember } from "../presence.ts";

/** A speaker who would like somebody else to have their turn. */
export interface Swap {
  id: string;
  turnId: string;
  /** Whose turn it is. */
  memberId: string;
  /** Null for whoever wants. */
  toMemberId: string | null;
  message: string;
  status: SwapStatus;
  takenBy: string | null;
  returnTurnId: string | null;
  createdAt: IsoInstant;
  expiresAt: IsoInstant;
}

export interface SwappableTurn {
  id: string;
  heldOn: IsoDate;
  startsAt: IsoInstant;
  status: string;
  memberId: string | null;
}

const daysBefore = 2;
const againAfter = { hours: 24 } as const;

/** Until when a turn can be swapped: then the organisers decide. */
export function swapDeadline(turn: Pick<SwappableTurn, "startsAt">, timeZone: string): Instant {
  return boundaryOf(turn, timeZone, daysBefore);
}

export type AskRefusal =
  | "not-yours"
  | "late"
  | "open-already"
  | "asked-before"
  | "away"
  | "yourself"
  | "gone";

/** Why somebody cannot ask this of that colleague, or of whoever wants; null when they can. */
export function refusalToAsk(asking: {
  turn: SwappableTurn;
  memberId: string;
  /** Null for whoever wants. */
  colleague: RosterMember | null;
  /** Of this turn, ended ones included. */
  swaps: readonly Swap[];
  timeZone: string;
  now: Instant;
}): AskRefusal | null {
  const { turn, memberId, colleague, swaps, timeZone, now } = asking;
  if (turn.status !== "confirmed" || turn.memberId !== memberId) return "not-yours";
  if (!isBefore(now, swapDeadline(turn, timeZone))) return "late";
  if (swaps.some(({ status }) => status === "open")) return "open-already";
  const isSame = (swap: Swap) => swap.memberId === memberId && swap.toMemberId === (colleague?.id ?? null);
  const isRecent = ({ createdAt }: Swap) => !isBefore(createdAt, now.subtract(againAfter));
  if (swaps.some((swap) => isSame(swap) && (colleague || isRecent(swap)))) return "asked-before";
  return colleague ? refusalOfColleague(colleague, memberId, turn) : null;
}

function refusalOfColleague(
  colleague: RosterMember,
  memberId: string,
  turn: SwappableTurn,
): AskRefusal | null {
  if (colleague.id === memberId) return "yourself";
  if (colleague.leftOn !== null) return "gone";
  return isPresent(colleague, turn.heldOn) ? null : "away";
}

export type TakeRefusal = "taken" | "ended" | "late" | "not-asked" | "away" | "return-gone";

/** Why this member cannot take the turn of a swap; null when they can. */
export function refusalToTake(taking: {
  swap: Swap;
  turn: SwappableTurn;
  taker: RosterMember | undefined;
  now: Instant;
}): TakeRefusal | null {
  const { swap, turn, taker, now } = taking;
  if (swap.status === "accepted") return "taken";
  if (swap.status !== "open") return swap.status === "expired" ? "late" : "ended";
  if (turn.status !== "confirmed" || turn.memberId !== swap.memberId) return "ended";
  if (!isBefore(now, swap.expiresAt)) return "late";
  if (!taker || taker.leftOn !== null || taker.id === swap.memberId) return "not-asked";
  if (swap.toMemberId !== null && swap.toMemberId !== taker.id) return "not-asked";
  return isPresent(taker, turn.heldOn) ? null : "away";
}

/** The turns somebody could give in return: their own, to come, on a day the other is present. */
export function returnTurns<Turn extends SwappableTurn>(
  turns: readonly Turn[],
  giver: Pick<RosterMember, "id">,
  receiver: RosterMember,
  now: Instant,
): Turn[] {
  return turns.filter(
    (turn) =>
      turn.status === "confirmed" &&
      turn.memberId === giver.id &&
      isBefore(now, turn.startsAt) &&
      isPresent(receiver, turn.heldOn),
  );
}
