import type { Platform } from "~/platform/context.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import { mailAnswers, mailEcho } from "./afterwards/mails.server.ts";
import { holdTurns } from "./hold.server.ts";
import { planSeries } from "./plan.server.ts";
import { listSeriesIds } from "./series.server.ts";
import { expireSwaps } from "./swaps/end-swap.server.ts";
import { mailOffer, mailPause } from "./turn-mails.server.ts";
import { mailNomination, mailNominationAnswer } from "./volunteering/nomination-mails.server.ts";
import { endPauses } from "./volunteering/pause.server.ts";

export const lectureEvents: Record<string, EventHandler> = {
  "turn.offered": mailOffer,
  "turn.answered": mailPause,
  "turn.echoed": mailEcho,
  "turn.question-answered": mailAnswers,
  "nomination.made": mailNomination,
  "nomination.answered": mailNominationAnswer,
};

/** Cron in UTC. Each series has a transaction of its own; a failure leaves the others alone. */
export const lectureJobs = [
  { name: "lectures-hold", cron: "5 * * * *", run: (platform: Platform) => eachSeries(platform, hold) },
  { name: "lectures-plan", cron: "15 6 * * *", run: (platform: Platform) => eachSeries(platform, plan) },
];

async function hold({ db, now }: Platform, seriesId: string): Promise<void> {
  await holdTurns(db, seriesId, { now: now() });
  await expireSwaps(db, seriesId, { now: now() });
}

async function plan(platform: Platform, seriesId: string): Promise<void> {
  await hold(platform, seriesId);
  await endPauses(platform.db, seriesId, { now: platform.now() });
  await platform.db.transaction((tx) => planSeries(tx, seriesId, { now: platform.now(), ids: platform.ids }));
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
