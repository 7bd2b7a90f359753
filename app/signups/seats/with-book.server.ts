import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { raceSafely } from "../transaction.server.ts";
import { begin } from "./acts.ts";
import type { SeatBook } from "./book.ts";
import { firstDepth, loadBook, type Reach } from "./load-book.server.ts";
import { OutOfReach, QueueCut } from "./start-again.ts";
import { writeBook } from "./write-book.server.ts";

export interface SeatDeps {
  now: Instant;
  /** For new places in a queue. */
  ids?: Ids;
}

/**
 * One act on seats: locks and reads its reach, lets `act` change the book, and writes what it changed, all in one
 * transaction that begins anew when another was faster. `act` may run several times and only touches the book.
 */
export async function withBook<T>(
  db: Database,
  reach: Reach,
  deps: SeatDeps,
  act: (book: SeatBook) => T,
): Promise<T> {
  return raceSafely(db, (tx) => actInside(tx, reach, deps, act));
}

/** The same inside a transaction that goes on. */
export async function actInside<T>(
  tx: Database,
  reach: Reach,
  deps: SeatDeps,
  act: (book: SeatBook) => T,
): Promise<T> {
  const { book, answer } = await tryAct(tx, reach, deps, act);
  await writeBook(tx, book);
  return answer;
}

const deepest = 1_000_000;

/** What an act would come to: nothing is written. */
export async function tryAct<T>(
  tx: Database,
  reach: Reach,
  deps: SeatDeps,
  act: (book: SeatBook) => T,
): Promise<{ book: SeatBook; answer: T }> {
  let { sessionIds, frees = false } = reach;
  let depth = firstDepth;
  for (;;) {
    const book = await loadBook(tx, { ...reach, sessionIds, frees }, { ...deps, depth });
    try {
      begin(book);
      return { book, answer: act(book) };
    } catch (error) {
      if (error instanceof OutOfReach && !sessionIds.includes(error.sessionId)) {
        sessionIds = [...sessionIds, error.sessionId];
      } else if (error instanceof QueueCut && (!frees || depth < deepest)) {
        depth = frees ? depth * 20 : depth;
        frees = true;
      } else throw error;
    }
  }
}
