import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { fillSeats } from "../fill-seats.server.ts";
import { LostRace, raceSafely } from "../transaction.server.ts";
import type { Batch, CheckIn, Outcome, Result } from "./check-in.ts";
import { findCheckIn, gatherFacts, lockForDoor, whoBroughtIn } from "./facts.server.ts";
import { inTheWayOf } from "./in-the-way.server.ts";
import { checkInOpensAt, happenedWhen } from "./moments.ts";
import { findAtDoor, type PersonAtDoor } from "./person.server.ts";
import { decideCheckIn } from "./rules.ts";
import { noteCheckIn, writeDecision } from "./write.server.ts";

export interface Door {
  festivalId: string;
  sessionId: string;
  startsAt: string;
}

export interface DoorDeps {
  now: Instant;
  ids: Ids;
  /** Key of the codes. */
  secret: string;
  /** Who stands at the door. */
  by: string;
}

/**
 * Applies what a device at the door wrote down, each thing once whatever is sent again, in the order in which it
 * happened; what another device told of a later moment stands. Each is a transaction of its own, so that a batch that
 * breaks off is sent again from the start.
 */
export async function applyCheckIns(
  db: Database,
  door: Door,
  { device, now: deviceNow, checkIns }: Batch,
  deps: DoorDeps,
): Promise<Result[]> {
  const timed = checkIns.map((checkIn) => ({
    checkIn,
    at: happenedWhen(
      { happenedAt: checkIn.happenedAt, deviceNow },
      { receivedAt: deps.now, opensAt: checkInOpensAt(door) },
    ),
  }));
  timed.sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  const results: Result[] = [];
  for (const one of timed) results.push(await applyOne(db, door, { ...one, device }, deps));
  return results;
}

interface Happened {
  checkIn: CheckIn;
  at: Instant;
  device: string;
}

async function applyOne(db: Database, door: Door, happened: Happened, deps: DoorDeps): Promise<Result> {
  const { result, freed } = await raceSafely(db, (tx) => inOneTransaction(tx, door, happened, deps));
  // Where somebody gave up their seat to come in here, the queue goes on.
  if (freed.length > 0) await fillSeats(db, freed, { now: deps.now });
  return result;
}

async function inOneTransaction(tx: Database, door: Door, happened: Happened, deps: DoorDeps) {
  const { checkIn, at, device } = happened;
  const { sessionId } = door;
  const person = await findAtDoor(tx, door, checkIn, deps.secret);
  if (!person) return { result: unknown(checkIn), freed: [] };
  const givenUp = checkIn.givesUp ? await inTheWayOf(tx, person.id, sessionId) : [];
  const reach = givenUp.map((one) => one.sessionId);
  const { locked, session } = await lockForDoor(tx, sessionId, reach);
  const known = await findCheckIn(tx, checkIn.id);
  if (known) {
    const ours = known.sessionId === sessionId && known.personId === person.id;
    const outcome = known.outcome as Outcome;
    const result = ours ? await resultOf(tx, door, happened, person, outcome) : unknown(checkIn);
    return { result, freed: [] };
  }
  const facts = await gatherFacts(tx, session, { checkIn, at, person });
  if (checkIn.givesUp && facts.obstacles.some((one) => !locked.has(one.sessionId)))
    throw new LostRace("something else came in the way");
  const decision = decideCheckIn(facts);
  const freed = await writeDecision(tx, locked, { decision, facts, person, at, sessionId }, deps);
  const outcome: Outcome = "why" in decision ? decision.why : "done";
  const { id, kind } = checkIn;
  await noteCheckIn(tx, { id, kind, sessionId, personId: person.id, device, at, outcome }, deps);
  const result = await resultOf(tx, door, happened, person, outcome);
  const cameBack = decision.do === "arrive" && facts.own?.status === "absent";
  return { result: { ...result, cameBack, inTheWay: facts.obstacles.map(({ title }) => title) }, freed };
}

const unknown = ({ id, kind }: CheckIn): Result => ({
  ...{ id, kind, outcome: "unknown", personId: null, name: null, since: null },
  ...{ here: false, cameBack: false, inTheWay: [] },
});

async function resultOf(
  tx: Database,
  { sessionId }: Door,
  { checkIn: { id, kind }, device }: Happened,
  person: PersonAtDoor,
  outcome: Outcome,
): Promise<Result> {
  const arrival = await whoBroughtIn(tx, sessionId, person.id);
  const since = arrival?.arrivedAt ?? null;
  const about = { personId: person.id, name: person.name, since, here: arrival?.device === device };
  return { id, kind, outcome, ...about, cameBack: false, inTheWay: [] };
}
