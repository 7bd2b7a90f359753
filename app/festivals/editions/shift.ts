import { type IsoDate, type IsoDateTime, instantOf, localOf, Temporal } from "~/platform/time.ts";

/** Whole days from one date to another; negative when it is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

export function shiftDate(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The same time on the clock, so many days later. */
export function shiftLocal(local: IsoDateTime, days: number): IsoDateTime {
  return Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: "minute" });
}

/**
 * The same time on the festival's clock so many days later, by the clock it is told by: when the two change their
 * clocks on different days, the hour of the one that is told may differ.
 */
export function shiftTold(
  { startsLocal, timeZone }: { startsLocal: IsoDateTime; timeZone: string },
  days: number,
  festivalZone: string,
): IsoDateTime {
  if (timeZone === festivalZone) return shiftLocal(startsLocal, days);
  const here = localOf(instantOf(startsLocal, timeZone), festivalZone);
  return localOf(instantOf(shiftLocal(here, days), festivalZone), timeZone);
}

/** About a year later, on the same weekday. */
export function yearLater(date: IsoDate): IsoDate {
  return shiftDate(date, 52 * 7);
}

/** What an edition in this year is called: a year in its name becomes that one. */
export function nameOf(name: string, year: number): string {
  return name.replace(/\b20\d\d\b/, String(year));
}
