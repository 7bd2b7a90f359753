import { parentPort, workerData } from "node:worker_threads";
import { allocate } from "./allocate.ts";
import type { AllocationJob } from "./run.server.ts";

const { inputs, options } = workerData as AllocationJob;
parentPort?.postMessage(allocate(inputs, { ...options, clock: () => performance.now() }));
