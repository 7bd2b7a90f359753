import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, releases, rooms, sessions, tracks } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import { type Change, diffProgrammes, type Programme } from "../diff.ts";
import type { Festival } from "../festival.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import { currentProgramme } from "../programmes.server.ts";
import { draftLikeProgramme } from "./draft-like.server.ts";
import { type Fitted, fitProgramme } from "./fit.ts";
import { readSnapshot } from "./snapshot.ts";
import { lockAllSessions, type ReleaseDeps, SeatsTaken, writeChanges, writeRelease } from "./write.server.ts";

export interface RollBackPlan extends Omit<Fitted, "programme"> {
  /** What going back would change for those who know the programme of today. */
  changes: Change[];
}

export type RolledBack =
  | { ok: true; number: number; changes: Change[] }
  | { ok: false; reason: "unknown" }
  | { ok: false; reason: "forbidden" | "cancelled" | "nothing" }
  | { ok: false; reason: "seats-taken"; title: string; taken: number };

/** What going back to this release would do; null when there is no such release. */
export async function findRollBack(
  db: Database,
  festivalId: string,
  number: number,
): Promise<RollBackPlan | null> {
  const current = await currentProgramme(db, festivalId);
  const fitted = await fittedRelease(db, festivalId, number, current);
  if (!fitted) return null;
  const { programme, ...rest } = fitted;
  return { ...rest, changes: diffProgrammes(current, programme) };
}

/**
 * Makes a new release of an earlier one's content, and puts the draft to it, so that the next release does not undo
 * it; drafts that nobody knows yet stay. Who had a seat in a session that comes back has it again.
 */
export async function rollBack(
  db: Database,
  viewer: Standing & { personId: string },
  festival: Festival,
  wish: { number: number; note: string },
  deps: ReleaseDeps,
): Promise<RolledBack> {
  try {
    return await inTransaction(db, (tx) => rollBackLocked(tx, viewer, festival.id, wish, deps));
  } catch (error) {
    if (error instanceof SeatsTaken) return { ok: false, reason: "seats-taken", ...error.facts };
    throw error;
  }
}

async function rollBackLocked(
  tx: Database,
  viewer: Standing & { personId: string },
  festivalId: string,
  wish: { number: number; note: string },
  deps: ReleaseDeps,
): Promise<RolledBack> {
  const festival = await lockFestival(tx, festivalId);
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  if (festival.status === "cancelled") return { ok: false, reason: "cancelled" };
  const known = await lockAllSessions(tx, festivalId);
  const current = await currentProgramme(tx, festivalId);
  const fitted = await fittedRelease(tx, festivalId, wish.number, current);
  if (!fitted) return { ok: false, reason: "unknown" };
  const { programme } = fitted;
  const changes = diffProgrammes(current, programme);
  if (changes.length === 0) return { ok: false, reason: "nothing" };
  await writeChanges(tx, { festival, known }, changes, deps);
  await draftLikeProgramme(tx, festival, programme, { ...deps, personId: viewer.personId, known });
  const { personId } = viewer;
  const number = await writeRelease(tx, festival, { personId, note: wish.note, snapshot: programme }, deps);
  const facts = { number, to: wish.number };
  await recordDecision(tx, { festivalId, kind: "rolled-back", by: viewer, facts, now: deps.now });
  return { ok: true, number, changes };
}

async function fittedRelease(
  db: Database,
  festivalId: string,
  number: number,
  current: Programme,
): Promise<Fitted | null> {
  const [release] = await db
    .select({ snapshot: releases.snapshot })
    .from(releases)
    .where(and(eq(releases.festivalId, festivalId), eq(releases.number, number)));
  if (!release) return null;
  const earlier = readSnapshot(release.snapshot, current);
  return fitProgramme(earlier, await findToday(db, festivalId, earlier));
}

async function findToday(db: Database, festivalId: string, { sessions: earlier }: Programme) {
  const roomIds = earlier.flatMap(({ roomId }) => roomId ?? []);
  const personIds = earlier.flatMap(({ speakers }) => speakers.flatMap(({ personId }) => personId ?? []));
  const inside = await db.select({ id: rooms.id }).from(rooms).where(inArray(rooms.id, roomIds));
  const named = await db.select({ id: tracks.id }).from(tracks).where(eq(tracks.festivalId, festivalId));
  const known = await db.select({ id: people.id }).from(people).where(inArray(people.id, personIds));
  const taken = await db
    .select({ id: sessions.id, seats: sessions.seatsTaken })
    .from(sessions)
    .where(eq(sessions.festivalId, festivalId));
  const setOf = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id));
  return {
    rooms: setOf(inside),
    tracks: setOf(named),
    people: setOf(known),
    taken: new Map(taken.map(({ id, seats }) => [id, seats])),
  };
}
