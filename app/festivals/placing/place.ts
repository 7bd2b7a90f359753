import { compile, positionOf } from "./compile.ts";
import { costOf } from "./cost.ts";
import type { Placing, PlacingInstance } from "./instance.ts";
import { whyUnplaced } from "./reasons.ts";
import { search } from "./search.ts";

export interface PlacingOptions {
  seed: number;
  /** By `clock`, which counts milliseconds; when time runs short the search hurries, and another run may differ. */
  timeLimitMs?: number;
  clock?: () => number;
  /** How hard to try; by itself as many as the size asks for. */
  steps?: number;
}

const stepsPerSession = 40_000;

/**
 * Finds a place for every session that is not fixed, never with a conflict that can be known beforehand. The same for
 * the same seed, unless its time runs out.
 */
export function placeSessions(instance: PlacingInstance, options: PlacingOptions): Placing {
  const { seed, timeLimitMs, clock } = options;
  const began = clock?.() ?? 0;
  const timeUsed = timeLimitMs && clock ? () => (clock() - began) / timeLimitMs : undefined;
  const compiled = compile(instance);
  const steps = options.steps ?? stepsPerSession * Math.max(10, compiled.movables.length);
  const at = search(compiled, { seed, steps, timeUsed });
  const placed = compiled.movables.flatMap(({ session }, index) => {
    const candidate = at[index];
    return candidate ? [{ ...session, at: positionOf(compiled, candidate) }] : [];
  });
  const unplaced = compiled.movables.filter((_, index) => !at[index]);
  return {
    placed: placed.map(({ id, at: position }) => ({ id, ...position })),
    unplaced: unplaced.map(({ session }) => whyUnplaced(instance, session, placed)),
    cost: costOf(compiled, at),
  };
}
