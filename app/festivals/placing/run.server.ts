import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Placing } from "./instance.ts";
import type { PlacingJob } from "./worker.ts";

/** Two at once would take the whole machine from everybody else. */
let running = false;

/** Places sessions in a thread of its own, so that pages are answered meanwhile; null while another one runs. */
export async function runPlacing(job: PlacingJob): Promise<Placing | null> {
  if (running) return null;
  running = true;
  const worker = startWorker(job);
  try {
    return await new Promise<Placing>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      worker.once("exit", (code) => reject(new Error(`placing ended with ${code}`)));
    });
  } finally {
    running = false;
    await worker.terminate();
  }
}

/** The worker's bundle stands beside the server's or above its parts; without a bundle the source runs as it is. */
function startWorker(workerData: PlacingJob): Worker {
  const bundled = ["./", "../"]
    .map((folder) => fileURLToPath(new URL(folder + workerFile, import.meta.url)))
    .find(existsSync);
  if (bundled) return new Worker(bundled, { workerData });
  const source = new URL("./worker.ts", import.meta.url).href;
  // What require finds is the CommonJS half, which cannot register.
  const tsx = new URL("index.mjs", pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api"))).href;
  const begin = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(begin, { workerData, eval: true });
}

const workerFile = "placing-worker.js";
