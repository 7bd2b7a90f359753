import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "#db/connect.ts";
import { postgresBinaries, startPostgres, type TestServer } from "#tests/support/postgres.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";

describe.skipIf(!postgresBinaries())("several processes on one PostgreSQL", () => {
  let folder: string;
  let database: TestServer;
  let servers: RunningServer[];
  let worker: ChildProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-postgres-"));
    const started = await startPostgres(folder);
    if (!started) throw new Error("PostgreSQL did not start");
    database = started;
    const env = { DATABASE_URL: database.url, DEMO: "1", WORKER: "off", DATA_DIR: folder };
    // All at the same moment: each migrates, fills the demo and makes the job queues, or finds them made.
    worker = spawn(process.execPath, ["start.mjs", "--worker"], {
      cwd: projectRoot(),
      env: { ...process.env, NODE_ENV: "production", ...env },
      stdio: "ignore",
    });
    servers = await Promise.all([startServer(env), startServer(env), startServer(env)]);
  });
  afterAll(async () => {
    worker?.kill("SIGTERM");
    await Promise.all((servers ?? []).map((server) => server.stop()));
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("migrate and fill the demo once, whoever comes first", async () => {
    for (const server of servers) {
      const page = await fetch(`${server.url}/festivals/deell-spring`);
      expect(page.status).toBe(200);
    }
    const { default: postgres } = await import("postgres");
    const sql = postgres(database.url, { max: 1 });
    const [row] = await sql`select count(*)::int as organisations from organisations`;
    await sql.end();
    expect(row).toEqual({ organisations: 4 });
  });

  test("a login code asked for at one is known to the other", async () => {
    const [first, second] = servers as [RunningServer, RunningServer];
    const asked = await fetch(`${first.url}/login`, {
      method: "POST",
      headers: { origin: first.url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email: "daan@polder.example" }),
      redirect: "manual",
    });
    expect(asked.status).toBeLessThan(400);
    const mails = async () =>
      (await (await fetch(`${second.url}/outbox.json`)).json()) as { to: string; text: string }[];
    await expect.poll(async () => (await mails())[0]?.to, { timeout: 15_000 }).toBe("daan@polder.example");
    const [mail] = await mails();
    const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "";
    const answer = await fetch(`${second.url}/login/code`, {
      method: "POST",
      headers: { origin: second.url, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ email: "daan@polder.example", code }),
      redirect: "manual",
    });
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith("login="))).toBe(true);
    const cookie = answer.headers
      .getSetCookie()
      .map((c) => c.split(";")[0])
      .join("; ");
    expect((await fetch(`${first.url}/account`, { headers: { cookie }, redirect: "manual" })).status).toBe(
      200,
    );
  });

  test("all of them are still there once their queues are made", async () => {
    const { default: postgres } = await import("postgres");
    const sql = postgres(database.url, { max: 1 });
    const processes = [...servers.map((server) => server.process), worker];
    // The worker alone keeps the clock: its schedule is there when its queues are.
    await expect
      .poll(() => sql`select name from pgboss.schedule where name = 'sweep'`, { timeout: 20_000 })
      .toHaveLength(1);
    await sql.end();
    expect(processes.map((one) => one.exitCode)).toEqual([null, null, null, null]);
    expect(servers.map((server) => server.output()).join("")).not.toContain("Error");
  });
});
