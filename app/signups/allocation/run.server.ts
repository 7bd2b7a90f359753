import { askWorker } from "~/platform/worker.server.ts";
import type { AllocateOptions, AllocationResult, BallotInputs } from "./allocation.ts";

export interface AllocationJob {
  inputs: BallotInputs;
  options: Omit<AllocateOptions, "clock"> & { timeLimitMs: number };
}

/** One after another: two at once would take the whole machine from everybody else. */
let last: Promise<unknown> = Promise.resolve();

/** Allocates as well as it can within half a minute, in a thread of its own, so that pages are answered meanwhile. */
export async function allocateInWorker(
  inputs: BallotInputs,
  options: Omit<AllocateOptions, "clock">,
): Promise<AllocationResult> {
  const job: AllocationJob = { inputs, options: { timeLimitMs: 30_000, ...options } };
  const turn = last.then(() => askWorker<AllocationResult>(workerFile, job));
  last = turn.catch(() => undefined);
  return turn;
}

const workerFile = {
  bundle: "allocation-worker.js",
  beside: import.meta.url,
  source: new URL("./worker.ts", import.meta.url),
};
