import type { BenchResult } from "../../scripts/bench.ts";

export interface Measured {
  /** Answered sign-ups a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

export const median = (values: number[]): number => quantile(values, 0.5);

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The median of the ratios of each round: what disturbs a round disturbs both sides of its ratio. */
const ratio = (ours: number[], theirs: number[]) =>
  Math.round(median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN))) * 1000) / 1000;

/** Of every row the rate and the waiting time in the middle of its rounds, and what the rows are to each other. */
export function summary(measured: Record<string, Measured[]>, pgbench: number[]): BenchResult {
  const of = (row: string, what: keyof Measured) => (measured[row] ?? []).map((one) => one[what]);
  const figures: BenchResult["figures"] = {};
  for (const row of Object.keys(measured)) {
    figures[`${row} per second`] = Math.round(median(of(row, "rate")));
    figures[`${row} p50 ms`] = Math.round(median(of(row, "p50")));
    figures[`${row} p99 ms`] = Math.round(median(of(row, "p99")));
  }
  figures["pgbench per second"] = Math.round(median(pgbench));
  const against = (scene: string, row: string, other: string, what: keyof Measured = "rate") =>
    ratio(of(`${scene} ${row}`, what), of(`${scene} ${other}`, what));
  return {
    ratios: {
      hot_vs_naive: against("hot", "ours", "naive"),
      hot_p99_vs_naive: against("hot", "ours", "naive", "p99"),
      spread_vs_pgbench: ratio(of("spread ours", "rate"), pgbench),
      spread_vs_naive: against("spread", "ours", "naive"),
      hot_raw_alone_vs_naive: against("hot", "raw_alone", "naive"),
      hot_batch_alone_vs_naive: against("hot", "batch_alone", "naive"),
      hot_batch_vs_raw_alone: against("hot", "ours", "raw_alone"),
    },
    figures,
  };
}
