import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { PGlite } from "@electric-sql/pglite";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { acquireLock } from "./lock.ts";
import * as schema from "./schema/index.ts";

/** The pool, or a transaction of it: one type for both drivers. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The plain SQL interface that the job queue needs. */
export interface SqlRunner {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number }>;
}

export interface Connection {
  db: Database;
  kind: "pglite" | "postgres";
  /** For the embedded database only: the job queue shares its one connection. */
  sql: SqlRunner | null;
  close(): Promise<void>;
}

export interface ConnectOptions {
  databaseUrl?: string;
  dataDir: string;
  /** Said to whoever meets the lock, e.g. the address of the running server. */
  holder?: string;
  poolSize?: number;
  progress?: (step: string) => void;
}

export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

export const migrationsFolder = () => join(projectRoot(), "db/migrations");
/** An embedded database that is migrated and empty; opening a copy is three times quicker than making one. */
export const seedFile = () => join(projectRoot(), "build/seed.tar.gz");

/**
 * Opens the database and brings it to the current schema.
 * Throws `LockedError` (db/lock.ts) when another process holds the embedded database.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  return options.databaseUrl ? connectPostgres(options.databaseUrl, options) : connectEmbedded(options);
}

async function connectPostgres(url: string, options: ConnectOptions): Promise<Connection> {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import("postgres"),
    import("drizzle-orm/postgres-js"),
    import("drizzle-orm/postgres-js/migrator"),
  ]);
  options.progress?.("migrating");
  const single = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // Several servers may start at once; the first migrates while the others wait.
    await single`select pg_advisory_lock(7226)`;
    await migrate(drizzle(single), { migrationsFolder: migrationsFolder() });
  } finally {
    await single.end();
  }
  const client = postgres(url, {
    max: options.poolSize ?? 10,
    onnotice: () => {},
    // Who asks meanwhile waits as long as this at most, and is then told that the database is away.
    connect_timeout: 5,
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 1),
  });
  return {
    db: drizzle(client, { schema }) as unknown as Database,
    kind: "postgres",
    sql: null,
    close: () => client.end({ timeout: 5 }),
  };
}

async function connectEmbedded(options: ConnectOptions): Promise<Connection> {
  const [{ PGlite }, { btree_gist }, { drizzle }, { migrate }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/btree_gist"),
    import("drizzle-orm/pglite"),
    import("drizzle-orm/pglite/migrator"),
  ]);
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const unlock = acquireLock(join(dataDir, "lock"), options.holder ?? "");
  try {
    const folder = join(dataDir, "postgres");
    const fresh = !existsSync(join(folder, "PG_VERSION"));
    options.progress?.(fresh ? "creating" : "opening");
    const seed = fresh && existsSync(seedFile()) ? new Blob([readFileSync(seedFile())]) : undefined;
    const client = await PGlite.create(folder, { extensions: { btree_gist }, loadDataDir: seed });
    options.progress?.("migrating");
    const db = drizzle(client, { schema });
    await migrate(db, { migrationsFolder: migrationsFolder() });
    return {
      db: db as unknown as Database,
      kind: "pglite",
      sql: pgliteRunner(client),
      close: async () => {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** pg-boss sends several statements at once when it has no values, which only `exec` takes. */
function pgliteRunner(client: PGlite): SqlRunner {
  return {
    async executeSql(text, values) {
      try {
        if (values?.length) {
          const result = await client.query(text, values);
          return { rows: result.rows, rowCount: result.affectedRows ?? result.rows.length };
        }
        const results = await client.exec(text);
        const last = results.findLast((result) => result.fields.length > 0) ?? results.at(-1);
        return { rows: last?.rows ?? [], rowCount: last?.affectedRows ?? 0 };
      } catch (error) {
        await client.exec("rollback").catch(() => {});
        throw error;
      }
    },
  };
}

/** `db.execute` answers an array on PostgreSQL and `{ rows }` on PGlite. */
export function rowsOf<Row>(result: unknown): Row[] {
  return (Array.isArray(result) ? result : (result as { rows: Row[] }).rows) as Row[];
}

const awayCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  ...["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT"],
]);

/** Shut down, starting up, out of connections, or gone in the middle of it (PostgreSQL's appendix A, class 08 and 57P). */
const awayStates = /^(08...|57P0[1-5]|53300)$/;

/** Whether the database cannot be reached at all: nothing is wrong with what was asked, and later it may well work. */
export function isDatabaseAway(error: unknown): boolean {
  for (let e = error as DriverError | undefined; e; e = e.cause as DriverError | undefined) {
    if (typeof e.code === "string" && (awayCodes.has(e.code) || awayStates.test(e.code))) return true;
    if (e instanceof AggregateError && e.errors.some(isDatabaseAway)) return true;
  }
  return false;
}

interface DriverError {
  code?: string;
  constraint?: string;
  constraint_name?: string;
  cause?: unknown;
}

function driverError(error: unknown): DriverError | null {
  for (let e = error as DriverError | undefined; e; e = e.cause as DriverError | undefined) {
    if (typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e;
  }
  return null;
}

/** The SQLSTATE of a database error, whichever driver threw it. */
export function sqlStateOf(error: unknown): string | null {
  return driverError(error)?.code ?? null;
}

/** The name of the constraint that refused a statement, or null when the error is of another kind. */
export function constraintOf(error: unknown): string | null {
  const found = driverError(error);
  return found ? (found.constraint ?? found.constraint_name ?? null) : null;
}
