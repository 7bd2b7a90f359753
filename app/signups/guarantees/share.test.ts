import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BulkSession, type BulkWish, planBulk, shareOut } from "./share.ts";

describe("sharing out", () => {
  test.each<[number, number[], number[]]>([
    [10, [1, 1], [5, 5]],
    [10, [3, 1], [8, 2]],
    [5, [1, 1, 1], [2, 2, 1]],
    [4, [0, 0], [2, 2]],
    [3, [5, 0], [3, 0]],
    [0, [1, 2], [0, 0]],
    [7, [], []],
  ])("%i by %j", (total, weights, shares) => expect(shareOut(total, weights)).toEqual(shares));

  test("gives away all of it, and nobody more than one off their exact part", () => {
    const weights = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.nat({ max: 400 }), weights, (total, given) => {
        const shares = shareOut(total, given);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(total);
        const sum = given.reduce((all, one) => all + one, 0);
        for (const [i, share] of shares.entries()) {
          if (sum > 0) expect(Math.abs(share - (total * given[i]!) / sum)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe("the same for many sessions", () => {
  const hosts = [
    { id: "w", people: 30 },
    { id: "l", people: 10 },
  ];
  const session: BulkSession = { id: "s", capacity: 12, seatsTaken: 4, waiting: 0, kept: {} };
  const wish: BulkWish = { how: "each", seats: 3, percent: 50, onlyFull: false };
  const change = (w: number, l: number) => ({
    sessionId: "s",
    guarantees: [
      { organisationId: "w", seats: w },
      { organisationId: "l", seats: l },
    ],
  });

  test.each<[string, Partial<BulkSession>, Partial<BulkWish>, ReturnType<typeof planBulk>]>([
    ["each three", {}, {}, { changes: [change(3, 3)], tooFew: [] }],
    ["half of them by people", {}, { how: "share" }, { changes: [change(5, 1)], tooFew: [] }],
    ["none any more", { kept: { w: 2 } }, { seats: 0 }, { changes: [change(0, 0)], tooFew: [] }],
    ["what it is already", { kept: { w: 3, l: 3 } }, {}, { changes: [], tooFew: [] }],
    ["more than there are", { capacity: 5 }, {}, { changes: [], tooFew: ["s"] }],
    ["where everybody fits", { capacity: null }, {}, { changes: [], tooFew: [] }],
    ["only full ones, and this is not", {}, { onlyFull: true }, { changes: [], tooFew: [] }],
    ["only full ones", { seatsTaken: 12 }, { onlyFull: true }, { changes: [change(3, 3)], tooFew: [] }],
    ["only those with a queue", { waiting: 1 }, { onlyFull: true }, { changes: [change(3, 3)], tooFew: [] }],
  ])("%s", (_, given, asked, plan) =>
    expect(planBulk([{ ...session, ...given }], hosts, { ...wish, ...asked })).toEqual(plan),
  );
});
