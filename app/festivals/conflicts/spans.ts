import type { IsoDate, IsoDateTime } from "~/platform/time.ts";

/** Minutes of a wall clock, half-open: what ends at 11:00 is over when something begins at 11:00. */
export interface Span {
  from: number;
  to: number;
}

const minute = 60_000;

/** Minutes since 1970 on a wall clock: to compare and to add, wherever the clock hangs. */
export function minutesOf(local: IsoDateTime | IsoDate): number {
  const [date = "", time = "00:00"] = local.split("T");
  return Date.parse(`${date}T${time.slice(0, 5)}:00Z`) / minute;
}

/** The wall clock at a number of minutes: `2027-04-08T10:00`. */
export function localAt(minutes: number): IsoDateTime {
  return new Date(minutes * minute).toISOString().slice(0, 16);
}

export function spanOf({
  startsLocal,
  durationMinutes,
}: {
  startsLocal: IsoDateTime;
  durationMinutes: number;
}): Span {
  const from = minutesOf(startsLocal);
  return { from, to: from + durationMinutes };
}

export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The last evening may run into the morning after. */
const lastNightEnds = 6 * 60;

/** Whether a start is before the first day or after the last night. */
export function isOutside(
  start: number,
  { startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate },
): boolean {
  return start < minutesOf(startsOn) || start >= minutesOf(endsOn) + 1440 + lastNightEnds;
}
