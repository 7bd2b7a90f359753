import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type RunningServer, startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    baseUrls: string[];
  }
}

/** As many test files run at the same time; each has a demo to itself while it runs. */
const workers = 2;

/** The demo alliance, as `npm start` serves it, once for each worker, on ports and in folders of their own. */
export default async function setup(project: TestProject) {
  const folders = Array.from({ length: workers }, () => mkdtempSync(join(tmpdir(), "percolate-browser-")));
  const servers: RunningServer[] = [];
  for (const folder of folders) servers.push(await startServer({ DATA_DIR: folder }));
  project.provide(
    "baseUrls",
    servers.map((server) => server.url),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
}
