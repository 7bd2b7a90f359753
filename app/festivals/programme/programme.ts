import type { Instant, IsoDate, IsoInstant } from "~/platform/time.ts";
import { phaseOf, programmeToday } from "./days.ts";
import {
  choicesOf,
  type FilterChoices,
  filterItems,
  groupByDay,
  isNarrowed,
  type ProgrammeDay,
  type ProgrammeFilter,
} from "./filter.ts";
import { type DayGrid, layoutDay } from "./grid.ts";
import type { Item } from "./item.ts";

/** What a release fixes of a programme, laid out once. */
export interface Plan {
  items: Item[];
  rooms: { id: string; name: string }[];
  days: PlannedDay[];
  choices: FilterChoices;
  /** Whether there are languages to tell apart. */
  multilingual: boolean;
  timeZone: string;
  total: number;
}

export interface PlannedDay {
  date: IsoDate;
  /** Their places among the items of the plan. */
  allDay: number[];
  grid: DayGrid;
}

export interface Programme {
  days: PlannedDay[];
  /** Every day of the programme with what the filters leave of it. */
  tabs: { date: IsoDate; count: number }[];
  choices: FilterChoices;
  today: IsoDate;
  /** The day that is shown; null: all of them. */
  day: IsoDate | null;
  /** The first time at which something shown started that still goes on. */
  nowAt: IsoInstant | null;
  shown: number;
  total: number;
}

/** A programme of more sessions than this shows one day at a time, unless all are asked for. */
export const mostAtOnce = 120;

export function planProgramme(items: Item[], rooms: { id: string; name: string }[], timeZone: string): Plan {
  const choices = choicesOf(items);
  return {
    items,
    rooms,
    days: groupByDay(items).map((day) => planDay(day, rooms)),
    choices,
    multilingual: choices.languages.length > 1,
    timeZone,
    total: countSessions(items),
  };
}

function planDay({ date, items }: ProgrammeDay, rooms: { id: string; name: string }[]): PlannedDay {
  return {
    date,
    allDay: items.filter((item) => item.allDay).map((item) => item.index),
    grid: layoutDay(
      items.filter((item) => !item.allDay),
      rooms,
    ),
  };
}

/**
 * The programme as it is asked for: by day, narrowed by the filters, each day laid out as a grid. `items` are the
 * plan's with what this reader has of them.
 */
export function buildProgramme(plan: Plan, items: Item[], filter: ProgrammeFilter, now: Instant): Programme {
  const today = programmeToday(now, plan.timeZone);
  const left = filterItems(items, filter);
  const narrowed = isNarrowed(filter);
  const byDay = groupByDay(left);
  const counts = new Map(byDay.map((day) => [day.date, countSessions(day.items)]));
  const tabs = plan.days.map(({ date }) => ({ date, count: counts.get(date) ?? 0 }));
  const day = dayOf(plan, tabs, filter, today);
  const days = narrowed ? byDay.map((found) => planDay(found, plan.rooms)) : plan.days;
  const shown = byDay.filter(({ date }) => day === null || date === day).flatMap((found) => found.items);
  const at = now.epochMilliseconds;
  const running = shown.find((item) => !item.allDay && phaseOf(item, at) === "now");
  return {
    days: days.filter(({ date }) => day === null || date === day),
    nowAt: running?.startsAt ?? null,
    tabs,
    choices: plan.choices,
    today,
    day,
    shown: countSessions(shown),
    total: plan.total,
  };
}

/** The day asked for; of a long programme today's, else the first day with something in it. */
function dayOf(
  { total }: Plan,
  tabs: Programme["tabs"],
  { day, favourites }: ProgrammeFilter,
  today: IsoDate,
): IsoDate | null {
  if (day === "all" || (day === null && favourites)) return null;
  if (day !== null) return day;
  if (total <= mostAtOnce || tabs.length < 2) return null;
  const filled = tabs.filter(({ count }) => count > 0);
  return (filled.find(({ date }) => date >= today) ?? filled[0] ?? tabs[0])?.date ?? null;
}

/** Breaks are in the programme, but nobody counts them. */
function countSessions(items: Item[]): number {
  return new Set(items.filter((item) => item.kind !== "break").map((item) => item.index)).size;
}
