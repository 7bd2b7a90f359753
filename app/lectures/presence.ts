import type { IsoDate } from "~/platform/time.ts";

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
  absences: readonly Stretch[];
}

export function covers(stretch: Stretch, date: IsoDate): boolean {
  return stretch.startsOn <= date && date <= stretch.endsOn;
}

/** Present on a date: joined, not left, not paused, not away. Declining is not being away. */
export function isPresent(member: RosterMember, date: IsoDate): boolean {
  return (
    member.joinedOn <= date &&
    (member.leftOn === null || date < member.leftOn) &&
    !member.paused &&
    !member.absences.some((absence) => covers(absence, date))
  );
}

/** Who earns by a turn: those present, and the speaker even when they came back for it. */
export function presentAt(
  members: readonly RosterMember[],
  date: IsoDate,
  speakerId: string | null,
): RosterMember[] {
  return members.filter((member) => member.id === speakerId || isPresent(member, date));
}
