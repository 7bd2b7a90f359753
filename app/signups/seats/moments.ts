import { type Instant, type IsoInstant, isBefore, plus } from "~/platform/time.ts";

/** This long before the start a free seat is offered instead of given: by then not everybody looks at their mail. */
export const offersFromHours = 24;
/** How long an offered seat is held. */
export const offerHours = 2;
/** From then on the queue stands still and a free seat is for whoever takes it. */
export const queueStandsMinutes = 30;

interface Starts {
  startsAt: IsoInstant;
}

/** What becomes of a free seat: given to the first of the queue, offered to them, or left to whoever asks. */
export type Phase = "give" | "offer" | "whoever" | "over";

export function phaseOf({ startsAt }: Starts, now: Instant): Phase {
  if (!isBefore(now, startsAt)) return "over";
  if (!isBefore(now, queueStandsAt({ startsAt }))) return "whoever";
  return isBefore(now, offersFrom({ startsAt })) ? "give" : "offer";
}

/** From when a free seat is offered instead of given. */
export function offersFrom({ startsAt }: Starts): IsoInstant {
  return plus(startsAt, { hours: -offersFromHours });
}

/** When an offer made now lapses: after two hours, and when the queue comes to a stand at the latest. */
export function offerEnds({ startsAt }: Starts, now: Instant): IsoInstant {
  const end = plus(now, { hours: offerHours });
  const last = queueStandsAt({ startsAt });
  return isBefore(end, last) ? end : last;
}

export function queueStandsAt({ startsAt }: Starts): IsoInstant {
  return plus(startsAt, { minutes: -queueStandsMinutes });
}
