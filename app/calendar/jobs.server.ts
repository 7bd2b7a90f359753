import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { type EventHandler, type EventRow, recordEvent, recordEvents } from "~/platform/events.server.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import { findAnnouncement } from "./announcement.server.ts";
import { tellBallot } from "./ballot-news.server.ts";
import { listConcerned, listFestivalConcerned, listSessionsOf } from "./concerned.server.ts";
import { listDropped } from "./dropped.server.ts";
import { tellPerson } from "./invites.server.ts";
import { tellNews } from "./news.server.ts";
import { isAnnouncementComing, isNewsComing, isToldLater, noisyUntil, waitFor } from "./quiet.server.ts";

const signupPayload = z.object({ personId: z.uuid(), change: z.string().optional() });
const decisionPayload = z.object({ decisionId: z.number() });
const toldPayload = decisionPayload.extend({ personId: z.uuid() });

/** What a queue did by itself, often because of a change that its people are about to be told of. */
const ofTheQueue = ["promoted", "passed-over", "gave-up"];

/** docs/decisions/0014-one-mail-a-person.md */
export const calendarHandlers: Record<string, EventHandler> = {
  /** One person and one session, at once: what do they not know yet? */
  "signup.changed": async (tx, event, deps) => {
    const { personId, change = "" } = signupPayload.parse(event.payload);
    if (ofTheQueue.includes(change) && (await isNewsComing(tx, personId))) return;
    const fromQueue = change === "promoted";
    const dropped = fromQueue ? await listDropped(tx, event, personId) : [];
    await tellPerson(tx, { sessionId: event.subject, personId, fromQueue, dropped }, deps);
  },

  /** One event for each person concerned, so that each is told in a short transaction of their own. */
  "session.changed": async (tx, event, { now }) => {
    const concerned = await listConcerned(tx, event.subject);
    await recordEvents(
      tx,
      concerned.map((personId) => ({ kind: "person.news", subject: personId, now })),
    );
  },

  /** All that is new for one person, once it has been quiet about all of their sessions. */
  "person.news": async (tx, event, deps) => {
    if (await isToldLater(tx, event)) return;
    const personId = event.subject;
    const sessionIds = await listSessionsOf(tx, personId, deps.now);
    const until = await noisyUntil(tx, sessionIds);
    if (until) return await again(tx, event, until, deps.now);
    if (await isAnnouncementComing(tx, { personId, sessionIds }))
      return await again(tx, event, deps.now.toString(), deps.now);
    await tellNews(tx, { personId, sessionIds, announcement: null }, deps);
  },

  /** A decision about a whole festival: everybody hears of it, together with what it means for their sessions. */
  "festival.announced": async (tx, event, { now }) => {
    const { decisionId } = decisionPayload.parse(event.payload);
    if (!(await findAnnouncement(tx, event.subject, decisionId))) return;
    const concerned = await listFestivalConcerned(tx, event.subject);
    await recordEvents(
      tx,
      concerned.map((personId) => ({
        kind: "festival.told",
        subject: event.subject,
        payload: { personId, decisionId },
        now,
      })),
    );
  },

  /** The seats were given by everybody's wishes: one mail a person says what they got, and why. */
  "ballot.told": tellBallot,

  "festival.told": async (tx, event, deps) => {
    const { personId, decisionId } = toldPayload.parse(event.payload);
    const announcement = await findAnnouncement(tx, event.subject, decisionId);
    if (!announcement) return;
    const sessionIds = await listSessionsOf(tx, personId, deps.now);
    const until = await noisyUntil(tx, sessionIds);
    if (until) return await again(tx, event, until, deps.now);
    await tellNews(tx, { personId, sessionIds, announcement }, deps);
  },
};

async function again(tx: Database, event: EventRow, until: IsoInstant, now: Instant): Promise<void> {
  const { kind, subject, payload } = event;
  await recordEvent(tx, { kind, subject, payload, now, delay: waitFor(until, now) });
}
