import type { Books } from "./books.ts";
import { type Fraction, zero } from "./fraction.ts";
import { emptyAccount, organisationShares, type RosterMode, sharesOf } from "./ledger.ts";
import type { PlannedTurn, RosterFacts } from "./plan.ts";
import { isPresent, type RosterMember } from "./presence.ts";
import type { Contender, TurnToFill } from "./rank.ts";

/** Everything known when one turn is to be filled. */
export interface Moment {
  facts: RosterFacts;
  /** Cancelled ones left out, in order of date. */
  turns: readonly PlannedTurn[];
  /** Who speaks at each of them, as far as is known. */
  speakers: readonly (string | null)[];
  books: Books;
  /** Of the turn to be filled. */
  position: number;
  /** Who holds an open offer for another turn. */
  holders: ReadonlySet<string>;
}

const cooldown = 2;

/** The turn as the choice of a speaker looks at it. */
export function describeTurn(moment: Moment): TurnToFill {
  const { facts, turns, position, holders } = moment;
  const { heldOn, declinedBy } = turns[position]!;
  const present = facts.members.filter((member) => isPresent(member, heldOn));
  const recent = turns.slice(Math.max(0, position - cooldown), position);
  const cooling = new Set(recent.flatMap((turn) => turn.declinedBy));
  const standing = standingsAmong(moment);
  const shareOf = sharesIfSpeaking(present, facts.mode);
  return {
    heldOn,
    mode: facts.mode,
    seed: facts.seed,
    contenders: present.map(
      (member): Contender => ({
        ...standing.ofMember(member),
        id: member.id,
        organisationId: member.organisationId,
        joinedOn: member.joinedOn,
        share: shareOf(member),
        declined: declinedBy.includes(member.id),
        cooling: cooling.has(member.id),
        hasOffer: holders.has(member.id),
      }),
    ),
    organisations: facts.mode === "per-head" ? new Map() : standing.ofOrganisations(present),
    neighbours: neighboursOf(moment),
  };
}

/** What each of those present earns by a turn that they or, where organisations take turns, theirs speaks at. */
function sharesIfSpeaking(present: readonly RosterMember[], mode: RosterMode) {
  const shares = new Map<string, Fraction>();
  return ({ id, organisationId }: RosterMember): Fraction => {
    const group = mode === "per-head" ? "all" : organisationId;
    const share = shares.get(group) ?? sharesOf(present, mode, id).get(id) ?? zero;
    shares.set(group, share);
    return share;
  };
}

/** What the ledgers and the plan say of each member, and of each organisation with anybody present. */
function standingsAmong({ facts, speakers, books, position }: Moment) {
  const ahead = new Map<string, number>();
  const distance = new Map<string, number>();
  for (const [at, id] of speakers.entries()) {
    if (id === null) continue;
    if (at > position) ahead.set(id, (ahead.get(id) ?? 0) + 1);
    distance.set(id, Math.min(distance.get(id) ?? Number.POSITIVE_INFINITY, Math.abs(at - position)));
  }
  const aheadOf = (members: readonly RosterMember[]) =>
    members.reduce((sum, { id }) => sum + (ahead.get(id) ?? 0), 0);
  return {
    ofMember: (member: RosterMember) => ({
      account: books.members.get(member.id) ?? emptyAccount,
      ahead: ahead.get(member.id) ?? 0,
      distance: distance.get(member.id) ?? Number.POSITIVE_INFINITY,
    }),
    ofOrganisations: (present: readonly RosterMember[]): TurnToFill["organisations"] =>
      new Map(
        [...organisationShares(present)].map(([id, share]) => {
          const members = facts.members.filter(({ organisationId }) => organisationId === id);
          const account = books.organisations.get(id) ?? emptyAccount;
          return [id, { account, ahead: aheadOf(members), share }];
        }),
      ),
  };
}

function neighboursOf({ facts, speakers, position }: Moment): string[] {
  const beside = [speakers[position - 1], speakers[position + 1]];
  return facts.members.filter(({ id }) => beside.includes(id)).map(({ organisationId }) => organisationId);
}
