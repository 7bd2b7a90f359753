import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Database } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";

type Client = postgres.Sql | postgres.TransactionSql;

/** The same database with every row lock and advisory lock taken out of every statement: the control of a test of locks. */
export function withoutRowLocks(db: Database): Database {
  const { $client } = db as Database & { $client: postgres.Sql };
  return drizzle(unlocked($client) as postgres.Sql, { schema }) as unknown as Database;
}

function unlocked(client: Client): Client {
  return new Proxy(client, {
    get(target, property) {
      if (property === "unsafe") {
        return (text: string, ...rest: never[]) =>
          target.unsafe(
            text.replace(/ for (?:update|share)( skip locked)?\b|pg_advisory_xact_lock\(\d+\)/gi, " "),
            ...rest,
          );
      }
      if (property === "begin") {
        return (work: (tx: Client) => Promise<unknown>) =>
          (target as postgres.Sql).begin((tx) => work(unlocked(tx)));
      }
      return Reflect.get(target, property);
    },
  });
}
