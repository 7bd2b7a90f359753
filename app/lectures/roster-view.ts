import { type Instant, type IsoDate, isBefore } from "~/platform/time.ts";
import { accountsOf } from "./books.ts";
import type { Explanation } from "./explain.ts";
import { compare, type Fraction, fraction, rounded } from "./fraction.ts";
import { balanceOf, emptyAccount } from "./ledger.ts";
import { isPresent } from "./presence.ts";
import type { Member, Roster, Turn } from "./roster.server.ts";
import type { SeriesHost } from "./series.ts";

/** Where a balance lies, in words that shame nobody. */
export type BalanceWord = "to-come" | "even" | "ahead";

export interface MemberLine {
  id: string;
  personId: string;
  name: string;
  organisation: SeriesHost | null;
  state: "present" | "away" | "paused" | "left";
  share: number;
  given: number;
  word: BalanceWord;
  lastSpokeOn: IsoDate | null;
}

export interface TurnLine {
  id: string;
  date: IsoDate;
  status: Turn["status"];
  topic: string;
  /** Who is pencilled in, asked, agreed or has spoken. */
  member: { personId: string; name: string; organisation: SeriesHost | null } | null;
  explanation: Explanation | null;
  isOver: boolean;
}

/** For organisers alone: who said no is nobody else's business. */
export interface OrganisedTurn extends TurnLine {
  declinedBy: string[];
}

/** Everybody on the roster or once on it, those still on it first, then by name. */
export function memberLines(roster: Roster, today: IsoDate): MemberLine[] {
  const accounts = accountsOf(roster.turns);
  const lines = roster.members.map((member): MemberLine => {
    const account = accounts.get(member.id) ?? emptyAccount;
    return {
      id: member.id,
      personId: member.personId,
      name: member.name,
      organisation: member.organisation,
      state: stateOf(member, today),
      share: rounded(account.earned),
      given: account.given,
      word: wordOf(balanceOf(account)),
      lastSpokeOn: account.lastSpokeOn,
    };
  });
  return lines.toSorted((a, b) => Number(a.state === "left") - Number(b.state === "left"));
}

/** Turns still to come in order of date, and those that are over, latest first. */
export function turnLines(roster: Roster, now: Instant): { coming: TurnLine[]; past: TurnLine[] } {
  return split(roster.turns.map((turn) => lineOf(roster, turn, now)));
}

export function organisedTurns(
  roster: Roster,
  now: Instant,
): { coming: OrganisedTurn[]; past: OrganisedTurn[] } {
  return split(
    roster.turns.map((turn) => ({
      ...lineOf(roster, turn, now),
      declinedBy: roster.members.filter(({ id }) => turn.declinedBy.includes(id)).map(({ name }) => name),
    })),
  );
}

function split<Line extends TurnLine>(lines: Line[]): { coming: Line[]; past: Line[] } {
  return {
    coming: lines.filter(({ isOver }) => !isOver),
    past: lines.filter(({ isOver }) => isOver).toReversed(),
  };
}

function lineOf({ members }: Roster, turn: Turn, now: Instant): TurnLine {
  const member = members.find(({ id }) => id === turn.memberId);
  return {
    id: turn.id,
    date: turn.heldOn,
    status: turn.status,
    topic: turn.topic,
    member: member
      ? { personId: member.personId, name: member.name, organisation: member.organisation }
      : null,
    explanation: turn.explanation,
    isOver: !isBefore(now, turn.endsAt),
  };
}

function wordOf(balance: Fraction): BalanceWord {
  if (compare(balance, fraction(1, 2)) >= 0) return "to-come";
  return compare(balance, fraction(-1, 2)) <= 0 ? "ahead" : "even";
}

function stateOf(member: Member, today: IsoDate): MemberLine["state"] {
  if (member.leftOn !== null) return "left";
  if (member.paused) return "paused";
  return isPresent(member, today) || member.joinedOn > today ? "present" : "away";
}
