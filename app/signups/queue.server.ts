import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { commit, release } from "~/sessions/commitments.server.ts";
import { decidePromotion, seatsToGive } from "./decide.ts";
import { recordSignup } from "./events.server.ts";
import type { LockedSessions } from "./lock.server.ts";
import { findObstacles } from "./obstacles.server.ts";

interface Promotion {
  now: Instant;
  /** Who has just joined: their seat is news of another kind than one from the queue. */
  newcomer?: string;
}

const batch = 50;

/**
 * Gives free seats to the queues of these sessions, strictly in order, whatever freed them. Who is busy then is
 * passed over and keeps the place; a seat given up for one frees the next. Returns how many seats were given.
 */
export async function promote(
  tx: Database,
  locked: LockedSessions,
  sessionIds: string[],
  promotion: Promotion,
): Promise<number> {
  const due = [...sessionIds];
  let given = 0;
  for (let id = due.shift(); id !== undefined; id = due.shift()) {
    const filled = await fill(tx, locked, id, promotion);
    given += filled.given;
    due.push(...filled.moved);
  }
  return given;
}

/** Fills one session; `moved` are the sessions whose queue may go on because of it. */
async function fill(tx: Database, locked: LockedSessions, sessionId: string, promotion: Promotion) {
  const session = locked.require(sessionId);
  const moved: string[] = [];
  let given = 0;
  let last = 0;
  while (seatsToGive(session, promotion.now) > 0) {
    const queue = await nextInQueue(tx, sessionId, last);
    const obstacles = await findObstacles(
      tx,
      queue.map((one) => one.personId),
      session,
    );
    for (const one of queue) {
      if (seatsToGive(session, promotion.now) === 0) break;
      last = one.position;
      const verdict = decidePromotion(obstacles.get(one.personId) ?? [], one.givesUpSessionId);
      if (!verdict.seat) {
        await passOver(tx, one, promotion.now);
        continue;
      }
      if (verdict.givesUp) {
        const seat = { sessionId: verdict.givesUp, personId: one.personId };
        moved.push(...(await leaveSeat(tx, locked, { ...seat, change: "gave-up", now: promotion.now })));
      }
      await takeSeat(tx, one, promotion);
      session.seatsTaken += 1;
      given += 1;
    }
    if (queue.length < batch) break;
  }
  return { given, moved };
}

async function nextInQueue(tx: Database, sessionId: string, after: number) {
  return tx
    .select()
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.status, "waiting"), gt(signups.position, after)))
    .orderBy(asc(signups.position))
    .limit(batch);
}

type Waiting = typeof signups.$inferSelect;

async function takeSeat(tx: Database, { id, sessionId, personId }: Waiting, { now, newcomer }: Promotion) {
  await commit(tx, { personId, sessionId, role: "attends" });
  await tx
    .update(signups)
    .set({ status: "confirmed", givesUpSessionId: null, passedOverAt: null, updatedAt: now.toString() })
    .where(eq(signups.id, id));
  await countSeats(tx, sessionId, 1);
  const change = personId === newcomer ? "confirmed" : "promoted";
  await recordSignup(tx, { sessionId, personId, change, now });
}

/** Told once, until they line up anew. */
async function passOver(tx: Database, { id, sessionId, personId }: Waiting, now: Instant): Promise<void> {
  const told = await tx
    .update(signups)
    .set({ passedOverAt: now.toString() })
    .where(and(eq(signups.id, id), isNull(signups.passedOverAt)))
    .returning({ id: signups.id });
  if (told.length > 0) await recordSignup(tx, { sessionId, personId, change: "passed-over", now });
}

/**
 * Ends a person's seat and returns the sessions whose queue may go on: this one, and those this person waits for
 * with the time they now have.
 */
export async function leaveSeat(
  tx: Database,
  locked: LockedSessions,
  seat: { sessionId: string; personId: string; change: "gave-up" | "cancelled"; now: Instant },
): Promise<string[]> {
  const { sessionId, personId, change, now } = seat;
  const session = locked.require(sessionId);
  const left = await tx
    .update(signups)
    .set({ status: "cancelled", updatedAt: now.toString() })
    .where(
      and(
        eq(signups.sessionId, sessionId),
        eq(signups.personId, personId),
        inArray(signups.status, ["confirmed", "offered"]),
      ),
    )
    .returning({ id: signups.id });
  if (left.length === 0) return [];
  await release(tx, { personId, sessionId });
  await countSeats(tx, sessionId, -1);
  session.seatsTaken -= 1;
  await recordSignup(tx, { sessionId, personId, change, now });
  return [sessionId, ...(await waitsOf(tx, personId, now))];
}

/** The sessions to come that a person waits for. */
export async function waitsOf(db: Database, personId: string, now: Instant): Promise<string[]> {
  const rows = await db
    .select({ sessionId: signups.sessionId })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        eq(signups.personId, personId),
        eq(signups.status, "waiting"),
        gt(sessions.startsAt, now.toString()),
      ),
    )
    .orderBy(asc(signups.position));
  return rows.map((row) => row.sessionId);
}

async function countSeats(tx: Database, sessionId: string, difference: number): Promise<void> {
  await tx
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} + ${difference}` })
    .where(eq(sessions.id, sessionId));
}
