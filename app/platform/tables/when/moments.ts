import { type IsoDateTime, localOf, Temporal } from "~/platform/time.ts";
import { isSerialDay, serialText } from "../xlsx/date-formats.ts";
import { type DateGround, readDate } from "./dates.ts";
import { readTime } from "./times.ts";

export type ReadMoment = IsoDateTime | "badMoment" | "ambiguousDate";

/** A date with a time of the day, in the zone given unless it says how far from UTC it is. */
export function readMoment(text: string, ground: DateGround & { timeZone: string }): ReadMoment {
  const value = text.trim().replace(/\s+/g, " ");
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)) {
    try {
      return localOf(Temporal.Instant.from(value), ground.timeZone);
    } catch {
      return "badMoment";
    }
  }
  const serial = value.replace(",", ".");
  if (/^\d{5}\.\d+$/.test(serial) && isSerialDay(Number(serial))) return serialText(Number(serial), "both");
  const match = /^(.*\S)(?:T| )(\d{1,2}(?:[:.hu]\d{2})?(?::\d{2})?(?:\.\d+)?(?: ?(?:uur|u|h|am|pm))?)$/i.exec(
    value,
  );
  const time = match && readTime(match[2] ?? "");
  if (!match || !time) return "badMoment";
  const date = readDate((match[1] ?? "").replace(/(?:,|,? (?:at|om))$/i, ""), ground);
  if (date === "badDate") return "badMoment";
  return date === "ambiguousDate" ? date : `${date}T${time}`;
}
