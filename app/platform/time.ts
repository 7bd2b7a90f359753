import { Temporal } from "temporal-polyfill";

/**
 * Rows, loaders and JSON carry ISO 8601 strings; every calculation goes through Temporal.
 * IsoInstant is UTC with a `Z`; the other three are wall-clock values that mean nothing without an IANA zone.
 */
export type IsoInstant = string;
export type IsoDate = string;
export type IsoTime = string;
export type IsoDateTime = string;

export type Instant = Temporal.Instant;
export { Temporal };

/** The instant of a wall-clock time in an IANA zone; in a spring gap the later, in an autumn overlap the earlier. */
export function instantOf(local: IsoDateTime, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local)
    .toZonedDateTime(timeZone, { disambiguation: "compatible" })
    .toInstant();
}

/** The wall-clock time of an instant in an IANA zone, to the minute: `2026-11-23T10:30`. */
export function localOf(instant: IsoInstant | Temporal.Instant, timeZone: string): IsoDateTime {
  const zoned = Temporal.Instant.from(String(instant)).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** The calendar date it is now in an IANA zone. */
export function dateIn(now: Temporal.Instant, timeZone: string): IsoDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function plus(instant: IsoInstant | Temporal.Instant, duration: Temporal.DurationLike): IsoInstant {
  return Temporal.Instant.from(String(instant)).add(duration).toString();
}

export function isBefore(a: IsoInstant | Temporal.Instant, b: IsoInstant | Temporal.Instant): boolean {
  return Temporal.Instant.compare(exactly(a), exactly(b)) < 0;
}

const exactly = (given: IsoInstant | Temporal.Instant) =>
  typeof given === "string" ? Temporal.Instant.from(given) : given;

/** Whether the text names a zone this runtime knows. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a calendar date, `2026-11-23`. */
export function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
