import type { SignupStatus } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { Deed } from "./attendees/deeds.ts";
import type { Clash } from "./clashes/clash.ts";
import type { TravelWarning } from "./clashes/travel.ts";
import {
  decidePromotion,
  decideSignup,
  hasBegun,
  type Obstacle,
  type Refusal,
  type SignupFacts,
} from "./decide.ts";
import type { PlaceExplained } from "./guarantees/explain.ts";
import type { Kept } from "./guarantees/kept.ts";
import type { Offer } from "./offers/offer.ts";
import { type QueueMoves, queueMoves } from "./offers/queue-moves.ts";
import type { Company } from "./parties/find.server.ts";
import { phaseOf } from "./seats/moments.ts";

/** What a sign-up panel shows to the person who looks. */
export interface Panel {
  sessionId: string;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  opensAt: IsoInstant | null;
  standing: Standing;
  /** When all this was so. */
  asOf: IsoInstant;
  /** What of the reader's own day is too near for the way between. */
  travel: TravelWarning[];
  /** What of theirs is at the same time since a session was moved. */
  clashes: Clash[];
  /** Who signed the reader up or out, and why; null when they did it themselves. */
  deed: Deed | null;
  /** Seats that are kept for hosts, while that lasts. */
  kept: Kept | null;
  /** What the reader's place in the queue depends on, where it is more than the place. */
  explained: PlaceExplained | null;
  /** With whom they come; null where nobody comes together, as to a lecture. */
  company: Company | null;
}

export type Standing =
  | { is: "anonymous" }
  /** `place` is the one they would get in the queue; null when a seat is free. */
  | { is: "free"; place: number | null }
  | { is: "in-the-way"; reason: "clash" | "same-workshop"; obstacles: Obstacle[]; place: number | null }
  | { is: "seated"; mayLeave: boolean }
  /** A seat is held for them until they answer. */
  | { is: "offered"; offer: Offer }
  | Waiting
  | { is: "refused"; reason: Exclude<Refusal["reason"], "clash" | "same-workshop"> };

/**
 * `inTheWay` makes free seats pass them by; `givesUp` goes when a seat is theirs; `atOnce` counts what they wait for at
 * this time, this one with it.
 */
export interface Waiting {
  is: "waiting";
  place: number;
  inTheWay: Obstacle[];
  givesUp: Obstacle | null;
  atOnce: number;
  queue: QueueMoves;
}

export interface PanelFacts extends Omit<SignupFacts, "own"> {
  own: { status: SignupStatus; place: number | null } | null;
  /** What is held for them; null also when that ran out. */
  offer: Offer | null;
  /** How many they wait for at this time. */
  atOnce: number;
  anonymous: boolean;
  /** Those they may take. */
  seatsLeft: number | null;
  waiting: number;
  /** How many of those who wait may take them too. */
  ahead: number;
}

/** Where a person stands with a session: the same decision that a request would meet. */
export function standingOf(facts: PanelFacts): Standing {
  const { own, session, now } = facts;
  const status = own?.status ?? null;
  if (facts.offer) return { is: "offered", offer: facts.offer };
  if (status === "confirmed" || status === "attended") {
    return { is: "seated", mayLeave: session.status !== "cancelled" && !hasBegun(session, now) };
  }
  const isFree = facts.seatsLeft === null || facts.seatsLeft > queueAhead(facts);
  const place = isFree ? null : facts.waiting + 1;
  // An offer that ran out is as good as none: asking again takes a new place.
  const asked = status === "offered" ? "cancelled" : status;
  const decision = decideSignup({ ...facts, own: asked });
  if (status === "waiting" && decision.do === "queue") return waiting(facts, own?.place ?? 1);
  if (decision.do !== "refuse") return facts.anonymous ? { is: "anonymous" } : { is: "free", place };
  if (decision.reason !== "clash" && decision.reason !== "same-workshop") {
    return { is: "refused", reason: decision.reason };
  }
  if (status === "waiting") return waiting(facts, own?.place ?? 1);
  return { is: "in-the-way", reason: decision.reason, obstacles: decision.obstacles, place };
}

/** Whom a free seat goes to first; in the last half hour nobody. */
function queueAhead({ session, now, ahead }: PanelFacts): number {
  return phaseOf(session, now) === "whoever" ? 0 : ahead;
}

function waiting(
  { session, now, seatsLeft, obstacles, givesUp, atOnce }: PanelFacts,
  place: number,
): Waiting {
  const verdict = decidePromotion(obstacles, givesUp);
  const swap = obstacles.find((one) => one.mayGiveUp && one.sessionId === givesUp) ?? null;
  return {
    is: "waiting",
    place,
    inTheWay: verdict.seat ? [] : obstacles.filter((one) => one !== swap),
    givesUp: swap,
    atOnce,
    queue: queueMoves(session, { now, seatsLeft }),
  };
}
