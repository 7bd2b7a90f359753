import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

export interface WorkerFile {
  /** Its bundle, which stands beside the server's or above its parts. */
  bundle: string;
  /** `import.meta.url` of who starts it. */
  beside: string;
  /** Without a bundle the source runs as it is. */
  source: URL;
}

/** Starts a thread of its own and waits for the one message it sends. */
export async function askWorker<Answer>(
  { bundle, beside, source }: WorkerFile,
  workerData: unknown,
): Promise<Answer> {
  const bundled = ["./", "../"]
    .map((folder) => fileURLToPath(new URL(folder + bundle, beside)))
    .find(existsSync);
  const worker = bundled ? new Worker(bundled, { workerData }) : fromSource(source, workerData);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      worker.once("exit", (code) => reject(new Error(`${bundle} ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}

function fromSource(source: URL, workerData: unknown): Worker {
  // What require finds is the CommonJS half, which cannot register.
  const tsx = new URL("index.mjs", pathToFileURL(createRequire(import.meta.url).resolve("tsx/esm/api"))).href;
  const begin = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(source.href)});
  });`;
  return new Worker(begin, { workerData, eval: true });
}
