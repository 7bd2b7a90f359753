import { type Instant, type IsoDate, isBefore } from "~/platform/time.ts";
import { accountsOf } from "./books.ts";
import type { Explanation } from "./explain.ts";
import { compare, type Fraction, fraction, rounded } from "./fraction.ts";
import { balanceOf, emptyAccount } from "./ledger.ts";
import { covers, isPausedOn } from "./presence.ts";
import type { Member, Roster, Turn } from "./roster.server.ts";
import type { SeriesHost } from "./series.ts";

/** Where a balance lies, in words that shame nobody. */
export type BalanceWord = "to-come" | "even" | "ahead";

/** Whether they can be asked for a lecture today, and why not. */
export type MemberState = "present" | "away" | "later" | "paused" | "left";

export interface MemberLine {
  id: string;
  personId: string;
  name: string;
  organisation: SeriesHost | null;
  state: MemberState;
  /** The last day away, or the first day after a pause or of one who starts later; null where nobody knows. */
  stateDate: IsoDate | null;
  /** ISO weekdays of who does not work on all of them; null for the others. */
  weekdays: number[] | null;
  share: number;
  given: number;
  word: BalanceWord;
  lastSpokeOn: IsoDate | null;
}

export interface TurnLine {
  id: string;
  date: IsoDate;
  /** The date it would have had, where it was moved; null where it was not. */
  movedFrom: IsoDate | null;
  status: Turn["status"];
  topic: string;
  /** Who is pencilled in, asked, agreed or has spoken. */
  member: { personId: string; name: string; organisation: SeriesHost | null } | null;
  /** Who speaks without being on the roster: a name, or an open floor. */
  guest: { is: "guest"; name: string } | { is: "open-floor" } | null;
  /** Everybody is asked for it at once. */
  isOpenCall: boolean;
  /** Those who hold an open offer for it. */
  askedPersonIds: string[];
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
      ...stateOf(member, today),
      weekdays: member.weekdays.length < 7 ? member.weekdays : null,
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
  const open = turn.offers.filter(({ status }) => status === "open").map(({ memberId }) => memberId);
  const { guest } = turn;
  return {
    id: turn.id,
    date: turn.heldOn,
    movedFrom: turn.plannedOn === turn.heldOn ? null : turn.plannedOn,
    status: turn.status,
    topic: turn.topic,
    member: member
      ? { personId: member.personId, name: member.name, organisation: member.organisation }
      : null,
    guest: guest?.is === "guest" ? { is: "guest", name: guest.name } : guest,
    isOpenCall: turn.status === "open" && turn.openCallAt !== null,
    askedPersonIds: members.filter(({ id }) => open.includes(id)).map(({ personId }) => personId),
    explanation: turn.explanation,
    isOver: !isBefore(now, turn.endsAt),
  };
}

export function wordOf(balance: Fraction): BalanceWord {
  if (compare(balance, fraction(1, 2)) >= 0) return "to-come";
  return compare(balance, fraction(-1, 2)) <= 0 ? "ahead" : "even";
}

function stateOf(member: Member, today: IsoDate): Pick<MemberLine, "state" | "stateDate"> {
  if (member.leftOn !== null) return { state: "left", stateDate: member.leftOn };
  if (isPausedOn(member, today)) return { state: "paused", stateDate: member.pausedUntil };
  const away = member.absences.find((absence) => covers(absence, today));
  if (away) return { state: "away", stateDate: away.endsOn };
  const { notBefore } = member;
  return notBefore && today < notBefore
    ? { state: "later", stateDate: notBefore }
    : { state: "present", stateDate: null };
}
