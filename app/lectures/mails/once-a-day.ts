import { type Instant, Temporal } from "~/platform/time.ts";

/**
 * What is mailed about a turn, strongest first. Nobody gets more than one of them a day about one turn: where two meet,
 * the stronger one has the day.
 */
export const turnMailKinds = [
  "turn-organisers",
  "turn-stand-in",
  "turn-offered",
  "turn-arranged",
  "turn-slipped",
  "swap-taken",
  "swap-ended",
  "swap-asked",
  "turn-open-call",
  "swap-open",
  "turn-paused",
  "turn-withdrew",
  "turn-lapsed",
  "turn-reminded",
  "turn-soon",
  "turn-released",
] as const;
export type TurnMailKind = (typeof turnMailKinds)[number];

/** Worth nothing a day later, or said by whatever else was mailed that day. */
const courtesies: readonly TurnMailKind[] = ["turn-reminded", "turn-soon", "turn-released"];

/** Whether a mail that finds its day taken is told the next day, if it still holds then. */
export function keepsUntilTomorrow(kind: TurnMailKind): boolean {
  return !courtesies.includes(kind);
}

export function isStronger(kind: TurnMailKind, than: TurnMailKind): boolean {
  return turnMailKinds.indexOf(kind) < turnMailKinds.indexOf(than);
}

/** Seven in the morning of the next day in the zone of the series. */
export function nextMorning(now: Instant, timeZone: string): Instant {
  const tomorrow = now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 });
  return tomorrow.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from("07:00") }).toInstant();
}
