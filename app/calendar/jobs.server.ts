import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Database } from "#db/connect.ts";
import { invites, sessionSpeakers, signups } from "#db/schema/index.ts";
import { type EventHandler, recordEvents } from "~/platform/events.server.ts";
import { tellPerson } from "./invites.server.ts";

const signupPayload = z.object({ personId: z.uuid(), change: z.string().optional() });

export const calendarHandlers: Record<string, EventHandler> = {
  /** One person and one session: what do they not know yet? */
  "signup.changed": async (tx, event, deps) => {
    const { personId, change } = signupPayload.parse(event.payload);
    await tellPerson(tx, { sessionId: event.subject, personId, fromQueue: change === "promoted" }, deps);
  },

  /** One event for each person concerned, so that each is told in a short transaction of their own. */
  "session.changed": async (tx, event, { now }) => {
    const concerned = await listConcerned(tx, event.subject);
    await recordEvents(
      tx,
      concerned.map((personId) => ({
        kind: "signup.changed",
        subject: event.subject,
        payload: { personId },
        now,
      })),
    );
  },
};

/** Who gives, attends or waits for a session, and who was told that they do. */
async function listConcerned(tx: Database, sessionId: string): Promise<string[]> {
  const rows = await union(
    tx
      .select({ personId: sessionSpeakers.personId })
      .from(sessionSpeakers)
      .where(and(eq(sessionSpeakers.sessionId, sessionId), isNotNull(sessionSpeakers.personId))),
    tx
      .select({ personId: signups.personId })
      .from(signups)
      .where(
        and(eq(signups.sessionId, sessionId), inArray(signups.status, ["confirmed", "offered", "waiting"])),
      ),
    tx
      .select({ personId: invites.personId })
      .from(invites)
      .where(and(eq(invites.sessionId, sessionId), inArray(invites.lastMethod, ["REQUEST", "WAITING"]))),
  );
  return rows.flatMap(({ personId }) => personId ?? []).sort();
}
