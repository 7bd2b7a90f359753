import { type Instant, type IsoDate, instantOf, Temporal } from "~/platform/time.ts";

/** By the clock of the lecture's place. */
const hour = 18;
const saturday = 6;

/**
 * The evening on which somebody is told of all that came in by then: the next one at least an hour ahead, on a
 * working day, and later than `after`, the day they were last told.
 */
export function eveningAfter(now: Instant, timeZone: string, after: IsoDate | null): Instant {
  const soonest = now.add({ hours: 1 }).toZonedDateTimeISO(timeZone);
  let date = soonest.toPlainDate();
  if (soonest.hour >= hour) date = date.add({ days: 1 });
  if (after && Temporal.PlainDate.compare(date, after) <= 0)
    date = Temporal.PlainDate.from(after).add({ days: 1 });
  if (date.dayOfWeek >= saturday) date = date.add({ days: 8 - date.dayOfWeek });
  return instantOf(`${date}T${hour}:00`, timeZone);
}
