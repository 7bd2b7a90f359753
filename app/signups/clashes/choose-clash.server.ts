import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { cancel } from "../seats/acts.ts";
import type { SeatBook } from "../seats/book.ts";
import { isSeated, overlaps } from "../seats/facts.ts";
import { withBook } from "../seats/with-book.server.ts";

export interface ClashChoice {
  personId: string;
  /** The session they go to. */
  keep: string;
  /** The one whose seat goes to the queue. */
  giveUp: string;
}

export type ChoiceAnswer =
  | { ok: true; keep: string; giveUp: string }
  | {
      ok: false;
      /** `done`: they hold no such seat, as after a second click. `no-longer`: the two do not overlap now. */
      reason: "done" | "no-longer" | "own-session" | "past";
      giveUp: string;
    };

/**
 * Gives up one of two seats that came to overlap; with it goes the mark on the clash. Looked at under the locks of
 * both sessions: one that was moved back meanwhile costs nobody a seat.
 */
export async function chooseClash(
  db: Database,
  choice: ClashChoice,
  { now }: { now: Instant },
): Promise<ChoiceAnswer> {
  const { personId, keep, giveUp } = choice;
  const reach = { sessionIds: [keep, giveUp], personIds: [personId], movers: [personId], frees: true };
  return withBook(db, reach, { now }, (book) => choose(book, choice));
}

function choose(book: SeatBook, { personId, keep, giveUp }: ClashChoice): ChoiceAnswer {
  const [kept, given] = [book.find(keep), book.find(giveUp)];
  const no = (reason: Extract<ChoiceAnswer, { ok: false }>["reason"]): ChoiceAnswer => ({
    ok: false,
    reason,
    giveUp: reason === "done" ? "" : (given?.title ?? ""),
  });
  if (book.gives(giveUp, personId)) return no("own-session");
  const own = book.entry(giveUp, personId);
  if (!own || !isSeated(own)) return no("done");
  const holdsBoth = book.obstacles(personId, giveUp).some(({ sessionId }) => sessionId === keep);
  if (!kept || !given || !holdsBoth || !overlaps(kept, given)) return no("no-longer");
  if (!cancel(book, { sessionId: giveUp, personId }).ok) return no("past");
  return { ok: true, keep: kept.title, giveUp: given.title };
}
