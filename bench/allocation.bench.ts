import { loadavg } from "node:os";
import { allocate } from "~/signups/allocation/allocate.ts";
import type { BallotInputs } from "~/signups/allocation/allocation.ts";
import { solveApart } from "~/signups/allocation/apart.ts";
import { compileBallot } from "~/signups/allocation/ballot.ts";
import { allocateThoroughly } from "~/signups/allocation/improve.ts";
import { drawLottery } from "~/signups/allocation/lottery.ts";
import { costOfNothing } from "~/signups/allocation/programme.ts";
import { reportOf } from "~/signups/allocation/report.ts";
import type { BenchResult } from "../scripts/bench.ts";
import { cpuSeconds } from "./allocation/cpu.ts";
import { askHighs, type Solved } from "./allocation/highs.ts";
import { instanceOf } from "./allocation/instances.ts";

const sizes = [
  { people: 500, sessions: 12 },
  { people: 2_000, sessions: 30 },
  { people: 10_000, sessions: 99 },
];
/** Beyond this HiGHS is not asked about slots that depend on each other. */
const largestProven = 2_000;
const quick = process.argv.includes("--quick");
const limitSeconds = 600;
const turns = 5;

/**
 * Four slots at a time, by processor time of this process, so that what else runs on the machine matters little. Where
 * slots stand alone ours and HiGHS are asked the same, five times in turn: from a compiled ballot to seats that cannot
 * be better; compiling it and drawing the lottery among equals, which HiGHS is not asked for, is in
 * `search_alone_seconds`. First come, first served is what turns are, in an order of arrival instead of the lottery's; with the same last resort of
 * seats nobody wished for. With `--quick` without ten thousand people.
 */
export async function run(): Promise<BenchResult> {
  // Neither is measured while its code is still being compiled.
  const warm = instanceOf({ ...sizes[0]!, slots: 4, repeated: false, seed: 2 });
  await compare(warm, false);
  const rows = [];
  for (const repeated of [false, true]) {
    for (const size of sizes.filter(({ people }) => !quick || people < 10_000)) {
      const inputs = instanceOf({ ...size, slots: 4, repeated, seed: 1 });
      const row = {
        slots: repeated ? "no repeats" : "independent",
        ...size,
        ...(await compare(inputs, repeated)),
      };
      console.log(JSON.stringify(row));
      rows.push(row);
    }
  }
  console.table(rows);
  const apart = rows.filter(({ slots }) => slots === "independent");
  const proven = rows.find(({ slots, people }) => slots === "no repeats" && people === largestProven)!;
  const largest = Math.max(...rows.map(({ people }) => people));
  const unseated = rows.filter(({ people }) => people === largest);
  return {
    ratios: {
      independent_time_vs_highs: Math.max(...apart.map(({ time }) => time)),
      independent_gap: Math.max(...apart.map(({ gap }) => gap)),
      norepeat_gap: proven.gap,
      norepeat_time_vs_optimum: proven.time,
      unseated_vs_first_come: Math.max(...unseated.map((row) => round(row.without / row.firstComeWithout))),
    },
    figures: {
      load: round(loadavg()[0]!),
      ...Object.fromEntries(
        rows.flatMap((row) => {
          const name = `${row.slots.replace(" ", "_")}_${row.people}`;
          return [
            [`${name}_seconds`, row.seconds],
            [`${name}_search_alone_seconds`, row.searchSeconds],
            [`${name}_search_alone_gap`, round(row.searchSquares / row.squares - 1)],
            [
              `${name}_without`,
              `${row.without} (turns ${row.turnsWithout}, first come ${row.firstComeWithout})`,
            ],
            [`${name}_highs_seconds`, row.highsSeconds],
            [`${name}_highs`, row.highs],
          ];
        }),
      ),
    },
  };
}

async function compare(inputs: BallotInputs, repeated: boolean) {
  const began = cpuSeconds();
  const options = { mode: "fewest-without", seed: "seed" } as const;
  const alone = allocate(inputs, options);
  const searchSeconds = cpuSeconds() - began;
  const ours = repeated
    ? await allocateThoroughly(inputs, { ...options, timeLimitMs: 30_000, clock: () => performance.now() })
    : alone;
  const thoroughSeconds = cpuSeconds() - began - searchSeconds;
  const report = reportOf(inputs, ours);
  const byTurns = reportOf(inputs, allocate(inputs, { mode: "turns", seed: "seed" }));
  const firstCome = reportOf(inputs, allocate(inputs, { mode: "turns", seed: "arrival" }));
  const { worstRank } = report;
  const { highs, seconds } = repeated
    ? { highs: await highsOf(inputs, worstRank), seconds: thoroughSeconds }
    : await inTurn(inputs, worstRank);
  const objective = report.sumOfSquares + report.withoutSeat * costOfNothing;
  return {
    ...{ seconds: round(seconds), highsSeconds: round(highs.seconds), time: round(seconds / highs.seconds) },
    ...{
      gap: Math.round((objective / highs.bound - 1) * 1e6) / 1e6,
      highs: highs.status,
      said: round(ours.gap),
    },
    ...{
      searchSeconds: round(searchSeconds),
      searchSquares: reportOf(inputs, alone).sumOfSquares,
      squares: report.sumOfSquares,
      turnsSquares: byTurns.sumOfSquares,
      firstComeSquares: firstCome.sumOfSquares,
    },
    ...{
      without: report.withoutSeat,
      turnsWithout: byTurns.withoutSeat,
      firstComeWithout: firstCome.withoutSeat,
    },
    ...{
      notWished: report.notWished,
      turnsNotWished: byTurns.notWished,
      firstComeNotWished: firstCome.notWished,
    },
    ...{
      worst: report.worstRank,
      noFirst: report.withoutFirstChoice,
      turnsNoFirst: byTurns.withoutFirstChoice,
    },
  };
}

async function highsOf(inputs: BallotInputs, worstRank: number): Promise<Solved> {
  if (inputs.people.length <= largestProven) return askHighs(inputs, { worstRank, seconds: limitSeconds });
  return {
    status: "not asked",
    ...{ objective: Number.NaN, bound: Number.NaN, seconds: Number.NaN, columns: 0 },
  };
}

/** The median of both, taken by turns. */
async function inTurn(inputs: BallotInputs, worstRank: number): Promise<{ highs: Solved; seconds: number }> {
  const ballot = compileBallot(inputs, drawLottery(inputs.people, "seed"));
  const ours: number[] = [];
  const theirs: Solved[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = cpuSeconds();
    solveApart(ballot);
    ours.push(cpuSeconds() - began);
    theirs.push(await askHighs(inputs, { worstRank, seconds: limitSeconds }));
  }
  const middle = Math.floor(turns / 2);
  return {
    highs: theirs.sort((a, b) => a.seconds - b.seconds)[middle]!,
    seconds: ours.sort((a, b) => a - b)[middle]!,
  };
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
