import { describe, expect, test } from "vitest";
import { add, formatFraction, fraction, zero } from "./fraction.ts";
import {
  balanceOf,
  earningsOf,
  isAlarming,
  organisationShares,
  type RosterMode,
  replayAccounts,
  replayBalances,
  sharesOf,
} from "./ledger.ts";

const people = [
  { id: "anna", organisationId: "waterland" },
  { id: "wim", organisationId: "waterland" },
  { id: "bram", organisationId: "lumen" },
];

function held(heldOn: string, memberId: string | null, ids: string[], mode: RosterMode = "per-head") {
  const present = people.filter(({ id }) => ids.includes(id));
  return { heldOn, memberId, present: earningsOf(sharesOf(present, mode, memberId)) };
}

describe("shares", () => {
  test.each([
    ["per-head", { anna: "1/3", wim: "1/3", bram: "1/3" }],
    ["per-organisation", { anna: "1/2", wim: "1/2", bram: "0/1" }],
  ] as const)("%s add up to one talk", (mode, expected) => {
    const shares = sharesOf(people, mode, "wim");
    expect(Object.fromEntries([...shares].map(([id, share]) => [id, formatFraction(share)]))).toEqual(
      expected,
    );
    expect([...shares.values()].reduce(add, zero)).toEqual(fraction(1));
  });

  test("each organisation with anyone present earns as much as the others", () => {
    const shares = organisationShares(people);
    expect([...shares].map(([id, share]) => [id, formatFraction(share)])).toEqual([
      ["waterland", "1/2"],
      ["lumen", "1/2"],
    ]);
  });

  test("nobody present earns nothing", () => {
    expect(sharesOf([], "per-head", null).size).toBe(0);
  });
});

describe("balances", () => {
  test("everybody present earns, the speaker pays, the absent stay where they are", () => {
    const history = [
      held("2026-01-06", "anna", ["anna", "wim", "bram"]),
      held("2026-01-13", "bram", ["anna", "bram"]),
    ];
    expect(replayBalances(history)).toEqual({ anna: "-1/6", wim: "1/3", bram: "-1/6" });
  });

  test("a talk by somebody outside the roster accrues to nobody", () => {
    expect(replayBalances([held("2026-01-06", null, ["anna", "wim"])])).toEqual({});
  });

  test("the history may come in any order", () => {
    const history = [
      held("2026-01-06", "anna", ["anna", "wim", "bram"]),
      held("2026-01-13", "bram", ["anna", "bram"]),
      held("2026-01-20", "anna", ["anna", "wim"]),
    ];
    expect(replayAccounts(history.toReversed())).toEqual(replayAccounts(history));
    expect(replayAccounts(history).get("anna")).toMatchObject({ given: 2, lastSpokeOn: "2026-01-20" });
  });
});

test.each([
  [3, 2, false],
  [-3, 2, false],
  [31, 20, true],
  [-31, 20, true],
])("a balance of %s/%s raises the alarm: %s", (n, d, alarm) => {
  expect(isAlarming(balanceOf({ earned: fraction(n, d), given: 0, lastSpokeOn: null }))).toBe(alarm);
});
