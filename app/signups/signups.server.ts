import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessionSpeakers, signups } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { decideSignup, hasBegun, holdsSeat, type Refusal, type SignupWindow } from "./decide.ts";
import { recordSignup } from "./events.server.ts";
import { lockReach } from "./lock.server.ts";
import { findObstacles } from "./obstacles.server.ts";
import { leaveSeat, promote, waitsOf } from "./queue.server.ts";
import { signupStates } from "./states.server.ts";
import { LostRace, raceSafely } from "./transaction.server.ts";

export interface SignupRequest {
  personId: string;
  sessionId: string;
  /** A seat in the way that this person gives up for this one, now or when their turn comes. */
  givesUp?: string | null;
}

export type SignupAnswer =
  | { ok: true; status: "confirmed" }
  | { ok: true; status: "waiting"; place: number }
  | ({ ok: false } & Refusal);

/**
 * Gives a person a seat, or a place in the queue: everybody joins its end and free seats go to the first who may
 * take them, so nobody passes. Repeating a request changes nothing.
 */
export async function signUp(
  db: Database,
  { personId, sessionId, givesUp = null }: SignupRequest,
  { now, ids, window }: { now: Instant; ids: Ids; window: SignupWindow },
): Promise<SignupAnswer> {
  return raceSafely(db, async (tx) => {
    const reach = givesUp ? [sessionId, givesUp, ...(await waitsOf(tx, personId, now))] : [sessionId];
    const locked = await lockReach(tx, reach, now);
    const session = locked.find(sessionId);
    if (!session) return { ok: false, reason: "cancelled" };
    const own = await findOwn(tx, sessionId, personId);
    const obstacles = (await findObstacles(tx, [personId], session)).get(personId) ?? [];
    const gives = await isSpeaker(tx, sessionId, personId);
    const decision = decideSignup({
      session,
      window,
      now,
      own: own?.status ?? null,
      gives,
      obstacles,
      givesUp,
    });
    if (decision.do === "refuse") {
      const { do: _, ...refusal } = decision;
      return { ok: false, ...refusal };
    }
    if (decision.do === "keep-seat") return { ok: true, status: "confirmed" };
    const isNew = own?.status !== "waiting";
    if (isNew) {
      await lineUp(tx, { id: ids.uuid(), personId, session, givesUp: decision.givesUp, now });
    } else if (own.givesUpSessionId !== decision.givesUp) {
      await tx.update(signups).set({ givesUpSessionId: decision.givesUp }).where(eq(signups.id, own.id));
    }
    await promote(tx, locked, [sessionId], { now, newcomer: isNew ? personId : undefined });
    const after = (await signupStates(tx, personId, [sessionId]))[sessionId];
    if (after?.place == null) return { ok: true, status: "confirmed" };
    if (isNew && after.passedOverAt) throw new LostRace("got busy in between");
    if (isNew) await recordSignup(tx, { sessionId, personId, change: "waiting", now });
    return { ok: true, status: "waiting", place: after.place };
  });
}

/** `left` says what was given up; null when there was nothing. */
export type CancelAnswer = { ok: true; left: "seat" | "queue" | null } | { ok: false; reason: "past" };

/** Gives up a seat or a place in the queue; the first in the queue moves up at once. */
export async function cancelSignup(
  db: Database,
  { personId, sessionId }: { personId: string; sessionId: string },
  { now }: { now: Instant },
): Promise<CancelAnswer> {
  return raceSafely(db, async (tx) => {
    const locked = await lockReach(tx, [sessionId, ...(await waitsOf(tx, personId, now))], now);
    const session = locked.find(sessionId);
    const own = await findOwn(tx, sessionId, personId);
    if (!session || !own || own.status === "cancelled") return { ok: true, left: null };
    if (hasBegun(session, now)) return { ok: false, reason: "past" };
    if (holdsSeat(own.status)) {
      const moved = await leaveSeat(tx, locked, { sessionId, personId, change: "cancelled", now });
      await promote(tx, locked, moved, { now });
      return { ok: true, left: "seat" };
    }
    await tx
      .update(signups)
      .set({ status: "cancelled", givesUpSessionId: null, passedOverAt: null, updatedAt: now.toString() })
      .where(eq(signups.id, own.id));
    await recordSignup(tx, { sessionId, personId, change: "cancelled", now });
    return { ok: true, left: "queue" };
  });
}

async function lineUp(
  tx: Database,
  given: {
    id: string;
    personId: string;
    session: { id: string; proposalId: string | null };
    givesUp: string | null;
    now: Instant;
  },
): Promise<void> {
  const fresh = {
    status: "waiting" as const,
    proposalId: given.session.proposalId,
    givesUpSessionId: given.givesUp,
    passedOverAt: null,
    updatedAt: given.now.toString(),
  };
  await tx
    .insert(signups)
    .values({
      id: given.id,
      sessionId: given.session.id,
      personId: given.personId,
      createdAt: given.now.toString(),
      ...fresh,
    })
    .onConflictDoUpdate({
      target: [signups.sessionId, signups.personId],
      set: { ...fresh, position: sql`nextval('signup_order')` },
    });
}

async function findOwn(db: Database, sessionId: string, personId: string) {
  const [row] = await db
    .select()
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.personId, personId)));
  return row ?? null;
}

async function isSpeaker(db: Database, sessionId: string, personId: string): Promise<boolean> {
  const rows = await db
    .select({ sessionId: sessionSpeakers.sessionId })
    .from(sessionSpeakers)
    .where(and(eq(sessionSpeakers.sessionId, sessionId), eq(sessionSpeakers.personId, personId)))
    .limit(1);
  return rows.length > 0;
}
