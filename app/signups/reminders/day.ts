import { type Instant, type IsoDate, Temporal } from "~/platform/time.ts";

/** Wall-clock hours in the zone of the festival. */
const firstHour = 16;
const lastHour = 6;

/**
 * The day people are reminded of at this moment: tomorrow from four in the afternoon. Until six in the morning it is
 * the day that has begun, for those who joined last thing and for a server that was away in the evening.
 */
export function dayToRemind(now: Instant, timeZone: string): IsoDate | null {
  const local = now.toZonedDateTimeISO(timeZone);
  if (local.hour >= firstHour) return local.toPlainDate().add({ days: 1 }).toString();
  if (local.hour < lastHour) return local.toPlainDate().toString();
  return null;
}

/** Days that some zone is in now, or is reminded of. */
export function daysAround(now: Instant): { from: IsoDate; to: IsoDate } {
  const date = now.toZonedDateTimeISO("UTC").toPlainDate();
  const days = Temporal.Duration.from({ days: 2 });
  return { from: date.subtract(days).toString(), to: date.add(days).toString() };
}
