import { type IsoDate, Temporal } from "~/platform/time.ts";

export interface Stretch {
  startsOn: IsoDate;
  /** Included. */
  endsOn: IsoDate;
}

export interface RosterMember {
  id: string;
  organisationId: string;
  joinedOn: IsoDate;
  /** The first day they are no longer on the roster. */
  leftOn: IsoDate | null;
  paused: boolean;
  /** The first day a pause no longer holds; without one it holds until somebody ends it. */
  pausedUntil?: IsoDate | null;
  /** ISO weekdays they work; without, all of them. */
  weekdays?: readonly number[];
  /** The first day they want to speak. */
  notBefore?: IsoDate | null;
  absences: readonly Stretch[];
}

export function covers(stretch: Stretch, date: IsoDate): boolean {
  return stretch.startsOn <= date && date <= stretch.endsOn;
}

/** Present on a date: joined, not left, not paused, not away, at work that weekday. Declining is not being away. */
export function isPresent(member: RosterMember, date: IsoDate): boolean {
  return (
    isOn(member, date) &&
    !isPausedOn(member, date) &&
    worksOn(member, date) &&
    !member.absences.some((absence) => covers(absence, date))
  );
}

function isOn({ joinedOn, notBefore, leftOn }: RosterMember, date: IsoDate): boolean {
  return joinedOn <= date && (!notBefore || notBefore <= date) && (leftOn === null || date < leftOn);
}

export function isPausedOn({ paused, pausedUntil }: RosterMember, date: IsoDate): boolean {
  return paused && (!pausedUntil || date < pausedUntil);
}

function worksOn({ weekdays }: RosterMember, date: IsoDate): boolean {
  return !weekdays || weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek);
}

/** Who earns by a turn: those present, and the speaker even when they came back for it. */
export function presentAt(
  members: readonly RosterMember[],
  date: IsoDate,
  speakerId: string | null,
): RosterMember[] {
  return members.filter((member) => member.id === speakerId || isPresent(member, date));
}
