import { type IsoInstant, Temporal } from "~/platform/time.ts";

export function inZone(instant: IsoInstant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

/** `01:30`; more than 99 hours have more digits. */
export function hoursAndMinutes(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The same, but `4:04:00` (days, hours, minutes) from 100 hours on, which is all that the XML format knows. */
export function xmlDuration(minutes: number): string {
  if (minutes < 6000) return hoursAndMinutes(minutes);
  return `${Math.floor(minutes / 1440)}:${hoursAndMinutes(minutes % 1440)}`;
}

const two = (number: number) => String(number).padStart(2, "0");
