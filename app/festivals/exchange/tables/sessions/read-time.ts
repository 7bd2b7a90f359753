import { type DateGround, readDate } from "~/platform/tables/when/dates.ts";
import { readMoment } from "~/platform/tables/when/moments.ts";
import { minutesBetween, readDuration, readTimes } from "~/platform/tables/when/times.ts";
import { type IsoDateTime, Temporal } from "~/platform/time.ts";
import { longestMinutes } from "../../../draft-form.ts";
import type { Cells } from "../cells.ts";

export interface TimeGround extends DateGround {
  timeZone: string;
}

export interface ReadTimeFields {
  /** Undefined where the table says nothing of it. */
  startsLocal?: IsoDateTime | null;
  durationMinutes?: number;
}

/** When a session was, as far as it is there already: a table may give a new date and say nothing of the time. */
interface Before {
  startsLocal: IsoDateTime | null;
}

/** When it starts and how long it takes, of the columns date, start, end and duration. */
export function readTimeFields(
  cells: Cells,
  ground: TimeGround,
  { before, allDay }: { before: Before | null; allDay: boolean },
): ReadTimeFields {
  const start = cells.text("start");
  const date = dateIn(cells, ground);
  const times = start === "" ? null : readTimes(start);
  const moment = start !== "" && !times ? readMoment(start, ground) : null;
  if (moment === "ambiguousDate") cells.wrong("start", "ambiguousDate");
  if (moment === "badMoment") cells.wrong("start", "badTime");
  if (date === null || moment === "ambiguousDate" || moment === "badMoment") return {};
  const clock = times?.start ?? (moment ?? date.clock)?.slice(11, 16);
  const startsLocal = startOf(cells, { day: moment?.slice(0, 10) ?? date.day, clock, before, allDay });
  const durationMinutes = durationIn(cells, ground, { startsLocal, end: times?.end ?? null });
  return {
    ...(startsLocal === undefined ? {} : { startsLocal }),
    ...(durationMinutes ? { durationMinutes } : {}),
  };
}

/** Null where it was said to be wrong; the date column may hold the time as well. */
function dateIn(cells: Cells, ground: TimeGround): { day?: string; clock?: string } | null {
  const text = cells.text("date");
  if (text === "") return {};
  const date = readDate(text, ground);
  if (date !== "badDate" && date !== "ambiguousDate") return { day: date };
  const moment = date === "badDate" ? readMoment(text, ground) : "ambiguousDate";
  if (moment !== "badMoment" && moment !== "ambiguousDate")
    return { day: moment.slice(0, 10), clock: moment };
  cells.wrong("date", moment === "ambiguousDate" ? moment : "badDate");
  return null;
}

interface Found {
  day: string | undefined;
  clock: string | undefined;
  before: Before | null;
  allDay: boolean;
}

function startOf(cells: Cells, { day, clock, before, allDay }: Found): IsoDateTime | null | undefined {
  if (allDay && day) return `${day}T00:00`;
  if (!day && !clock) return cells.has("date") || cells.has("start") ? null : undefined;
  const knownDay = day ?? (cells.has("date") ? undefined : before?.startsLocal?.slice(0, 10));
  const knownClock = clock ?? (cells.has("start") ? undefined : before?.startsLocal?.slice(11, 16));
  if (!knownDay) return cells.wrong("start", "noDate");
  return knownClock ? `${knownDay}T${knownClock}` : cells.wrong("date", "noTime");
}

function durationIn(
  cells: Cells,
  ground: TimeGround,
  { startsLocal, end }: { startsLocal: IsoDateTime | null | undefined; end: string | null },
): number | undefined {
  const stated = cells.text("duration");
  if (stated !== "") return within(cells, "duration", readDuration(stated));
  const until = cells.text("end");
  const clock = until === "" ? end : (readTimes(until)?.start ?? null);
  if (clock) return startsLocal ? minutesBetween(startsLocal.slice(11, 16), clock) : undefined;
  if (until === "") return undefined;
  const moment = readMoment(until, ground);
  if (moment === "ambiguousDate") return cells.wrong("end", moment);
  if (moment === "badMoment") return cells.wrong("end", "badTime");
  if (!startsLocal) return undefined;
  const from = Temporal.PlainDateTime.from(startsLocal);
  return within(cells, "end", from.until(moment).total("minutes"));
}

function within(cells: Cells, field: "duration" | "end", minutes: number | null): number | undefined {
  const fits = minutes !== null && minutes >= 1 && minutes <= longestMinutes;
  return fits ? minutes : cells.wrong(field, "badDuration");
}
