import { mayEditSession, mayOrganiseFestival } from "~/festivals/access.ts";
import type { Festival } from "~/festivals/festival.ts";
import { belongsTo, type Standing } from "~/people/access.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import { isOnTheDay } from "./moments.ts";

type Asking = Standing | null;

interface DoorSession {
  organisationId: string;
  startsAt: IsoInstant;
  timeZone: string;
}

/** How many come and have come: for the organisers of every host. */
export const mayCountHeads = (viewer: Asking, festival: Festival): boolean =>
  mayOrganiseFestival(viewer, festival);

/** The names of all who come, and checking them in: on the day, for the session's host and the lead. */
export function mayStandAtDoor(
  viewer: Asking,
  festival: Festival,
  session: DoorSession,
  now: Instant,
): boolean {
  return mayEditSession(viewer, festival, session) && isOnTheDay(session, now);
}

/** People of one's own organisation are found by name; everybody else by their whole mail address. */
export const maySearchByName = (viewer: Standing, person: { organisationId: string | null }): boolean =>
  person.organisationId !== null && belongsTo(viewer, person.organisationId);
