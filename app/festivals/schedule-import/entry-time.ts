import { Temporal } from "~/platform/time.ts";
import { clockOf, dateOf, type Fields, instantOf, lineOf, localOf } from "./values.ts";

/** When a day's programme begins where the file does not say: what starts earlier belongs to the night before. */
const defaultDayStart = Temporal.PlainTime.from("04:00");

export interface Day {
  date: Temporal.PlainDate | null;
  start: Temporal.PlainTime;
}

export function dayOf(day: Fields): Day {
  const start = /T(\d{2}:\d{2})/.exec(lineOf(day.day_start))?.[1];
  return {
    date: dateOf(day.date) ?? dateOf(day.day_start),
    start: (start && clockOf(start)) || defaultDayStart,
  };
}

export type EntryTime = { startsAt: Temporal.Instant; offset: string | null } | "noTime" | "badTime";

/**
 * When an entry starts: the instant of its date where that has an offset, whatever zone the file names;
 * else wall-clock time in that zone; else its start on its day, after midnight when that is before the day begins.
 */
export function startOf(event: Fields, day: Day, timeZone: string): EntryTime {
  const stated = lineOf(event.date);
  const instant = instantOf(stated);
  if (instant) return dateOf(stated) ? { startsAt: instant, offset: offsetIn(stated) } : "badTime";
  const local = localOf(stated) ?? onDay(event, day);
  if (!local) return stated === "" && lineOf(event.start) === "" ? "noTime" : "badTime";
  return dateOf(local.toString()) ? { startsAt: inZone(local, timeZone), offset: null } : "badTime";
}

function onDay(event: Fields, day: Day): Temporal.PlainDateTime | null {
  const stated = lineOf(event.date);
  const date = stated === "" ? day.date : /^\d{4}-\d{2}-\d{2}$/.test(stated) ? dateOf(stated) : null;
  const start = clockOf(event.start);
  if (!date || !start) return null;
  const nextDay = Temporal.PlainTime.compare(start, day.start) < 0;
  return date.add({ days: nextDay ? 1 : 0 }).toPlainDateTime(start);
}

function inZone(local: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  return local.toZonedDateTime(timeZone).toInstant();
}

/** `+01:00` of a date-time; null for `Z`, which says nothing of where it is. */
function offsetIn(text: string): string | null {
  const match = /([+-]\d{2}):?(\d{2})$/.exec(text);
  return match ? `${match[1]}:${match[2]}` : null;
}
