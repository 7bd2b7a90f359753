import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { settle } from "./seats/settle.ts";
import { withBook } from "./seats/with-book.server.ts";

export type CapacityAnswer =
  | { ok: true; promoted: number }
  | { ok: false; reason: "below-taken"; taken: number }
  | { ok: false; reason: "not-found" };

/** Changes how many fit, null for everybody. More seats go to the queue at once; fewer than are taken is refused. */
export async function changeCapacity(
  db: Database,
  { sessionId, capacity }: { sessionId: string; capacity: number | null },
  { now }: { now: Instant },
): Promise<CapacityAnswer> {
  const reach = { sessionIds: [sessionId], personIds: [], frees: true };
  return withBook(db, reach, { now }, (book): CapacityAnswer => {
    if (!book.find(sessionId)) return { ok: false, reason: "not-found" };
    const { seatsTaken } = book.room(sessionId);
    if (capacity !== null && capacity < seatsTaken)
      return { ok: false, reason: "below-taken", taken: seatsTaken };
    book.resize(sessionId, capacity);
    return { ok: true, promoted: settle(book, [sessionId]) };
  });
}
