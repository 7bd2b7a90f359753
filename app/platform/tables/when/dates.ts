import { type IsoDate, Temporal } from "~/platform/time.ts";
import { isSerialDay, serialText } from "../xlsx/date-formats.ts";
import { monthOf, weekdayOf } from "./words.ts";

export const dateOrders = ["day-first", "month-first"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The days a table is about. */
export interface DateGround {
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** What 03/04 is; null where nobody has said. */
  order: DateOrder | null;
}

export type ReadDate = IsoDate | "badDate" | "ambiguousDate";

/**
 * A date as people write one: ISO 8601, 8-4-2027, 08/04/27, 8 april, Thursday 8 April 2027, do 8 apr, day 2, a bare
 * weekday of the ground's days, or the number of days that Excel counts. Without a year it is near the ground's.
 */
export function readDate(text: string, ground: DateGround): ReadDate {
  const value = text.trim().replace(/\s+/g, " ");
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value);
  if (iso) return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{5}(\.\d+)?$/.test(value))
    return isSerialDay(Number(value)) ? serialText(Math.floor(Number(value)), "date") : "badDate";
  return nthDay(value, ground) ?? numeric(value, ground) ?? inWords(value, ground) ?? "badDate";
}

function nthDay(value: string, { startsOn, endsOn }: DateGround): ReadDate | null {
  const nth = /^(?:day|dag) (\d{1,2})$/i.exec(value)?.[1];
  if (nth) return within(Temporal.PlainDate.from(startsOn).add({ days: Number(nth) - 1 }), endsOn);
  const weekday = weekdayOf(value);
  if (!weekday) return null;
  const first = Temporal.PlainDate.from(startsOn);
  return within(first.add({ days: (weekday - first.dayOfWeek + 7) % 7 }), endsOn);
}

function within(date: Temporal.PlainDate, endsOn: IsoDate): ReadDate {
  return Temporal.PlainDate.compare(date, endsOn) <= 0 ? date.toString() : "badDate";
}

const numericDate = /^(?:\p{L}+[.,]? )?(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/u;

function numeric(value: string, ground: DateGround): ReadDate | null {
  const match = numericDate.exec(value);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const order = orderOf(match[2] ?? "", first, second, ground.order);
  if (!order) return "ambiguousDate";
  const [day, month] = order === "day-first" ? [first, second] : [second, first];
  return dateFrom(match[4] ? fullYear(match[4]) : null, month, day, ground);
}

/** Points and hyphens put the day first; a slash does so in Europe and the month in America. */
function orderOf(mark: string, first: number, second: number, stated: DateOrder | null): DateOrder | null {
  if (second > 12) return "month-first";
  if (first > 12 || first === second || mark !== "/") return "day-first";
  return stated;
}

function inWords(value: string, ground: DateGround): ReadDate | null {
  const words = value
    .replace(/(\d)(?:st|nd|rd|th|e|ste|de)\b/gi, "$1")
    .split(/[\s,.-]+/)
    .filter((word) => word !== "" && !weekdayOf(word) && !/^(?:of|de|the)$/i.test(word));
  const month = words.map(monthOf).find((found) => found !== null);
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  const day = numbers.find((number) => number <= 31);
  const year = numbers.find((number) => number > 31);
  if (!month || !day || numbers.length > 2 || words.length !== numbers.length + 1) return null;
  const short = numbers.length === 2 && year === undefined ? fullYear(String(numbers[1])) : null;
  return dateFrom(year ?? short, month, day, ground);
}

const fullYear = (digits: string) => (digits.length <= 2 ? 2000 + Number(digits) : Number(digits));

/** Without a year, the one that brings the date nearest to the ground's first day. */
function dateFrom(year: number | null, month: number, day: number, ground?: DateGround): ReadDate {
  const years = year !== null ? [year] : ground ? nearYears(ground.startsOn) : [];
  const dates = years.flatMap((one) => {
    try {
      return [Temporal.PlainDate.from({ year: one, month, day }, { overflow: "reject" })];
    } catch {
      return [];
    }
  });
  const near = (date: Temporal.PlainDate) =>
    ground ? Math.abs(date.until(ground.startsOn, { largestUnit: "day" }).days) : 0;
  const [best] = dates.sort((a, b) => near(a) - near(b));
  return best && best.year >= 1970 && best.year < 2200 ? best.toString() : "badDate";
}

function nearYears(startsOn: IsoDate): number[] {
  const { year } = Temporal.PlainDate.from(startsOn);
  return [year - 1, year, year + 1];
}

/** What a date that can be read in two ways is in each; empty for what is no such date. */
export type DateReadings = Record<DateOrder, IsoDate | "">;

/** Both readings of the numbers in a text such as `03/04/2027 10:00`; without a year near the day given. */
export function readBothWays(text: string, near: IsoDate): DateReadings {
  const numbers = /\d{1,2}\/\d{1,2}(?:\/\d{2,4})?/.exec(text)?.[0] ?? "";
  const read = (order: DateOrder) => {
    const date = readDate(numbers, { startsOn: near, endsOn: near, order });
    return /^\d{4}-/.test(date) ? date : "";
  };
  return { "day-first": read("day-first"), "month-first": read("month-first") };
}

/** Whether some of these texts can be read in two ways, and which way the others show. */
export function dateOrderIn(texts: string[]): { ambiguous: boolean; shown: DateOrder | null } {
  const parts = texts.flatMap((text) => {
    const match = /(?:^|\s)(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?:\s|T|$)/.exec(text.trim());
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  const dayFirst = parts.some(([first, second]) => first > 12 && second <= 12);
  const monthFirst = parts.some(([first, second]) => second > 12 && first <= 12);
  const ambiguous = parts.some(([first, second]) => first <= 12 && second <= 12 && first !== second);
  return { ambiguous, shown: dayFirst === monthFirst ? null : dayFirst ? "day-first" : "month-first" };
}
