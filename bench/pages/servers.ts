import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "#db/connect.ts";
import { freePort, startPostgres } from "#tests/support/postgres.ts";
import { startServer } from "#tests/support/server.ts";
import { fillFestival, slug } from "./world.ts";

export interface Servers {
  ours: string;
  databaseUrl: string;
  /** A bare Node server that was shown this page. */
  startRival(pageUrl: string): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL with the festival of 900 sessions, and our server as it runs in production. */
export async function startServers(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "percolate-bench-"));
  chmodSync(folder, 0o755);
  const database = await startPostgres(folder);
  if (!database) throw new Error("This benchmark needs PostgreSQL (initdb and postgres).");
  const connection = await connect({ databaseUrl: database.url, dataDir: folder });
  await fillFestival(connection.db);
  await connection.close();
  const server = await startServer({ DATABASE_URL: database.url, DATA_DIR: folder, WORKER: "off" });
  const rivals: ReturnType<typeof fork>[] = [];
  return {
    ours: server.url,
    databaseUrl: database.url,
    async startRival(pageUrl) {
      const port = String(await freePort());
      const file = fileURLToPath(new URL("rival.ts", import.meta.url));
      const rival = fork(file, [port, database.url, pageUrl], {
        execArgv: ["--import", "tsx"],
        env: { ...process.env, NODE_ENV: "production" },
      });
      rivals.push(rival);
      await once(rival, "message");
      return `http://127.0.0.1:${port}`;
    },
    async stop() {
      for (const rival of rivals) rival.kill();
      await server.stop();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const programmeUrl = (base: string, query = "") => `${base}/festivals/${slug}${query}`;
