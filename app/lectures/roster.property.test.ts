import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { anyWorld, numRuns, weeks } from "#tests/support/any-roster.ts";
import { dayOf, type Held, type Life, membersOf, runWorld, turnsOf } from "#tests/support/roster-world.ts";
import { accountsOf, openBooks } from "./books.ts";
import { allRules } from "./choose.ts";
import { add, type Fraction, formatFraction, zero } from "./fraction.ts";
import {
  type Account,
  balanceOf,
  isAlarming,
  parseEarnings,
  type RosterMode,
  replayAccounts,
  replayBalances,
  settle,
} from "./ledger.ts";
import type { PlannedTurn } from "./plan.ts";
import { isPresent } from "./presence.ts";

vi.setConfig({ testTimeout: 3_600_000 });

type Accounts = ReadonlyMap<string, Account>;

function sum(balances: Iterable<Fraction>): Fraction {
  return [...balances].reduce(add, zero);
}

function accountsAfterEach(history: readonly Held[]): Accounts[] {
  let accounts = new Map<string, Account>();
  return history.map((turn) => {
    accounts = settle(accounts, turn, parseEarnings(turn.present));
    return accounts;
  });
}

describe("whatever the members do", () => {
  test("the balances of all members sum to zero after every turn held", () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        const after = accountsAfterEach(runWorld(world));
        const sums = after.map((accounts) => sum([...accounts.values()].map(balanceOf)));
        expect(sums).toEqual(after.map(() => zero));
      }),
      { numRuns: numRuns(100) },
    );
  });

  test("guests, no-shows and weeks called off accrue to nobody", () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        const turns = turnsOf(world);
        const counting = turns.filter(({ status, memberId }) => status === "held" && memberId !== null);
        expect(accountsOf(turns)).toEqual(accountsOf(counting));
        const called = turns.filter((_, at) => world.cancelled?.includes(at) || world.noShows?.includes(at));
        expect(called.filter((turn) => counting.includes(turn))).toEqual([]);
      }),
      { numRuns: numRuns(60) },
    );
  });

  test("the same world runs the same way again, and its history replays to the same balances", () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        const history = runWorld(world);
        expect(runWorld(world)).toEqual(history);
        expect(replayBalances(history.toReversed())).toEqual(replayBalances(history));
        const last = accountsAfterEach(history).at(-1) ?? new Map();
        expect(replayAccounts(history)).toEqual(last);
      }),
      { numRuns: numRuns(60) },
    );
  });

  test("nobody is asked or chosen who is away, paused, not at work that day or not on the roster", () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        runWorld(world, (turns, members) => {
          const wrong = turns.filter(({ memberId, heldOn, status }) => {
            const member = members.find(({ id }) => id === memberId);
            const isOver = status === "held" || status === "no-show";
            return memberId !== null && !isOver && !(member && isPresent(member, heldOn));
          });
          expect(wrong).toEqual([]);
        });
        const members = membersOf(world.lives);
        for (const { memberId, heldOn } of runWorld(world))
          expect(isPresent(members.find(({ id }) => id === memberId)!, heldOn)).toBe(true);
      }),
      { numRuns: numRuns(60) },
    );
  });

  test("nobody holds more than one open offer, and nobody is asked again for a turn they declined", () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        runWorld(world, (turns) => {
          const asked = turns.filter(({ status }) => status === "offered").map(({ memberId }) => memberId);
          expect(new Set(asked).size).toBe(asked.length);
          expect(turns.filter(asksAgain)).toEqual([]);
        });
      }),
      { numRuns: numRuns(100) },
    );
  });

  test("two who change places, both there on both days, leave every balance as it was", () => {
    fc.assert(
      fc.property(anyWorld("per-head"), (world) => {
        const history = runWorld(world);
        const balances = replayBalances(history);
        for (const [a, b] of pairsOf(history)) {
          const swapped = history.map((turn) =>
            turn === a ? { ...a, memberId: b.memberId } : turn === b ? { ...b, memberId: a.memberId } : turn,
          );
          expect(replayBalances(swapped)).toEqual(balances);
        }
      }),
      { numRuns: numRuns(60) },
    );
  });
});

/** Taking it after all, in exchange for another turn, is up to them. */
function asksAgain({ memberId, declinedBy, status }: PlannedTurn): boolean {
  return (status === "open" || status === "offered") && declinedBy.includes(memberId ?? "");
}

/** Some turns next to one another whose speakers could have changed places. */
function pairsOf(history: readonly Held[]): [Held, Held][] {
  const wasThere = (turn: Held, id: string) => turn.present.some(({ memberId }) => memberId === id);
  return history.slice(1).flatMap((b, at): [Held, Held][] => {
    const a = history[at]!;
    return wasThere(a, b.memberId) && wasThere(b, a.memberId) ? [[a, b]] : [];
  });
}

const bare = { ...allRules, gap: 0, neighbours: false };

test("of two who are always present and start a window with equal balances, neither speaks twice more", () => {
  const always: Life[] = [
    { organisation: "waterland", joins: 0 },
    { organisation: "lumen", joins: 0 },
  ];
  fc.assert(
    fc.property(anyWorld("per-head"), ({ lives }) => {
      const history = runWorld({ lives: [...always, ...lives], weeks, rules: bare });
      expectNeitherTwiceMore([new Map(), ...accountsAfterEach(history)], "m0", "m1");
    }),
    { numRuns: numRuns(150) },
  );
});

