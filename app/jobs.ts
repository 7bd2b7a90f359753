import { calendarHandlers } from "./calendar/jobs.server.ts";
import { callHandlers } from "./festivals/call/jobs.server.ts";
import { festivalHandlers } from "./festivals/jobs.server.ts";
import { listOpenNow } from "./festivals/open-now.server.ts";
import { reviewHandlers } from "./festivals/review/jobs.server.ts";
import { digestJob } from "./lectures/digest/jobs.server.ts";
import { lectureEvents, lectureJobs } from "./lectures/jobs.server.ts";
import { peopleEvents } from "./people/jobs.server.ts";
import { mailRule } from "./people/mail-preferences/rule.server.ts";
import type { Platform } from "./platform/context.ts";
import type { EventHandler } from "./platform/events.server.ts";
import { setMailRule } from "./platform/mail/rule.ts";
import { doorJobs } from "./signups/door/jobs.server.ts";
import { guaranteeHandlers, guaranteeJobs } from "./signups/guarantees/jobs.server.ts";
import { fillSeatsAfterChange, signupJobs } from "./signups/jobs.server.ts";
import { sendDueMessages } from "./signups/messages/send.server.ts";
import { tellClosing } from "./signups/offers/closing.server.ts";
import { tellOffers } from "./signups/offers/offer-jobs.server.ts";
import { partyHandlers } from "./signups/parties/mails.server.ts";
import { reminderJobs } from "./signups/reminders/jobs.server.ts";

// Whatever queues mail does so from here.
setMailRule(mailRule);

/** Background work that comes round by itself. It must be able to run twice. */
export interface Job {
  name: string;
  /** In UTC, to the minute. */
  cron: string;
  run(platform: Platform): Promise<void>;
}

export const jobs: Job[] = [
  ...lectureJobs,
  digestJob(listOpenNow),
  ...signupJobs,
  ...guaranteeJobs,
  ...doorJobs,
  ...reminderJobs,
];

/** What may be due whenever something changed, after the events are told and before mail is sent. */
export const sweeps: ((platform: Platform) => Promise<unknown>)[] = [
  (platform) => sendDueMessages(platform, platform.now()),
];

/** Who acts on what happened, and in which order. All of it happens in one transaction, or none of it. */
export const eventHandlers: Record<string, EventHandler> = together([
  peopleEvents,
  festivalHandlers,
  callHandlers,
  reviewHandlers,
  lectureEvents,
  { "session.changed": fillSeatsAfterChange },
  { "signup.changed": tellOffers, "signup.closed": tellClosing },
  guaranteeHandlers,
  partyHandlers,
  calendarHandlers,
]);

function together(features: Record<string, EventHandler>[]): Record<string, EventHandler> {
  const kinds = new Set(features.flatMap((handlers) => Object.keys(handlers)));
  const combine = (kind: string): EventHandler => {
    const handlers = features.flatMap((feature) => feature[kind] ?? []);
    return async (tx, event, deps) => {
      for (const handler of handlers) await handler(tx, event, deps);
    };
  };
  return Object.fromEntries([...kinds].map((kind) => [kind, combine(kind)]));
}
