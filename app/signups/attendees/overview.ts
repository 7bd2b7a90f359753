import type { SignupStatus } from "#db/schema/signups.ts";
import { type Instant, type IsoInstant, isBefore, plus } from "~/platform/time.ts";
import { holdsSeat } from "../decide.ts";

/** How many people of an organisation have what of a session. */
export interface SeatCount {
  sessionId: string;
  /** Null for people without one. */
  organisationId: string | null;
  status: SignupStatus;
  count: number;
}

export interface SeatsShare {
  /** Null for people without one. */
  organisationId: string | null;
  seats: number;
  /** Seats kept for them that are still free. */
  kept: number;
}

export interface SeatsFigures {
  /** Null: everybody fits. */
  capacity: number | null;
  taken: number;
  waiting: number;
  /** Offers that nobody answered yet; they hold their seats. */
  offered: number;
  kept: number;
  /** Those with most seats first. */
  shares: SeatsShare[];
}

interface Counted {
  capacity: number | null;
  counts: readonly Omit<SeatCount, "sessionId">[];
  /** Kept and still in force. */
  guarantees: readonly { organisationId: string; seats: number }[];
}

/** The figures of one session. Seats taken are confirmed, offered and attended ones. */
export function figuresOf({ capacity, counts, guarantees }: Counted): SeatsFigures {
  const shares = new Map<string | null, SeatsShare>();
  const share = (organisationId: string | null) => {
    const one = shares.get(organisationId) ?? { organisationId, seats: 0, kept: 0 };
    shares.set(organisationId, one);
    return one;
  };
  const sum = (fits: (status: SignupStatus) => boolean) =>
    counts.filter(({ status }) => fits(status)).reduce((all, { count }) => all + count, 0);
  for (const { organisationId, status, count } of counts)
    if (holdsSeat(status)) share(organisationId).seats += count;
  for (const { organisationId, seats } of guarantees) {
    const one = share(organisationId);
    one.kept = Math.max(0, seats - one.seats);
  }
  return {
    capacity,
    taken: sum(holdsSeat),
    waiting: sum((status) => status === "waiting"),
    offered: sum((status) => status === "offered"),
    kept: [...shares.values()].reduce((all, { kept }) => all + kept, 0),
    shares: [...shares.values()].sort((a, b) => b.seats - a.seats || b.kept - a.kept),
  };
}

export type Need = "clashes" | "full" | "kept" | "empty";
const needs: readonly Need[] = ["clashes", "full", "kept", "empty"];

export interface Attention {
  need: Need;
  sessionId: string;
  /** Of people who must choose, who wait, or of seats kept. */
  count: number;
}

export interface Watched extends SeatsFigures {
  sessionId: string;
  startsAt: IsoInstant;
  /** People who have something else at that time since it was moved. */
  clashes: number;
}

/** From so many on, those who wait are worth a thought: a tenth of the seats, and three at least. */
export const manyWaiting = (capacity: number) => Math.max(3, Math.ceil(capacity / 10));
export const emptyDays = 2;

/** What organisers had better look at first; what counts most comes first, the soonest within it. */
export function attentionOf(sessions: readonly Watched[], now: Instant): Attention[] {
  return sessions
    .filter(({ startsAt }) => isBefore(now, startsAt))
    .flatMap((session) => needsOf(session, now).map((one) => ({ ...one, startsAt: session.startsAt })))
    .sort(
      (a, b) =>
        needs.indexOf(a.need) - needs.indexOf(b.need) || Date.parse(a.startsAt) - Date.parse(b.startsAt),
    )
    .map(({ need, sessionId, count }) => ({ need, sessionId, count }));
}

function needsOf(session: Watched, now: Instant): Attention[] {
  const { sessionId, capacity, taken, waiting, kept, clashes, startsAt } = session;
  const of = (need: Need, count: number, holds: boolean) => (holds ? [{ need, sessionId, count }] : []);
  if (capacity === null) return of("clashes", clashes, clashes > 0);
  const soon = !isBefore(now, plus(startsAt, { hours: -24 * emptyDays }));
  const full = taken >= capacity && waiting >= manyWaiting(capacity);
  return [
    ...of("clashes", clashes, clashes > 0),
    ...of("full", waiting, full),
    ...of("kept", kept, kept > 0 && waiting > 0),
    ...of("empty", capacity, taken === 0 && soon),
  ];
}
