import { sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import { type Connection, isDatabaseAway } from "#db/connect.ts";
import type { Platform } from "~/platform/context.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { mostASweep, sweepMail } from "~/platform/mail/send.server.ts";
import { eventHandlers, type Job, jobs, sweeps } from "../jobs.ts";

export interface Worker {
  /** Looks at due events and mail within a second or two. Never throws and never waits. */
  nudge(): void;
  stop(): Promise<void>;
}

const nudgeAfterMs = 50;

/** Tells due events and sends due mail; runs every minute and whenever something changed. */
const sweep: Job = {
  name: "sweep",
  cron: "* * * * *",
  async run(platform) {
    // Telling of one event may write others: a moved session becomes news for each person concerned.
    for (let round = 0; round < 20; round += 1) {
      if ((await sweepEvents(platform, eventHandlers, platform.now())) === 0) break;
    }
    for (const sweep of sweeps) await sweep(platform);
    // One full round leaves more behind: a message to many does not wait for the next minute.
    if ((await sweepMail(platform, platform.now())) >= mostASweep) platform.nudge();
  },
};

/**
 * Starts the queue. Jobs are small, repeatable sweeps over our own rows: the queue only sees to it that each
 * runs when it should, once among several workers.
 */
export async function startJobs(
  platform: Platform,
  connection: Connection,
  { work }: { work: boolean },
): Promise<Worker> {
  const { log, config } = platform;
  const boss = new PgBoss(
    connection.sql
      ? { db: connection.sql, supervise: work, schedule: work }
      : { connectionString: config.databaseUrl, max: 3, supervise: work, schedule: work },
  );
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  // The queue writes down how a job ended without waiting for it, and nobody would hear that the database went away
  // just then: Node would end the process. The job expires instead, and is run again.
  const bear = (reason: unknown) => {
    if (!isDatabaseAway(reason)) throw reason;
    log.error({ err: reason }, "job queue");
  };
  process.on("unhandledRejection", bear);
  const every = [sweep, ...jobs];
  await oneAtATime(platform, connection, async () => {
    await boss.start();
    for (const { name } of every) {
      await boss.createQueue(name, { name, policy: "short", retryLimit: 2, expireInSeconds: 600 });
    }
  });
  for (const job of work ? every : []) {
    const pollingIntervalSeconds = job === sweep ? 1 : 10;
    await boss.work(job.name, { batchSize: 1, pollingIntervalSeconds }, () => run(job, platform));
    await boss.schedule(job.name, job.cron);
  }
  let nudged = false;
  return {
    // Many requests at once ask for one look.
    nudge: () => {
      if (nudged) return;
      nudged = true;
      setTimeout(() => {
        nudged = false;
        void boss.send(sweep.name, {}).catch((error) => log.warn({ err: error }, "nudge"));
      }, nudgeAfterMs).unref();
    },
    stop: async () => {
      await boss.stop({ graceful: true, wait: true, timeout: 8_000, close: true });
      process.off("unhandledRejection", bear);
    },
  };
}

/** Processes that start together would make the same queues at once, which the queue does not bear. */
async function oneAtATime({ db }: Platform, { kind }: Connection, work: () => Promise<void>): Promise<void> {
  if (kind === "pglite") return work();
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7228)`);
    await work();
  });
}

async function run(job: Job, platform: Platform): Promise<void> {
  try {
    await job.run(platform);
  } catch (error) {
    platform.log.error({ err: error, job: job.name }, "job failed");
    throw error;
  }
}
