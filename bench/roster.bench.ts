import { type Ask, turnsOf } from "#tests/support/roster-world.ts";
import type { BenchResult } from "../scripts/bench.ts";
import { curveOf } from "./roster/curve.ts";
import { outcomeOf, round, summaryOf } from "./roster/figures.ts";
import { calCom, leastRecent, random, roundRobin } from "./roster/rivals.ts";
import { worldOf } from "./roster/world.ts";

/** `--from=301` tries three hundred others, `--seeds=30` fewer. */
const seeds = Array.from({ length: argument("seeds", 300) }, (_, index) => argument("from", 1) + index);

const some = seeds.slice(0, 40);

/** Undefined is the product's own choice. */
const policies: Record<string, (seed: number) => Ask | undefined> = {
  ours: () => undefined,
  "round robin": () => roundRobin,
  random,
  "least recently served": () => leastRecent,
  "Cal.com": () => calCom,
};

/** Three years of a roster of forty, three hundred times over, by the product's rule and by its rivals'. */
export async function run(): Promise<BenchResult> {
  const began = performance.now();
  const worlds = seeds.map((seed) => ({ seed, world: worldOf(seed) }));
  const outcomes = Object.entries(policies).map(([name, askOf]) => {
    const all = worlds.map(({ seed, world }) => {
      const ask = askOf(seed);
      return outcomeOf(world, turnsOf(ask ? { ...world, ask } : world));
    });
    return [name, all] as const;
  });
  console.table(Object.fromEntries(outcomes.map(([name, all]) => [name, summaryOf(all)])));
  for (const size of [40, 8]) {
    console.log(
      `What each part of the rule costs and gives, with ${size} members, on ${some.length} of the worlds`,
    );
    console.table(curveOf(some, size));
  }
  const of = (name: string) => summaryOf(outcomes.find(([one]) => one === name)![1]);
  const [ours, rival] = [of("ours"), of("least recently served")];
  return {
    ratios: {
      worst_share_deviation: ours.worstDeviation,
      gini_vs_least_recent: round(ours.gini / rival.gini),
      longest_wait_vs_least_recent: round(ours.longestWait / rival.longestWait),
    },
    figures: {
      seeds: seeds.length,
      seeds_below_1: ours.seedsBelow1,
      ...figuresOf("ours", ours),
      ...figuresOf("least_recent", rival),
      ...figuresOf("cal_com", of("Cal.com")),
      ...figuresOf("round_robin", of("round robin")),
      ...figuresOf("random", of("random")),
      seconds: round((performance.now() - began) / 1000),
    },
  };
}

function figuresOf(name: string, { worstDeviation, gini, longestWait }: ReturnType<typeof summaryOf>) {
  return {
    [`${name}_worst_deviation`]: worstDeviation,
    [`${name}_gini`]: gini,
    [`${name}_longest_wait_weeks`]: longestWait,
  };
}

function argument(name: string, otherwise: number): number {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`));
  return given ? Number(given.split("=")[1]) : otherwise;
}
