import type { PausedBy } from "#db/schema/lectures.ts";
import { type Instant, type IsoDate, isBefore } from "~/platform/time.ts";
import { memberOf } from "../member-of.ts";
import { isPausedOn } from "../presence.ts";
import type { Absence, Roster, Turn } from "../roster.server.ts";
import { type BalanceWord, memberLines } from "../roster-view.ts";

/** What a member sees of themselves at a glance. */
export interface Mine {
  memberId: string;
  word: BalanceWord;
  share: number;
  given: number;
  lastSpokeOn: IsoDate | null;
  /** Weeks whose question waits for their answer. */
  asked: IsoDate[];
  agreed: { date: IsoDate; topic: string }[];
  /** The first week they are pencilled in for. */
  pencilled: IsoDate | null;
  pause: { by: PausedBy; until: IsoDate | null } | null;
  weekdays: number[];
  /** Null once it has come. */
  notBefore: IsoDate | null;
  absences: Absence[];
}

/** Null for who is not on the roster, or no more. */
export function mineOf(roster: Roster, personId: string, today: IsoDate, now: Instant): Mine | null {
  const member = memberOf(roster, personId);
  const line = memberLines(roster, today).find((one) => one.personId === personId);
  if (!member || !line || member.leftOn !== null) return null;
  const coming = roster.turns.filter((turn) => isBefore(now, turn.startsAt));
  const theirs = coming.filter(({ memberId }) => memberId === member.id);
  const { word, share, given, lastSpokeOn } = line;
  return {
    memberId: member.id,
    ...{ word, share, given, lastSpokeOn },
    asked: coming.filter((turn) => isAsked(turn, member.id)).map(({ heldOn }) => heldOn),
    agreed: theirs
      .filter(({ status }) => status === "confirmed")
      .map(({ heldOn, topic }) => ({ date: heldOn, topic })),
    pencilled: theirs.find(({ status }) => status === "open")?.heldOn ?? null,
    pause: isPausedOn(member, today)
      ? { by: member.pausedBy ?? "declines", until: member.pausedUntil }
      : null,
    weekdays: member.weekdays,
    notBefore: member.notBefore && today < member.notBefore ? member.notBefore : null,
    absences: member.absences.filter(({ endsOn }) => endsOn >= today),
  };
}

function isAsked({ offers, status, memberId: named }: Turn, memberId: string): boolean {
  const offered = offers.some((offer) => offer.memberId === memberId && offer.status === "open");
  return offered || (status === "offered" && named === memberId);
}
