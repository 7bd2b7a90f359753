import { type IsoDate, type IsoInstant, Temporal } from "../time.ts";
import type { Locale } from "./languages.ts";

export interface TimeSpan {
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  allDay?: boolean;
}

/** Dates and times in a reader's language; a zone is named whenever it differs from the reader's at that moment. */
export interface Format {
  /** `Mon 23 Nov` of a calendar date. */
  date(date: IsoDate): string;
  /** `Monday 23 November 2026`. */
  dateLong(date: IsoDate): string;
  dateRange(from: IsoDate, to: IsoDate): string;
  /** `10:30` in the given zone; the zone is not named. */
  time(instant: IsoInstant, timeZone: string): string;
  /** `10:30–11:15`, with the zone's name when it differs from the reader's. */
  timeRange(span: TimeSpan): string;
  /** `Mon 23 Nov, 10:30–11:15 (Lisbon time)`. */
  sessionTime(span: TimeSpan): string;
  /** Date and time in the reader's own zone: for when something happened. */
  moment(instant: IsoInstant): string;
  /** `today`, `tomorrow`, `in 3 days`. */
  relativeDay(date: IsoDate, today: IsoDate): string;
  weekday(isoWeekday: number): string;
  minutes(count: number): string;
  number(value: number, digits?: number): string;
  list(items: string[]): string;
  /** `Dutch` of `nl`; the code itself where it is no language. */
  language(code: string): string;
  /** `Amsterdam`, `New York` of an IANA zone. */
  zoneName(timeZone: string): string;
  sameZone(timeZone: string, at: IsoInstant): boolean;
}

const languageTag: Record<Locale, string> = { en: "en-GB", nl: "nl-NL" };
const zoneWords: Record<Locale, (city: string) => string> = {
  en: (city) => `${city} time`,
  nl: (city) => `tijd in ${city}`,
};

export function createFormat(locale: Locale, readerZone: string): Format {
  const tag = languageTag[locale];
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const clock = (timeZone: string) => {
    const made =
      clocks.get(timeZone) ??
      new Intl.DateTimeFormat(tag, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clocks.set(timeZone, made);
    return made;
  };
  const day = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
  const short = day({ weekday: "short", day: "numeric", month: "short" });
  const long = day({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const plain = day({ day: "numeric", month: "long", year: "numeric" });
  const languages = new Intl.DisplayNames(tag, { type: "language" });
  const atNoon = (date: IsoDate) => new Date(`${date}T12:00:00Z`);
  const zoneName = (timeZone: string) => (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  const dateIn = (instant: IsoInstant, timeZone: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const offset = (instant: IsoInstant, timeZone: string) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).offsetNanoseconds;
  const sameZone = (timeZone: string, at: IsoInstant) =>
    timeZone === readerZone || offset(at, timeZone) === offset(at, readerZone);

  const format: Format = {
    date: (date) => short.format(atNoon(date)),
    dateLong: (date) => long.format(atNoon(date)),
    dateRange: (from, to) =>
      from === to ? plain.format(atNoon(from)) : plain.formatRange(atNoon(from), atNoon(to)),
    time: (instant, timeZone) => clock(timeZone).format(new Date(instant)),
    timeRange(span) {
      const from = clock(span.timeZone).format(new Date(span.startsAt));
      const to = clock(span.timeZone).format(new Date(span.endsAt));
      const zone = sameZone(span.timeZone, span.startsAt)
        ? ""
        : ` (${zoneWords[locale](zoneName(span.timeZone))})`;
      return `${from}–${to}${zone}`;
    },
    sessionTime(span) {
      const date = dateIn(span.startsAt, span.timeZone);
      if (span.allDay) {
        const last = dateIn(
          Temporal.Instant.from(span.endsAt).subtract({ minutes: 1 }).toString(),
          span.timeZone,
        );
        return date === last ? short.format(atNoon(date)) : format.dateRange(date, last);
      }
      return `${short.format(atNoon(date))}, ${format.timeRange(span)}`;
    },
    moment: (instant) =>
      new Intl.DateTimeFormat(tag, { timeZone: readerZone, dateStyle: "medium", timeStyle: "short" }).format(
        new Date(instant),
      ),
    relativeDay(date, today) {
      const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(date), {
        largestUnit: "day",
      }).days;
      return new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(days, "day");
    },
    weekday: (isoWeekday) => day({ weekday: "long" }).format(new Date(Date.UTC(2024, 0, isoWeekday, 12))),
    minutes: (count) =>
      new Intl.NumberFormat(tag, { style: "unit", unit: "minute", unitDisplay: "long" }).format(count),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
    list: (items) => new Intl.ListFormat(tag, { type: "conjunction" }).format(items),
    language(code) {
      try {
        return languages.of(code) ?? code;
      } catch {
        return code;
      }
    },
    zoneName,
    sameZone,
  };
  return format;
}
