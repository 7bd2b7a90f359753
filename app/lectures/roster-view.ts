import { type Instant, type IsoDate, isBefore } from "~/platform/time.ts";
import { startOf } from "./dates.ts";
import type { Explanation } from "./explain.ts";
import { compare, fraction, rounded } from "./fraction.ts";
import { balanceOf, emptyAccount, replayAccounts } from "./ledger.ts";
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
  balance: number;
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
  /** Names of those who said no. */
  declinedBy: string[];
  isOver: boolean;
}

/** Everybody on the roster or once on it, those still on it first, then by name. */
export function memberLines(roster: Roster, today: IsoDate): MemberLine[] {
  const held = roster.turns.filter(({ status }) => status === "held");
  const accounts = replayAccounts(held.map((turn) => ({ ...turn, present: turn.present ?? [] })));
  const lines = roster.members.map((member): MemberLine => {
    const account = accounts.get(member.id) ?? emptyAccount;
    const balance = balanceOf(account);
    return {
      id: member.id,
      personId: member.personId,
      name: member.name,
      organisation: member.organisation,
      state: stateOf(member, today),
      share: rounded(account.earned),
      given: account.given,
      balance: rounded(balance),
      word:
        compare(balance, fraction(1, 2)) >= 0
          ? "to-come"
          : compare(balance, fraction(-1, 2)) <= 0
            ? "ahead"
            : "even",
      lastSpokeOn: account.lastSpokeOn,
    };
  });
  return lines.toSorted((a, b) => Number(a.state === "left") - Number(b.state === "left"));
}

/** Turns still to come in order of date, and those that are over, latest first. */
export function turnLines(roster: Roster, now: Instant): { coming: TurnLine[]; past: TurnLine[] } {
  const lines = roster.turns.map((turn) => lineOf(roster, turn, now));
  return {
    coming: lines.filter(({ isOver }) => !isOver),
    past: lines.filter(({ isOver }) => isOver).toReversed(),
  };
}

function lineOf({ series, members }: Roster, turn: Turn, now: Instant): TurnLine {
  const member = members.find(({ id }) => id === turn.memberId);
  const end = startOf(series, turn.heldOn).add({ minutes: series.durationMinutes });
  return {
    id: turn.id,
    date: turn.heldOn,
    status: turn.status,
    topic: turn.topic,
    member: member
      ? { personId: member.personId, name: member.name, organisation: member.organisation }
      : null,
    explanation: turn.explanation,
    declinedBy: members.filter(({ id }) => turn.declinedBy.includes(id)).map(({ name }) => name),
    isOver: !isBefore(now, end),
  };
}

function stateOf(member: Member, today: IsoDate): MemberLine["state"] {
  if (member.leftOn !== null) return "left";
  if (member.paused) return "paused";
  return isPresent(member, today) || member.joinedOn > today ? "present" : "away";
}
