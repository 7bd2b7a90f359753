import type { AllocationResult, BallotInputs, Missed, Why } from "./allocation.ts";
import { type Ballot, compileBallot, costOfNothing, costOfRank, rankFor } from "./ballot.ts";
import { seatingOf } from "./seating.ts";
import { isBlocked, Room, type Seating } from "./turns.ts";

/** Why somebody got what they got in a slot. For several slots or people use `explain`, which reads the ballot once. */
export function whyOf(inputs: BallotInputs, result: AllocationResult, personId: string, slot: string): Why {
  return explain(inputs, result)(personId, slot);
}

export function explain(
  inputs: BallotInputs,
  result: AllocationResult,
): (personId: string, slot: string) => Why {
  const ballot = compileBallot(inputs, result.lottery);
  const seating = seatingOf(ballot, result.seats);
  return (personId, slotId) => {
    const person = ballot.people.findIndex(({ id }) => id === personId);
    const slot = ballot.slots.indexOf(slotId);
    if (person < 0 || slot < 0) return { kind: "unknown" };
    return whyIn({ ballot, seating, result, person, slot });
  };
}

interface Case {
  ballot: Ballot;
  seating: Seating;
  result: AllocationResult;
  person: number;
  slot: number;
}

function whyIn(one: Case): Why {
  const { ballot, seating, person, slot } = one;
  const ratherFree = ballot.people[person]!.ratherFree.includes(ballot.slots[slot]!);
  const request = ballot.requests[person]![slot];
  if (!request) return { kind: "not-asked", ratherFree };
  const session = seating[slot]![person]!;
  const rank = session < 0 ? null : rankFor(request, session);
  const wished = request.wishes.some((wish) => wish.session === session);
  const missed = wishesOf(one)
    .filter((wish) => wish.session !== session && !(wished && wish.rank >= rank!))
    .map((wish) => whyMissed(one, wish));
  if (session < 0) return { kind: "without", ratherFree, missed };
  const seat = { sessionId: ballot.sessions[session]!.id, fromGuarantee: isFromGuarantee(one, session) };
  if (!wished) return { kind: "last-resort", ...seat, missed };
  if (missed.length === 0) return { kind: "first-choice", ...seat };
  return { kind: "lower-choice", rank: rank!, ...seat, missed };
}

/** All wishes of the slot, those out of reach among them, best first. */
function wishesOf({ ballot, person, slot }: Case): { session: number; rank: number }[] {
  const { wishes } = ballot.people[person]!;
  return ballot.sessionsIn[slot]!.filter((session) => Object.hasOwn(wishes, ballot.sessions[session]!.id))
    .map((session) => ({ session, rank: wishes[ballot.sessions[session]!.id]! }))
    .sort((a, b) => a.rank - b.rank || a.session - b.session);
}

function whyMissed(one: Case, { session, rank }: { session: number; rank: number }): Missed {
  const { ballot, seating, result, person, slot } = one;
  const { id, capacity } = ballot.sessions[session]!;
  const wish = { sessionId: id, rank };
  const { vetoes } = ballot.people[person]!;
  if (ballot.requests[person]![slot]!.closed.has(session)) {
    return { ...wish, reason: vetoes.includes(id) ? "vetoed" : "busy" };
  }
  if (isBlocked(ballot, seating, person, session)) return { ...wish, ...whatBlocks(one, session) };
  const members = ballot.blocks[slot]!.find((block) => block.includes(person)) ?? [person];
  const room = roomOf(one, session);
  const organisations = members.map((member) => ballot.people[member]!.organisation);
  const fitsAlone = room.fits([ballot.people[person]!.organisation]);
  const isShared = members.every((member) => isOpenTo(one, member, session));
  if (members.length > 1 && (!isShared || (fitsAlone && !room.fits(organisations)))) {
    return { ...wish, reason: "party", size: members.length };
  }
  const there = whoIsIn(one, session);
  if (!fitsAlone && capacity !== null && there.length < capacity) {
    return { ...wish, reason: "kept", kept: capacity - there.length };
  }
  if (result.mode === "turns") {
    return {
      ...{ ...wish, reason: "turn", number: person + 1, fitted: there.length },
      last: Math.max(0, ...there) + (there.length > 0 ? 1 : 0),
    };
  }
  const other = there.find((rival) => rival < person && members.length === 1 && isTie(one, session, rival));
  if (other !== undefined) return { ...wish, reason: "lottery", number: person + 1, other: other + 1 };
  const firstChoices = there.filter((rival) => ballot.requests[rival]![slot]!.wishes[0]?.session === session);
  return {
    ...{ ...wish, reason: "together", taken: there.length },
    ...{ firstChoices: firstChoices.length, exact: result.exact },
  };
}

function whatBlocks({ ballot, seating, person }: Case, session: number) {
  const { workshop } = ballot.sessions[session]!;
  const count = ballot.sessions.length;
  const held = seating.map((seats) => seats[person]!);
  const other =
    ballot.sessions[held.find((one) => one >= 0 && ballot.excludes[one * count + session] === 1)!]!;
  const same = workshop !== null && other.workshop === workshop;
  return { reason: same ? ("same-workshop" as const) : ("clash" as const), otherSessionId: other.id };
}

const isOpenTo = ({ ballot, seating, slot }: Case, person: number, session: number) =>
  rankFor(ballot.requests[person]![slot]!, session) !== null && !isBlocked(ballot, seating, person, session);

const whoIsIn = ({ ballot, seating }: Case, session: number) =>
  [...seating[ballot.slotOf[session]!]!.entries()].flatMap(([person, held]) =>
    held === session ? [person] : [],
  );

function roomOf(one: Case, session: number): Room {
  const room = new Room(one.ballot.sessions[session]!);
  for (const person of whoIsIn(one, session)) room.take(one.ballot.people[person]!.organisation);
  return room;
}

/** Whether the two could have changed places at no cost to all together. */
function isTie(one: Case, session: number, rival: number): boolean {
  const { ballot, seating, slot, person } = one;
  const mine = seating[slot]![person]!;
  const inParty = ballot.blocks[slot]!.some((block) => block.includes(rival));
  if (inParty || (mine >= 0 && !isOpenTo(one, rival, mine))) return false;
  if (ballot.people[person]!.organisation !== ballot.people[rival]!.organisation) return false;
  const cost = (who: number, where: number) =>
    where < 0 ? costOfNothing : costOfRank(rankFor(ballot.requests[who]![slot]!, where)!);
  return cost(person, mine) + cost(rival, session) === cost(person, session) + cost(rival, mine);
}

/** The seat is one of those kept for their organisation, and somebody without one could not have had it. */
function isFromGuarantee(one: Case, session: number): boolean {
  const { ballot, person } = one;
  const { organisation } = ballot.people[person]!;
  const kept = organisation === null ? 0 : (ballot.sessions[session]!.guarantees[organisation] ?? 0);
  const own = whoIsIn(one, session).filter((other) => ballot.people[other]!.organisation === organisation);
  return kept > 0 && own.length <= kept && !roomOf(one, session).fits([null]);
}
