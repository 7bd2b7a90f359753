import fc from "fast-check";
import type { RosterMode } from "~/lectures/ledger.ts";
import type { Life, World } from "./roster-world.ts";

export const weeks = 26;

/** As many histories as `npm run models` asks for, and otherwise as many as a test usually takes. */
export const numRuns = (usually: number) => Number(process.env.MODEL_RUNS ?? usually);

const week = fc.integer({ min: 0, max: weeks - 1 });
const fewWeeks = fc.array(week, { maxLength: 3 });

const anyLife: fc.Arbitrary<Life> = fc.record(
  {
    organisation: fc.constantFrom("waterland", "lumen", "kade"),
    joins: fc.oneof(fc.constant(0), week),
    leaves: week,
    away: fc.array(week, { maxLength: 12 }),
    paused: fc.nat({ max: 9 }).map((one) => one === 0),
    pausedUntil: week,
    /** The lecture is on a Tuesday. */
    weekdays: fc.oneof(fc.constant([1, 2, 4]), fc.subarray([1, 2, 3, 4, 5], { minLength: 1 })),
    notBefore: week,
  },
  { requiredKeys: ["organisation", "joins"] },
);

/** Who says no when: a table drawn once, so that a failing world can be shrunk and run again. */
const anyRefusals = fc
  .array(fc.nat({ max: 9 }), { minLength: 37, maxLength: 37 })
  .map((table) => (memberId: string, at: number) => table[(Number(memberId.slice(1)) * 5 + at) % 37]! < 2);

const anySwap = fc
  .tuple(week, fc.nat({ max: 4 }), fc.nat({ max: 4 }))
  .map(([on, a, b]) => ({ on, weeks: [on + a, on + b] as const }));

/** Half a year of a small roster to which everything happens that can happen to one. */
export function anyWorld(mode?: RosterMode): fc.Arbitrary<World> {
  return fc.record({
    lives: fc.array(anyLife, { minLength: 1, maxLength: 8 }),
    weeks: fc.constant(weeks),
    mode: mode ? fc.constant(mode) : fc.constantFrom("per-head" as const, "per-organisation" as const),
    declines: anyRefusals,
    surprises: fc.boolean(),
    cancelled: fewWeeks,
    guests: fewWeeks,
    noShows: fewWeeks,
    swaps: fc.array(anySwap, { maxLength: 6 }),
  });
}
