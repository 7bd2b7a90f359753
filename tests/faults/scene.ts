import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type Connection, connect } from "#db/connect.ts";
import { makeFestival, makeOrganisations, makeSessions } from "#db/demo/factories.ts";
import { freePort, startPostgres, type TestServer } from "#tests/support/postgres.ts";
import { makeCrowd } from "#tests/support/rush/people.ts";
import { type RushServer, type RushServerOptions, startRushServer } from "#tests/support/rush/servers.ts";
import { randomIds } from "~/platform/ids.ts";
import { settingOf } from "~/platform/settings.server.ts";
import { Temporal } from "~/platform/time.ts";

/** All of them by `npm run faults`, and a few where every change is checked. */
export const full = process.env.FAULTS === "full";

export interface Scene {
  connection: Connection;
  postgres: TestServer;
  secret: string;
  port: number;
  /** Of which nobody else is asked: a workshop of so many seats. */
  makeWorkshop(capacity: number): Promise<string>;
  startServer(
    options?: Pick<RushServerOptions, "hasty" | "signups"> & { env?: Record<string, string> },
  ): Promise<RushServer>;
}

/** A PostgreSQL of this file's own with a festival and a crowd; servers on it that are started one after the other. */
export function faultScene(people: number): () => Scene {
  let scene: Scene;
  let folder: string;
  const servers: RushServer[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-faults-"));
    chmodSync(folder, 0o755);
    const postgres = await startPostgres(folder);
    if (!postgres) throw new Error("The faults need PostgreSQL. Debian: apt-get install postgresql");
    const connection = await connect({
      databaseUrl: `${postgres.url}?application_name=faults`,
      dataDir: folder,
    });
    const { db } = connection;
    const secret = await settingOf(db, "secret", () => randomIds.secret());
    const hosts = (await makeOrganisations(db, [{}, {}])).map((host) => host.id);
    const festival = await makeFestival(db, { leadOrganisationId: hosts[0] ?? "" });
    await makeCrowd(db, people, hosts);
    const port = await freePort();
    let slots = 0;
    scene = {
      connection,
      postgres,
      secret,
      port,
      async makeWorkshop(capacity) {
        slots += 1;
        const startsLocal = Temporal.Now.plainDateTimeISO()
          .add({ days: 60, hours: slots })
          .round("hour")
          .toString()
          .slice(0, 16);
        const [workshop] = await makeSessions(db, [
          { festivalId: festival.id, organisationId: hosts[0] ?? "", startsLocal, capacity },
        ]);
        return workshop?.id ?? "";
      },
      async startServer({ env, ...options } = {}) {
        const given = { DATABASE_URL: postgres.url, DATA_DIR: folder, LOG_LEVEL: "warn", ...env };
        const server = await startRushServer({
          env: given,
          port,
          log: join(folder, "server.log"),
          ...options,
        });
        servers.push(server);
        return server;
      },
    };
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop("SIGKILL");
  });
  afterAll(async () => {
    await scene?.connection.close();
    await scene?.postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => scene;
}
