import type { SessionStatus } from "#db/schema/sessions.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { dateIn, type Instant, type IsoInstant, isBefore, Temporal } from "~/platform/time.ts";
import { decidePromotion, hasBegun, type Obstacle } from "../decide.ts";

/** A seat held for somebody, as the question shows it. */
export interface Offer {
  sessionId: string;
  until: IsoInstant;
  /** What makes a plain yes impossible. */
  inTheWay: Obstacle[];
  /** A seat that goes with the yes, as they chose when they joined the queue. */
  givesUp: Obstacle | null;
  /** Titles of what they no longer wait for once they have this seat. */
  drops: string[];
  /** They asked as a group, and one yes counts for all. */
  together: boolean;
}

/** What an answer by a mailed link meets. */
export type OfferState = "open" | "yours" | "waiting" | "gone" | "called-off" | "begun";

export function offerState({
  own,
  session,
  now,
}: {
  own: { status: SignupStatus; offeredUntil: IsoInstant | null } | null;
  session: { status: SessionStatus; startsAt: IsoInstant };
  now: Instant;
}): OfferState {
  if (session.status === "cancelled") return "called-off";
  if (own?.status === "confirmed" || own?.status === "attended") return "yours";
  if (hasBegun(session, now)) return "begun";
  if (own?.status === "waiting") return "waiting";
  return isOpen(own, now) ? "open" : "gone";
}

/** An offer that ran out may stand there for a moment, until its seat has gone on. */
export function isOpen(
  own: { status: SignupStatus; offeredUntil: IsoInstant | null } | null,
  now: Instant,
): own is { status: "offered"; offeredUntil: IsoInstant } {
  return own?.status === "offered" && own.offeredUntil !== null && isBefore(now, own.offeredUntil);
}

/** What a yes meets and what it costs. */
export function weighOffer(
  obstacles: Obstacle[],
  givesUp: string | null,
): Pick<Offer, "inTheWay" | "givesUp"> {
  const swap = obstacles.find((one) => one.mayGiveUp && one.sessionId === givesUp) ?? null;
  const verdict = decidePromotion(obstacles, givesUp);
  return { inTheWay: verdict.seat ? [] : obstacles.filter((one) => one !== swap), givesUp: swap };
}

/** `14:30` where the reader is, with the day when that is not today. */
export function untilWords(
  until: IsoInstant,
  now: Instant,
  { format, timeZone }: Pick<Text, "format" | "timeZone">,
) {
  const day = dateIn(Temporal.Instant.from(until), timeZone);
  const time = format.time(until, timeZone);
  return day === dateIn(now, timeZone) ? time : `${format.date(day)}, ${time}`;
}