describe("where organisations take turns", () => {
  const mode: RosterMode = "per-organisation";

  /** The books before the first turn and after each, by the product's own reckoning. */
  function booksOf(lives: readonly Life[], history: readonly Held[]) {
    const held = history.map((turn) => ({ ...turn, status: "held" as const }));
    const members = membersOf(lives);
    return [0, ...held.keys(), held.length].map((count) =>
      openBooks({ mode, members }, held.slice(0, count)),
    );
  }

  test("the balances of organisations sum to zero, and so do those of the members of each", () => {
    fc.assert(
      fc.property(anyWorld(mode), (world) => {
        const members = membersOf(world.lives);
        for (const books of booksOf(world.lives, runWorld(world))) {
          expect(sum([...books.organisations.values()].map(balanceOf))).toEqual(zero);
          for (const organisation of books.organisations.keys()) {
            const own = members.filter(({ organisationId }) => organisationId === organisation);
            const accounts = own.flatMap(({ id }) => books.members.get(id) ?? []);
            expect(sum(accounts.map(balanceOf))).toEqual(zero);
          }
        }
      }),
      { numRuns: numRuns(40) },
    );
  });

  test("of two that always have somebody there, whatever their size, neither speaks twice more", () => {
    fc.assert(
      fc.property(anyWorld(mode), fc.integer({ min: 1, max: 4 }), ({ lives }, size) => {
        const big = Array.from({ length: size }, () => ({ organisation: "polder", joins: 0 }));
        const all = [{ organisation: "ijssel", joins: 0 }, ...big, ...lives];
        const history = runWorld({ lives: all, weeks, mode, rules: bare });
        const organisations = booksOf(all, history).map((books) => books.organisations);
        expectNeitherTwiceMore(organisations, "ijssel", "polder");
      }),
      { numRuns: numRuns(40) },
    );
  });
});

/** In every window that two begin with equal balances their talks differ by at most one. */
function expectNeitherTwiceMore(accounts: readonly Accounts[], a: string, b: string): void {
  const lead = accounts.map((one) => givenBy(one, a) - givenBy(one, b));
  const widest = accounts.map((opening, from) =>
    balanceText(opening, a) === balanceText(opening, b)
      ? Math.max(...lead.slice(from).map((closing) => Math.abs(closing - lead[from]!)))
      : 0,
  );
  expect(Math.max(...widest)).toBeLessThanOrEqual(1);
}

function balanceText(accounts: Accounts, id: string): string {
  const account = accounts.get(id);
  return account ? formatFraction(balanceOf(account)) : "0/1";
}

function givenBy(accounts: Accounts, id: string): number {
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

/** All that the draws above can make of one size, or some of them. */
const seeds = Array.from({ length: Math.min(12, numRuns(3)) }, (_, seed) => seed);
const sizes = Array.from({ length: 17 }, (_, index) => index + 4);

test.each([["per-head"], ["per-organisation"]] as const)(
  "a year %s, of 4 to 20 members, never raises the alarm",
  (mode) => {
    for (const [size, seed] of sizes.flatMap((one) => seeds.map((other) => [one, other] as const))) {
      const history = runWorld({ lives: realLives(size, seed), weeks: 52, mode });
      expect(history).toHaveLength(52);
      const alarming = accountsAfterEach(history).flatMap((accounts, at) =>
        [...accounts].flatMap(([id, account]) =>
          isAlarming(balanceOf(account)) ? `${id} of ${size} in world ${seed} on ${dayOf(at)}` : [],
        ),
      );
      expect(alarming).toEqual([]);
    }
  },
);

/** Two to four organisations of one to `size` members; every second one is there in some weeks only. */
function livesOfOrganisations(size: number, seed: number): Life[] {
  const draw = (organisation: number, question: number) =>
    (organisation * 7 + question * 13 + seed * 29) % 12;
  return ["waterland", "lumen", "kade", "polder"].slice(0, 2 + (seed % 3)).flatMap((organisation, at) => {
    const isThere = (one: number) => at % 2 === 0 || (one >> (draw(at, 2) % 3)) % (2 + at) === 0;
    const away = Array.from({ length: 52 }, (_, one) => one).filter((one) => !isThere(one));
    return Array.from({ length: 1 + (draw(at, 1) % size) }, () => ({ organisation, joins: 0, away }));
  });
}

test("where organisations take turns, none falls one and a half talks behind, whatever its size and presence", () => {
  const mode = "per-organisation";
  for (const [size, seed] of [1, 3, 5].flatMap((one) => seeds.map((other) => [one, other] as const))) {
    const lives = livesOfOrganisations(size, seed);
    const members = membersOf(lives);
    const held = runWorld({ lives, weeks: 52, mode }).map((turn) => ({ ...turn, status: "held" as const }));
    const books = held.map((_, at) => openBooks({ mode, members }, held.slice(0, at + 1)));
    const balances = books.map(({ organisations }) => [...organisations.values()].map(balanceOf));
    expect(balances.map(sum)).toEqual(balances.map(() => zero));
    expect(balances.flat().filter(isAlarming)).toEqual([]);
  }
});
