import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "#tests/support/roster-world.ts";
import { planSlip, type Slip, type SlippingTurn } from "./slip.ts";

const states = ["confirmed", "confirmed", "confirmed", "open", "offered", "cancelled", "guest"] as const;

function turnsOf(list: readonly (typeof states)[number][]): SlippingTurn[] {
  return list.map((state, week) => ({
    id: `t${week}`,
    heldOn: dayOf(week),
    status: state === "guest" ? "confirmed" : state,
    memberId: state === "confirmed" ? `m${week}` : null,
    guest: state === "guest" ? { is: "open-floor" } : null,
  }));
}

/** Who speaks after a slip, in order of date. */
function speakersAfter(turns: readonly SlippingTurn[], origin: string, { moves }: Slip) {
  return turns.map((turn) => {
    const came = moves.find(({ to }) => to === turn.id);
    if (came) return came.memberId;
    return turn.id === origin ? null : turn.memberId;
  });
}

const anyTurns = fc.array(fc.constantFrom(...states), { minLength: 2, maxLength: 9 }).map(turnsOf);
const anyAbsences = fc.array(fc.nat({ max: 3 }), { minLength: 31, maxLength: 31 });
const obstacle = (table: readonly number[]) => (memberId: string, turn: SlippingTurn) =>
  table[(Number(memberId.slice(1)) * 7 + Number(turn.id.slice(1))) % 31] === 0 ? ("away" as const) : null;
const free = () => null;

describe("a slip", () => {
  test.each([
    [["confirmed", "open"], ["m0>t1"]],
    [
      ["confirmed", "confirmed", "offered", "confirmed"],
      ["m0>t1", "m1>t2"],
    ],
    [["confirmed", "cancelled", "guest", "open"], ["m0>t3"]],
    [["open", "open"], null],
    [["guest", "open"], null],
    [["confirmed", "confirmed"], null],
  ] as const)("of %j moves %j", (list, moves) => {
    const slip = planSlip(turnsOf(list), "t0", free);
    expect(slip?.moves.map(({ memberId, to }) => `${memberId}>${to}`) ?? null).toEqual(moves);
  });

  test("takes nobody's turn, gives nobody two, and leaves guests and what was called off", () => {
    fc.assert(
      fc.property(anyTurns, anyAbsences, (turns, table) => {
        const slip = planSlip(turns, "t0", obstacle(table));
        fc.pre(slip !== null);
        const speakers = speakersAfter(turns, "t0", slip!);
        const known = turns.flatMap(({ memberId }) => memberId ?? []);
        expect(speakers.filter((one) => one !== null).toSorted()).toEqual(known.toSorted());
        const fixed = turns.filter(({ guest, status }) => guest || status === "cancelled");
        expect(slip!.moves.filter(({ to }) => fixed.some(({ id }) => id === to))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps everybody's order where nobody is away", () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const slip = planSlip(turns, "t0", free);
        fc.pre(slip !== null);
        const inOrder = (list: readonly (string | null)[]) => list.filter((one) => one !== null);
        expect(inOrder(speakersAfter(turns, "t0", slip!))).toEqual(
          inOrder(turns.map(({ memberId }) => memberId)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("keeps the order of those who move, and puts nobody in a week they are away", () => {
    fc.assert(
      fc.property(anyTurns, anyAbsences, (turns, table) => {
        const mayNot = obstacle(table);
        const slip = planSlip(turns, "t0", mayNot);
        fc.pre(slip !== null);
        const { moves, skipped } = slip!;
        const at = (id: string) => Number(id.slice(1));
        expect(moves.map(({ from }) => at(from))).toEqual(
          moves.map(({ from }) => at(from)).toSorted((a, b) => a - b),
        );
        expect(moves.map(({ to }) => at(to))).toEqual(
          moves.map(({ to }) => at(to)).toSorted((a, b) => a - b),
        );
        expect(moves.filter(({ memberId, to }) => mayNot(memberId, turns[at(to)]!))).toEqual([]);
        expect(moves.filter(({ from, to }) => at(to) <= at(from))).toEqual([]);
        expect(skipped.filter(({ turnId }) => moves.some(({ to }) => to === turnId))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
