import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { dayOf, type Life, membersOf } from "#tests/support/roster-world.ts";
import { earningsOf, sharesOf } from "../ledger.ts";
import type { PlannedTurn } from "../plan.ts";
import { covers, isPresent, presentAt, type RosterMember } from "../presence.ts";
import { type Ahead, compareWeeks, nothingElse, outlook, suppose, type WhatIf } from "./what-if.ts";

vi.setConfig({ testTimeout: 60_000 });

const past = 6;
const coming = 8;
const today = dayOf(past);

const anyLife: fc.Arbitrary<Life> = fc.record(
  {
    organisation: fc.constantFrom("waterland", "lumen", "kade"),
    joins: fc.nat({ max: 3 }),
    leaves: fc.nat({ max: past }),
    away: fc.array(fc.nat({ max: past + coming }), { maxLength: 4 }),
    paused: fc.nat({ max: 9 }).map((one) => one === 0),
  },
  { requiredKeys: ["organisation", "joins"] },
);

interface Drawn {
  members: RosterMember[];
  turns: PlannedTurn[];
  stages: Map<string, ReturnType<Ahead["stageOf"]>>;
}

/** A roster with a past of held turns and weeks to come, some agreed, some asked for, some called for. */
const anyDrawn: fc.Arbitrary<Drawn> = fc
  .record({
    lives: fc.array(anyLife, { minLength: 1, maxLength: 7 }),
    picks: fc.array(fc.nat({ max: 20 }), { minLength: past + coming, maxLength: past + coming }),
    states: fc.array(fc.constantFrom("open", "offered", "confirmed", "cancelled", "called"), {
      minLength: coming,
      maxLength: coming,
    }),
    declined: fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
  })
  .map(({ lives, picks, states, declined }) => {
    const members = membersOf(lives);
    const busy = new Set<string>();
    const stages: Drawn["stages"] = new Map();
    const turns = picks.map((pick, week): PlannedTurn => {
      const id = `t${week}`;
      const heldOn = dayOf(week);
      const present = members.filter((member) => isPresent(member, heldOn));
      const memberId = present[pick % Math.max(1, present.length)]?.id ?? null;
      const base = { id, heldOn, memberId, present: null, declinedBy: [] };
      if (week < past) {
        stages.set(id, "over");
        if (memberId === null) return { ...base, status: "cancelled" };
        const shares = sharesOf(presentAt(members, heldOn, memberId), "per-head", memberId);
        return { ...base, status: "held", present: earningsOf(shares) };
      }
      const state = states[week - past]!;
      stages.set(id, state === "called" ? "called" : week < past + 4 ? "asking" : "planned");
      const isFree = memberId === null || (state === "offered" && busy.has(memberId));
      if (state === "cancelled") return { ...base, status: "cancelled", memberId: null };
      if (state === "open" || state === "called" || isFree)
        return { ...base, status: "open", memberId: null, declinedBy: declined.map((at) => `m${at}`) };
      if (state === "offered") busy.add(memberId);
      return { ...base, status: state };
    });
    return { members, turns, stages };
  });

const aheadOf = ({ members, turns, stages }: Drawn): Ahead => ({
  mode: "per-head",
  seed: "fixed",
  members,
  turns,
  today,
  stageOf: (id) => stages.get(id) ?? "over",
});

const anyWeek = fc.integer({ min: past, max: past + coming - 1 });
const anyStretch = fc
  .tuple(anyWeek, anyWeek)
  .map(([a, b]) => ({ startsOn: dayOf(Math.min(a, b)), endsOn: dayOf(Math.max(a, b)) }));
const anyId = fc.nat({ max: 6 }).map((at) => `m${at}`);
const anyWhatIf: fc.Arbitrary<WhatIf> = fc.record({
  without: fc.array(anyId, { maxLength: 3 }),
  away: fc.array(
    fc.tuple(anyId, anyStretch).map(([memberId, stretch]) => ({ memberId, ...stretch })),
    { maxLength: 2 },
  ),
  pause: fc.option(anyStretch),
  mode: fc.constantFrom(null, "per-organisation" as const),
});

describe("whatever is tried out", () => {
  test("nothing changes nothing", () => {
    fc.assert(
      fc.property(anyDrawn, (drawn) => {
        const ahead = aheadOf(drawn);
        const supposed = suppose(ahead, nothingElse);
        expect([supposed.turns, supposed.members, supposed.mode]).toEqual([
          ahead.turns,
          ahead.members,
          ahead.mode,
        ]);
        const now = outlook(ahead);
        expect(outlook(supposed)).toEqual(now);
        const compared = compareWeeks(now.weeks, outlook(supposed).weeks, nothingElse);
        expect(compared.filter(({ cause }) => cause !== null)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("what is agreed stays, unless its speaker is the one who leaves or its week is paused", () => {
    fc.assert(
      fc.property(anyDrawn, anyWhatIf, (drawn, whatIf) => {
        const ahead = aheadOf(drawn);
        const after = outlook(suppose(ahead, whatIf)).weeks;
        const agreed = outlook(ahead).weeks.filter(({ status }) => status === "confirmed");
        const stays = agreed.filter(
          ({ memberId, date }) =>
            !whatIf.without.includes(memberId!) && !(whatIf.pause && covers(whatIf.pause, date)),
        );
        const found = stays.map(({ turnId }) => after.find((slot) => slot.turnId === turnId));
        expect(found.map((slot) => [slot?.status, slot?.memberId])).toEqual(
          stays.map(({ memberId }) => ["confirmed", memberId]),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("nobody is asked or pencilled in who would not be there, and no paused week has a speaker", () => {
    fc.assert(
      fc.property(anyDrawn, anyWhatIf, (drawn, whatIf) => {
        const supposed = suppose(aheadOf(drawn), whatIf);
        for (const { status, memberId, date } of outlook(supposed).weeks) {
          if (whatIf.pause && covers(whatIf.pause, date))
            expect([status, memberId]).toEqual(["cancelled", null]);
          if (memberId === null || status === "confirmed") continue;
          const member = supposed.members.find(({ id }) => id === memberId)!;
          expect([memberId, date, isPresent(member, date)]).toEqual([memberId, date, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the past and the books it wrote stay as they are", () => {
    fc.assert(
      fc.property(anyDrawn, anyWhatIf, (drawn, whatIf) => {
        const ahead = aheadOf(drawn);
        const over = (turns: readonly PlannedTurn[]) =>
          turns.filter(({ id }) => ahead.stageOf(id) === "over");
        expect(over(suppose(ahead, whatIf).turns)).toEqual(over(ahead.turns));
      }),
      { numRuns: 100 },
    );
  });
});
