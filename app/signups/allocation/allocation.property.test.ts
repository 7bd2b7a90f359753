import fc from "fast-check";
import { expect, test } from "vitest";
import { bestByTrying } from "#tests/support/allocation/brute-force.ts";
import { ballots } from "#tests/support/allocation/random-ballots.ts";
import { allocate } from "./allocate.ts";
import type { AllocationResult, BallotInputs } from "./allocation.ts";
import { type Ballot, compileBallot, costOfNothing, costOfRank, rankFor } from "./ballot.ts";
import { allocateThoroughly } from "./improve.ts";
import { scoreOfSeating } from "./polish.ts";
import { isBetter } from "./score.ts";
import { seatingOf } from "./seating.ts";
import { isBlocked, Room } from "./turns.ts";

const together = { mode: "fewest-without", seed: "seed" } as const;

/** By slot: what everybody who asked pays, in the order of the lottery. */
function costsOf(ballot: Ballot, result: AllocationResult): number[][] {
  return seatingOf(ballot, result.seats).map((seats, slot) =>
    [...seats].flatMap((session, person) => {
      const request = ballot.requests[person]![slot];
      if (!request) return [];
      return [session < 0 ? costOfNothing : costOfRank(rankFor(request, session)!)];
    }),
  );
}

test("independent slots: nothing is better, and ties fall as the lottery says", () => {
  fc.assert(
    fc.property(ballots({ people: 5, slots: 2, sessions: 3 }), fc.string(), (inputs, seed) => {
      const result = allocate(inputs, { ...together, seed });
      const ballot = compileBallot(inputs, result.lottery);
      expect(costsOf(ballot, result)).toEqual(bestByTrying(ballot));
      expect(result).toMatchObject({ exact: true, gap: 0 });
    }),
    { numRuns: 400 },
  );
}, 30_000);

/** Everything that may never happen, whatever else is better or worse. */
function wrongIn(inputs: BallotInputs, result: AllocationResult): string[] {
  const wrong: string[] = [];
  const ballot = compileBallot(inputs, result.lottery);
  const seating = seatingOf(ballot, result.seats);
  if (seating.flatMap((seats) => [...seats]).filter((one) => one >= 0).length !== result.seats.length) {
    wrong.push("two seats in one slot");
  }
  for (const [slot, seats] of seating.entries()) {
    for (const [person, session] of seats.entries()) {
      if (session < 0) continue;
      const { id } = ballot.people[person]!;
      const rank = rankFor(ballot.requests[person]![slot]!, session);
      if (rank === null) wrong.push(`${id} cannot sit there`);
      if (isBlocked(ballot, seating, person, session)) wrong.push(`${id} cannot sit in both`);
    }
    for (const session of ballot.sessionsIn[slot]!) {
      const there = [...seats.keys()].filter((person) => seats[person] === session);
      const organisations = there.map((person) => ballot.people[person]!.organisation);
      if (!new Room(ballot.sessions[session]!).fits(organisations)) {
        if (there.length > 0) wrong.push(`${session} is too full`);
      }
    }
    for (const members of ballot.blocks[slot]!) {
      if (new Set(members.map((one) => seats[one])).size > 1) wrong.push("a party is torn apart");
    }
  }
  return wrong;
}

test.each(["fewest-without", "turns"] as const)(
  "%s keeps every rule where slots depend on each other",
  (mode) => {
    fc.assert(
      fc.property(ballots({ people: 14, slots: 3, sessions: 4, dependent: true }), (inputs) => {
        expect(wrongIn(inputs, allocate(inputs, { mode, seed: "seed" }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
  30_000,
);

test("turns are what a plain loop gives", () => {
  fc.assert(
    fc.property(ballots({ people: 8, slots: 2, sessions: 3 }), (inputs) => {
      const result = allocate(inputs, { mode: "turns", seed: "seed" });
      const wished = result.seats.filter(({ rank }) => rank !== null);
      const plain: unknown[] = [];
      const ballot = compileBallot(inputs, result.lottery);
      for (const [slot, own] of ballot.sessionsIn.entries()) {
        const rooms = new Map(own.map((one) => [one, new Room(ballot.sessions[one]!)]));
        for (const [person, { id, organisation }] of ballot.people.entries()) {
          const request = ballot.requests[person]![slot];
          const best = request?.wishes.find(({ session }) => rooms.get(session)!.fits([organisation]));
          if (best)
            plain.push({ personId: id, sessionId: ballot.sessions[best.session]!.id, rank: best.rank });
          const others = request && !best ? own.filter((one) => rankFor(request, one) === 9) : [];
          const [emptiest] = others
            .filter((one) => rooms.get(one)!.fits([organisation]))
            .sort((a, b) => rooms.get(b)!.free - rooms.get(a)!.free || a - b);
          const taken = best?.session ?? emptiest;
          if (taken !== undefined) rooms.get(taken)!.take(organisation);
        }
      }
      expect(new Set(wished.map((seat) => JSON.stringify(seat)))).toEqual(
        new Set(plain.map((seat) => JSON.stringify(seat))),
      );
    }),
    { numRuns: 200 },
  );
}, 30_000);

test("HiGHS keeps the rules too, and is never worse than the search", async () => {
  const shape = { people: 10, slots: 3, sessions: 4, dependent: true };
  await fc.assert(
    fc.asyncProperty(ballots(shape), async (inputs) => {
      const options = { ...together, timeLimitMs: 20_000, clock: () => performance.now() };
      const better = await allocateThoroughly(inputs, options);
      expect(wrongIn(inputs, better)).toEqual([]);
      const ballot = compileBallot(inputs, better.lottery);
      const score = (result: AllocationResult) => scoreOfSeating(ballot, seatingOf(ballot, result.seats));
      expect(isBetter(score(better), score(allocate(inputs, options)))).toBeLessThanOrEqual(0);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test.each(["fewest-without", "turns"] as const)(
  "%s: the order of the inputs changes nothing",
  (mode) => {
    const shape = { people: 10, slots: 3, sessions: 4, dependent: true };
    const shuffled = ballots(shape).chain((inputs) =>
      fc.record({
        inputs: fc.constant(inputs),
        again: fc.record({
          sessions: fc.shuffledSubarray(inputs.sessions, { minLength: inputs.sessions.length }),
          people: fc.shuffledSubarray(inputs.people, { minLength: inputs.people.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ inputs, again }) => {
        const options = { mode, seed: "seed" };
        expect(JSON.stringify(allocate(again, options))).toBe(JSON.stringify(allocate(inputs, options)));
      }),
      { numRuns: 100 },
    );
  },
  30_000,
);
