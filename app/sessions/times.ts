import { type IsoDateTime, type IsoInstant, instantOf, plus, Temporal } from "~/platform/time.ts";

export interface WallClock {
  startsLocal: IsoDateTime;
  timeZone: string;
  durationMinutes: number;
  allDay: boolean;
}

export interface Span {
  startsAt: IsoInstant;
  endsAt: IsoInstant;
}

const minutesADay = 24 * 60;

/**
 * The instants of a wall-clock time in its zone. A duration is elapsed time; an all-day session runs from midnight
 * to midnight on as many dates as its duration begins, whatever the clocks do in between.
 */
export function spanOf({ startsLocal, timeZone, durationMinutes, allDay }: WallClock): Span {
  if (!allDay) {
    const startsAt = instantOf(startsLocal, timeZone).toString();
    return { startsAt, endsAt: plus(startsAt, { minutes: durationMinutes }) };
  }
  const first = Temporal.PlainDateTime.from(startsLocal).toPlainDate();
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant().toString();
  const days = Math.max(1, Math.ceil(durationMinutes / minutesADay));
  return { startsAt: midnight(first), endsAt: midnight(first.add({ days })) };
}
