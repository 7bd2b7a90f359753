import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { dayOf, type Held, type Life, membersOf, runWorld } from "#tests/support/roster-world.ts";
import { openBooks } from "./books.ts";
import { allRules } from "./choose.ts";
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

vi.setConfig({ testTimeout: 60_000 });

const weeks = 26;
const week = fc.integer({ min: 0, max: weeks - 1 });

const anyLife: fc.Arbitrary<Life> = fc.record(
  {
    organisation: fc.constantFrom("waterland", "lumen", "kade"),
    joins: fc.oneof(fc.constant(0), week),
    leaves: week,
    away: fc.array(week, { maxLength: 12 }),
    paused: fc.nat({ max: 9 }).map((one) => one === 0),
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
        const after = accountsAfterEach(runWorld({ lives, weeks, mode, declines }));
        const sums = after.map((accounts) => sum([...accounts.values()].map(balanceOf)));
        expect(sums).toEqual(after.map(() => zero));
      }),
      { numRuns: 100 },
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

  test("nobody is asked or chosen who is away or paused, has left or has not joined yet", () => {
    fc.assert(
      fc.property(anyLives, anyMode, anyRefusals, (lives, mode, declines) => {
        const members = membersOf(lives);
        runWorld({ lives, weeks, mode, declines }, (turns) => {
          const wrong = turns.filter(({ memberId, heldOn }) => {
            const member = members.find(({ id }) => id === memberId);
            return memberId !== null && !(member && isPresent(member, heldOn));
          });
          expect(wrong).toEqual([]);
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
  const rules = { ...allRules, gap: 0, neighbours: false };
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
  ["per-head", 4, 1],
  ["per-head", 8, 1],
  ["per-head", 8, 2],
  ["per-head", 14, 3],
  ["per-head", 20, 1],
  ["per-organisation", 4, 1],
  ["per-organisation", 8, 2],
  ["per-organisation", 14, 3],
] as const)("a year %s with %s members (world %s) never raises the alarm", (mode, size, seed) => {
  const history = runWorld({ lives: realLives(size, seed), weeks: 52, mode });
  expect(history).toHaveLength(52);
  const alarming = accountsAfterEach(history).flatMap((accounts, at) =>
    [...accounts].flatMap(([id, account]) => (isAlarming(balanceOf(account)) ? `${id} on ${dayOf(at)}` : [])),
  );
  expect(alarming).toEqual([]);
});

test("where organisations take turns, none falls more than one and a half talks behind, whatever its size", () => {
  const lives = realLives(14, 3);
  const members = membersOf(lives);
  const history = runWorld({ lives, weeks: 52, mode: "per-organisation" });
  const held = history.map((turn) => ({ ...turn, status: "held" as const }));
  const books = held.map((_, at) => openBooks({ mode: "per-organisation", members }, held.slice(0, at + 1)));
  const balances = books.map(({ organisations }) => [...organisations.values()].map(balanceOf));
  expect(balances.map(sum)).toEqual(balances.map(() => zero));
  expect(balances.flat().filter(isAlarming)).toEqual([]);
});
