import { parentPort, workerData } from "node:worker_threads";
import type { PlacingInstance } from "./instance.ts";
import { placeSessions } from "./place.ts";

export interface PlacingJob {
  instance: PlacingInstance;
  seed: number;
  timeLimitMs: number;
}

const { instance, seed, timeLimitMs } = workerData as PlacingJob;
parentPort?.postMessage(placeSessions(instance, { seed, timeLimitMs, clock: () => performance.now() }));
