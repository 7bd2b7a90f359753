import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { cancel } from "../seats/acts.ts";
import { withBook } from "../seats/with-book.server.ts";

/**
 * Lets an offered seat go to the next. Anything else this person has of the session stays as it is, so that an old
 * link cannot cost a seat. Returns whether an offer was given up.
 */
export async function declineOffer(
  db: Database,
  { personId, sessionId }: { personId: string; sessionId: string },
  { now }: { now: Instant },
): Promise<boolean> {
  const reach = { sessionIds: [sessionId], personIds: [personId], movers: [personId], frees: true };
  return withBook(db, reach, { now }, (book) => {
    if (book.entry(sessionId, personId)?.status !== "offered") return false;
    return cancel(book, { sessionId, personId }).ok;
  });
}
