import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { hasBegun, type Obstacle } from "./decide.ts";
import type { SeatBook } from "./seats/book.ts";
import { isSeated } from "./seats/facts.ts";
import { leave, seat, settle } from "./seats/settle.ts";
import { tryAct, withBook } from "./seats/with-book.server.ts";

export interface Placing {
  sessionId: string;
  personId: string;
  /** The organiser. */
  by: string;
  /** What the person reads about it. */
  reason: string;
}

export type PlaceAnswer =
  /** `passed` is how many waited before them; `raised` whether the capacity grew by one. */
  | { ok: true; already: boolean; passed: number; raised: boolean }
  | { ok: false; reason: "not-found" | "cancelled" | "past" | "own-session" | "no-signup" }
  /** No seat, or none that is not kept for a host. */
  | { ok: false; reason: "full" | "kept" }
  | { ok: false; reason: "clash" | "same-workshop"; obstacles: Obstacle[] };

/**
 * An organiser gives somebody a seat, before those who wait. A clash stays a clash; with `over` a full session gets one
 * seat more. Doing it again changes nothing.
 */
export async function placeAttendee(
  db: Database,
  placing: Placing & { over?: boolean },
  { now, ids }: { now: Instant; ids: Ids },
): Promise<PlaceAnswer> {
  return withBook(db, reachOf(placing), { now, ids }, (book) => place(book, placing));
}

/** What giving somebody a seat would come to; nothing is changed. */
export async function previewPlacing(
  db: Database,
  wanted: Pick<Placing, "sessionId" | "personId"> & { over: boolean },
  { now, ids }: { now: Instant; ids: Ids },
): Promise<PlaceAnswer> {
  const placing = { ...wanted, by: wanted.personId, reason: "" };
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    const tried = await tryAct(tx, reachOf(wanted), { now, ids }, (book) => place(book, placing));
    return tried.answer;
  });
}

function reachOf({ sessionId, personId }: Pick<Placing, "sessionId" | "personId">) {
  return { sessionIds: [sessionId], personIds: [personId], joining: 1, byOrganisation: true };
}

function place(
  book: SeatBook,
  { sessionId, personId, by, reason, over = false }: Placing & { over?: boolean },
): PlaceAnswer {
  const session = book.find(sessionId);
  if (!session) return { ok: false, reason: "not-found" };
  if (session.status === "cancelled") return { ok: false, reason: "cancelled" };
  if (session.kind === "break") return { ok: false, reason: "no-signup" };
  if (hasBegun(session, book.now)) return { ok: false, reason: "past" };
  const own = book.entry(sessionId, personId);
  if (own && isSeated(own)) return { ok: true, already: true, passed: 0, raised: false };
  if (book.gives(sessionId, personId)) return { ok: false, reason: "own-session" };
  const obstacles = book.obstacles(personId, sessionId);
  if (obstacles[0]) return { ok: false, reason: obstacles[0].why, obstacles };
  const waiting = own?.status === "waiting" ? book.waiting(sessionId) - 1 : book.waiting(sessionId);
  const room = book.room(sessionId);
  const organisation = own?.organisationId ?? book.organisationOf(personId);
  const raised = own?.status !== "offered" && !book.fits(sessionId, [organisation]);
  if (raised && !over) return { ok: false, reason: room.seatsTaken < (room.capacity ?? 0) ? "kept" : "full" };
  const entry = own ?? book.join({ sessionId, personId });
  if (raised && room.capacity !== null) book.resize(sessionId, room.capacity + 1);
  seat(book, entry, null, "placed");
  book.set(entry, { placedBy: by, reason });
  return { ok: true, already: false, passed: waiting, raised };
}

export type RemoveAnswer =
  | { ok: true; left: "seat" | "offer" | "queue" | null }
  | { ok: false; reason: "not-found" | "past" };

/** An organiser ends somebody's seat, offer or place in the queue; the first in the queue moves up at once. */
export async function removeAttendee(
  db: Database,
  { sessionId, personId, by, reason }: Placing,
  { now }: { now: Instant },
): Promise<RemoveAnswer> {
  const reach = { sessionIds: [sessionId], personIds: [personId], movers: [personId], frees: true };
  return withBook(db, reach, { now }, (book): RemoveAnswer => {
    const session = book.find(sessionId);
    if (!session) return { ok: false, reason: "not-found" };
    const own = book.entry(sessionId, personId);
    if (!own) return { ok: true, left: null };
    if (hasBegun(session, book.now)) return { ok: false, reason: "past" };
    const left = own.status === "waiting" ? "queue" : own.status === "offered" ? "offer" : "seat";
    const moved = leave(book, own, "removed");
    book.set(own, { placedBy: by, reason });
    settle(book, moved);
    return { ok: true, left };
  });
}
