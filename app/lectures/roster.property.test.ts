import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, type Held, type Life, membersOf, runWorld } from "#tests/support/roster-world.ts";
import { add, type Fraction, formatFraction, zero } from "./fraction.ts";
import {
  type Account,
  balanceOf,
  isAlarming,
  parseEarnings,
  replayAccounts,
  replayBalances,
  settle,
} from "./ledger.ts";
import type { PlannedTurn } from "./plan.ts";
import { isPresent } from "./presence.ts";

const weeks = 26;
const week = fc.integer({ min: 0, max: weeks - 1 });

const anyLife: fc.Arbitrary<Life> = fc.record(
  {
    organisation: fc.constantFrom("waterland", "lumen", "kade"),
    joins: fc.oneof(fc.constant(0), week),
    leaves: week,
    away: fc.array(week, { maxLength: 12 }),
  },
  { requiredKeys: ["organisation", "joins"] },
);
const anyLives = fc.array(anyLife, { minLength: 1, maxLength: 8 });
const anyMode = fc.constantFrom("per-head" as const, "per-organisation" as const);

/** Who says no when: a table drawn once, so that a failing world can be shrunk and run again. */
const anyRefusals = fc
  .array(fc.nat({ max: 9 }), { minLength: 37, maxLength: 37 })
  .map((table) => (memberId: string, at: number) => table[(Number(memberId.slice(1)) * 5 + at) % 37]! < 2);

function sum(balances: Iterable<Fraction>): Fraction {
  return [...balances].reduce(add, zero);
}

function accountsAfterEach(history: readonly Held[]): Map<string, Account>[] {
  let accounts = new Map<string, Account>();
  return history.map((turn) => {
    accounts = settle(accounts, turn, parseEarnings(turn.present));
    return accounts;
  });
}

describe("whatever the members do", () => {
  test("the balances of all members sum to zero after every turn held", () => {
    fc.assert(
      fc.property(anyLives, anyMode, anyRefusals, (lives, mode, declines) => {
        for (const accounts of accountsAfterEach(runWorld({ lives, weeks, mode, declines })))
          expect(formatFraction(sum([...accounts.values()].map(balanceOf)))).toBe("0/1");
      }),
      { numRuns: 150 },
    );
  });

  test("the same world runs the same way again, and its history replays to the same balances", () => {
    fc.assert(
      fc.property(anyLives, anyMode, anyRefusals, (lives, mode, declines) => {
        const history = runWorld({ lives, weeks, mode, declines });
        expect(runWorld({ lives, weeks, mode, declines })).toEqual(history);
        expect(replayBalances(history.toReversed())).toEqual(replayBalances(history));
        const last = accountsAfterEach(history).at(-1) ?? new Map();
        expect(replayAccounts(history)).toEqual(last);
      }),
      { numRuns: 60 },
    );
  });

  test("nobody is asked or chosen who is away, has left or has not joined yet", () => {
    fc.assert(
      fc.property(anyLives, anyMode, anyRefusals, (lives, mode, declines) => {
        const members = membersOf(lives);
        runWorld({ lives, weeks, mode, declines }, (turns) => {
          for (const { memberId, heldOn } of turns) {
            const member = members.find(({ id }) => id === memberId);
            if (memberId) expect(member && isPresent(member, heldOn)).toBe(true);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  test("nobody holds more than one open offer, and nobody is asked again for a turn they declined", () => {
    fc.assert(
      fc.property(anyLives, anyMode, anyRefusals, (lives, mode, declines) => {
        runWorld({ lives, weeks, mode, declines }, (turns) => {
          const asked = turns.filter(({ status }) => status === "offered").map(({ memberId }) => memberId);
          expect(new Set(asked).size).toBe(asked.length);
          expect(turns.filter(asksAgain)).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });
});

function asksAgain({ memberId, declinedBy }: PlannedTurn): boolean {
  return memberId !== null && declinedBy.includes(memberId);
}

test("of two who are always present and start a window with equal balances, neither speaks twice more", () => {
  const rules = { gap: false, neighbours: false };
  const always: Life[] = [
    { organisation: "waterland", joins: 0 },
    { organisation: "lumen", joins: 0 },
  ];
  fc.assert(
    fc.property(anyLives, (others) => {
      const history = runWorld({ lives: [...always, ...others], weeks, rules });
      const accounts = [new Map<string, Account>(), ...accountsAfterEach(history)];
      for (const [from, opening] of accounts.entries()) {
        if (balanceText(opening, "m0") !== balanceText(opening, "m1")) continue;
        for (const closing of accounts.slice(from)) {
          const talks = (id: string) => givenBy(closing, id) - givenBy(opening, id);
          expect(Math.abs(talks("m0") - talks("m1"))).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 150 },
  );
});

function balanceText(accounts: ReadonlyMap<string, Account>, id: string): string {
  const account = accounts.get(id);
  return account ? formatFraction(balanceOf(account)) : "0/1";
}

function givenBy(accounts: ReadonlyMap<string, Account>, id: string): number {
  return accounts.get(id)?.given ?? 0;
}

/** A roster like a real one: a third comes late, a quarter has a long leave, a third works half the weeks. */
function realLives(size: number, seed: number): Life[] {
  const draw = (member: number, question: number) => (member * 7 + question * 13 + seed * 29) % 12;
  return Array.from({ length: size }, (_, member) => {
    const leave =
      draw(member, 1) < 3 ? Array.from({ length: 16 }, (_, i) => 20 + draw(member, 2) * 2 + i) : [];
    const partTime =
      draw(member, 3) < 4 ? Array.from({ length: 52 }, (_, i) => i * 2 + (draw(member, 4) % 2)) : [];
    return {
      organisation: ["waterland", "lumen", "kade", "polder"][draw(member, 5) % 4]!,
      joins: draw(member, 6) < 4 ? draw(member, 7) * 3 : 0,
      away: [...leave, ...partTime],
    };
  });
}

test.each([
  [4, 1],
  [8, 1],
  [8, 2],
  [14, 3],
  [20, 1],
])("a year with %s members (world %s) never raises the alarm", (size, seed) => {
  const history = runWorld({ lives: realLives(size, seed), weeks: 52 });
  expect(history).toHaveLength(52);
  for (const [at, accounts] of accountsAfterEach(history).entries()) {
    const alarming = [...accounts].filter(([, account]) => isAlarming(balanceOf(account)));
    expect(alarming.map(([id]) => `${id} on ${dayOf(at)}`)).toEqual([]);
  }
});
