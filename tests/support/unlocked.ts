import { setTimeout } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Database } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";

type Client = postgres.Sql | postgres.TransactionSql;
type Rewrite = (text: string) => string;
type PauseFor = (text: string) => Promise<void> | undefined;

/**
 * How long each transaction waits before it first writes and before it commits, so that those begun meanwhile have
 * read what it has, and read past what it wrote.
 */
const pauseMs = 100;

/**
 * The same database with every row lock and advisory lock taken out of every statement: the control of a test of locks.
 * It pauses too.
 */
export function withoutRowLocks(db: Database): Database {
  return controlled(db, (text) =>
    text.replace(/ for (?:no key )?(?:update|share)( skip locked)?\b|pg_advisory_xact_lock\(\d+\)/gi, " "),
  );
}

/** The same database, its transactions pausing: whether two overlap must not be up to the speed of the machine. */
export function withPauses(db: Database): Database {
  return controlled(db, (text) => text);
}

function controlled(db: Database, rewrite: Rewrite): Database {
  const { $client } = db as Database & { $client: postgres.Sql };
  return drizzle(wrapped($client, rewrite, () => undefined) as postgres.Sql, {
    schema,
  }) as unknown as Database;
}

function wrapped(client: Client, rewrite: Rewrite, pauseFor: PauseFor): Client {
  return new Proxy(client, {
    get(target, property) {
      if (property === "unsafe") {
        return (text: string, ...rest: never[]) =>
          later(pauseFor(text), () => target.unsafe(rewrite(text), ...rest));
      }
      if (property === "begin") {
        return (work: (tx: Client) => Promise<unknown>) =>
          (target as postgres.Sql).begin(async (tx) => {
            const result = await work(wrapped(tx, rewrite, pauseOnce()));
            await setTimeout(pauseMs);
            return result;
          });
      }
      return Reflect.get(target, property);
    },
  });
}

function pauseOnce(): PauseFor {
  let paused = false;
  return (text) => {
    if (paused || !/^\s*(?:insert|update|delete|with)\b/i.test(text)) return undefined;
    paused = true;
    return setTimeout(pauseMs);
  };
}

/** A query of the driver that is sent only after the pause; the caller awaits it as it is, or asks it for bare values. */
function later(pause: Promise<void> | undefined, query: () => postgres.PendingQuery<postgres.Row[]>) {
  if (!pause) return query();
  return {
    // biome-ignore lint/suspicious/noThenProperty: it stands in for the driver's own query, which is awaited.
    then: (...outcome: Parameters<Promise<unknown>["then"]>) => pause.then(query).then(...outcome),
    values: () => pause.then(() => query().values()),
  };
}
