import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, rosterTopics } from "#db/schema/index.ts";
import type { OfferKind } from "#db/schema/lectures.ts";
import { type Clash, findClashes } from "~/sessions/commitments.server.ts";
import { lockSessions } from "~/sessions/sessions.server.ts";
import type { Deps } from "../plan.server.ts";
import type { Member, Turn } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { confirmSpeaker } from "../turn-writes.server.ts";

export interface Seat {
  turn: Turn;
  member: Member;
  topic: string;
}

/** Somebody has something else at the time of a turn they were to speak at. */
export interface BusyRefusal {
  ok: false;
  reason: "clash";
  name: string;
  clashes: Clash[];
}

export type Seated = { ok: true } | BusyRefusal;

/**
 * Members speak at turns, all of them or nobody: who had agreed to one of these before has it no more. `left` is a turn
 * that one of them leaves, and nobody takes.
 */
export async function seatSpeakers(
  tx: Database,
  series: Series,
  {
    seats,
    kind,
    left,
  }: { seats: readonly Seat[]; kind: Extract<OfferKind, "swap" | "organiser">; left?: Turn },
  deps: Deps,
): Promise<Seated> {
  const concerned = [...seats.map(({ turn }) => turn), ...(left ? [left] : [])];
  const sessions = await lockSessions(
    tx,
    concerned.map(({ sessionId }) => sessionId),
  );
  for (const { turn, member } of seats) {
    const session = sessions.find(({ id }) => id === turn.sessionId)!;
    const clashes = await findClashes(tx, [member.personId], session);
    if (clashes.length > 0) return { ok: false, reason: "clash", name: member.name, clashes };
  }
  await leaveSeats(
    tx,
    concerned.map(({ id }) => id),
    deps,
  );
  for (const { turn, member, topic } of inLockOrder(seats)) {
    const confirmed = await confirmSpeaker(tx, { series, turn, member, topic, by: { kind } }, deps);
    if (!confirmed.ok) throw new Error(`a clash that nobody saw at turn ${turn.id}`);
  }
  return { ok: true };
}

/** What was agreed for these turns counts no more, and is no refusal; topics that had waited wait again. */
async function leaveSeats(tx: Database, turnIds: string[], { now }: Pick<Deps, "now">): Promise<void> {
  await tx
    .update(offers)
    .set({ status: "withdrawn", answeredAt: now.toString() })
    .where(and(inArray(offers.turnId, turnIds), eq(offers.status, "accepted")));
  await tx.update(rosterTopics).set({ turnId: null }).where(inArray(rosterTopics.turnId, turnIds));
}

function inLockOrder(seats: readonly Seat[]): Seat[] {
  return seats.toSorted((a, b) => (a.turn.sessionId < b.turn.sessionId ? -1 : 1));
}
