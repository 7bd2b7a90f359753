import fc from "fast-check";
import { expect, test } from "vitest";
import { Flow, type Transport } from "./transport.ts";

/** Everybody's options, the seats of each place, and where those go on to who find it full. */
const problems = fc
  .record({ pools: fc.integer({ min: 1, max: 3 }), kept: fc.integer({ min: 0, max: 2 }) })
  .chain(({ pools, kept }) => {
    const nodes = pools + kept;
    const option = fc.record({ node: fc.nat(nodes - 1), cost: fc.nat(9) });
    return fc.record({
      people: fc.array(fc.array(option, { maxLength: 4 }), { maxLength: 6 }),
      room: fc.array(fc.nat(3), { minLength: nodes, maxLength: nodes }),
      linkTo: fc
        .array(fc.nat(pools - 1), { minLength: kept, maxLength: kept })
        .map((links) => [...new Array<number>(pools).fill(-1), ...links]),
    });
  });

type Problem = typeof problems extends fc.Arbitrary<infer T> ? T : never;

function transportOf({ people, room, linkTo }: Problem): Transport {
  const ends = people.map((_, person) => people.slice(0, person + 1).flat().length);
  return {
    start: Int32Array.from([0, ...ends].slice(0, people.length)),
    end: Int32Array.from(ends),
    node: Int32Array.from(people.flat(), ({ node }) => node),
    cost: Int32Array.from(people.flat(), ({ cost }) => cost),
    room: Int32Array.from(room),
    linkTo: Int32Array.from(linkTo),
  };
}

function fits({ room, linkTo }: Problem, seats: number[]): boolean {
  const load = room.map((_, node) => seats.filter((one) => one === node).length);
  const tooMany = load.map((count, node) => Math.max(0, count - room[node]!));
  return room.every((most, node) => {
    const coming = tooMany.reduce((sum, count, from) => sum + (linkTo[from] === node ? count : 0), 0);
    return linkTo[node]! >= 0 || load[node]! + coming <= most;
  });
}

/** The least that all together can cost, by trying everything; null where they do not fit. */
function leastByTrying(problem: Problem): number | null {
  let least: number | null = null;
  const descend = (person: number, seats: number[], cost: number) => {
    const options = problem.people[person];
    if (!options) {
      if (fits(problem, seats) && (least === null || cost < least)) least = cost;
      return;
    }
    if (options.length === 0) descend(person + 1, [...seats, -1], cost);
    for (const one of options) descend(person + 1, [...seats, one.node], cost + one.cost);
  };
  descend(0, [], 0);
  return least;
}

test("nothing costs less, whether all fit is known, and prices prove it", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const transport = transportOf(problem);
      const flow = new Flow(transport);
      flow.startCheapest();
      const least = leastByTrying(problem);
      expect(flow.drain()).toBe(least !== null);
      if (least === null) return;
      const picks = [...flow.pick];
      expect(
        fits(
          problem,
          picks.map((one) => (one < 0 ? -1 : transport.node[one]!)),
        ),
      ).toBe(true);
      expect(picks.reduce((sum, one) => sum + (one < 0 ? 0 : transport.cost[one]!), 0)).toBe(least);
      const dear = (one: number) => transport.cost[one]! + flow.price[transport.node[one]!]!;
      for (const [person, options] of problem.people.entries()) {
        const own = options.map((_, index) => transport.start[person]! + index);
        if (own.length > 0) expect(dear(picks[person]!)).toBe(Math.min(...own.map(dear)));
      }
    }),
    { numRuns: 2000 },
  );
}, 30_000);
