import type { IsoDate } from "~/platform/time.ts";
import {
  add,
  compare,
  type Fraction,
  formatFraction,
  fraction,
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

/**
 * What each member present earns by one turn; together they earn exactly one talk.
 * Per head everybody earns 1/n. Per organisation each of the m organisations with anyone present earns 1/m,
 * shared equally by its members present.
 */
export function sharesOf(
  present: readonly { id: string; organisationId: string }[],
  mode: RosterMode,
): Map<string, Fraction> {
  const heads = new Map<string, number>();
  for (const { organisationId } of present) heads.set(organisationId, (heads.get(organisationId) ?? 0) + 1);
  return new Map(
    present.map(({ id, organisationId }) => {
      const parts = mode === "per-head" ? present.length : heads.size * (heads.get(organisationId) ?? 1);
      return [id, fraction(1, parts)];
    }),
  );
}

export function earningsOf(shares: ReadonlyMap<string, Fraction>): Earning[] {
  return [...shares].map(([memberId, share]) => ({ memberId, share: formatFraction(share) }));
}

export function parseEarnings(earnings: readonly Earning[]): Map<string, Fraction> {
  return new Map(earnings.map(({ memberId, share }) => [memberId, parseFraction(share)]));
}

/**
 * The accounts after a turn: everybody present earns their share, the member who spoke pays one talk. A talk by
 * somebody outside the roster accrues to nobody (Fagin & Williams, IBM J. R&D 27(2), 1983).
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

/** Every account, computed anew from the turns held, whatever order they come in. */
export function replayAccounts(history: readonly HeldTurn[]): Map<string, Account> {
  let accounts = new Map<string, Account>();
  for (const turn of history.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))) {
    accounts = settle(accounts, turn, parseEarnings(turn.present));
  }
  return accounts;
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
