import { type Ballot, costOfRank, rankFor } from "./ballot.ts";
import { Net } from "./net.ts";
import { isBlocked, type Seating } from "./turns.ts";

/**
 * Slot by slot as good as it can be while the other slots stay as they are, ties as the lottery says; parties stay
 * where they are. Never worse than before.
 */
export function polish(ballot: Ballot, before: Seating, worstRank: number): Seating {
  const seating = before.map((seats) => seats.slice());
  for (const slot of ballot.slots.keys()) {
    const net = new Net(ballot, slot, worstRank, (person, session) =>
      isBlocked(ballot, seating, person, session),
    );
    const together = new Set(ballot.blocks[slot]!.flat());
    for (const person of together) {
      const session = seating[slot]![person]!;
      net.insert(person, session < 0 ? net.graph.nothing : net.nodeFor(person, session));
    }
    for (const person of ballot.people.keys()) {
      if (ballot.requests[person]![slot] && !together.has(person)) net.insert(person);
    }
    net.drawTies();
    seating[slot] = Int32Array.from(net.at, (_, person) => net.sessionAt(person));
  }
  return seating;
}

/** How many go without, and the sum of the squares of all ranks. */
export function scoreOfSeating(
  ballot: Ballot,
  seating: Seating,
): { without: number; worstRank: number; squares: number } {
  const value = { without: 0, worstRank: 0, squares: 0 };
  for (const [slot, seats] of seating.entries()) {
    for (const [person, session] of seats.entries()) {
      const request = ballot.requests[person]![slot];
      if (!request) continue;
      const rank = session < 0 ? null : rankFor(request, session);
      if (rank === null) value.without += 1;
      else {
        value.squares += costOfRank(rank);
        value.worstRank = Math.max(value.worstRank, rank);
      }
    }
  }
  return value;
}
