import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** The folder with initdb and postgres, newest version first; null where PostgreSQL is not installed. */
export function postgresBinaries(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((v) => join(debian, v, "bin")), ...(process.env.PATH ?? "").split(":")];
  return (
    folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ??
    null
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

export interface TestServer {
  url: string;
  stop(): Promise<void>;
  /** Starts it again after a stop, on the same port with the same data. */
  startAgain(): Promise<void>;
}

/**
 * A PostgreSQL server of its own in a folder, as a user that is not root. Null where there is none to start. `durable`
 * writes to the disk what it says it has written, as a real one does.
 */
export async function startPostgres(
  folder: string,
  { durable = false }: { durable?: boolean } = {},
): Promise<TestServer | null> {
  const binaries = postgresBinaries();
  if (!binaries) return null;
  const root = process.getuid?.() === 0;
  if (root && spawnSync("id", ["postgres"]).status !== 0) return null;
  const as = (command: string, args: string[]): [string, string[]] =>
    root ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, args];
  const data = join(folder, "postgres");
  mkdirSync(data, { recursive: true });
  if (root) {
    chmodSync(folder, 0o755);
    spawnSync("chown", ["postgres", data]);
  }
  const [initdb, initArgs] = as(join(binaries, "initdb"), [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--no-sync",
  ]);
  const made = spawnSync(initdb, initArgs, { encoding: "utf8", cwd: data });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    ...(durable
      ? ["fsync=on", "synchronous_commit=on", "shared_buffers=256MB"]
      : ["fsync=off", "shared_buffers=64MB"]),
    ...["max_connections=200", "unix_socket_directories="],
  ];
  const [command, args] = as(join(binaries, "postgres"), [
    ...["-D", data, "-p", String(port), "-h", "127.0.0.1"],
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server = spawn(command, args, { stdio: "ignore", cwd: data });
  await untilReady(url);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.once("exit", () => resolve());
        const [ctl, ctlArgs] = as(join(binaries, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"]);
        spawnSync(ctl, ctlArgs, { cwd: data });
      }),
    startAgain: async () => {
      server = spawn(command, args, { stdio: "ignore", cwd: data });
      await untilReady(url);
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const { default: postgres } = await import("postgres");
  for (let attempt = 0; ; attempt += 1) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}
