import {
  type Account,
  earningsOf,
  type HeldTurn,
  organisationShares,
  type RosterMode,
  replayAccounts,
  settle,
  sharesOf,
} from "./ledger.ts";
import type { PlannedTurn } from "./plan.ts";
import { presentAt, type RosterMember } from "./presence.ts";

export type Accounts = ReadonlyMap<string, Account>;

/** The ledger among members and, where those take turns, the one among their organisations, at one moment. */
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
  const held = heldOf(turns);
  const members = replayAccounts(held);
  if (roster.mode === "per-head") return { members, organisations: new Map() };
  return { members, organisations: replayAccounts(held.map((turn) => asOrganisations(roster, turn))) };
}

/** The books after a turn that is still to come, if it goes as planned. */
export function bookTurn(books: Books, roster: Roster, turn: Turn): Books {
  const present = presentAt(roster.members, turn.heldOn, turn.memberId);
  const members = settle(books.members, turn, sharesOf(present, roster.mode, turn.memberId));
  if (roster.mode === "per-head") return { ...books, members };
  const whole = { ...turn, memberId: organisationOf(roster, turn.memberId) };
  return { members, organisations: settle(books.organisations, whole, organisationShares(present)) };
}

/** A turn as the ledger among organisations sees it. */
function asOrganisations(roster: Roster, turn: HeldTurn): HeldTurn {
  const earned = new Set(turn.present.map(({ memberId }) => memberId));
  const present = roster.members.filter(({ id }) => earned.has(id));
  return {
    heldOn: turn.heldOn,
    memberId: organisationOf(roster, turn.memberId),
    present: earningsOf(organisationShares(present)),
  };
}

function organisationOf({ members }: Roster, memberId: string | null): string | null {
  return members.find(({ id }) => id === memberId)?.organisationId ?? null;
}

function heldOf(turns: readonly (Turn & Pick<PlannedTurn, "status" | "present">)[]): HeldTurn[] {
  return turns
    .filter(({ status }) => status === "held")
    .map((turn) => ({ ...turn, present: turn.present ?? [] }));
}
