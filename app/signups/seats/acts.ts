import { decidePromotion, decideSignup, hasBegun, type Refusal, type SignupWindow } from "../decide.ts";
import type { SeatBook } from "./book.ts";
import { type Entry, isSeated, overlaps } from "./facts.ts";
import { lapse, leave, seat, settle } from "./settle.ts";

export interface Ask {
  sessionId: string;
  /** Who asks, and those they ask for too: seated together or not at all. */
  personIds: readonly [string, ...string[]];
  partyId: string | null;
  givesUp: string | null;
  window: SignupWindow;
}

export type SignupAnswer =
  | { ok: true; status: "confirmed" }
  /** From 1. */
  | { ok: true; status: "waiting"; place: number }
  | ({ ok: false } & Refusal)
  /** Asking together: those who cannot, without a word on why. */
  | { ok: false; reason: "party"; personIds: string[] };

/** The place of somebody who waited before is not known to the book. */
export type Asked = SignupAnswer | { ok: true; status: "waiting"; place: null };

/**
 * Gives seats, or a place in the queue: everybody joins its end and free seats go to the first who may take them, so
 * nobody passes. Repeating a request changes nothing.
 */
export function ask(book: SeatBook, request: Ask): Asked {
  const { sessionId, personIds, window } = request;
  const session = book.find(sessionId);
  if (!session) return { ok: false, reason: "cancelled" };
  const [first, ...others] = personIds;
  const own = book.entry(sessionId, first);
  if (own?.status === "offered")
    return taken(accept(book, { personId: first, sessionId, givesUp: request.givesUp }));
  const decide = (personId: string, givesUp: string | null) =>
    decideSignup({
      session,
      window,
      now: book.now,
      own: book.entry(sessionId, personId)?.status ?? null,
      gives: book.gives(sessionId, personId),
      obstacles: book.obstacles(personId, sessionId),
      givesUp,
    });
  const decision = decide(first, request.givesUp);
  if (decision.do === "refuse") {
    const { do: _, ...refusal } = decision;
    return { ok: false, ...refusal };
  }
  if (decision.do === "keep-seat") return { ok: true, status: "confirmed" };
  const cannot = others.filter((one) => decide(one, null).do !== "queue");
  if (cannot.length > 0) return { ok: false, reason: "party", personIds: cannot };
  const entries = personIds.map((one, i) => lineUp(book, request, one, i === 0 ? decision.givesUp : null));
  const asking = entries.filter((entry) => entry.isNew || book.phase(sessionId) === "whoever");
  settle(
    book,
    [sessionId],
    asking.map(({ entry }) => entry),
  );
  for (const { entry, isNew } of entries)
    if (isNew && entry.status === "waiting") book.tell(entry, "waiting");
  const [mine, ...behind] = entries;
  if (mine?.entry.status !== "waiting") return { ok: true, status: "confirmed" };
  if (!mine.isNew) return { ok: true, status: "waiting", place: null };
  const last = book.waiting(sessionId);
  return { ok: true, status: "waiting", place: last - behind.filter((one) => one.isNew).length };
}

/** A place at the end of the queue, or the one they have; asking together makes it a place among the others. */
function lineUp(
  book: SeatBook,
  { sessionId, partyId }: Ask,
  personId: string,
  givesUp: string | null,
): { entry: Entry; isNew: boolean } {
  const own = book.entry(sessionId, personId);
  const keeps = own?.status === "waiting" && (partyId === null || own.partyId === partyId);
  if (own && keeps) {
    if (own.givesUp !== givesUp) book.set(own, { givesUp });
    return { entry: own, isNew: false };
  }
  if (own?.status === "waiting") book.set(own, { status: "cancelled" });
  return { entry: book.join({ sessionId, personId, givesUp, partyId }), isNew: true };
}

function taken(answer: AcceptAnswer): SignupAnswer {
  if (answer.ok) return { ok: true, status: "confirmed" };
  if (answer.reason === "clash" || answer.reason === "same-workshop") return { ...answer, ok: false };
  return { ok: false, reason: answer.reason === "lapsed" ? "past" : answer.reason };
}

/** `left` says what was given up; null when there was nothing. */
export type CancelAnswer =
  | { ok: true; left: "seat" | "offer" | "queue" | null }
  | { ok: false; reason: "past" };

/** Gives up a seat, an offer or a place in the queue; the first in the queue moves up at once. */
export function cancel(
  book: SeatBook,
  { sessionId, personId }: { sessionId: string; personId: string },
): CancelAnswer {
  const session = book.find(sessionId);
  const own = book.entry(sessionId, personId);
  if (!session || !own || !isLive(own)) return { ok: true, left: null };
  if (hasBegun(session, book.now)) return { ok: false, reason: "past" };
  const left = own.status === "waiting" ? "queue" : own.status === "offered" ? "offer" : "seat";
  const freed = leave(book, own, "cancelled");
  // Those they waited with may fit into what was too little for all.
  const partyMoves = left === "queue" && own.partyId !== null;
  settle(book, partyMoves ? [...freed, sessionId] : freed);
  return { ok: true, left };
}

export type AcceptAnswer =
  | { ok: true }
  | { ok: false; reason: "lapsed" | "past" | "cancelled" }
  | Extract<{ ok: false } & Refusal, { reason: "clash" | "same-workshop" }>;

/**
 * Takes an offered seat, for all who were offered theirs together. It ends their waits and offers at the same time;
 * accepting twice changes nothing.
 */
export function accept(
  book: SeatBook,
  { sessionId, personId, givesUp }: { sessionId: string; personId: string; givesUp: string | null },
): AcceptAnswer {
  const session = book.find(sessionId);
  const own = book.entry(sessionId, personId);
  if (!session || session.status === "cancelled") return { ok: false, reason: "cancelled" };
  if (own && isSeated(own)) return { ok: true };
  if (hasBegun(session, book.now)) return { ok: false, reason: "past" };
  if (own?.status !== "offered") return { ok: false, reason: "lapsed" };
  const party = book.offers(sessionId).filter((entry) => entry !== own && entry.partyId === own.partyId);
  const all = own.partyId === null ? [own] : [own, ...party];
  const verdicts = [];
  for (const entry of all) {
    const wish = entry === own ? (givesUp ?? own.givesUp) : entry.givesUp;
    const obstacles = book.obstacles(entry.personId, sessionId);
    const verdict = decidePromotion(obstacles, wish);
    if (!verdict.seat) {
      const inTheWay = obstacles.filter((one) => one.sessionId !== wish || !one.mayGiveUp);
      return { ok: false, reason: inTheWay[0]?.why ?? "clash", obstacles: inTheWay };
    }
    verdicts.push({ entry, givesUp: verdict.givesUp });
  }
  const moved = verdicts.flatMap(({ entry, givesUp }) => [
    ...seat(book, entry, givesUp, "promoted"),
    ...dropOffers(book, entry),
  ]);
  settle(book, moved);
  return { ok: true };
}

/** Offers of other sessions at the same time go to the next. */
function dropOffers(book: SeatBook, entry: Entry): string[] {
  return book
    .signupsOf(entry.personId)
    .filter((other) => other.status === "offered" && other !== entry && overlaps(other, entry))
    .flatMap((other) => leave(book, other, "withdrawn"));
}

/** What is to be done before anything else: offers that nobody answered are over. */
export function begin(book: SeatBook): void {
  settle(book, lapse(book));
}

function isLive({ status }: Entry): boolean {
  return status === "confirmed" || status === "waiting" || status === "offered" || status === "attended";
}
