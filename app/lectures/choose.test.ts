import { describe, expect, test } from "vitest";
import { chooseSpeaker } from "./choose.ts";
import { fraction } from "./fraction.ts";
import type { RosterMode } from "./ledger.ts";
import type { Contender, TurnToFill } from "./rank.ts";

interface Figures {
  org?: string;
  joined?: string;
  /** Balance in twelfths, before this turn. */
  twelfths?: number;
  spoke?: string;
  ahead?: number;
  distance?: number;
  declined?: boolean;
  cooling?: boolean;
  hasOffer?: boolean;
}

function turnOf(
  figures: Record<string, Figures>,
  rest: { mode?: RosterMode; neighbours?: string[]; seed?: string } = {},
): TurnToFill {
  const ids = Object.keys(figures);
  const contenders = ids.map((id): Contender => {
    const one = figures[id] ?? {};
    return {
      id,
      organisationId: one.org ?? "waterland",
      joinedOn: one.joined ?? "2025-01-07",
      account: { earned: fraction(one.twelfths ?? 0, 12), given: 0, lastSpokeOn: one.spoke ?? null },
      ahead: one.ahead ?? 0,
      share: fraction(1, ids.length),
      distance: one.distance ?? Number.POSITIVE_INFINITY,
      declined: one.declined ?? false,
      cooling: one.cooling ?? false,
      hasOffer: one.hasOffer ?? false,
    };
  });
  return {
    heldOn: "2026-11-24",
    mode: rest.mode ?? "per-head",
    seed: rest.seed ?? "fixed",
    contenders,
    organisations: new Map(),
    neighbours: rest.neighbours ?? [],
  };
}

function chosen(figures: Record<string, Figures>, rest?: Parameters<typeof turnOf>[1]) {
  const choice = chooseSpeaker(turnOf(figures, rest));
  return choice && [choice.memberId, choice.explanation.reason, choice.explanation.relaxed];
}

describe("the order", () => {
  test.each<[string, Record<string, Figures>, string, string]>([
    ["the highest balance", { a: { twelfths: 1 }, b: { twelfths: 2 } }, "b", "highest-share"],
    [
      "a talk agreed for later counts as given",
      { a: { twelfths: 1 }, b: { twelfths: 2, ahead: 1 } },
      "a",
      "highest-share",
    ],
    [
      "then who spoke longest ago",
      { a: { spoke: "2026-09-01" }, b: { spoke: "2026-08-04" } },
      "b",
      "longest-ago",
    ],
    ["never is longer ago than ever", { a: { spoke: "2025-01-07" }, b: {} }, "b", "longest-ago"],
    [
      "then who joined first",
      { a: { joined: "2026-02-03" }, b: { joined: "2026-02-02" } },
      "b",
      "joined-first",
    ],
    ["one alone", { a: {} }, "a", "only-one"],
  ])("%s", (_, figures, id, reason) => {
    expect(chosen(figures)).toEqual([id, reason, null]);
  });

  test("then the lot, the same for one seed and not always the same for others", () => {
    const figures = { a: {}, b: {}, c: {}, d: {} };
    expect(chosen(figures, { seed: "x" })).toEqual(chosen(figures, { seed: "x" }));
    const winners = new Set(
      ["1", "2", "3", "4", "5", "6", "7", "8"].map((seed) => chosen(figures, { seed })?.[0]),
    );
    expect(winners.size).toBeGreaterThan(1);
  });
});

describe("who may", () => {
  const top = { twelfths: 9 };
  test.each<[string, Figures]>([
    ["declined this turn", { declined: true }],
    ["holds another open offer", { hasOffer: true }],
    ["is in cooldown", { twelfths: 8, cooling: true }],
    ["speaks within half a round", { distance: 1 }],
  ])("not one who %s", (_, state) => {
    expect(chosen({ a: { ...top, ...state }, b: {}, c: {} })?.[0]).not.toBe("a");
  });

  test.each([
    [2, 1, false],
    [2, 2, true],
    [3, 1, false],
    [4, 2, false],
    [4, 3, true],
    [5, 2, false],
    [5, 3, true],
  ])("of %s present, one who speaks %s turns away may: %s", (present, distance, may) => {
    const others = Object.fromEntries(Array.from({ length: present - 1 }, (_, i) => [`b${i}`, {}]));
    expect(chosen({ a: { ...top, distance }, ...others })?.[0] === "a").toBe(may);
  });

  test("where organisations take turns the ledger alone spaces the members of each", () => {
    expect(chosen({ a: { ...top, distance: 1 }, b: {} }, { mode: "per-organisation" })?.[0]).toBe("a");
  });

  test("the distance gives way first, by as little as it takes", () => {
    const figures = {
      a: { ...top, distance: 1 },
      b: { distance: 2 },
      c: { cooling: true },
      d: { declined: true },
    };
    expect(chosen(figures)).toEqual(["b", "only-one", "gap"]);
  });

  test("the cooldown gives way after it", () => {
    expect(chosen({ a: { cooling: true }, b: { declined: true } })).toEqual(["a", "only-one", "cooldown"]);
  });

  test("the cooldown ends where three quarters of a talk are due, and the explanation says so", () => {
    const overdue = { twelfths: 9, cooling: true };
    expect(chosen({ a: overdue, b: {} })).toEqual(["a", "highest-share", "overdue"]);
    expect(chosen({ a: { ...overdue, ahead: 1 }, b: {} })).toEqual(["b", "only-one", null]);
  });

  test("declining this turn and holding another offer never give way", () => {
    expect(chosen({ a: { declined: true }, b: { hasOffer: true } })).toBeNull();
  });
});

describe("another organisation than the neighbouring turn's", () => {
  const lumen = { org: "lumen" };
  test.each<[string, Record<string, Figures>, string, string]>([
    ["is preferred", { a: { twelfths: 3 }, b: lumen, c: {} }, "b", "other-organisation"],
    [
      "unless the first in line would wait beyond +0.9",
      { a: { twelfths: 7 }, b: lumen, c: {} },
      "a",
      "highest-share",
    ],
    [
      "unless the one preferred would end below -0.9",
      { a: { twelfths: 3 }, b: { ...lumen, twelfths: -3 }, c: {} },
      "a",
      "highest-share",
    ],
    [
      "unless the one preferred has agreed to another talk",
      { a: { twelfths: 3 }, b: { ...lumen, ahead: 1 }, c: {} },
      "a",
      "highest-share",
    ],
    ["unless there is none", { a: { twelfths: 3 }, b: {}, c: {} }, "a", "highest-share"],
  ])("%s", (_, figures, id, reason) => {
    expect(chosen(figures, { neighbours: ["waterland"] })).toEqual([id, reason, null]);
  });
});

test("per organisation, the organisation's balance decides before the member's", () => {
  const turn = turnOf(
    { a: { twelfths: 8 }, b: { twelfths: 1, org: "lumen" }, c: { twelfths: 2, org: "lumen" } },
    { mode: "per-organisation" },
  );
  const standing = (twelfths: number) => ({
    account: { earned: fraction(twelfths, 12), given: 0, lastSpokeOn: null },
    ahead: 0,
    share: fraction(1, 2),
  });
  const organisations = new Map([
    ["waterland", standing(-3)],
    ["lumen", standing(3)],
  ]);
  expect(chooseSpeaker({ ...turn, organisations })).toMatchObject({
    memberId: "c",
    explanation: { reason: "highest-share", organisation: { share: 0.25, given: 0 } },
  });
});
