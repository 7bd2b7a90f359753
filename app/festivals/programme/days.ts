import { type IsoDate, type IsoDateTime, Temporal } from "~/platform/time.ts";

/** A programme's day runs until four at night, as in pretalx: what starts earlier belongs to the evening before. */
export const dayStartsAtHour = 4;

/** The day of the programme on which something with this wall-clock start is found. */
export function programmeDay(startsLocal: IsoDateTime): IsoDate {
  return Temporal.PlainDateTime.from(startsLocal)
    .subtract({ hours: dayStartsAtHour })
    .toPlainDate()
    .toString();
}
