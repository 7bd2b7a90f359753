import { and, count, desc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { checkIns, festivals, seatGuarantees, type sessions, signups } from "#db/schema/index.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { lockSessions } from "~/sessions/sessions.server.ts";
import { fits } from "../seats/guarantees.ts";
import type { CheckIn } from "./check-in.ts";
import { inTheWayOf } from "./in-the-way.server.ts";
import { seatsWaitUntil } from "./moments.ts";
import type { PersonAtDoor } from "./person.server.ts";
import type { DoorFacts } from "./rules.ts";

export type SessionRow = typeof sessions.$inferSelect;
export type SignupRow = typeof signups.$inferSelect;
export type GatheredFacts = DoorFacts & { row: SignupRow | null; session: SessionRow };

export type LockedSessions = ReadonlyMap<string, SessionRow>;

/** The session of a door and those whose seats somebody gives up for it, in the order of their ids. */
export async function lockForDoor(tx: Database, sessionId: string, givenUp: string[]) {
  const rows = await lockSessions(tx, [...new Set([sessionId, ...givenUp])]);
  const locked: LockedSessions = new Map(rows.map((row) => [row.id, row]));
  const session = locked.get(sessionId);
  if (!session) throw new Error(`session ${sessionId} is gone`);
  return { locked, session };
}

export async function findCheckIn(tx: Database, id: string) {
  const [row] = await tx.select().from(checkIns).where(eq(checkIns.id, id));
  return row ?? null;
}

/** What the rules want to know, read under the lock of the session. */
export async function gatherFacts(
  tx: Database,
  session: SessionRow,
  { checkIn, at, person }: { checkIn: CheckIn; at: Instant; person: PersonAtDoor },
): Promise<GatheredFacts> {
  const { kind, givesUp, anyway } = checkIn;
  const [row = null] = await tx
    .select()
    .from(signups)
    .where(and(eq(signups.sessionId, session.id), eq(signups.personId, person.id)));
  const known = {
    ...{ kind, session, at, row, givesUp, anyway },
    own: row && { status: row.status, walkIn: row.walkIn },
    later: await latestAfter(tx, session.id, person.id, at),
  };
  const seated = row?.status === "confirmed" || row?.status === "attended";
  if (kind === "undo" || seated)
    return { ...known, freeForThem: true, waiting: 0, absentee: null, obstacles: [] };
  const mayTakeSeats = row?.status === "absent" || !isBefore(at, seatsWaitUntil(session));
  return {
    ...known,
    freeForThem: await isFreeFor(tx, session, person.organisationId ?? "", at),
    waiting: await countWaiting(tx, session.id, person.id),
    absentee: mayTakeSeats ? await lastNotIn(tx, session.id) : null,
    obstacles: await inTheWayOf(tx, person.id, session.id),
  };
}

/** The latest that is known to have happened to somebody after a moment. */
async function latestAfter(tx: Database, sessionId: string, personId: string, at: Instant) {
  const [row] = await tx
    .select({ kind: checkIns.kind })
    .from(checkIns)
    .where(
      and(
        eq(checkIns.sessionId, sessionId),
        eq(checkIns.personId, personId),
        gt(checkIns.happenedAt, at.toString()),
        inArray(checkIns.outcome, ["done", "already"]),
      ),
    )
    .orderBy(desc(checkIns.happenedAt))
    .limit(1);
  return row?.kind ?? null;
}

/** Whether somebody of an organisation may be seated by what is kept for hosts; once it has begun nothing is. */
async function isFreeFor(
  tx: Database,
  session: SessionRow,
  organisation: string,
  at: Instant,
): Promise<boolean> {
  if (session.capacity === null || !isBefore(at, session.startsAt)) return true;
  const kept = await tx
    .select({
      id: seatGuarantees.organisationId,
      seats: seatGuarantees.seats,
      end: festivals.guaranteesEndAt,
    })
    .from(seatGuarantees)
    .innerJoin(festivals, eq(festivals.id, session.festivalId ?? ""))
    .where(eq(seatGuarantees.sessionId, session.id));
  const inForce = kept.filter(({ end }) => end === null || isBefore(at, end));
  if (inForce.length === 0) return true;
  const taken = await tx
    .select({ id: signups.organisationId, seats: count() })
    .from(signups)
    .where(
      and(eq(signups.sessionId, session.id), inArray(signups.status, ["confirmed", "offered", "attended"])),
    )
    .groupBy(signups.organisationId);
  const room = {
    capacity: session.capacity,
    seatsTaken: session.seatsTaken,
    guarantees: new Map(inForce.map(({ id, seats }) => [id, seats])),
    taken: new Map(taken.map(({ id, seats }) => [id ?? "", seats])),
  };
  return fits(room, [organisation]);
}

async function countWaiting(tx: Database, sessionId: string, besides: string): Promise<number> {
  const waits = and(
    eq(signups.sessionId, sessionId),
    eq(signups.status, "waiting"),
    ne(signups.personId, besides),
  );
  return tx.$count(signups, waits);
}

/** Of those who have a seat and are not in: who asked last. */
async function lastNotIn(tx: Database, sessionId: string): Promise<string | null> {
  const [last] = await tx
    .select({ personId: signups.personId })
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.status, "confirmed")))
    .orderBy(desc(signups.position))
    .limit(1);
  return last?.personId ?? null;
}

/** What brought somebody in who is in. */
export async function whoBroughtIn(tx: Database, sessionId: string, personId: string) {
  const [row] = await tx
    .select({ arrivedAt: signups.arrivedAt, device: checkIns.device })
    .from(signups)
    .leftJoin(
      checkIns,
      and(
        eq(checkIns.sessionId, signups.sessionId),
        eq(checkIns.personId, signups.personId),
        eq(checkIns.outcome, "done"),
        ne(checkIns.kind, "undo"),
      ),
    )
    .where(
      and(eq(signups.sessionId, sessionId), eq(signups.personId, personId), eq(signups.status, "attended")),
    )
    .orderBy(desc(checkIns.happenedAt))
    .limit(1);
  return row ?? null;
}
