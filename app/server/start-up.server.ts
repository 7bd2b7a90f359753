import { type Connection, connect } from "#db/connect.ts";
import { fillDemo } from "#db/demo/demo.server.ts";
import { ensureSetupLink } from "~/people/setup.server.ts";
import { type Config, readConfig } from "~/platform/config.ts";
import type { Platform } from "~/platform/context.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog, type Log } from "~/platform/log.server.ts";
import { closeTransport } from "~/platform/mail/send.server.ts";
import { settingOf } from "~/platform/settings.server.ts";
import { Temporal } from "~/platform/time.ts";
import { openDesk } from "~/signups/desk.server.ts";
import { startJobs, type Worker } from "./jobs.server.ts";
import { setRunning } from "./running.server.ts";

export interface StartOptions {
  env: Record<string, string | undefined>;
  dev?: boolean;
  /** Run the jobs whatever WORKER says: a process that does nothing else. */
  workerOnly?: boolean;
  /** How sign-ups are answered, where a benchmark asks what each part of it gives. */
  signups?: { raw?: boolean; batch?: boolean };
  /** Told what is going on while a start takes its time. */
  progress?: (step: string) => void;
}

export interface Started {
  config: Config;
  /** Where an empty installation is set up; null when there is something in it. */
  setupLink: string | null;
  /** To be called once the server listens. */
  startWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Opens, migrates and fills the database and makes everything ready to answer. */
export async function startUp(options: StartOptions): Promise<Started> {
  const config = readConfig(options.env);
  const log = createLog(config.logLevel);
  const connection = await connect({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    holder: config.publicUrl,
    progress: options.progress,
  });
  let worker: Worker | undefined;
  const platform = await createPlatform(connection, config, log, () => worker?.nudge());
  if (config.demo) {
    const sender = { mailFrom: config.mailFrom, uidDomain: platform.uidDomain };
    await fillDemo(connection.db, { now: platform.now(), sender, progress: options.progress });
  }
  const setupLink = config.demo
    ? null
    : await ensureSetupLink(connection.db, { config, ids: platform.ids, now: platform.now() });
  if (options.signups?.batch === false) openDesk(platform, { batch: 1, atOnce: Number.POSITIVE_INFINITY });
  setRunning({ platform, dev: options.dev ?? false, rawSignups: options.signups?.raw ?? true });
  return {
    config,
    setupLink,
    async startWorker() {
      worker = await startJobs(platform, connection, {
        work: options.workerOnly || config.worker === "inline",
      });
    },
    async close() {
      await worker?.stop();
      await closeTransport();
      await connection.close();
    },
  };
}

async function createPlatform(
  connection: Connection,
  config: Config,
  log: Log,
  nudge: () => void,
): Promise<Platform> {
  const { db } = connection;
  const uidDomain = await settingOf(db, "uid-domain", () => new URL(config.publicUrl).hostname);
  const secret = await settingOf(db, "secret", () => randomIds.secret());
  return { db, config, ids: randomIds, now: () => Temporal.Now.instant(), log, uidDomain, secret, nudge };
}
