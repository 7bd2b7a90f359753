import type { SessionKind, SessionStatus } from "#db/schema/sessions.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";

/** Whether a festival or a series takes sign-ups now; the page that asks knows. */
export type SignupWindow = "open" | "not-yet" | "closed" | "ballot";

/** Something a person already has that stands in the way of a seat. */
export interface Obstacle {
  why: "clash" | "same-workshop";
  sessionId: string;
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  /** A seat can be given up; what a person gives themselves cannot. */
  mayGiveUp: boolean;
}

export type Refusal =
  | { reason: "clash" | "same-workshop"; obstacles: Obstacle[] }
  | { reason: "closed" | "not-open-yet" | "ballot" | "cancelled" | "past" | "no-signup" | "own-session" };

export interface SignupFacts {
  session: { kind: SessionKind; status: SessionStatus; startsAt: IsoInstant };
  window: SignupWindow;
  now: Instant;
  /** What this person has of the session already. */
  own: SignupStatus | null;
  /** Whether they give it themselves. */
  gives: boolean;
  obstacles: Obstacle[];
  /** The session whose seat they are ready to give up for this one. */
  givesUp: string | null;
}

export type Decision =
  | { do: "keep-seat" }
  /** Take or keep a place in the queue; whoever is first and fits gets the free seats. */
  | { do: "queue"; givesUp: string | null }
  | ({ do: "refuse" } & Refusal);

const refusedBy = { "not-yet": "not-open-yet", closed: "closed", ballot: "ballot" } as const;

/** What a request for a seat comes to. Whether a seat is free is the queue's matter: nobody passes it. */
export function decideSignup({
  session,
  window,
  now,
  own,
  gives,
  obstacles,
  givesUp,
}: SignupFacts): Decision {
  if (session.status === "cancelled") return { do: "refuse", reason: "cancelled" };
  if (holdsSeat(own)) return { do: "keep-seat" };
  if (session.kind === "break") return { do: "refuse", reason: "no-signup" };
  if (hasBegun(session, now)) return { do: "refuse", reason: "past" };
  if (gives) return { do: "refuse", reason: "own-session" };
  if (own !== "waiting" && window !== "open") return { do: "refuse", reason: refusedBy[window] };
  const { inTheWay, swap } = clearWay(obstacles, givesUp);
  const [first] = inTheWay;
  if (first) return { do: "refuse", reason: first.why, obstacles: inTheWay };
  return { do: "queue", givesUp: swap };
}

/** Whether a free seat can become this person's now, and which seat they give up for it. */
export function decidePromotion(
  obstacles: Obstacle[],
  givesUp: string | null,
): { seat: true; givesUp: string | null } | { seat: false } {
  const { inTheWay, swap } = clearWay(obstacles, givesUp);
  return inTheWay.length === 0 ? { seat: true, givesUp: swap } : { seat: false };
}

/** What is left in the way once the seat is given up, and that seat if it was in the way at all. */
function clearWay(obstacles: Obstacle[], givesUp: string | null) {
  const swapped = obstacles.find((one) => one.mayGiveUp && one.sessionId === givesUp);
  return { inTheWay: obstacles.filter((one) => one !== swapped), swap: swapped?.sessionId ?? null };
}

export function holdsSeat(status: SignupStatus | null): boolean {
  return status === "confirmed" || status === "offered" || status === "attended";
}

export function hasBegun(session: { startsAt: IsoInstant }, now: Instant): boolean {
  return !isBefore(now, session.startsAt);
}

/** Seats that may be given now: none once it has begun or is called off. Unlimited is `Infinity`. */
export function seatsToGive(
  session: { status: SessionStatus; startsAt: IsoInstant; capacity: number | null; seatsTaken: number },
  now: Instant,
): number {
  if (session.status === "cancelled" || hasBegun(session, now)) return 0;
  return session.capacity === null
    ? Number.POSITIVE_INFINITY
    : Math.max(0, session.capacity - session.seatsTaken);
}
