import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { uuids } from "#db/arrays.ts";
import { type Connection, connect } from "#db/connect.ts";
import { makeFestival, makeHost, makeOrganisations, makeSessions } from "#db/demo/factories.ts";
import { freePort, startPostgres } from "#tests/support/postgres.ts";
import type { Rush, RushResult } from "#tests/support/rush/callers.ts";
import { idOf, makeCrowd } from "#tests/support/rush/people.ts";
import { type RushServer, startRushServer } from "#tests/support/rush/servers.ts";
import { randomIds } from "~/platform/ids.ts";
import { settingOf } from "~/platform/settings.server.ts";
import { Temporal } from "~/platform/time.ts";

export interface World {
  connection: Connection;
  databaseUrl: string;
  secret: string;
  startServer(signups: { raw?: boolean; batch?: boolean }): Promise<RushServer>;
  /** New workshops at a time when nothing else is on. */
  makeWorkshops(name: string, many: number, capacity: number): Promise<string[]>;
  rush(plan: Omit<Rush, "secret">): Promise<RushResult>;
  /** Takes what was signed up for these out again, so that every row of a round begins alike. */
  forget(sessionIds: string[]): Promise<void>;
  stop(): Promise<void>;
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** PostgreSQL that writes to the disk, and a festival of four hosts with a crowd that is signed in. */
export async function makeWorld(people: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "percolate-rush-"));
  chmodSync(folder, 0o755);
  const database = await startPostgres(folder, { durable: true });
  if (!database) throw new Error("This benchmark needs PostgreSQL (initdb and postgres).");
  const connection = await connect({ databaseUrl: database.url, dataDir: folder });
  const { db } = connection;
  const secret = await settingOf(db, "secret", () => randomIds.secret());
  const hosts = await makeOrganisations(
    db,
    Array.from({ length: 4 }, () => ({})),
  );
  const hostIds = hosts.map((host) => host.id);
  const [lead = "", ...others] = hostIds;
  const festival = await makeFestival(db, { leadOrganisationId: lead });
  for (const organisationId of others) await makeHost(db, { festivalId: festival.id, organisationId });
  await makeCrowd(db, people, hostIds);
  await db.execute(sql`vacuum analyze`);

  const load = fork(file("load.ts"), { execArgv: ["--import", "tsx"] });
  await once(load, "message");
  const servers: RushServer[] = [];
  const first = Temporal.Now.plainDateTimeISO().add({ days: 60 }).round("hour");
  let slots = 0;

  return {
    connection,
    databaseUrl: database.url,
    secret,
    async startServer(signups) {
      const env = { DATABASE_URL: database.url, DATA_DIR: folder, WORKER: "off" };
      const port = await freePort();
      const server = await startRushServer({ env, port, signups, log: join(folder, `server-${port}.log`) });
      servers.push(server);
      return server;
    },
    async makeWorkshops(name, many, capacity) {
      const startsLocal = first.add({ hours: slots }).toString().slice(0, 16);
      slots += 1;
      const given = Array.from({ length: many }, (_, i) => ({
        id: idOf("session", `${name}-${i}`),
        festivalId: festival.id,
        organisationId: hostIds[i % hostIds.length] ?? lead,
        startsLocal,
        capacity,
      }));
      await makeSessions(db, given);
      return given.map((one) => one.id);
    },
    async rush(plan) {
      load.send({ ...plan, secret });
      const [result] = (await once(load, "message")) as [RushResult];
      return result;
    },
    async forget(sessionIds) {
      for (const [table, column] of [
        ["commitments", "session_id"],
        ["signups", "session_id"],
        ["events", "subject"],
        ["sessions", "id"],
      ] as const)
        await db.execute(
          sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} = any(${uuids(sessionIds)})`,
        );
      await db.execute(sql`vacuum analyze commitments, signups, events, sessions`);
    },
    async stop() {
      load.kill();
      for (const server of servers) await server.stop("SIGKILL");
      await connection.close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
