import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, membersOf } from "#tests/support/roster-world.ts";
import { Temporal } from "~/platform/time.ts";
import { earningsOf, replayBalances, sharesOf } from "../ledger.ts";
import { presentAt, type RosterMember } from "../presence.ts";
import {
  refusalToAsk,
  refusalToTake,
  returnTurns,
  type Swap,
  type SwappableTurn,
  swapDeadline,
} from "./swap.ts";

const now = Temporal.Instant.from("2025-01-01T09:00:00Z");
const weeks = 6;

const anyLives = fc.array(
  fc.record({
    organisation: fc.constantFrom("waterland", "lumen"),
    joins: fc.constant(0),
    away: fc.array(fc.nat({ max: weeks - 1 }), { maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 6 },
);

function turnAt(week: number, memberId: string): SwappableTurn {
  const heldOn = dayOf(week);
  return { id: `t${week}`, heldOn, startsAt: `${heldOn}T09:30:00Z`, status: "confirmed", memberId };
}

function swapOf(turn: SwappableTurn, change: Partial<Swap> = {}): Swap {
  return {
    id: "s",
    turnId: turn.id,
    memberId: turn.memberId!,
    toMemberId: null,
    message: "",
    status: "open",
    takenBy: null,
    returnTurnId: null,
    createdAt: now.toString(),
    expiresAt: swapDeadline(turn, "Europe/Amsterdam").toString(),
    ...change,
  };
}

function balancesOf(turns: readonly SwappableTurn[], members: readonly RosterMember[], mode: "per-head") {
  return replayBalances(
    turns.map(({ heldOn, memberId }) => {
      const shares = sharesOf(presentAt(members, heldOn, memberId), mode, memberId);
      return { heldOn, memberId, present: earningsOf(shares) };
    }),
  );
}

describe("a swap", () => {
  test("of two who agreed leaves everybody's balance at the end as it was", () => {
    let swapped = 0;
    fc.assert(
      fc.property(anyLives, fc.array(fc.nat(), { minLength: weeks, maxLength: weeks }), (lives, speakers) => {
        const members = membersOf(lives);
        const turns = speakers.map((one, week) => turnAt(week, `m${one % members.length}`));
        for (const turn of turns)
          for (const taker of members) {
            const swap = swapOf(turn);
            if (refusalToTake({ swap, turn, taker, now })) continue;
            const requester = members.find(({ id }) => id === turn.memberId)!;
            for (const given of returnTurns(turns, taker, requester, now)) {
              // Who agreed and is away by now counts as present for their own talk alone.
              const areThere = [turn, given].every(({ heldOn }) =>
                [taker, requester].every(({ id }) =>
                  presentAt(members, heldOn, null).some((one) => one.id === id),
                ),
              );
              if (!areThere) continue;
              swapped += 1;
              const after = turns.map((one) => {
                if (one === turn) return { ...one, memberId: taker.id };
                return one === given ? { ...one, memberId: requester.id } : one;
              });
              expect(balancesOf(after, members, "per-head")).toEqual(balancesOf(turns, members, "per-head"));
            }
          }
      }),
      { numRuns: 100 },
    );
    expect(swapped).toBeGreaterThan(100);
  });

  test("ends two days before, and on the Friday when that is a weekend", () => {
    const monday = { startsAt: "2025-01-13T09:30:00Z" };
    expect(swapDeadline(monday, "Europe/Amsterdam").toString()).toBe("2025-01-10T09:30:00Z");
  });
});

const [ada, bo, cas] = membersOf([
  { organisation: "a", joins: 0 },
  { organisation: "a", joins: 0 },
  { organisation: "a", joins: 0, away: [3] },
]) as [RosterMember, RosterMember, RosterMember];
const turn = turnAt(3, "m0");

test.each([
  [{}, null],
  [{ colleague: bo }, null],
  [{ colleague: cas }, "away"],
  [{ colleague: ada }, "yourself"],
  [{ colleague: { ...bo, leftOn: dayOf(1) } }, "gone"],
  [{ memberId: "m1" }, "not-yours"],
  [{ turn: { ...turn, status: "offered" } }, "not-yours"],
  [{ now: Temporal.Instant.from(`${dayOf(3)}T00:00:00Z`) }, "late"],
  [{ swaps: [swapOf(turn)] }, "open-already"],
  [{ swaps: [swapOf(turn, { status: "declined", toMemberId: "m1" })], colleague: bo }, "asked-before"],
  [{ swaps: [swapOf(turn, { status: "withdrawn" })] }, "asked-before"],
  [{ swaps: [swapOf(turn, { status: "withdrawn", createdAt: "2024-12-31T08:00:00Z" })] }, null],
] as const)("asking with %j is refused by %s", (change, refusal) => {
  const asking = { turn, memberId: "m0", colleague: null, swaps: [], timeZone: "Europe/Amsterdam", now };
  expect(refusalToAsk({ ...asking, ...change })).toBe(refusal);
});

test.each([
  [{}, null],
  [{ swap: swapOf(turn, { status: "accepted" }) }, "taken"],
  [{ swap: swapOf(turn, { status: "withdrawn" }) }, "ended"],
  [{ swap: swapOf(turn, { status: "expired" }) }, "late"],
  [{ swap: swapOf(turn, { toMemberId: "m2" }) }, "not-asked"],
  [{ taker: ada }, "not-asked"],
  [{ taker: undefined }, "not-asked"],
  [{ taker: cas }, "away"],
  [{ turn: { ...turn, memberId: "m2" } }, "ended"],
  [{ now: Temporal.Instant.from(`${dayOf(3)}T00:00:00Z`) }, "late"],
] as const)("taking with %j is refused by %s", (change, refusal) => {
  expect(refusalToTake({ swap: swapOf(turn), turn, taker: bo, now, ...change })).toBe(refusal);
});
