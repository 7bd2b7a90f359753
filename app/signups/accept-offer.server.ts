import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { type AcceptAnswer, accept } from "./seats/acts.ts";
import { withBook } from "./seats/with-book.server.ts";

export type { AcceptAnswer } from "./seats/acts.ts";

/**
 * Takes an offered seat; `givesUp` is one in the way. Waits and offers at the same time end with it. Taking it twice
 * changes nothing.
 */
export async function acceptOffer(
  db: Database,
  { personId, sessionId, givesUp = null }: { personId: string; sessionId: string; givesUp?: string | null },
  { now }: { now: Instant },
): Promise<AcceptAnswer> {
  const sessionIds = givesUp ? [sessionId, givesUp] : [sessionId];
  const reach = { sessionIds, personIds: [personId], movers: [personId], frees: true };
  return withBook(db, reach, { now }, (book) => accept(book, { sessionId, personId, givesUp }));
}
