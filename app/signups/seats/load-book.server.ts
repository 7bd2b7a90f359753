import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { SeatBook } from "./book.ts";
import type { BookSession } from "./facts.ts";
import { lockReach } from "./lock.server.ts";
import {
  busyTimes,
  drawPlaces,
  guaranteesInForce,
  liveSignups,
  offeredTo,
  organisationsOf,
  seatsByOrganisation,
  speakersOf,
  waitingCounts,
} from "./read.server.ts";
import { queueHeads } from "./read-queues.server.ts";

export interface Reach {
  /** Sessions that the act concerns; those that it can set in motion are locked with them. */
  sessionIds: readonly string[];
  /** Whose sign-ups and time the act looks at, besides those who wait. */
  personIds: readonly string[];
  /** Those of them who may give up a seat by it. */
  movers?: readonly string[];
  /** How many may join a queue. */
  joining?: number;
  /** The act may free a seat: the queues are read whether or not one is free now. */
  frees?: boolean;
  /** Seats are counted by organisation even where nothing is kept for one yet. */
  byOrganisation?: boolean;
}

/** How many people of each organisation are read of a queue, at first. */
export const firstDepth = 40;

/** Locks the sessions of an act and reads all that it looks at. */
export async function loadBook(
  tx: Database,
  { sessionIds: wanted, personIds, movers = [], joining = 0, frees = false, byOrganisation = false }: Reach,
  { now, ids, depth = firstDepth }: { now: Instant; ids?: Ids; depth?: number },
): Promise<SeatBook> {
  const sessions = await lockReach(tx, { sessionIds: wanted, movers }, now);
  const sessionIds = sessions.map((session) => session.sessionId);
  const toRead = frees ? sessionIds : sessions.filter(hasSeat).map((session) => session.sessionId);
  const [waiting, guarantees, offered, newPlaces, organisations, heads] = await Promise.all([
    waitingCounts(tx, sessionIds),
    guaranteesInForce(tx, sessionIds, now),
    offeredTo(tx, sessionIds),
    drawPlaces(tx, joining, ids),
    joining > 0 ? organisationsOf(tx, personIds) : new Map(),
    queueHeads(tx, toRead, depth),
  ]);
  const proposalIds = [...new Set(sessions.flatMap((session) => session.proposalId ?? []))];
  const concerned = [...new Set([...personIds, ...offered, ...heads.personIds])];
  const [entries, busy, speakers, taken] = await Promise.all([
    liveSignups(tx, concerned, { sessionIds, proposalIds }, now),
    busyTimes(tx, concerned, now),
    speakersOf(tx, personIds, sessionIds),
    seatsByOrganisation(tx, byOrganisation ? sessionIds : [...guarantees.keys()]),
  ]);
  const read = new Set(toRead);
  const facts = {
    now,
    sessions: sessions.map((one) => ({ ...one, guarantees: guarantees.get(one.sessionId) ?? new Map() })),
    taken,
    waiting,
    entries,
    busy,
    speakers,
    unread: new Set(waiting.map((one) => one.sessionId).filter((id) => !read.has(id))),
    cut: heads.cut,
    organisations,
    newPlaces,
  };
  return new SeatBook(facts);
}

function hasSeat({ capacity, seatsTaken }: BookSession): boolean {
  return capacity === null || seatsTaken < capacity;
}
