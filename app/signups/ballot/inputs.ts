import type { BallotInputs, BallotPerson, BallotSession } from "../allocation/allocation.ts";

import { settle, type WishList } from "./wishes.ts";

/** Somebody with wishes, as the database knows them. */
export interface Wisher {
  /** The number they have in the ballot, by which nobody else finds them. */
  pseudonym: string;
  /** By its slug. */
  organisation: string | null;
  /** Those who agreed to be seated together share it. */
  partyId: string | null;
  list: WishList;
  /** What they give or attend already. */
  busy: { from: number; until: number }[];
  /** Workshops they have a seat in already. */
  seatedIn: string[];
}

/**
 * What an allocation stands on, without names. Whatever would tell who somebody is and makes no difference is left
 * out: an organisation for which no seats are kept, and the reason why somebody cannot come (docs/decisions/
 * 0020-a-ballot-anyone-can-replay.md). Time slots without a wish are free.
 */
export function inputsOf(sessions: (BallotSession & { title: string })[], wishers: Wisher[]): BallotInputs {
  const kept = new Set(sessions.flatMap(({ guarantees }) => Object.keys(guarantees)));
  const people = wishers
    .map((wisher) => personOf(sessions, wisher, kept))
    .filter(({ wishes }) => Object.keys(wishes).length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const parties = partyNames(people);
  return {
    sessions: sessions.map(({ title: _, ...session }) => session).sort((a, b) => (a.id < b.id ? -1 : 1)),
    people: people.map(({ party, ...person }) => ({
      ...person,
      party: (party && parties.get(party)) ?? null,
    })),
  };
}

function personOf(
  sessions: (BallotSession & { title: string })[],
  { pseudonym, organisation, partyId, list, busy, seatedIn }: Wisher,
  kept: Set<string>,
): BallotPerson {
  const cannot = (session: BallotSession) =>
    busy.some(({ from, until }) => from < session.endsAt && session.startsAt < until) ||
    (session.workshop !== null && seatedIn.includes(session.workshop));
  const offered = sessions.map((session) => ({
    id: session.id,
    title: session.title,
    slot: session.slot,
    taken: cannot(session) ? ("busy" as const) : null,
  }));
  const { list: settled } = settle(list, offered);
  const slots = [...new Set(offered.map(({ slot }) => slot))];
  const wished = new Set(offered.filter(({ id }) => settled.ranks[id]).map(({ slot }) => slot));
  const impossible = offered.filter(({ taken, slot }) => taken && wished.has(slot)).map(({ id }) => id);
  return {
    id: pseudonym,
    organisation: organisation !== null && kept.has(organisation) ? organisation : null,
    party: partyId,
    wishes: settled.ranks,
    vetoes: [...new Set([...settled.vetoes, ...impossible])].sort(),
    ratherFree: slots.filter((slot) => !wished.has(slot) || settled.free.includes(slot)).sort(),
    busy: [],
  };
}

/** A party is called by the first of its numbers, and one of a single person is none. */
function partyNames(people: BallotPerson[]): Map<string, string> {
  const members = new Map<string, string[]>();
  for (const { party, id } of people) if (party) members.set(party, [...(members.get(party) ?? []), id]);
  return new Map(
    [...members].flatMap(([party, ids]) => (ids.length > 1 ? [[party, `with-${ids.toSorted()[0]}`]] : [])),
  );
}

/** How many people the smallest group has that can be told from the others by what is kept for it. */
export function smallestGroup({ people }: BallotInputs): number {
  const groups = new Map<string | null, number>();
  for (const { organisation } of people) groups.set(organisation, (groups.get(organisation) ?? 0) + 1);
  return Math.min(...groups.values());
}
