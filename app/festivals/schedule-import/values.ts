import { oneLine } from "~/platform/text.ts";
import { isTimeZone, Temporal } from "~/platform/time.ts";
import { limits } from "./limits.ts";

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Text as the database takes it; numbers count as text, half a surrogate pair becomes U+FFFD. */
export function textOf(value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\uFFFD") : "";
}

export function lineOf(value: unknown): string {
  return oneLine(textOf(value));
}

export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/\p{Surrogate}$/u, "")}…`;
}

/**
 * Minutes of `HH:MM`, `D:HH:MM`, a number of minutes or an ISO 8601 duration; null for anything else, nothing or less.
 * `HH:MM:SS` is told from `D:HH:MM` by its two leading digits, or by hours that no day has.
 */
export function minutesOf(value: unknown): number | null {
  const text = lineOf(value);
  const minutes = plainMinutes(text) ?? clockMinutes(text) ?? isoMinutes(text);
  return minutes !== null && minutes > 0 && minutes <= limits.durationMinutes ? minutes : null;
}

function plainMinutes(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function clockMinutes(text: string): number | null {
  const match = /^(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [first = 0, second = 0, third] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (third === undefined) return second < 60 ? first * 60 + second : null;
  const seconds = match[1]?.length === 2 || second > 23;
  if (seconds) return second < 60 && third < 60 ? first * 60 + second : null;
  return third < 60 ? (first * 24 + second) * 60 + third : null;
}

function isoMinutes(text: string): number | null {
  try {
    return /^P/i.test(text) ? Math.floor(Temporal.Duration.from(text).total("minutes")) : null;
  } catch {
    return null;
  }
}

/** A wall-clock time `9:30`, `09:30` or `09:30:00`, or null. */
export function clockOf(value: unknown): Temporal.PlainTime | null {
  const text = lineOf(value);
  return /^\d{1,2}:\d{2}(:\d{2})?$/.test(text)
    ? attempt(() => Temporal.PlainTime.from(text.padStart(5, "0")))
    : null;
}

/** The calendar date that a date or date-time begins with, or null. */
export function dateOf(value: unknown): Temporal.PlainDate | null {
  const date = attempt(() => Temporal.PlainDate.from(lineOf(value).slice(0, 10)));
  return date && date.year >= 1970 && date.year < 2200 ? date : null;
}

/** A date-time with an offset, or null. */
export function instantOf(value: unknown): Temporal.Instant | null {
  return attempt(() => Temporal.Instant.from(lineOf(value)));
}

/** A date-time without an offset, or null. */
export function localOf(value: unknown): Temporal.PlainDateTime | null {
  const text = lineOf(value);
  return text.length > 10 ? attempt(() => Temporal.PlainDateTime.from(text)) : null;
}

/** A zone with a name; a bare offset would not know summer from winter. */
export function zoneOf(value: unknown): string | null {
  const name = lineOf(value);
  return /^[A-Za-z]/.test(name) && name.length < 64 && isTimeZone(name) ? name : null;
}

/** `en` of `en`, `EN` or `en-GB`; null when it is no language. */
export function languageOf(value: unknown): string | null {
  return /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/.exec(lineOf(value).toLowerCase())?.[1] ?? null;
}

/** `#rrggbb` in lower case, or null. */
export function colourOf(value: unknown): string | null {
  return /^#[0-9a-f]{6}$/.exec(lineOf(value).toLowerCase())?.[0] ?? null;
}

/** A number of people, or null. */
export function capacityOf(value: unknown): number | null {
  const count = /^\d{1,7}$/.test(lineOf(value)) ? Number(lineOf(value)) : 0;
  return count > 0 && count <= limits.capacity ? count : null;
}

function attempt<Value>(parse: () => Value): Value | null {
  try {
    return parse();
  } catch {
    return null;
  }
}
