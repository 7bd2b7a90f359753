import type { SignupStatus } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";
import {
  decidePromotion,
  decideSignup,
  hasBegun,
  holdsSeat,
  type Obstacle,
  type Refusal,
  type SignupFacts,
} from "./decide.ts";

/** What a sign-up panel shows to the person who looks. */
export interface Panel {
  sessionId: string;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  opensAt: IsoInstant | null;
  standing: Standing;
}

export type Standing =
  | { is: "anonymous" }
  /** `place` is the one they would get in the queue; null when a seat is free. */
  | { is: "free"; place: number | null }
  | { is: "in-the-way"; reason: "clash" | "same-workshop"; obstacles: Obstacle[]; place: number | null }
  | { is: "seated"; mayLeave: boolean }
  /** `inTheWay` makes free seats pass them by; `givesUp` goes when a seat is theirs. */
  | { is: "waiting"; place: number; inTheWay: Obstacle[]; givesUp: Obstacle | null }
  | { is: "refused"; reason: Exclude<Refusal["reason"], "clash" | "same-workshop"> };

export interface PanelFacts extends Omit<SignupFacts, "own"> {
  own: { status: SignupStatus; place: number | null } | null;
  anonymous: boolean;
  seatsLeft: number | null;
  waiting: number;
}

/** Where a person stands with a session: the same decision that a request would meet. */
export function standingOf(facts: PanelFacts): Standing {
  const { own, obstacles, givesUp, session, now } = facts;
  const status = own?.status ?? null;
  if (holdsSeat(status)) {
    return { is: "seated", mayLeave: session.status !== "cancelled" && !hasBegun(session, now) };
  }
  const place = facts.seatsLeft === null || facts.seatsLeft > facts.waiting ? null : facts.waiting + 1;
  const decision = decideSignup({ ...facts, own: status });
  if (status === "waiting" && decision.do === "queue") return waiting(own?.place ?? 1, obstacles, givesUp);
  if (decision.do !== "refuse") return facts.anonymous ? { is: "anonymous" } : { is: "free", place };
  if (decision.reason !== "clash" && decision.reason !== "same-workshop") {
    return { is: "refused", reason: decision.reason };
  }
  if (status === "waiting") return waiting(own?.place ?? 1, obstacles, givesUp);
  return { is: "in-the-way", reason: decision.reason, obstacles: decision.obstacles, place };
}

function waiting(place: number, obstacles: Obstacle[], givesUp: string | null): Standing {
  const verdict = decidePromotion(obstacles, givesUp);
  const swap = obstacles.find((one) => one.mayGiveUp && one.sessionId === givesUp) ?? null;
  return {
    is: "waiting",
    place,
    inTheWay: verdict.seat ? [] : obstacles.filter((one) => one !== swap),
    givesUp: swap,
  };
}
