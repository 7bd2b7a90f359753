import { parentPort, workerData } from "node:worker_threads";
import { solveWithHighs } from "./highs.ts";

const { instance, seconds } = workerData;
parentPort?.postMessage(await solveWithHighs(instance, seconds));
