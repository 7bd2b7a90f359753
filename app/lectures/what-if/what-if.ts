import type { IsoDate } from "~/platform/time.ts";
import { bookTurn, openBooks } from "../books.ts";
import type { Explanation } from "../explain.ts";
import type { Fraction } from "../fraction.ts";
import { balanceOf, emptyAccount, type RosterMode } from "../ledger.ts";
import { decideOffers } from "../offer.ts";
import { type PlannedTurn, planTurns, type RosterFacts } from "../plan.ts";
import { covers, isPresent, type RosterMember, type Stretch } from "../presence.ts";
import { isUpcoming } from "../series.ts";

/** What is tried out before anybody decides it. */
export interface WhatIf {
  /** Members who leave today. */
  without: readonly string[];
  away: readonly (Stretch & { memberId: string })[];
  /** Weeks without a lecture. */
  pause: Stretch | null;
  /** Null leaves it as it is. */
  mode: RosterMode | null;
}

export const nothingElse: WhatIf = { without: [], away: [], pause: null, mode: null };

/** A roster, and how far each turn of it has come. */
export interface Ahead extends RosterFacts {
  today: IsoDate;
  /** `planned` only, due to be offered to one (`asking`), or everybody is `called`; `over` once it has begun. */
  stageOf: (turnId: string) => "planned" | "asking" | "called" | "over";
}

/** Who has one week, as far as is known. */
export interface Slot {
  turnId: string;
  date: IsoDate;
  status: "open" | "called" | "offered" | "confirmed" | "cancelled";
  memberId: string | null;
  /** Why they were chosen; null where that was decided before. */
  explanation: Explanation | null;
}

/**
 * The roster as it would be: whoever leaves gives back what they had agreed to, an offer goes on where its member could
 * not come, weeks of a pause are called off. Nothing else that was agreed changes.
 */
export function suppose(ahead: Ahead, whatIf: WhatIf): Ahead {
  const members = ahead.members.map((member) => changed(member, whatIf, ahead.today));
  const turns = ahead.turns.map((turn) => {
    if (!isUpcoming(turn.status) || ahead.stageOf(turn.id) === "over") return turn;
    if (whatIf.pause && covers(whatIf.pause, turn.heldOn))
      return { ...turn, status: "cancelled" as const, memberId: null };
    return mustGo(turn, members, whatIf) ? { ...turn, status: "open" as const, memberId: null } : turn;
  });
  return { ...ahead, mode: whatIf.mode ?? ahead.mode, members, turns };
}

function changed(member: RosterMember, { without, away }: WhatIf, today: IsoDate): RosterMember {
  const more = away.filter(({ memberId }) => memberId === member.id);
  const leaves = without.includes(member.id) && member.leftOn === null;
  if (!leaves && more.length === 0) return member;
  const leftOn = leaves ? today : member.leftOn;
  return { ...member, leftOn, absences: [...member.absences, ...more] };
}

function mustGo(turn: PlannedTurn, members: readonly RosterMember[], { without }: WhatIf): boolean {
  const member = members.find(({ id }) => id === turn.memberId);
  if (!member) return false;
  if (turn.status === "confirmed") return without.includes(member.id);
  return turn.status === "offered" && !isPresent(member, turn.heldOn);
}

/** Who would have each week to come, and each member's balance once those weeks are over. */
export function outlook(ahead: Ahead): { weeks: Slot[]; balances: Map<string, Fraction> } {
  const asked = decideOffers(ahead, ({ id }) => ahead.stageOf(id) === "asking");
  const offered = ahead.turns.map((turn) => {
    const choice = asked.find(({ turnId }) => turnId === turn.id)?.choice;
    return choice ? { ...turn, status: "offered" as const, memberId: choice.memberId } : turn;
  });
  const choices = planTurns({ ...ahead, turns: offered });
  const explanationOf = (id: string) =>
    asked.find(({ turnId }) => turnId === id)?.choice.explanation ?? choices.get(id)?.explanation ?? null;
  const weeks = offered
    .filter((turn) => ahead.stageOf(turn.id) !== "over" && turn.heldOn >= ahead.today)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .map((turn): Slot => {
      const { id: turnId, heldOn: date } = turn;
      const status = turn.status as Slot["status"];
      if (status !== "open")
        return { turnId, date, status, memberId: turn.memberId, explanation: explanationOf(turnId) };
      if (ahead.stageOf(turnId) === "called")
        return { turnId, date, status: "called", memberId: null, explanation: null };
      const memberId = choices.get(turnId)?.memberId ?? null;
      return { turnId, date, status, memberId, explanation: explanationOf(turnId) };
    });
  return { weeks, balances: balancesAfter(ahead, weeks) };
}

function balancesAfter(ahead: Ahead, weeks: readonly Slot[]): Map<string, Fraction> {
  let books = openBooks(ahead, ahead.turns);
  for (const { date, memberId } of weeks) {
    if (memberId !== null) books = bookTurn(books, ahead, { heldOn: date, memberId });
  }
  return new Map(ahead.members.map(({ id }) => [id, balanceOf(books.members.get(id) ?? emptyAccount)]));
}

/** Why a week would not stay as it is. */
export type Cause = "holiday" | "leaves" | "away" | "mode" | "follows";

export interface ComparedWeek {
  now: Slot;
  after: Slot;
  /** Null where nothing changes. */
  cause: Cause | null;
}

/** The same weeks side by side. */
export function compareWeeks(now: readonly Slot[], after: readonly Slot[], whatIf: WhatIf): ComparedWeek[] {
  return now.map((slot) => {
    const other = after.find(({ turnId }) => turnId === slot.turnId) ?? slot;
    return { now: slot, after: other, cause: isSame(slot, other) ? null : causeOf(slot, other, whatIf) };
  });
}

/** That somebody is asked rather than pencilled in, or the other way round, is no change of who speaks. */
function isSame(a: Slot, b: Slot): boolean {
  return a.memberId === b.memberId && (a.status === "cancelled") === (b.status === "cancelled");
}

function causeOf({ memberId, date }: Slot, after: Slot, { without, away, mode }: WhatIf): Cause {
  if (after.status === "cancelled") return "holiday";
  if (memberId !== null && without.includes(memberId)) return "leaves";
  if (away.some((one) => one.memberId === memberId && covers(one, date))) return "away";
  return mode === null ? "follows" : "mode";
}
