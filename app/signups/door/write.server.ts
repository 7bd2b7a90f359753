import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { checkIns, sessions, signups } from "#db/schema/index.ts";
import type { CheckInKind } from "#db/schema/signups.ts";
import type { Instant } from "~/platform/time.ts";
import { commit, release } from "~/sessions/commitments.server.ts";
import type { DoorDeps } from "./apply.server.ts";
import type { Outcome } from "./check-in.ts";
import type { GatheredFacts, LockedSessions } from "./facts.server.ts";
import { giveUpSeats } from "./freed.server.ts";
import type { PersonAtDoor } from "./person.server.ts";
import type { DoorDecision } from "./rules.ts";

interface Deciding {
  decision: DoorDecision;
  facts: GatheredFacts;
  person: PersonAtDoor;
  at: Instant;
}

/** Writes what was decided; returns the sessions in which a seat became free. */
export async function writeDecision(
  tx: Database,
  locked: LockedSessions,
  deciding: Deciding & { sessionId: string },
  deps: DoorDeps,
): Promise<string[]> {
  const { decision, sessionId, person } = deciding;
  if (decision.do === "leave") await leave(tx, sessionId, person, decision.loses, deps.now);
  if (decision.do === "nothing" && decision.why === "already") await noteEarlier(tx, deciding);
  if (decision.do !== "arrive") return [];
  const freed = await giveUpSeats(tx, locked, person.id, deciding.facts.obstacles, deps.now);
  await arrive(tx, { ...deciding, seat: decision.seat }, deps);
  return freed;
}

async function arrive(
  tx: Database,
  {
    facts,
    person,
    at,
    sessionId,
    seat,
  }: Deciding & { sessionId: string; seat: "own" | "free" | "absent" | "extra" },
  { now, ids }: DoorDeps,
): Promise<void> {
  if (seat === "absent" && facts.absentee) await loseSeat(tx, sessionId, facts.absentee, now);
  const more = seat === "free" || seat === "extra" ? 1 : 0;
  const wider = seat === "extra" ? 1 : 0;
  if (more > 0)
    await tx
      .update(sessions)
      .set({
        seatsTaken: sql`${sessions.seatsTaken} + 1`,
        capacity: sql`${sessions.capacity} + ${wider}`,
      })
      .where(eq(sessions.id, sessionId));
  const arrived = {
    status: "attended" as const,
    arrivedAt: at.toString(),
    ...{ offeredUntil: null, givesUpSessionId: null, passedOverAt: null },
    walkIn: facts.row?.walkIn || (seat !== "own" && facts.row?.status !== "absent"),
    updatedAt: now.toString(),
  };
  if (facts.row) {
    await tx.update(signups).set(arrived).where(eq(signups.id, facts.row.id));
  } else {
    const { organisationId } = person;
    const { proposalId } = facts.session;
    const about = { sessionId, personId: person.id, organisationId, proposalId };
    await tx.insert(signups).values({ id: ids.uuid(), ...about, createdAt: now.toString(), ...arrived });
  }
  await commit(tx, { personId: person.id, sessionId, role: "attends" });
}

/** Somebody who has not come: their seat is another's, and their time their own. */
export async function loseSeat(tx: Database, sessionId: string, personId: string, now: Instant) {
  await tx
    .update(signups)
    .set({ status: "absent", updatedAt: now.toString() })
    .where(ofPerson(sessionId, personId));
  await release(tx, { personId, sessionId });
}

/** Was not here after all. A walk-in's seat is free again. */
async function leave(
  tx: Database,
  sessionId: string,
  { id: personId }: PersonAtDoor,
  loses: "arrival" | "seat",
  now: Instant,
) {
  const gone = { arrivedAt: null, updatedAt: now.toString() };
  if (loses === "arrival") {
    await tx
      .update(signups)
      .set({ ...gone, status: "confirmed" })
      .where(ofPerson(sessionId, personId));
    return;
  }
  await tx
    .update(signups)
    .set({ ...gone, status: "cancelled", walkIn: false })
    .where(ofPerson(sessionId, personId));
  await release(tx, { personId, sessionId });
  await tx
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} - 1` })
    .where(eq(sessions.id, sessionId));
}

/** Told of later, but it happened sooner. */
async function noteEarlier(tx: Database, { facts, at }: Deciding): Promise<void> {
  if (facts.kind === "undo" || !facts.row) return;
  await tx
    .update(signups)
    .set({ arrivedAt: sql`least(${signups.arrivedAt}, ${at.toString()}::timestamptz)` })
    .where(eq(signups.id, facts.row.id));
}

export async function noteCheckIn(
  tx: Database,
  given: {
    id: string;
    sessionId: string;
    personId: string;
    kind: CheckInKind;
    device: string;
    at: Instant;
    outcome: Outcome;
  },
  { now, by }: DoorDeps,
): Promise<void> {
  const { at, ...row } = given;
  await tx
    .insert(checkIns)
    .values({ ...row, happenedAt: at.toString(), receivedAt: now.toString(), byPerson: by });
}

const ofPerson = (sessionId: string, personId: string) =>
  and(eq(signups.sessionId, sessionId), eq(signups.personId, personId));
