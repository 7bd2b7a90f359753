import { type Ask, turnsOf } from "#tests/support/roster-world.ts";
import type { BenchResult } from "../scripts/bench.ts";
import { type Outcome, outcomeOf } from "./roster/figures.ts";
import { calCom, leastRecent, random, roundRobin } from "./roster/rivals.ts";
import { worldOf } from "./roster/world.ts";

/** `--from=301` tries three hundred others, `--seeds=30` fewer. */
const seeds = Array.from({ length: argument("seeds", 300) }, (_, index) => argument("from", 1) + index);

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
  const of = (name: string) => summaryOf(outcomes.find(([one]) => one === name)![1]);
  const [ours, rival] = [of("ours"), of("least recently served")];
  return {
    ratios: {
      worst_share_deviation: ours.worstDeviation,
      gini_vs_least_recent: round(ours.gini / rival.gini),
      longest_wait_vs_least_recent: round(ours.longestWait / rival.longestWait),
    },
    figures: { seeds: seeds.length, seconds: round((performance.now() - began) / 1000) },
  };
}

/** Medians over the seeds, and of the deviation the worst of all. */
function summaryOf(outcomes: readonly Outcome[]) {
  const median = (key: keyof Outcome) => round(medianOf(outcomes.map((one) => one[key])));
  return {
    worstDeviation: round(Math.max(...outcomes.map(({ deviation }) => deviation))),
    deviation: median("deviation"),
    seedsBelow1: outcomes.filter(({ deviation }) => deviation < 1).length,
    gini: median("gini"),
    longestWait: median("longestWait"),
    meanSpacing: median("meanSpacing"),
    leastSpacing: median("leastSpacing"),
    cancelled: outcomes.reduce((sum, { cancelled }) => sum + cancelled, 0),
  };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function argument(name: string, otherwise: number): number {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`));
  return given ? Number(given.split("=")[1]) : otherwise;
}
