import {
  type Account,
  type HeldTurn,
  organisationShares,
  parseEarnings,
  type RosterMode,
  replayAccounts,
  settle,
  sharesOf,
} from "./ledger.ts";
import type { PlannedTurn } from "./plan.ts";
import { presentAt, type RosterMember } from "./presence.ts";

export type Accounts = ReadonlyMap<string, Account>;

/** The ledger among members and the ledger among their organisations, at one moment. */
export interface Books {
  members: Accounts;
  organisations: Accounts;
}

interface Roster {
  mode: RosterMode;
  members: readonly RosterMember[];
}

type Turn = Pick<PlannedTurn, "heldOn" | "memberId">;

/** The members' accounts as the turns held so far have left them. */
export function accountsOf(turns: readonly (Turn & Pick<PlannedTurn, "status" | "present">)[]): Accounts {
  return replayAccounts(heldOf(turns));
}

/** The books as the turns held so far have left them. */
export function openBooks(
  roster: Roster,
  turns: readonly (Turn & Pick<PlannedTurn, "status" | "present">)[],
): Books {
  let organisations: Accounts = new Map();
  for (const turn of heldOf(turns)) {
    const earned = parseEarnings(turn.present);
    const present = roster.members.filter(({ id }) => earned.has(id));
    organisations = settleOrganisations(organisations, roster, turn, present);
  }
  return { members: accountsOf(turns), organisations };
}

/** The books after a turn that is still to come, if it goes as planned. */
export function bookTurn(books: Books, roster: Roster, turn: Turn): Books {
  const present = presentAt(roster.members, turn.heldOn, turn.memberId);
  return {
    members: settle(books.members, turn, sharesOf(present, roster.mode, turn.memberId)),
    organisations: settleOrganisations(books.organisations, roster, turn, present),
  };
}

function settleOrganisations(
  accounts: Accounts,
  { members }: Roster,
  { heldOn, memberId }: Turn,
  present: readonly RosterMember[],
): Accounts {
  const speaker = members.find(({ id }) => id === memberId);
  const organisationId = speaker?.organisationId ?? null;
  return settle(accounts, { heldOn, memberId: organisationId }, organisationShares(present));
}

function heldOf(turns: readonly (Turn & Pick<PlannedTurn, "status" | "present">)[]): HeldTurn[] {
  return turns
    .filter(({ status }) => status === "held")
    .map((turn) => ({ ...turn, present: turn.present ?? [] }))
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
}
