import { askWorker } from "~/platform/worker.server.ts";
import type { Placing } from "./instance.ts";
import type { PlacingJob } from "./worker.ts";

/** Two at once would take the whole machine from everybody else. */
let running = false;

/** Places sessions in a thread of its own, so that pages are answered meanwhile; null while another one runs. */
export async function runPlacing(job: PlacingJob): Promise<Placing | null> {
  if (running) return null;
  running = true;
  try {
    return await askWorker<Placing>(workerFile, job);
  } finally {
    running = false;
  }
}

const workerFile = {
  bundle: "placing-worker.js",
  beside: import.meta.url,
  source: new URL("./worker.ts", import.meta.url),
};
