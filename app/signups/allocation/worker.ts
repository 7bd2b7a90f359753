import { parentPort, workerData } from "node:worker_threads";
import { allocateThoroughly } from "./improve.ts";
import type { AllocationJob } from "./run.server.ts";

const { inputs, options } = workerData as AllocationJob;
parentPort?.postMessage(await allocateThoroughly(inputs, { ...options, clock: () => performance.now() }));
