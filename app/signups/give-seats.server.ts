import type { Database } from "#db/connect.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { SeatBook } from "./seats/book.ts";
import { overlaps } from "./seats/facts.ts";
import { seat, settle } from "./seats/settle.ts";
import { actInside } from "./seats/with-book.server.ts";

export interface SeatsToGive {
  seats: readonly { personId: string; sessionId: string }[];
  /** Who waits for what, in the order in which they line up. */
  queue: readonly { personId: string; sessionId: string; partyId?: string | null }[];
}

export interface GivenSeats {
  given: number;
  waiting: number;
  /** Seats that could not be given any more: full, or the person is busy by now. They wait for it instead. */
  refused: { personId: string; sessionId: string }[];
}

/**
 * Gives many seats at once, inside a transaction that goes on, and lines up those who wished for more. Who waits for
 * something better than what they got at that time gives that up when their turn comes.
 */
export async function giveSeats(
  tx: Database,
  { seats, queue }: SeatsToGive,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<GivenSeats> {
  const all = [...seats, ...queue];
  const reach = {
    sessionIds: [...new Set(all.map((one) => one.sessionId))].sort(),
    personIds: [...new Set(all.map((one) => one.personId))],
    joining: all.length,
    frees: true,
    byOrganisation: true,
  };
  return actInside(tx, reach, { now, ids }, (book) => {
    const refused = seats.filter((one) => !give(book, one));
    for (const one of [...refused, ...queue]) lineUp(book, one);
    settle(book, reach.sessionIds);
    const waits = [...refused, ...queue].map((one) => book.entry(one.sessionId, one.personId));
    for (const entry of waits) if (entry?.status === "waiting") book.tell(entry, "waiting");
    return {
      given: seats.length - refused.length,
      waiting: waits.filter((entry) => entry?.status === "waiting").length,
      refused,
    };
  });
}

function give(book: SeatBook, { personId, sessionId }: { personId: string; sessionId: string }): boolean {
  const own = book.entry(sessionId, personId);
  if (own && own.status !== "waiting") return true;
  if (book.find(sessionId)?.status === "cancelled" || book.phase(sessionId) === "over") return false;
  if (book.gives(sessionId, personId) || book.obstacles(personId, sessionId).length > 0) return false;
  if (!book.fits(sessionId, [book.organisationOf(personId)])) return false;
  seat(book, own ?? book.join({ sessionId, personId }), null, "confirmed");
  return true;
}

function lineUp(
  book: SeatBook,
  { personId, sessionId, partyId = null }: { personId: string; sessionId: string; partyId?: string | null },
): void {
  const session = book.find(sessionId);
  if (!session || session.status === "cancelled" || book.phase(sessionId) === "over") return;
  if (book.entry(sessionId, personId)) return;
  const seatThen = book
    .signupsOf(personId)
    .find(
      (entry) => entry.status === "confirmed" && entry.sessionId !== sessionId && overlaps(entry, session),
    );
  book.join({ sessionId, personId, partyId, givesUp: seatThen?.sessionId ?? null });
}
