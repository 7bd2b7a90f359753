import { type IsoDate, type IsoTime, isBefore, Temporal } from "~/platform/time.ts";
import { startOf } from "./dates.ts";

interface Rhythm {
  weekday: number;
  localTime: IsoTime;
  timeZone: string;
}

/**
 * The date of a lecture when its series moves to another weekday: the same ISO week. A lecture that would then lie
 * in the past keeps its date.
 */
export function movedDate(date: IsoDate, rhythm: Rhythm, now: Temporal.Instant): IsoDate {
  const day = Temporal.PlainDate.from(date);
  const moved = day.add({ days: rhythm.weekday - day.dayOfWeek }).toString();
  return isBefore(now, startOf(rhythm, moved)) ? moved : date;
}
