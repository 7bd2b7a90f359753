import { dateIn, type IsoDate, type IsoTime, instantOf, isBefore, Temporal } from "~/platform/time.ts";
import { covers, type Stretch } from "./presence.ts";

export interface Rhythm {
  /** ISO weekday, 1 is Monday. */
  weekday: number;
  /** Wall-clock time in `timeZone`. */
  localTime: IsoTime;
  timeZone: string;
  startsOn: IsoDate;
  pauses: readonly Stretch[];
}

const weeksAhead = 8;
const firstOfferDays = 28;

/** The dates of the lectures still to come in the next eight weeks; from its first week when that lies ahead. */
export function comingDates(rhythm: Rhythm, now: Temporal.Instant): IsoDate[] {
  const today = Temporal.PlainDate.from(dateIn(now, rhythm.timeZone));
  const first = Temporal.PlainDate.from(rhythm.startsOn);
  let date = onWeekday(Temporal.PlainDate.compare(today, first) > 0 ? today : first, rhythm.weekday);
  if (!isBefore(now, startOf(rhythm, date.toString()))) date = date.add({ weeks: 1 });
  return Array.from({ length: weeksAhead }, (_, week) => date.add({ weeks: week }).toString()).filter(
    (day) => !rhythm.pauses.some((pause) => covers(pause, day)),
  );
}

/** The instant a lecture begins; `compatible` where the clock jumps, so that each date has exactly one. */
export function startOf(rhythm: Pick<Rhythm, "localTime" | "timeZone">, date: IsoDate): Temporal.Instant {
  return instantOf(`${date}T${rhythm.localTime}`, rhythm.timeZone);
}

/** Whether the first offer of a lecture on this date is due: 28 days before, counted in the series' own zone. */
export function isOfferDue(rhythm: Pick<Rhythm, "timeZone">, date: IsoDate, now: Temporal.Instant): boolean {
  return daysBetween(dateIn(now, rhythm.timeZone), date) <= firstOfferDays;
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

export function weeksBetween(from: IsoDate, to: IsoDate): number {
  return Math.round(daysBetween(from, to) / 7);
}

function onWeekday(date: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });
}
