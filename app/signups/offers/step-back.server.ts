import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { cancel } from "../seats/acts.ts";
import { withBook } from "../seats/with-book.server.ts";

type Own = { personId: string; sessionId: string };

/** Lets an offered seat go to the next. Returns whether there was an offer to let go. */
export function declineOffer(db: Database, own: Own, deps: { now: Instant }): Promise<boolean> {
  return stepBack(db, { ...own, from: "offered" }, deps);
}

/** Leaves a queue. Returns whether they stood in it. */
export function leaveQueue(db: Database, own: Own, deps: { now: Instant }): Promise<boolean> {
  return stepBack(db, { ...own, from: "waiting" }, deps);
}

/** Anything else this person has of the session stays as it is: an old link or page cannot cost a seat. */
async function stepBack(
  db: Database,
  { personId, sessionId, from }: Own & { from: "offered" | "waiting" },
  { now }: { now: Instant },
): Promise<boolean> {
  const reach = { sessionIds: [sessionId], personIds: [personId], movers: [personId], frees: true };
  return withBook(db, reach, { now }, (book) => {
    if (book.entry(sessionId, personId)?.status !== from) return false;
    return cancel(book, { sessionId, personId }).ok;
  });
}
