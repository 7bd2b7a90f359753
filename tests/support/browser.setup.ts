import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    baseUrl: string;
  }
}

/** The demo alliance, as `npm start` serves it, on a port and in a folder of its own. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "percolate-browser-"));
  const server = await startServer({ DATA_DIR: folder });
  project.provide("baseUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
