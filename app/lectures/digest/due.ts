import { type Instant, type IsoDate, instantOf, Temporal } from "~/platform/time.ts";

export interface DueDigest {
  /** The month it goes out in: `2026-12`. */
  month: string;
  dueAt: Instant;
  /** The month it looks back on; both dates included. */
  from: IsoDate;
  to: IsoDate;
}

const hour = "09:00";
/** A worker that was down that long brings it later; after it, the month is no longer news. */
const stillNews = { hours: 7 * 24 };

/** The first day of the month from Monday to Friday, and never New Year's Day. */
export function firstWorkingDay(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  let day = month.toPlainDate({ day: month.month === 1 ? 2 : 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day;
}

/** The digest whose moment has come in an IANA zone: from nine o'clock on the month's first working day, for a week. */
export function dueDigest(now: Instant, timeZone: string): DueDigest | null {
  const month = monthIn(now, timeZone);
  const dueAt = instantOf(`${firstWorkingDay(month)}T${hour}`, timeZone);
  const late = dueAt.add(stillNews);
  const isDue = Temporal.Instant.compare(now, dueAt) >= 0 && Temporal.Instant.compare(now, late) < 0;
  return isDue ? { month: month.toString(), dueAt, ...before(month) } : null;
}

/** What a digest would look back on if it went out now: the month before. */
export function digestOf(now: Instant, timeZone: string): DueDigest {
  const month = monthIn(now, timeZone);
  return { month: month.toString(), dueAt: now, ...before(month) };
}

const monthIn = (now: Instant, timeZone: string) =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth();

function before(month: Temporal.PlainYearMonth): { from: IsoDate; to: IsoDate } {
  const last = month.subtract({ months: 1 });
  return {
    from: last.toPlainDate({ day: 1 }).toString(),
    to: last.toPlainDate({ day: last.daysInMonth }).toString(),
  };
}
