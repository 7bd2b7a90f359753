import fc from "fast-check";
import type { BallotInputs, BallotPerson, BallotSession } from "~/signups/allocation/allocation.ts";

export interface Shape {
  people: number;
  slots: number;
  sessions: number;
  /** Workshops given again, sessions that overlap the next slot, parties. */
  dependent?: boolean;
}

const organisations = ["bakers", "millers", null];
const hour = 3_600_000;

/** Small ballots with everything that can be in them. */
export function ballots({ people, slots, sessions, dependent = false }: Shape): fc.Arbitrary<BallotInputs> {
  const session = (slot: number, number: number): fc.Arbitrary<BallotSession> =>
    fc
      .record({
        capacity: fc.option(fc.integer({ min: 0, max: Math.max(2, Math.ceil(people / 2)) }), { freq: 8 }),
        first: fc.integer({ min: 0, max: 2 }),
        second: fc.integer({ min: 0, max: 1 }),
        long: fc.boolean(),
      })
      .map(({ capacity, first, second, long }) => {
        const bakers = Math.min(first, capacity ?? 0);
        const millers = Math.min(second, (capacity ?? 0) - bakers);
        return {
          ...{ id: `${slot}-${number}`, slot: `slot-${slot}`, capacity, guarantees: { bakers, millers } },
          startsAt: slot * hour,
          endsAt: (slot + (dependent && long && number === 0 ? 2 : 1)) * hour,
          workshop: dependent && number % 2 === 1 ? `workshop-${number}` : null,
        };
      });
  const all = range(slots).flatMap((slot) => range(sessions).map((number) => session(slot, number)));
  const person = (index: number): fc.Arbitrary<BallotPerson> =>
    fc
      .record({
        organisation: fc.constantFrom(...organisations),
        order: fc.tuple(...range(slots).map(() => fc.shuffledSubarray(range(sessions)))),
        vetoes: fc.subarray(range(slots * sessions), { maxLength: 2 }),
        ratherFree: fc.subarray(range(slots)),
        busy: fc.option(fc.integer({ min: 0, max: slots - 1 }), { freq: 6 }),
        party: fc.boolean(),
      })
      .map(({ organisation, order, vetoes, ratherFree, busy, party }) => ({
        ...{ id: `person-${index}`, organisation },
        party: dependent && party && index % 4 < 3 ? `party-${Math.floor(index / 4)}` : null,
        wishes: Object.fromEntries(
          order.flatMap((list, slot) => list.map((number, rank) => [`${slot}-${number}`, rank + 1])),
        ),
        vetoes: vetoes.map((one) => `${Math.floor(one / sessions)}-${one % sessions}`),
        ratherFree: ratherFree.map((slot) => `slot-${slot}`),
        busy: busy === null ? [] : [{ from: busy * hour, until: busy * hour + hour / 2 }],
      }));
  return fc.record({
    sessions: fc.tuple(...all),
    people: fc.tuple(...range(people).map(person)),
  });
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
