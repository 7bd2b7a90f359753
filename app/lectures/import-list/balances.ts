import { accountsOf } from "../books.ts";
import { compare, type Fraction, fraction, rounded } from "../fraction.ts";
import { balanceOf, emptyAccount } from "../ledger.ts";
import type { BalanceWord } from "../roster-view.ts";
import type { ListPlan, RosterBefore } from "./plan-list.ts";

/** How somebody starts after the list, or would. */
export interface StartingBalance {
  personId: string;
  name: string;
  given: number;
  share: number;
  word: BalanceWord;
  /** Whole talks to come, or ahead; 0 when even. */
  talks: number;
  isNew: boolean;
}

type After = Pick<ListPlan, "newMembers" | "held">;

/** Everybody still on the roster once the list is taken, those with most to come first. */
export function startingBalances(
  { members, turns }: RosterBefore,
  { newMembers, held }: After,
): StartingBalance[] {
  const accounts = accountsOf([...turns, ...held]);
  const isNew = new Set(newMembers.map(({ id }) => id));
  return [...members, ...newMembers]
    .filter(({ leftOn }) => leftOn === null)
    .map((member) => ({ member, account: accounts.get(member.id) ?? emptyAccount }))
    .toSorted((a, b) => compare(balanceOf(b.account), balanceOf(a.account)))
    .map(({ member, account }) => ({
      personId: member.personId,
      name: member.name,
      given: account.given,
      share: rounded(account.earned),
      ...inWords(balanceOf(account)),
      isNew: isNew.has(member.id),
    }));
}

function inWords(balance: Fraction): Pick<StartingBalance, "word" | "talks"> {
  const talks = Math.round(Math.abs(rounded(balance)));
  if (compare(balance, fraction(1, 2)) >= 0) return { word: "to-come", talks: Math.max(1, talks) };
  if (compare(balance, fraction(-1, 2)) <= 0) return { word: "ahead", talks: Math.max(1, talks) };
  return { word: "even", talks: 0 };
}
