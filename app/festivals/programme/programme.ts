import type { Instant, IsoDate, IsoInstant } from "~/platform/time.ts";
import { type Phase, phaseOf, programmeToday } from "./days.ts";
import { choicesOf, type FilterChoices, filterItems, groupByDay, type ProgrammeFilter } from "./filter.ts";
import { type DayGrid, layoutDay } from "./grid.ts";
import type { Item } from "./item.ts";

export interface ShownDay {
  date: IsoDate;
  allDay: Item[];
  grid: DayGrid;
}

export interface Programme {
  days: ShownDay[];
  /** Every day of the programme with what the filters leave of it. */
  tabs: { date: IsoDate; count: number }[];
  choices: FilterChoices;
  phases: Record<string, Phase>;
  today: IsoDate;
  /** The first time at which something shown started that still goes on. */
  nowAt: IsoInstant | null;
  shown: number;
  total: number;
  /** Whether there are languages to tell apart. */
  multilingual: boolean;
}

export interface ProgrammeFacts {
  items: Item[];
  rooms: { id: string; name: string }[];
  timeZone: string;
  now: Instant;
}

/** The programme as it is asked for: by day, narrowed by the filters, each day laid out as a grid. */
export function buildProgramme(
  { items, rooms, timeZone, now }: ProgrammeFacts,
  filter: ProgrammeFilter,
): Programme {
  const at = now.toString();
  const everyDay = groupByDay(items, timeZone);
  const left = groupByDay(filterItems(items, filter), timeZone);
  const days = left.filter((day) => filter.day === null || day.date === filter.day);
  const counts = new Map(left.map((day) => [day.date, countSessions(day.items)]));
  const choices = choicesOf(items);
  const running = days
    .flatMap((day) => day.items)
    .find((item) => !item.allDay && phaseOf(item, at) === "now");
  return {
    days: days.map((day) => ({
      date: day.date,
      allDay: day.items.filter((item) => item.allDay),
      grid: layoutDay(
        day.items.filter((item) => !item.allDay),
        rooms,
        at,
      ),
    })),
    nowAt: running?.startsAt ?? null,
    tabs: everyDay.map(({ date }) => ({ date, count: counts.get(date) ?? 0 })),
    choices,
    phases: Object.fromEntries(items.map((item) => [item.id, phaseOf(item, at)])),
    today: programmeToday(now, timeZone),
    shown: countSessions(days.flatMap((day) => day.items)),
    total: countSessions(items),
    multilingual: choices.languages.length > 1,
  };
}

/** Breaks are in the programme, but nobody counts them. */
function countSessions(items: Item[]): number {
  return new Set(items.filter((item) => item.kind !== "break").map((item) => item.id)).size;
}
