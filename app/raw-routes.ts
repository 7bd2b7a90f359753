import { feeds } from "./calendar/feed-handlers.server.ts";
import { schedules } from "./festivals/exchange/schedule/schedule-handlers.server.ts";
import { embedPage, programmePage, sessionPage } from "./festivals/programme/public-pages.server.ts";
import type { RawRoute } from "./platform/http/raw.ts";
import { health } from "./server/health.server.ts";
import { listKept } from "./signups/guarantees/kept.server.ts";
import { signUpHandler } from "./signups/sign-up-handler.server.ts";
import { queueLengths } from "./signups/states.server.ts";

const reading = ["GET", "HEAD"] as const;

const publicSession = sessionPage(async (db, id, now) =>
  JSON.stringify([await queueLengths(db, [id]), await listKept(db, [id], now)]),
);

/**
 * What is answered before Remix and why: health has to work without it, feeds are 10 times quicker, and when seats open
 * everybody asks at once. The pages are
 * Remix's own, whose bytes are kept for those who have not signed in.
 */
export const rawRoutes: RawRoute[] = [
  { path: "/healthz", methods: reading, handler: health.alive },
  { path: "/readyz", methods: reading, handler: health.ready },
  { path: "/festivals/:festival.ics", methods: reading, handler: feeds.festival },
  { path: "/festivals/:festival/sessions/:session.ics", methods: reading, handler: feeds.session },
  { path: "/festivals/:festival", methods: reading, handler: programmePage },
  { path: "/festivals/:festival/embed", methods: reading, handler: embedPage },
  { path: "/festivals/:festival/sessions/:session", methods: reading, handler: publicSession },
  { path: "/festivals/:festival/schedule.json", methods: reading, handler: schedules.json },
  { path: "/festivals/:festival/schedule.xml", methods: reading, handler: schedules.xml },
  { path: "/lectures/:series.ics", methods: reading, handler: feeds.series },
  { path: "/lectures/:series/:date.ics", methods: reading, handler: feeds.lecture },
  { path: "/organisations/:organisation.ics", methods: reading, handler: feeds.organisation },
  { path: "/calendar/:token.ics", methods: reading, handler: feeds.personal },
  { path: "/sessions/:session/sign-up", methods: ["POST"], handler: signUpHandler },
];
