import {
  type Instant,
  type IsoDate,
  type IsoDateTime,
  type IsoInstant,
  localOf,
  Temporal,
} from "~/platform/time.ts";

/** A programme's day runs until four at night, as in pretalx: what starts earlier belongs to the evening before. */
const dayStartsAtHour = 4;

/** The day of the programme on which something with this wall-clock start is found. */
export function programmeDay(startsLocal: IsoDateTime): IsoDate {
  return Temporal.PlainDateTime.from(startsLocal)
    .subtract({ hours: dayStartsAtHour })
    .toPlainDate()
    .toString();
}

/** The day of the programme it is now. */
export function programmeToday(now: Instant, timeZone: string): IsoDate {
  return programmeDay(localOf(now, timeZone));
}

export interface Timed {
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  allDay: boolean;
}

/** The days on which something is found: one, or for what lasts all day each day from its first to its last. */
export function daysOf({ startsAt, endsAt, allDay }: Timed, timeZone: string): IsoDate[] {
  if (!allDay) return [programmeDay(localOf(startsAt, timeZone))];
  const first = Temporal.PlainDate.from(localOf(startsAt, timeZone).slice(0, 10));
  const end = Temporal.PlainDateTime.from(localOf(endsAt, timeZone)).subtract({ minutes: 1 }).toPlainDate();
  const count = Math.max(0, first.until(end, { largestUnit: "day" }).days);
  return Array.from({ length: count + 1 }, (_, index) => first.add({ days: index }).toString());
}

export type Phase = "past" | "now" | "to-come";

/** All in milliseconds. */
export function phaseOf({ from, until }: { from: number; until: number }, at: number): Phase {
  if (until <= at) return "past";
  return from <= at ? "now" : "to-come";
}
