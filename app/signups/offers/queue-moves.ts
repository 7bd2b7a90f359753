import type { Instant, IsoInstant } from "~/platform/time.ts";
import { offersFrom, type Phase, phaseOf, queueStandsAt } from "../seats/moments.ts";

/** How a queue moves now and later, for whoever waits in it. */
export interface QueueMoves {
  now: Phase;
  offersFrom: IsoInstant;
  standsAt: IsoInstant;
  /** A seat is free and nobody goes first: it is for whoever takes it. */
  mayTake: boolean;
}

export function queueMoves(
  session: { startsAt: IsoInstant },
  { now, seatsLeft }: { now: Instant; seatsLeft: number | null },
): QueueMoves {
  const phase = phaseOf(session, now);
  return {
    now: phase,
    offersFrom: offersFrom(session),
    standsAt: queueStandsAt(session),
    mayTake: phase === "whoever" && (seatsLeft === null || seatsLeft > 0),
  };
}
