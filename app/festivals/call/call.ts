import type { FestivalStatus } from "#db/schema/festivals.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";

export interface CallFacts {
  status: FestivalStatus;
  archivedAt: IsoInstant | null;
  callOpensAt: IsoInstant | null;
  callClosesAt: IsoInstant | null;
}

/** `none`: nobody has planned one. */
export type CallWindow = "none" | "not-yet" | "open" | "closed";

/** Where the call for workshops stands now. It opens and closes at its moments by itself, no job has to run for it. */
export function callWindow(festival: CallFacts, now: Instant): CallWindow {
  const { status, archivedAt, callOpensAt, callClosesAt } = festival;
  if (callOpensAt === null) return "none";
  if (status === "over" || status === "cancelled" || archivedAt !== null) return "closed";
  if (callClosesAt !== null && !isBefore(now, callClosesAt)) return "closed";
  return status === "draft" || isBefore(now, callOpensAt) ? "not-yet" : "open";
}
