import { type Instant, type IsoInstant, isBefore, Temporal } from "~/platform/time.ts";

/** The stages of finding a speaker, by the days before the lecture on which each begins. */
export const stageDays = {
  first: 28,
  second: 21,
  third: 16,
  "open-call": 13,
  "stand-ins": 5,
  organisers: 2,
} as const;
export type Stage = keyof typeof stageDays;

const stages = Object.keys(stageDays) as Stage[];

type Start = { startsAt: IsoInstant };

/**
 * The instant so many days before a lecture, at the lecture's own wall-clock time in the zone of its series. One that
 * falls on a weekend falls on the working day before.
 */
export function boundaryOf({ startsAt }: Start, timeZone: string, days: number): Instant {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
  const date = workingDayUpTo(start.toPlainDate().subtract({ days }));
  return date.toZonedDateTime({ timeZone, plainTime: start.toPlainTime() }).toInstant();
}

/** The stage a turn without a speaker is in; null while it is only planned. */
export function stageInForce(turn: Start, timeZone: string, now: Instant): Stage | null {
  return stages.findLast((stage) => hasCome(turn, timeZone, stage, now)) ?? null;
}

export function hasCome(turn: Start, timeZone: string, stage: Stage, now: Instant): boolean {
  return !isBefore(now, boundaryOf(turn, timeZone, stageDays[stage]));
}

/**
 * When an offer of the ledger made now lapses: at the next boundary that leaves three days, at the latest when the
 * open call begins. Null when that is less than a day away: nobody is asked for so short a time.
 */
export function offerDeadline(turn: Start, timeZone: string, now: Instant): IsoInstant | null {
  const [second, third, call] = (["second", "third", "open-call"] as const).map((stage) =>
    boundaryOf(turn, timeZone, stageDays[stage]),
  ) as [Instant, Instant, Instant];
  const roomy = [second, third].find((boundary) => !isBefore(boundary, now.add({ hours: 72 })));
  const deadline = roomy ?? call;
  return isBefore(deadline, now.add({ hours: 24 })) ? null : deadline.toString();
}

/** A stand-in has a day, over a weekend until its end, and never longer than until the organisers decide. */
export function standInDeadline(turn: Start, timeZone: string, now: Instant): IsoInstant {
  const tomorrow = now.toZonedDateTimeISO(timeZone).add({ days: 1 });
  const date = workingDayFrom(tomorrow.toPlainDate());
  const deadline = date.toZonedDateTime({ timeZone, plainTime: tomorrow.toPlainTime() }).toInstant();
  const decision = boundaryOf(turn, timeZone, stageDays.organisers);
  return (isBefore(decision, deadline) ? decision : deadline).toString();
}

const reminderDays = [3, 6] as const;

/** How many reminders of an offer are due: after three and after six days, on a weekend the Monday after. */
export function remindersDue(offeredAt: IsoInstant, timeZone: string, now: Instant): number {
  const offered = Temporal.Instant.from(offeredAt).toZonedDateTimeISO(timeZone);
  const isDue = (days: number) => {
    const date = workingDayFrom(offered.toPlainDate().add({ days }));
    const at = date.toZonedDateTime({ timeZone, plainTime: offered.toPlainTime() }).toInstant();
    return !isBefore(now, at);
  };
  return reminderDays.filter(isDue).length;
}

function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek > 5;
}

function workingDayUpTo(date: Temporal.PlainDate): Temporal.PlainDate {
  return isWeekend(date) ? date.subtract({ days: date.dayOfWeek - 5 }) : date;
}

function workingDayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return isWeekend(date) ? date.add({ days: 8 - date.dayOfWeek }) : date;
}
