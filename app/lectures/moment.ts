import type { Books } from "./books.ts";
import { zero } from "./fraction.ts";
import { type Account, emptyAccount, organisationShares, sharesOf } from "./ledger.ts";
import type { PlannedTurn, RosterFacts } from "./plan.ts";
import { isPresent, type RosterMember } from "./presence.ts";
import type { Contender, Standing, TurnToFill } from "./rank.ts";

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
  const { facts, turns, books, position } = moment;
  const { heldOn } = turns[position]!;
  const present = facts.members.filter((member) => isPresent(member, heldOn));
  return {
    heldOn,
    mode: facts.mode,
    seed: facts.seed,
    contenders: present.map((member) => contenderOf(moment, member, present)),
    organisations: new Map(
      [...organisationShares(present)].map(([id, share]) => {
        const members = facts.members.filter(({ organisationId }) => organisationId === id);
        return [id, { ...standingOf(moment, books.organisations.get(id), members), share }];
      }),
    ),
    neighbours: neighboursOf(moment),
  };
}

function contenderOf(moment: Moment, member: RosterMember, present: readonly RosterMember[]): Contender {
  const { facts, turns, books, position, holders } = moment;
  const recent = turns.slice(Math.max(0, position - cooldown), position);
  return {
    ...standingOf(moment, books.members.get(member.id), [member]),
    id: member.id,
    organisationId: member.organisationId,
    joinedOn: member.joinedOn,
    share: sharesOf(present, facts.mode, member.id).get(member.id) ?? zero,
    distance: distanceTo(member.id, moment),
    declined: turns[position]!.declinedBy.includes(member.id),
    cooling: recent.some(({ declinedBy }) => declinedBy.includes(member.id)),
    hasOffer: holders.has(member.id),
  };
}

function standingOf(
  { speakers, position }: Moment,
  account: Account | undefined,
  members: readonly RosterMember[],
): Standing {
  const ids = new Set(members.map(({ id }) => id));
  const ahead = speakers.filter((id, at) => id !== null && ids.has(id) && at > position).length;
  return { account: account ?? emptyAccount, ahead };
}

function distanceTo(memberId: string, { speakers, position }: Moment): number {
  return speakers.reduce(
    (nearest, id, at) => (id === memberId ? Math.min(nearest, Math.abs(at - position)) : nearest),
    Number.POSITIVE_INFINITY,
  );
}

function neighboursOf({ facts, speakers, position }: Moment): string[] {
  const beside = [speakers[position - 1], speakers[position + 1]];
  return facts.members.filter(({ id }) => beside.includes(id)).map(({ organisationId }) => organisationId);
}
