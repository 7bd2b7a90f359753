import type { Visibility } from "#db/schema/festivals.ts";
import type { IsoDate, IsoTime } from "~/platform/time.ts";
import type { RosterMode } from "./ledger.ts";

export interface SeriesHost {
  id: string;
  slug: string;
  name: string;
  colour: string;
}

/** Weeks without a lecture; both dates included. */
export interface SeriesPause {
  id: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  reason: string;
}

export interface Series {
  id: string;
  slug: string;
  name: string;
  description: string;
  visibility: Visibility;
  language: string;
  /** ISO weekday, 1 is Monday. */
  weekday: number;
  /** Wall-clock time in `timeZone`. */
  localTime: IsoTime;
  timeZone: string;
  place: string;
  durationMinutes: number;
  /** One rule a line. */
  houseRules: string;
  rosterMode: RosterMode;
  seed: string;
  startsOn: IsoDate;
  leadOrganisationId: string;
  /** The one that leads it first, then by name. */
  hosts: SeriesHost[];
  pauses: SeriesPause[];
}

/** `no-show` and `cancelled` are both turns at which nobody spoke. */
export function isUpcoming(status: string): status is "open" | "offered" | "confirmed" {
  return status === "open" || status === "offered" || status === "confirmed";
}
