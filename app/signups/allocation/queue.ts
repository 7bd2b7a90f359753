import type { AllocationResult, BallotInputs, QueuedWish } from "./allocation.ts";
import { compileBallot } from "./ballot.ts";
import { seatingOf } from "./seating.ts";
import { isBlocked } from "./turns.ts";

/**
 * Wishes that are better than what somebody got in that slot, in the order of the lottery, each person's best first.
 * Left out is what they could not accept: at a time they are busy, or shut out by a seat they have in another slot.
 */
export function queueOf(
  inputs: BallotInputs,
  result: Pick<AllocationResult, "seats" | "lottery">,
): QueuedWish[] {
  const ballot = compileBallot(inputs, result.lottery);
  const seating = seatingOf(ballot, result.seats);
  return ballot.people.flatMap(({ id, party }, person) =>
    ballot.slots.flatMap((_, slot) => {
      const wishes = ballot.requests[person]![slot]?.wishes ?? [];
      const held = seating[slot]![person]!;
      const got = wishes.find(({ session }) => session === held)?.rank ?? Number.POSITIVE_INFINITY;
      return wishes
        .filter(({ session, rank }) => rank < got && !isBlocked(ballot, seating, person, session))
        .map(({ session }) => ({ personId: id, sessionId: ballot.sessions[session]!.id, partyId: party }));
    }),
  );
}
