import type { IsoDate } from "~/platform/time.ts";
import {
  add,
  compare,
  type Fraction,
  formatFraction,
  fraction,
  leastCommonMultiple,
  minus,
  parseFraction,
  zero,
} from "./fraction.ts";

export type RosterMode = "per-head" | "per-organisation";

/** What one member present earned by a turn, as an exact fraction such as `1/12`. */
export interface Earning {
  memberId: string;
  share: string;
}

/** A turn that was held. `memberId` is null when somebody outside the roster spoke. */
export interface HeldTurn {
  heldOn: IsoDate;
  memberId: string | null;
  present: readonly Earning[];
}

export interface Account {
  earned: Fraction;
  given: number;
  lastSpokeOn: IsoDate | null;
}

export const emptyAccount: Account = { earned: zero, given: 0, lastSpokeOn: null };

interface Present {
  id: string;
  organisationId: string;
}

/**
 * What each member present earns by one turn; together they earn exactly one talk. Per head everybody earns 1/n.
 * Where organisations take turns, the n present of the speaker's organisation earn 1/n each of what it gives.
 */
export function sharesOf(
  present: readonly Present[],
  mode: RosterMode,
  speakerId: string | null,
): Map<string, Fraction> {
  const speaker = present.find(({ id }) => id === speakerId);
  const earns = ({ organisationId }: Present) =>
    mode === "per-head" || organisationId === speaker?.organisationId;
  const parts = present.filter(earns).length;
  const share = parts > 0 ? fraction(1, parts) : zero;
  return new Map(present.map((one) => [one.id, earns(one) ? share : zero]));
}

/** What each organisation with anyone present earns by one turn: 1/m. */
export function organisationShares(present: readonly Present[]): Map<string, Fraction> {
  const organisations = new Set(present.map(({ organisationId }) => organisationId));
  if (organisations.size === 0) return new Map();
  const share = fraction(1, organisations.size);
  return new Map([...organisations].map((id) => [id, share]));
}

export function earningsOf(shares: ReadonlyMap<string, Fraction>): Earning[] {
  return [...shares].map(([memberId, share]) => ({ memberId, share: formatFraction(share) }));
}

export function parseEarnings(earnings: readonly Earning[]): Map<string, Fraction> {
  return new Map(earnings.map(({ memberId, share }) => [memberId, parseFraction(share)]));
}

/**
 * The accounts, of members or of organisations, after a turn: those present earn their shares, the one who spoke pays
 * one talk. A talk by somebody outside the roster accrues to nobody (Fagin & Williams, IBM J. R&D 27(2), 1983).
 */
export function settle(
  accounts: ReadonlyMap<string, Account>,
  turn: { heldOn: IsoDate; memberId: string | null },
  shares: ReadonlyMap<string, Fraction>,
): Map<string, Account> {
  const after = new Map(accounts);
  if (turn.memberId === null) return after;
  for (const [memberId, share] of shares) {
    const account = after.get(memberId) ?? emptyAccount;
    after.set(memberId, { ...account, earned: add(account.earned, share) });
  }
  const speaker = after.get(turn.memberId) ?? emptyAccount;
  after.set(turn.memberId, { ...speaker, given: speaker.given + 1, lastSpokeOn: turn.heldOn });
  return after;
}

interface Sum extends Omit<Account, "earned"> {
  parts: bigint;
}

/**
 * Every account, computed anew from the turns held, whatever order they come in. A year or more is added up over one
 * denominator, so that each account is brought to lowest terms once and not at every turn.
 */
export function replayAccounts(history: readonly HeldTurn[]): Map<string, Account> {
  const turns = history
    .filter(({ memberId }) => memberId !== null)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
  const { whole, partOf } = overOneDenominator(turns);
  const sums = new Map<string, Sum>();
  const sumOf = (id: string): Sum => {
    const known = sums.get(id);
    if (known) return known;
    const sum = { parts: 0n, given: 0, lastSpokeOn: null };
    sums.set(id, sum);
    return sum;
  };
  for (const { heldOn, memberId, present } of turns) {
    let [share, parts] = ["", 0n];
    for (const earning of present) {
      if (earning.share !== share) [share, parts] = [earning.share, partOf.get(earning.share) ?? 0n];
      sumOf(earning.memberId).parts += parts;
    }
    const speaker = sumOf(memberId!);
    speaker.given += 1;
    speaker.lastSpokeOn = heldOn;
  }
  return new Map(
    [...sums].map(([id, { parts, given, lastSpokeOn }]) => [
      id,
      { earned: fraction(parts, whole), given, lastSpokeOn },
    ]),
  );
}

/** How many parts of the whole each share is, with the least whole of which every share is a number of parts. */
function overOneDenominator(turns: readonly HeldTurn[]) {
  const texts = new Set<string>();
  for (const { present } of turns)
    for (const [at, { share }] of present.entries()) if (share !== present[at - 1]?.share) texts.add(share);
  const shares = [...texts].map((text) => [text, parseFraction(text)] as const);
  const whole = shares.reduce((least, [, { d }]) => leastCommonMultiple(least, d), 1n);
  return { whole, partOf: new Map(shares.map(([text, { n, d }]) => [text, n * (whole / d)])) };
}

export function balanceOf(account: Account): Fraction {
  return minus(account.earned, account.given);
}

/** Each member's balance as an exact fraction, computed anew from history. */
export function replayBalances(history: readonly HeldTurn[]): Record<string, string> {
  const accounts = [...replayAccounts(history)];
  return Object.fromEntries(accounts.map(([id, account]) => [id, formatFraction(balanceOf(account))]));
}

/** Beyond this many talks a ledger without declines is not doing its work. */
const alarmAt = fraction(3, 2);

export function isAlarming(balance: Fraction): boolean {
  const size = balance.n < 0n ? fraction(-balance.n, balance.d) : balance;
  return compare(size, alarmAt) > 0;
}
