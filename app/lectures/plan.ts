import type { IsoDate } from "~/platform/time.ts";
import { allRules, type Choice, chooseSpeaker, type Rules } from "./choose.ts";
import { add, zero } from "./fraction.ts";
import type { Account, Earning, RosterMode } from "./ledger.ts";
import { emptyAccount, replayAccounts, settle, sharesOf } from "./ledger.ts";
import { isPresent, presentAt, type RosterMember } from "./presence.ts";
import type { Contender, Standing } from "./rank.ts";

export interface PlannedTurn {
  id: string;
  heldOn: IsoDate;
  status: "open" | "offered" | "confirmed" | "held" | "no-show" | "cancelled";
  memberId: string | null;
  /** Frozen when it was held. */
  present: readonly Earning[] | null;
  /** Members who declined it or let its offer lapse. */
  declinedBy: readonly string[];
}

export interface RosterFacts {
  mode: RosterMode;
  seed: string;
  /** Everybody who ever joined. */
  members: readonly RosterMember[];
  turns: readonly PlannedTurn[];
}

/** The turn about to be offered, and the members who already hold an open offer for another one. */
export interface Offering {
  turnId: string;
  holders: ReadonlySet<string>;
}

type Accounts = ReadonlyMap<string, Account>;

const cooldown = 2;

/**
 * A speaker, or null, for every open turn in order of date. Offered and confirmed turns stay as they are and count
 * as given, and so does each choice made here.
 */
export function planTurns(
  facts: RosterFacts,
  offering: Offering | null = null,
  rules: Rules = allRules,
): Map<string, Choice | null> {
  const turns = facts.turns
    .filter((turn) => turn.status !== "cancelled")
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
  const speakers = turns.map((turn) =>
    turn.status === "open" || turn.status === "no-show" ? null : turn.memberId,
  );
  let accounts: Accounts = accountsOf(turns);
  const choices = new Map<string, Choice | null>();

  for (const [position, turn] of turns.entries()) {
    if (turn.status === "held" || turn.status === "no-show") continue;
    if (turn.status === "open") {
      const holders = offering?.turnId === turn.id ? offering.holders : null;
      const choice = choose({ facts, turns, speakers, accounts, position, holders }, rules);
      choices.set(turn.id, choice);
      speakers[position] = choice?.memberId ?? null;
    }
    const memberId = speakers[position] ?? null;
    const present = presentAt(facts.members, turn.heldOn, memberId);
    accounts = settle(accounts, { heldOn: turn.heldOn, memberId }, sharesOf(present, facts.mode));
  }
  return choices;
}

/** The accounts as the turns held so far have left them. */
export function accountsOf(
  turns: readonly Pick<PlannedTurn, "heldOn" | "status" | "memberId" | "present">[],
): Map<string, Account> {
  const held = turns.filter(({ status }) => status === "held");
  return replayAccounts(held.map((turn) => ({ ...turn, present: turn.present ?? [] })));
}

interface Moment {
  facts: RosterFacts;
  /** Cancelled ones left out, in order of date. */
  turns: readonly PlannedTurn[];
  /** Who speaks at each of them, as far as is known. */
  speakers: readonly (string | null)[];
  accounts: Accounts;
  /** Of the turn to be filled. */
  position: number;
  holders: ReadonlySet<string> | null;
}

function choose(moment: Moment, rules: Rules): Choice | null {
  const { facts, turns, speakers, accounts, position, holders } = moment;
  const turn = turns[position]!;
  const present = facts.members.filter((member) => isPresent(member, turn.heldOn));
  const shares = sharesOf(present, facts.mode);
  const standingOf = ({ id }: RosterMember): Standing => ({
    account: accounts.get(id) ?? emptyAccount,
    ahead: speakers.filter((speaker, at) => speaker === id && at > position).length,
  });
  const recent = turns.slice(Math.max(0, position - cooldown), position);
  const contenders = present.map(
    (member): Contender => ({
      ...standingOf(member),
      id: member.id,
      organisationId: member.organisationId,
      joinedOn: member.joinedOn,
      share: shares.get(member.id) ?? zero,
      distance: distanceTo(member.id, speakers, position),
      declined: turn.declinedBy.includes(member.id),
      cooling: recent.some(({ declinedBy }) => declinedBy.includes(member.id)),
      hasOffer: holders?.has(member.id) ?? false,
    }),
  );
  const organisations = new Map<string, Standing>();
  for (const member of facts.members) {
    const whole = organisations.get(member.organisationId);
    organisations.set(member.organisationId, together(whole, standingOf(member)));
  }
  const beside = [speakers[position - 1], speakers[position + 1]];
  const neighbours = facts.members
    .filter(({ id }) => beside.includes(id))
    .map(({ organisationId }) => organisationId);
  return chooseSpeaker(
    { heldOn: turn.heldOn, mode: facts.mode, seed: facts.seed, contenders, organisations, neighbours },
    rules,
  );
}

function distanceTo(memberId: string, speakers: readonly (string | null)[], position: number): number {
  return speakers.reduce(
    (nearest, id, at) => (id === memberId ? Math.min(nearest, Math.abs(at - position)) : nearest),
    Number.POSITIVE_INFINITY,
  );
}

function together(whole: Standing | undefined, part: Standing): Standing {
  if (!whole) return part;
  const [a, b] = [whole.account, part.account];
  return {
    ahead: whole.ahead + part.ahead,
    account: {
      earned: add(a.earned, b.earned),
      given: a.given + b.given,
      lastSpokeOn: (a.lastSpokeOn ?? "") > (b.lastSpokeOn ?? "") ? a.lastSpokeOn : b.lastSpokeOn,
    },
  };
}
