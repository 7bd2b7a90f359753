import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostScores, meanOfHosts, type Score, spreadOf } from "./scores.ts";

const of = (...scores: [string, number | null][]): Score[] =>
  scores.map(([organisationId, score]) => ({ organisationId, score }));

describe("scores of the hosts", () => {
  test.each<[string, Score[], number | null, number | null]>([
    ["nobody reviewed it", [], null, null],
    ["all abstain", of(["a", null], ["b", null]), null, null],
    ["one score", of(["a", 4]), 4, null],
    [
      "many reviewers of one host do not outweigh one of another",
      of(["a", 5], ["a", 5], ["a", 5], ["b", 1]),
      3,
      4,
    ],
    ["who abstains does not count", of(["a", 2], ["a", null], ["b", 4]), 3, 2],
    ["a host that only abstains does not count", of(["a", 2], ["b", null]), 2, null],
  ])("%s", (_, reviews, mean, spread) => {
    const hosts = hostScores(reviews);
    expect([meanOfHosts(hosts), spreadOf(hosts)]).toEqual([mean, spread]);
  });

  test("each host keeps its own scores, from low to high, and how many read it", () => {
    expect(hostScores(of(["b", 5], ["a", 3], ["b", 2], ["b", null]))).toEqual([
      { organisationId: "b", reviews: 3, scores: [2, 5], mean: 3.5 },
      { organisationId: "a", reviews: 1, scores: [3], mean: 3 },
    ]);
  });

  const reviews = fc.array(
    fc.record({
      organisationId: fc.constantFrom("a", "b", "c", "d"),
      score: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    }),
  );

  test("the mean lies within the scores given, and the spread between 0 and 4", () => {
    fc.assert(
      fc.property(reviews, (list) => {
        const hosts = hostScores(list);
        const scores = list.flatMap(({ score }) => score ?? []);
        const [mean, spread] = [meanOfHosts(hosts), spreadOf(hosts)];
        expect(mean === null).toBe(scores.length === 0);
        expect(spread === null).toBe(scores.length < 2);
        if (mean !== null) {
          expect(mean).toBeGreaterThanOrEqual(Math.min(...scores));
          expect(mean).toBeLessThanOrEqual(Math.max(...scores));
        }
        if (spread !== null) expect(spread).toBe(Math.max(...scores) - Math.min(...scores));
      }),
    );
  });

  test("a host whose reviewers agree counts the same however many they are", () => {
    fc.assert(
      fc.property(
        reviews,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (list, score, more) => {
          const others = list.filter(({ organisationId }) => organisationId !== "a");
          const one = hostScores([...others, ...of(["a", score])]);
          const many = hostScores([
            ...others,
            ...of(...Array.from({ length: more }, () => ["a", score] as [string, number])),
          ]);
          expect(meanOfHosts(many)).toBeCloseTo(meanOfHosts(one) ?? Number.NaN, 10);
        },
      ),
    );
  });
});
