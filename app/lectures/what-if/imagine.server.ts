import { dateIn, type Instant, isBefore } from "~/platform/time.ts";
import { offerDeadline, stageInForce } from "../escalation/boundaries.ts";
import type { Roster, Turn } from "../roster.server.ts";
import { type BalanceWord, wordOf } from "../roster-view.ts";
import type { SeriesHost } from "../series.ts";
import { type Ahead, type Cause, compareWeeks, outlook, type Slot, suppose, type WhatIf } from "./what-if.ts";

/** Who has a week in one of the two plans. */
export interface SlotView extends Pick<Slot, "status" | "explanation"> {
  speaker: { name: string; organisation: SeriesHost | null } | null;
  /** Somebody who is on no roster, or an open floor. */
  isGuest: boolean;
}

export interface WeekView {
  date: string;
  now: SlotView;
  after: SlotView;
  cause: Cause | null;
}

/** A member for whom something would change. */
export interface MemberView {
  id: string;
  name: string;
  now: { word: BalanceWord; weeks: string[] };
  after: { word: BalanceWord; weeks: string[] };
}

export interface Imagined {
  weeks: WeekView[];
  members: MemberView[];
  /** For how many members nothing would change. */
  unchanged: number;
}

/** The coming weeks as they are planned, and as they would be. Nothing is written. */
export function imagine(roster: Roster, whatIf: WhatIf, now: Instant): Imagined {
  const ahead = aheadOf(roster, now);
  const asIs = outlook(ahead);
  const imagined = outlook(suppose(ahead, whatIf));
  const weeks = compareWeeks(asIs.weeks, imagined.weeks, whatIf);
  const on = roster.members.filter(({ leftOn }) => leftOn === null);
  const members = on.map((member): MemberView => {
    const datesIn = (slots: readonly Slot[]) =>
      slots.filter(({ memberId }) => memberId === member.id).map(({ date }) => date);
    return {
      id: member.id,
      name: member.name,
      now: { word: wordOf(asIs.balances.get(member.id)!), weeks: datesIn(asIs.weeks) },
      after: { word: wordOf(imagined.balances.get(member.id)!), weeks: datesIn(imagined.weeks) },
    };
  });
  const touched = members.filter(isTouched);
  return {
    weeks: weeks.map(({ now: slot, after, cause }) => ({
      date: slot.date,
      now: viewOf(roster, slot),
      after: viewOf(roster, after),
      cause,
    })),
    members: touched,
    unchanged: members.length - touched.length,
  };
}

/** Where each turn stands in the escalation, as the jobs would find it now. */
export function aheadOf(roster: Roster, now: Instant): Ahead {
  const { timeZone } = roster.series;
  const stages = new Map(roster.turns.map((turn) => [turn.id, stageOf(turn, timeZone, now)]));
  return {
    ...roster,
    today: dateIn(now, timeZone),
    stageOf: (turnId) => stages.get(turnId) ?? "over",
  };
}

function stageOf(turn: Turn, timeZone: string, now: Instant): ReturnType<Ahead["stageOf"]> {
  if (!isBefore(now, turn.startsAt)) return "over";
  if (turn.openCallAt || turn.standInsAt || turn.organisersAt) return "called";
  switch (stageInForce(turn, timeZone, now)) {
    case null:
      return "planned";
    case "first":
    case "second":
    case "third":
      return offerDeadline(turn, timeZone, now) === null ? "planned" : "asking";
    default:
      return "called";
  }
}

function isTouched({ now, after }: MemberView): boolean {
  return now.word !== after.word || now.weeks.join() !== after.weeks.join();
}

function viewOf({ members, turns }: Roster, { turnId, status, explanation, memberId }: Slot): SlotView {
  const member = members.find(({ id }) => id === memberId);
  return {
    status,
    explanation,
    speaker: member ? { name: member.name, organisation: member.organisation } : null,
    isGuest: turns.find(({ id }) => id === turnId)?.guest != null,
  };
}
