import { dateIn, type Instant } from "~/platform/time.ts";
import { type Festival, isOver } from "../festival.ts";

export type FestivalState = Festival["status"] | "on" | "postponed";

/** How a festival stands at a moment: its status, unless the calendar knows better. */
export function stateOf(
  festival: Pick<Festival, "status" | "startsOn" | "endsOn" | "timeZone" | "postponedAt">,
  now: Instant,
): FestivalState {
  if (festival.status === "cancelled" || festival.status === "draft") return festival.status;
  if (festival.postponedAt) return "postponed";
  if (isOver(festival, now)) return "over";
  const begun = festival.startsOn <= dateIn(now, festival.timeZone);
  return festival.status === "released" && begun ? "on" : festival.status;
}
