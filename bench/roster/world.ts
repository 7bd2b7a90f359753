import type { Life, World } from "#tests/support/roster-world.ts";

export const weeks = 156;
const leavesInAWeek = 1 - 0.75 ** (1 / 52);
const declineRate = 0.2;
/** Of the regulars and of the others. */
const awayRates = [0.05, 0.5] as const;
const organisations = ["waterland", "lumen", "kade", "polder"];

/**
 * Three years of a roster of 40, or as many as said. A quarter leave in a year, without notice, and somebody like them comes in the same
 * week; every second one is away in one week of twenty and the others every other week, which they say four weeks
 * ahead; a fifth of all offers is declined, whoever makes them.
 */
export function worldOf(seed: number, size = 40): World {
  const chance = chancesOf(seed);
  const lives: Life[] = [];
  for (let place = 0; place < size; place++) {
    const awayRate = awayRates[place % 2]!;
    for (let week = 0; week < weeks; ) {
      const joins = week;
      const away: number[] = [];
      do if (chance() < awayRate) away.push(week);
      while (++week < weeks && chance() >= leavesInAWeek);
      const leaves = week < weeks ? { leaves: week } : {};
      lives.push({ organisation: organisations[Math.floor(place / 2) % 4]!, joins, ...leaves, away });
    }
  }
  const answers = chancesOf(seed + 1_000_000);
  const draws = lives.map(() => Array.from({ length: weeks + 8 }, answers));
  const declines = (memberId: string, week: number) => draws[Number(memberId.slice(1))]![week]! < declineRate;
  return { lives, weeks, declines, surprises: true };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
export function chancesOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
