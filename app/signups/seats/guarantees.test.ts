import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits, freeForAll, idleGuarantees, type Room, seatsSpokenFor } from "./guarantees.ts";

const map = (given: Record<string, number>) => new Map(Object.entries(given));
const total = (given: Record<string, number>) => Object.values(given).reduce((all, one) => all + one, 0);

function room(
  capacity: number | null,
  guarantees: Record<string, number>,
  taken: Record<string, number>,
): Room {
  return { capacity, guarantees: map(guarantees), taken: map(taken), seatsTaken: total(taken) };
}

test.each([
  ["an empty room without guarantees", room(1, {}, {}), ["a"], true],
  ["a full room", room(1, {}, { a: 1 }), ["a"], false],
  ["a room for everybody", room(null, { a: 3 }, { b: 90 }), ["b"], true],
  ["what is kept for another", room(3, { a: 2 }, { b: 1 }), ["b"], false],
  ["what is kept for oneself", room(3, { a: 2 }, { b: 1 }), ["a"], true],
  ["the pool beside what is kept", room(4, { a: 2 }, { b: 1 }), ["b"], true],
  ["more than is kept, from the pool", room(4, { a: 2 }, { a: 2 }), ["a"], true],
  ["more than is kept, with the pool gone", room(4, { a: 2 }, { a: 2, b: 2 }), ["a"], false],
  ["somebody without an organisation", room(3, { a: 2 }, {}), [""], true],
  ["somebody without an organisation, with the pool gone", room(3, { a: 2 }, { b: 1 }), [""], false],
  ["two together of whom one has a kept seat", room(3, { a: 1 }, { b: 1 }), ["a", "b"], true],
  ["two together with room for one", room(3, { a: 1 }, { b: 1 }), ["b", "b"], false],
  ["a kept seat where others had taken more before", room(4, { a: 3 }, { b: 3 }), ["a"], true],
  ["the pool where others had taken more before", room(4, { a: 3 }, { b: 3 }), ["b"], false],
  ["more than one kept seat where one is free", room(4, { a: 3 }, { b: 3 }), ["a", "a"], false],
])("%s", (_, given, people, expected) => {
  expect(fits(given, people)).toBe(expected);
});

describe("seats given one after another", () => {
  const organisations = ["a", "b", "c", ""];
  const scene = fc.record({
    capacity: fc.integer({ min: 0, max: 12 }),
    guarantees: fc.record({ a: fc.nat(6), b: fc.nat(6) }),
    asking: fc.array(fc.constantFrom(...organisations), { maxLength: 30 }),
  });

  test("never pass the capacity, and leave every host what is kept for it", () => {
    fc.assert(
      fc.property(scene, ({ capacity, guarantees, asking }) => {
        fc.pre(total(guarantees) <= capacity);
        const taken: Record<string, number> = {};
        const now = () => room(capacity, guarantees, taken);
        for (const one of asking) if (fits(now(), [one])) taken[one] = (taken[one] ?? 0) + 1;
        expect(total(taken)).toBeLessThanOrEqual(capacity);
        for (const [host, seats] of Object.entries(guarantees)) {
          for (let more = taken[host] ?? 0; more < seats; more += 1) {
            expect(fits(now(), [host])).toBe(true);
            taken[host] = more + 1;
          }
        }
        expect(total(taken)).toBeLessThanOrEqual(capacity);
      }),
      { numRuns: 2000 },
    );
  });

  test("count what is free for all and what is kept apart", () => {
    fc.assert(
      fc.property(scene, ({ capacity, guarantees, asking }) => {
        fc.pre(total(guarantees) <= capacity);
        const taken: Record<string, number> = {};
        for (const one of asking)
          if (fits(room(capacity, guarantees, taken), [one])) taken[one] = (taken[one] ?? 0) + 1;
        const given = room(capacity, guarantees, taken);
        const idle = [...idleGuarantees(given).values()].reduce((all, one) => all + one, 0);
        expect(freeForAll(given) + idle + given.seatsTaken).toBe(capacity);
        expect(seatsSpokenFor(given)).toBe(idle + given.seatsTaken);
        expect(fits(given, ["c"])).toBe(freeForAll(given) > 0);
      }),
      { numRuns: 2000 },
    );
  });
});
