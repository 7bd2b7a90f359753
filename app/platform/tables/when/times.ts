import { type IsoTime, Temporal } from "~/platform/time.ts";

const clock =
  /^(\d{1,2})(?:[:.hu](\d{2}))?(?::\d{2}(?:\.\d+)?)?(?: ?(?:uur|h|u|o'clock))? ?(am|pm|a\.m\.|p\.m\.)?$/i;

/** A time of the day: 10:00, 9.30, 9u30, 14h, 10 uur, 2 pm, 0930 or the part of a day that Excel counts; or null. */
export function readTime(text: string): IsoTime | null {
  const value = text.trim().replace(/\s+/g, " ");
  const part = value.replace(",", ".");
  if (/^0?\.\d{3,}$/.test(part)) return timeAt(Math.round(Number(part) * 1440));
  const digits = /^([01]\d|2[0-3])([0-5]\d)$/.exec(value);
  if (digits) return timeAt(Number(digits[1]) * 60 + Number(digits[2]));
  const match = clock.exec(value);
  if (!match) return null;
  const [, hours = "", minutes = "0", half] = match;
  // A bare number is not a time: it may be anything.
  if (/^\d+$/.test(value)) return null;
  const noon = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  if (Number(minutes) > 59 || noon > 23 || (half && Number(hours) > 12)) return null;
  return timeAt(noon * 60 + Number(minutes));
}

function timeAt(minutes: number): IsoTime | null {
  if (minutes < 0 || minutes >= 1440) return null;
  return Temporal.PlainTime.from("00:00").add({ minutes }).toString({ smallestUnit: "minute" });
}

/** `10:00 – 11:30` as its two times; an only time is the start. */
export function readTimes(text: string): { start: IsoTime; end: IsoTime | null } | null {
  const [first = "", second, ...more] = text.split(
    /\s*(?:–|—|-|\btot\b|\btill?\b|\bto\b|\buntil\b|t\/m)\s*/i,
  );
  if (more.length > 0) return null;
  const end = second === undefined ? null : readTime(second);
  const start =
    readTime(first) ?? (end && /^\d{1,2}$/.test(first.trim()) ? readTime(`${first.trim()}:00`) : null);
  if (!start || (second !== undefined && !end)) return null;
  return { start, end };
}

/** Minutes from one time of the day to the next time it is the other. */
export function minutesBetween(start: IsoTime, end: IsoTime): number {
  const minutes = Temporal.PlainTime.from(start).until(Temporal.PlainTime.from(end)).total("minutes");
  return minutes > 0 ? minutes : minutes + 1440;
}

const unit = "(?:h(?:ours?|rs?)?|u(?:u?r|ren)?)";
const perUnit = "(?:m(?:in(?:ute[ns]?|uut|uten|s|\\.)?)?|')";

/** Minutes: 45, 45 min, 1:30, 1h30, 1.5 hours, 1,5 uur, PT45M; or null for what is none, and for nothing or less. */
export function readDuration(text: string): number | null {
  const value = text.trim().toLowerCase().replace(/\s+/g, " ");
  const minutes = inMinutes(value);
  return minutes !== null && Number.isFinite(minutes) && minutes >= 1 ? Math.round(minutes) : null;
}

function inMinutes(value: string): number | null {
  const decimal = (digits = "") => Number(digits.replace(",", "."));
  const clocked = /^(\d{1,3}):([0-5]\d)(?::\d{2})?$/.exec(value);
  if (clocked) return Number(clocked[1]) * 60 + Number(clocked[2]);
  const plain =
    /^(\d+(?:[.,]0+)?)$/.exec(value) ?? new RegExp(`^(\\d+(?:[.,]\\d+)?) ?${perUnit}$`).exec(value);
  if (plain) return decimal(plain[1]);
  const hours = new RegExp(`^(\\d+(?:[.,]\\d+)?) ?${unit}$`).exec(value);
  if (hours) return decimal(hours[1]) * 60;
  const both = new RegExp(`^(\\d+) ?${unit} ?(?:en |and )?(\\d{1,2}) ?${perUnit}?$`).exec(value);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  // Nobody plans half a minute: a fraction without a unit is of hours.
  if (/^\d{1,2}[.,]\d+$/.test(value)) return decimal(value) * 60;
  if (/^pt?\d/.test(value)) return isoMinutes(value);
  return null;
}

function isoMinutes(value: string): number | null {
  try {
    return Temporal.Duration.from(value.toUpperCase()).total("minutes");
  } catch {
    return null;
  }
}
