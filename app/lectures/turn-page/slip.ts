import type { IsoDate } from "~/platform/time.ts";

export interface SlippingTurn {
  id: string;
  heldOn: IsoDate;
  status: string;
  memberId: string | null;
  guest: unknown;
}

export type Obstacle = "away" | "busy";

export interface SlipMove {
  memberId: string;
  from: string;
  to: string;
}

export interface Slip {
  /** In order of date; the last one goes to a turn that nobody had agreed to. */
  moves: SlipMove[];
  /** Weeks the chain passes over, and why: they stay as they are. */
  skipped: { turnId: string; memberId: string; why: Obstacle | "guest" }[];
}

/**
 * The speaker of one turn speaks at the next, the speaker of that one after it, and so on until a turn without a speaker
 * takes the last. Those who move keep their order; a week in which the one who comes is away or busy, or a guest speaks,
 * stays as it is. Null when nobody has agreed to this turn, or no turn is left for the last.
 */
export function planSlip(
  turns: readonly SlippingTurn[],
  turnId: string,
  obstacleOf: (memberId: string, turn: SlippingTurn) => Obstacle | null,
): Slip | null {
  const inOrder = turns.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
  const position = inOrder.findIndex(({ id }) => id === turnId);
  const origin = inOrder[position];
  if (origin?.status !== "confirmed" || origin.memberId === null) return null;
  const slip: Slip = { moves: [], skipped: [] };
  let carried = { memberId: origin.memberId, from: origin.id };
  for (const turn of inOrder.slice(position + 1)) {
    if (!["open", "offered", "confirmed"].includes(turn.status)) continue;
    const why = turn.guest ? "guest" : obstacleOf(carried.memberId, turn);
    if (why) {
      slip.skipped.push({ turnId: turn.id, memberId: carried.memberId, why });
      continue;
    }
    slip.moves.push({ ...carried, to: turn.id });
    if (turn.status !== "confirmed" || turn.memberId === null) return slip;
    carried = { memberId: turn.memberId, from: turn.id };
  }
  return null;
}

/** What a reader saw of a slip, so that nothing else is done than what they agreed to. */
export function nameSlip({ moves }: Slip): string {
  return moves.map(({ memberId, from, to }) => `${memberId}:${from}:${to}`).join(" ");
}
