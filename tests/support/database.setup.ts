import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { writeSeed } from "../../app/server/seed.server.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    seedFile: string;
    postgresUrl: string;
  }
}

/** One migrated PGlite for all files to copy, and one PostgreSQL server where there is one. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "percolate-test-"));
  const seedFile = join(folder, "seed.tar.gz");
  await writeSeed(seedFile);
  project.provide("seedFile", seedFile);
  const postgres = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startPostgres(folder);
  project.provide("postgresUrl", postgres?.url ?? "");
  return async () => {
    await postgres?.stop();
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  };
}
