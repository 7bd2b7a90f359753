import { type DateOrder, readDate } from "~/platform/tables/when/dates.ts";
import { readMoment } from "~/platform/tables/when/moments.ts";
import { type IsoDate, Temporal } from "~/platform/time.ts";

export type PastDate = { ok: true; date: IsoDate } | { ok: false; reason: DateReason };
export type DateReason = "missing" | "badDate" | "ambiguousDate" | "notHeldYet";

/**
 * The date of a lecture that was held: 2025-12-31, 31-12-2025, 31/12/2025, 12/31/2025, 31 december, with or without
 * a time. What can be read in two ways is asked about, not guessed; without a year it is in the year until `today`.
 */
export function readPastDate(text: string, { today, order }: PastGround): PastDate {
  const value = text.trim();
  if (value === "") return { ok: false, reason: "missing" };
  // `Thursday` and `day 2` are dates of a festival, not of a year.
  if (!/\d/.test(value) || /^(?:day|dag|week)\b/i.test(value)) return { ok: false, reason: "badDate" };
  const middle = Temporal.PlainDate.from(today).subtract({ days: 183 }).toString();
  const ground = { startsOn: middle, endsOn: middle, order };
  const date = readDate(value, ground);
  const read = date === "badDate" ? readMoment(value, { ...ground, timeZone: "UTC" }) : date;
  if (read === "ambiguousDate") return { ok: false, reason: "ambiguousDate" };
  if (read === "badDate" || read === "badMoment") return { ok: false, reason: "badDate" };
  const day = read.slice(0, 10);
  return day < today ? { ok: true, date: day } : { ok: false, reason: "notHeldYet" };
}

export interface PastGround {
  today: IsoDate;
  /** What 03/04 is; null where nobody has said and no other row shows it. */
  order: DateOrder | null;
}
