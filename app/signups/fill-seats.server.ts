import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import type { SeatBook } from "./seats/book.ts";
import { settle } from "./seats/settle.ts";
import { actInside, withBook } from "./seats/with-book.server.ts";

/** Gives whatever is free in these sessions to their queues, and ends offers nobody answered. Returns how many seats. */
export async function fillSeats(
  db: Database,
  sessionIds: readonly string[],
  { now }: { now: Instant },
): Promise<number> {
  return withBook(db, { sessionIds, personIds: [], frees: true }, { now }, (book) => fill(book, sessionIds));
}

/** The same inside a transaction that goes on. */
export async function fillSeatsInside(
  tx: Database,
  sessionIds: readonly string[],
  now: Instant,
): Promise<number> {
  return actInside(tx, { sessionIds, personIds: [], frees: true }, { now }, (book) => fill(book, sessionIds));
}

function fill(book: SeatBook, sessionIds: readonly string[]): number {
  return settle(
    book,
    sessionIds.filter((id) => book.find(id)),
  );
}
