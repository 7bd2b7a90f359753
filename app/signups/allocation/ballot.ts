import type { BallotInputs, BallotPerson, BallotSession } from "./allocation.ts";
import { compareText } from "./lottery.ts";

/** The rank of a seat that was not wished for: worse than any wish. */
export const notWished = 9;

/** What a seat of a rank costs: its square. */
export const costOfRank = (rank: number) => rank * rank;

/** What nothing costs: more than all seats of all people together, so that as few as possible go without. */
export const costOfNothing = 10_000_000;

export interface Wish {
  session: number;
  rank: number;
}

/** What one person wants of one slot. */
export interface Request {
  /** In reach: neither vetoed nor at a time that is taken; best first. */
  wishes: Wish[];
  /** Vetoed, or at a time that is taken. */
  closed: ReadonlySet<number>;
  /** They may get what they did not ask for, so that they are not left without. */
  anything: boolean;
}

/** A ballot with numbers for names: sessions by slot and id, people by their place in the lottery. */
export interface Ballot {
  sessions: BallotSession[];
  people: BallotPerson[];
  slots: string[];
  slotOf: number[];
  /** Sessions of each slot. */
  sessionsIn: number[][];
  /** By person and slot; null where they handed in no wish. */
  requests: (Request | null)[][];
  /** Whether nobody can sit in both, by session × session. */
  excludes: Uint8Array;
  /** Sessions of one slot never make slots depend on each other; these do. */
  hasExclusions: boolean;
  /** By slot: people who sit together or not at all. */
  blocks: number[][][];
}

interface Sessions extends Pick<Ballot, "sessions" | "slots" | "slotOf"> {
  numberOf: ReadonlyMap<string, number>;
}

/** The order of the lottery is that of everything; people who are not in it stand nowhere. */
export function compileBallot(inputs: BallotInputs, lottery: readonly string[]): Ballot {
  const sessions = [...inputs.sessions].sort(
    (a, b) => compareText(a.slot, b.slot) || compareText(a.id, b.id),
  );
  const byId = new Map(inputs.people.map((person) => [person.id, person]));
  const people = lottery.flatMap((id) => byId.get(id) ?? []);
  const slots = [...new Set(sessions.map(({ slot }) => slot))];
  const slotNumber = new Map(slots.map((slot, index) => [slot, index]));
  const slotOf = sessions.map(({ slot }) => slotNumber.get(slot)!);
  const sessionsIn = slots.map((_, slot) => [...sessions.keys()].filter((one) => slotOf[one] === slot));
  const numberOf = new Map(sessions.map(({ id }, index) => [id, index]));
  const requests = people.map((person) => requestsOf(person, { sessions, slots, slotOf, numberOf }));
  const { excludes, hasExclusions } = exclusionsOf(sessions, slotOf);
  const blocks = sessionsIn.map((own, slot) => blocksOf(people, requests, { slot, own }));
  return { sessions, people, slots, slotOf, sessionsIn, requests, excludes, hasExclusions, blocks };
}

function requestsOf(person: BallotPerson, sessions: Sessions): (Request | null)[] {
  const closed = closedTo(person, sessions);
  const ratherFree = new Set(person.ratherFree);
  const requests = sessions.slots.map((): Request | null => null);
  for (const [id, rank] of Object.entries(person.wishes)) {
    const session = sessions.numberOf.get(id);
    if (session === undefined) continue;
    const slot = sessions.slotOf[session]!;
    const anything = !ratherFree.has(sessions.slots[slot]!);
    requests[slot] ??= { wishes: [], closed, anything };
    if (!closed.has(session)) requests[slot].wishes.push({ session, rank });
  }
  for (const request of requests) {
    request?.wishes.sort((a, b) => a.rank - b.rank || a.session - b.session);
  }
  return requests;
}

function closedTo({ vetoes, busy }: BallotPerson, { sessions, numberOf }: Sessions): ReadonlySet<number> {
  if (vetoes.length === 0 && busy.length === 0) return nothing;
  const closed = new Set(vetoes.flatMap((id) => numberOf.get(id) ?? []));
  for (const { from, until } of busy) {
    for (const [index, { startsAt, endsAt }] of sessions.entries()) {
      if (from < endsAt && startsAt < until) closed.add(index);
    }
  }
  return closed;
}

const nothing: ReadonlySet<number> = new Set();

/** Overlapping sessions of different slots, and those of one workshop. */
function exclusionsOf(sessions: BallotSession[], slotOf: number[]) {
  const count = sessions.length;
  const excludes = new Uint8Array(count * count);
  let hasExclusions = false;
  for (const [a, first] of sessions.entries()) {
    for (const [b, second] of sessions.entries()) {
      if (slotOf[a] === slotOf[b]) continue;
      const same = first.workshop !== null && first.workshop === second.workshop;
      if (!same && !(first.startsAt < second.endsAt && second.startsAt < first.endsAt)) continue;
      excludes[a * count + b] = 1;
      hasExclusions = true;
    }
  }
  return { excludes, hasExclusions };
}

/** Those of a party who asked in this slot and for whom there is anything at all; one alone is no party. */
function blocksOf(
  people: BallotPerson[],
  requests: (Request | null)[][],
  { slot, own }: { slot: number; own: number[] },
): number[][] {
  const parties = new Map<string, number[]>();
  for (const [index, { party }] of people.entries()) {
    const request = requests[index]![slot]!;
    if (party === null || !own.some((one) => rankFor(request, one) !== null)) continue;
    parties.set(party, [...(parties.get(party) ?? []), index]);
  }
  return [...parties.values()].filter((members) => members.length > 1);
}

/** The rank a session has for somebody; null when they may not get it. */
export function rankFor(request: Request | null, session: number): number | null {
  if (request === null || request.closed.has(session)) return null;
  const wish = request.wishes.find((one) => one.session === session);
  if (wish) return wish.rank;
  return request.anything ? notWished : null;
}
