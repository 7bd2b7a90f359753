import { dateIn, type Instant, type IsoDate, Temporal } from "~/platform/time.ts";
import type { Stretch } from "../presence.ts";

/** Days a calendar gives a name; both dates included. */
export interface Holiday extends Stretch {
  name: string;
}

/** Why a file holds no holidays; each has a sentence in the catalogue. */
export type HolidayRefusal =
  | "nothingSent"
  | "tooLarge"
  | "notACalendar"
  | "tooManyEvents"
  | "tooRepetitive"
  | "none"
  | "nothingTicked";

export const holidayLimits = {
  fileBytes: 1024 * 1024,
  events: 2000,
  /** Of one event that repeats, from its first day on. */
  repeats: 10_000,
  /** In the window. */
  holidays: 400,
  name: 120,
  milliseconds: 1500,
} as const;

/** The days holidays are taken for: from today, 18 months ahead. Both included. */
export interface HolidayWindow {
  from: IsoDate;
  to: IsoDate;
}

export function holidayWindow(now: Instant, timeZone: string): HolidayWindow {
  const from = dateIn(now, timeZone);
  return { from, to: Temporal.PlainDate.from(from).add({ months: 18 }).toString() };
}

export function isWithin({ startsOn, endsOn }: Stretch, { from, to }: HolidayWindow): boolean {
  return endsOn >= from && startsOn <= to;
}
