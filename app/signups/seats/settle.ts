import { decidePromotion } from "../decide.ts";
import type { SeatBook } from "./book.ts";
import { type Entry, isSeated, overlaps } from "./facts.ts";
import { offerEnds } from "./moments.ts";

/** Those who wait together, or one alone; first come first. */
type Unit = readonly [Entry, ...Entry[]];

interface Verdict {
  entry: Entry;
  givesUp: string | null;
}

/**
 * Gives what is free in these sessions to the first of each queue who may take it, whatever freed it. Who is busy then
 * is passed over and keeps the place; a seat given up for one frees the next. `asking` are those who stand before us:
 * they get a seat and no offer. Returns how many seats were given or offered.
 */
export function settle(book: SeatBook, sessionIds: readonly string[], asking: readonly Entry[] = []): number {
  const due = [...sessionIds];
  let given = 0;
  for (let id = due.shift(); id !== undefined; id = due.shift()) {
    const filled = fill(book, id, asking);
    given += filled.given;
    due.push(...filled.moved);
  }
  return given;
}

function fill(book: SeatBook, sessionId: string, asking: readonly Entry[]) {
  const moved: string[] = [];
  let given = 0;
  const phase = book.phase(sessionId);
  if (book.find(sessionId)?.status === "cancelled" || phase === "over") return { moved, given };
  if (book.waiting(sessionId) === 0 || !hasSeat(book, sessionId)) return { moved, given };
  for (const unit of unitsOf(book.queue(sessionId))) {
    if (!hasSeat(book, sessionId)) return { moved, given };
    if (phase !== "whoever") book.requireKnown(sessionId, unit[0].position);
    const isAsking = unit.some((entry) => asking.includes(entry));
    if (phase === "whoever" && !isAsking) continue;
    const organisations = unit.map((entry) => entry.organisationId);
    if (!book.fits(sessionId, organisations)) continue;
    const verdicts = judge(book, unit);
    if (!verdicts) {
      for (const entry of unit) passOver(book, entry);
      continue;
    }
    for (const { entry, givesUp } of verdicts) {
      if (phase === "offer" && !isAsking) offer(book, entry);
      else moved.push(...seat(book, entry, givesUp, isAsking ? "confirmed" : "promoted"));
      given += 1;
    }
  }
  if (phase !== "whoever" && hasSeat(book, sessionId)) book.requireKnown(sessionId, Number.POSITIVE_INFINITY);
  return { moved, given };
}

/** Null when somebody of them is busy then. */
function judge(book: SeatBook, unit: Unit): Verdict[] | null {
  const verdicts: Verdict[] = [];
  for (const entry of unit) {
    const obstacles = book.obstacles(entry.personId, entry.sessionId);
    const verdict = decidePromotion(obstacles, entry.givesUp);
    if (!verdict.seat) return null;
    verdicts.push({ entry, givesUp: verdict.givesUp });
  }
  return verdicts;
}

function offer(book: SeatBook, entry: Entry): void {
  const session = book.find(entry.sessionId);
  if (!session) return;
  book.set(entry, { status: "offered", offeredUntil: offerEnds(session, book.now) });
  book.tell(entry, "offered");
}

/**
 * Makes a place in the queue, or an offer, a seat, and ends what it makes needless: the seat given up for it and, for
 * one from the queue, waits at the same time or for the same workshop. Returns the sessions whose queue may go on.
 */
export function seat(
  book: SeatBook,
  entry: Entry,
  givesUp: string | null,
  change: "confirmed" | "promoted" | "placed",
): string[] {
  const moved: string[] = [];
  const old = givesUp ? book.entry(givesUp, entry.personId) : null;
  if (old) moved.push(...leave(book, old, "gave-up"));
  book.set(entry, { status: "confirmed" });
  book.tell(entry, change);
  if (change !== "promoted") return moved;
  for (const other of book.signupsOf(entry.personId)) {
    if (other.status !== "waiting" || other === entry || other.givesUp === entry.sessionId) continue;
    const sameWorkshop = other.proposalId !== null && other.proposalId === entry.proposalId;
    if (!sameWorkshop && !overlaps(other, entry)) continue;
    moved.push(...leave(book, other, "withdrawn"));
  }
  return moved;
}

/** Told once, until they line up anew. */
function passOver(book: SeatBook, entry: Entry): void {
  if (entry.passedOverAt !== null) return;
  book.set(entry, { passedOverAt: book.now.toString() });
  book.tell(entry, "passed-over");
}

/**
 * Ends a seat, an offer or a place in the queue, and returns the sessions whose queue may go on: this one, and those
 * this person waits for with the time they now have.
 */
export function leave(
  book: SeatBook,
  entry: Entry,
  change: "gave-up" | "cancelled" | "lapsed" | "removed" | "withdrawn",
): string[] {
  const { status, partyId } = entry;
  const wasSeated = isSeated(entry);
  const late = wasSeated && change === "cancelled" && book.phase(entry.sessionId) !== "give";
  // What an organiser said about it is for as long as it is the last word.
  book.set(entry, { status: late ? "not-coming" : "cancelled", placedBy: null, reason: "" });
  book.tell(entry, change);
  // The others of a party may fit without them.
  if (status === "waiting") return partyId === null ? [] : [entry.sessionId];
  if (!wasSeated) return [entry.sessionId];
  return [entry.sessionId, ...waitsOf(book, entry.personId)];
}

/** The sessions to come that a person waits for, in the order in which they asked. */
export function waitsOf(book: SeatBook, personId: string): string[] {
  return book
    .signupsOf(personId)
    .filter((entry) => entry.status === "waiting" && Date.parse(entry.startsAt) > book.now.epochMilliseconds)
    .sort((a, b) => a.position - b.position)
    .map((entry) => entry.sessionId);
}

/** Offers nobody answered in time; returns the sessions in which they free a seat. */
export function lapse(book: SeatBook): string[] {
  return book.sessionIds().flatMap((sessionId) =>
    book
      .offers(sessionId)
      .filter((entry) => Date.parse(entry.offeredUntil ?? "") <= book.now.epochMilliseconds)
      .flatMap((entry) => leave(book, entry, "lapsed")),
  );
}

function hasSeat(book: SeatBook, sessionId: string): boolean {
  const { capacity, seatsTaken } = book.room(sessionId);
  return capacity === null || seatsTaken < capacity;
}

function unitsOf(queue: readonly Entry[]): Unit[] {
  const seen = new Set<string>();
  return queue.flatMap((entry): Unit[] => {
    if (entry.partyId === null) return [[entry]];
    if (seen.has(entry.partyId)) return [];
    seen.add(entry.partyId);
    const others = queue.filter((other) => other !== entry && other.partyId === entry.partyId);
    return [[entry, ...others]];
  });
}
