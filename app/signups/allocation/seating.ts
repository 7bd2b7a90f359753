import type { Seat } from "./allocation.ts";
import { type Ballot, notWished, rankFor } from "./ballot.ts";
import { emptySeating, type Seating } from "./turns.ts";

/** By slot, session and place in the lottery. */
export function seatsOf(ballot: Ballot, seating: Seating): Seat[] {
  return ballot.sessionsIn.flatMap((own, slot) => {
    const seats: { person: number; session: number }[] = [];
    for (const [person, session] of seating[slot]!.entries())
      if (session >= 0) seats.push({ person, session });
    seats.sort((a, b) => a.session - b.session || a.person - b.person);
    return own.length === 0
      ? []
      : seats.map(({ person, session }) => {
          const rank = rankFor(ballot.requests[person]![slot]!, session);
          return {
            personId: ballot.people[person]!.id,
            sessionId: ballot.sessions[session]!.id,
            rank: rank === notWished ? null : rank,
          };
        });
  });
}

export function seatingOf(ballot: Ballot, seats: readonly Seat[]): Seating {
  const seating = emptySeating(ballot);
  const people = new Map(ballot.people.map(({ id }, index) => [id, index]));
  const sessions = new Map(ballot.sessions.map(({ id }, index) => [id, index]));
  for (const { personId, sessionId } of seats) {
    const person = people.get(personId);
    const session = sessions.get(sessionId);
    if (person === undefined || session === undefined) continue;
    seating[ballot.slotOf[session]!]![person] = session;
  }
  return seating;
}
