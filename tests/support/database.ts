import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { getTableName, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { type Database, migrationsFolder } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";

const tables = Object.values(schema as Record<string, unknown>).filter((value) => value instanceof PgTable);

/** Takes every row out of every table. */
export async function empty(db: Database): Promise<void> {
  const names = tables.map((table) => `"${getTableName(table)}"`).join(", ");
  await db.execute(sql.raw(`truncate ${names} restart identity cascade`));
}

/** An embedded database, migrated, and empty before each test of the surrounding block. */
export function testDatabase(): () => Database {
  let client: PGlite;
  let db: Database;
  beforeAll(async () => {
    const seed = new Blob([readFileSync(inject("seedFile"))]);
    client = await PGlite.create({ extensions: { btree_gist }, loadDataDir: seed });
    db = drizzle(client, { schema }) as unknown as Database;
  });
  beforeEach(() => empty(db));
  afterAll(() => client?.close());
  return () => db;
}

/** Empty where no PostgreSQL could be started: such blocks are skipped with `describe.skipIf(!postgresUrl)`. */
export const postgresUrl = inject("postgresUrl");

/** A PostgreSQL database of this block's own with a pool, migrated, and empty before each test. */
export function postgresDatabase({ connections = 20 } = {}): () => Database {
  const name = `test_${process.pid}_${Math.trunc(performance.now() * 1000)}`;
  let client: postgres.Sql;
  let db: Database;
  beforeAll(async () => {
    await administer(`create database ${name}`);
    const url = new URL(postgresUrl);
    url.pathname = `/${name}`;
    client = postgres(url.href, { max: connections, onnotice: () => {} });
    await migrate(drizzlePostgres(client), { migrationsFolder: migrationsFolder() });
    db = drizzlePostgres(client, { schema }) as unknown as Database;
  });
  beforeEach(() => empty(db));
  afterAll(async () => {
    await client?.end();
    await administer(`drop database if exists ${name}`);
  });
  return () => db;
}

async function administer(statement: string): Promise<void> {
  const admin = postgres(postgresUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}
