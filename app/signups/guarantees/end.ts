import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";

export type EndRefusal = "ended" | "past" | "after-festival";

/** Whether the time at which guarantees end may become another one: not once it has come, and never a time gone by. */
export function refusesEnd({
  before,
  wanted,
  festivalEnds,
  now,
}: {
  before: IsoInstant | null;
  /** Null: when each session begins. */
  wanted: IsoInstant | null;
  festivalEnds: IsoInstant | Instant;
  now: Instant;
}): EndRefusal | null {
  if (before !== null && !isBefore(now, before)) return "ended";
  if (wanted === null) return null;
  if (!isBefore(now, wanted)) return "past";
  return isBefore(festivalEnds, wanted) ? "after-festival" : null;
}
