import { dateIn, type IsoDate, Temporal } from "~/platform/time.ts";

export const homeZone = "Europe/Amsterdam";

export interface Pause {
  startsOn: IsoDate;
  endsOn: IsoDate;
  reason: string;
}

/** When nobody is at work in the years around a date; both dates included. */
export function pausesAround(date: Temporal.PlainDate): Pause[] {
  return [date.year - 1, date.year, date.year + 1].flatMap((year) => [
    { startsOn: `${year}-07-27`, endsOn: `${year}-08-14`, reason: "Zomervakantie" },
    { startsOn: `${year}-12-21`, endsOn: `${year + 1}-01-03`, reason: "Kerstvakantie" },
  ]);
}

/** The first of two working days near a date: a Tuesday, outside the holidays. */
export function festivalDay(near: Temporal.PlainDate): Temporal.PlainDate {
  let day = near.add({ days: (2 - near.dayOfWeek + 7) % 7 });
  const pauses = pausesAround(day);
  while (pauses.some((pause) => pause.startsOn <= day.toString() && day.toString() <= pause.endsOn)) {
    day = day.add({ weeks: 1 });
  }
  return day;
}

export interface DemoDates {
  today: Temporal.PlainDate;
  spring: Temporal.PlainDate;
  autumn: Temporal.PlainDate;
  /** A year before, and over. */
  lastAutumn: Temporal.PlainDate;
}

/** Everything is told from today: the spring festival in five weeks, the autumn one half a year later. */
export function demoDates(now: Temporal.Instant): DemoDates {
  const today = Temporal.PlainDate.from(dateIn(now, homeZone));
  const spring = festivalDay(today.add({ weeks: 5 }));
  const autumn = festivalDay(spring.add({ weeks: 26 }));
  return { today, spring, autumn, lastAutumn: festivalDay(autumn.subtract({ weeks: 52 })) };
}

/** The instant of a wall-clock time so many days from today; for what happened before now. */
export function daysAgo(dates: DemoDates, days: number, time = "09:00"): string {
  const local = dates.today.subtract({ days }).toPlainDateTime(Temporal.PlainTime.from(time));
  return local.toZonedDateTime(homeZone).toInstant().toString();
}
