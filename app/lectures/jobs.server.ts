import type { Platform } from "~/platform/context.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { mailAnswers, mailEcho } from "./afterwards/mails.server.ts";
import { queueAnnouncements } from "./channels/queue.server.ts";
import { sweepAnnouncements } from "./channels/send.server.ts";
import { holdTurns } from "./hold.server.ts";
import { tellAgain, turnMailHandlers } from "./mails/handlers.server.ts";
import { planSeries } from "./plan.server.ts";
import { listSeriesIds } from "./series.server.ts";
import { expireSwaps } from "./swaps/end-swap.server.ts";
import { mailNomination, mailNominationAnswer } from "./volunteering/nomination-mails.server.ts";
import { endPauses } from "./volunteering/pause.server.ts";

export const lectureEvents: Record<string, EventHandler> = {
  ...turnMailHandlers,
  "turn.mail-due": tellAgain(turnMailHandlers),
  "turn.echoed": mailEcho,
  "turn.question-answered": mailAnswers,
  "nomination.made": mailNomination,
  "nomination.answered": mailNominationAnswer,
};

/** Cron in UTC. Each series has a transaction of its own; a failure leaves the others alone. */
export const lectureJobs = [
  { name: "lectures-roster", cron: "5 * * * *", run: (platform: Platform) => eachSeries(platform, plan) },
  { name: "lectures-announce", cron: "* * * * *", run: tellChannels },
];

async function tellChannels(platform: Platform): Promise<void> {
  await queueAnnouncements(platform.db, { now: platform.now(), ids: platform.ids });
  await sweepAnnouncements(platform, platform.now());
}

/** What is over is closed, and the escalation of what is to come takes the steps that are due. */
async function plan({ db, ids, now }: Platform, seriesId: string): Promise<void> {
  const deps = { now: now(), ids };
  await holdTurns(db, seriesId, deps);
  await expireSwaps(db, seriesId, deps);
  await endPauses(db, seriesId, deps);
  await db.transaction((tx) => planSeries(tx, seriesId, deps));
}

async function eachSeries(
  platform: Platform,
  work: (platform: Platform, seriesId: string) => Promise<void>,
): Promise<void> {
  for (const id of await listSeriesIds(platform.db)) {
    try {
      await work(platform, id);
    } catch (error) {
      platform.log.error({ err: error, series: id }, "roster not brought up to date");
    }
  }
}
