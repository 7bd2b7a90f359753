import { and, eq, gt, inArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { sessionSpeakers, sessions, signups } from "#db/schema/index.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { lockReach } from "./lock.server.ts";
import { promote } from "./queue.server.ts";

/**
 * A session that moved or was called off may leave people free for a seat they were passed over for, and its own
 * queue too. Handles `session.changed`.
 */
export const fillSeatsAfterChange: EventHandler = async (tx, event, { now }) => {
  const waiting = await waitedForBy(tx, event.subject, now);
  if (waiting.length === 0) return;
  const locked = await lockReach(tx, waiting, now);
  await promote(tx, locked, waiting, { now });
};

/** Sessions to come that people wait for who give or signed up for a session. */
async function waitedForBy(tx: Database, sessionId: string, now: Instant): Promise<string[]> {
  const signedUp = alias(signups, "signed_up");
  const attending = tx
    .select({ personId: signedUp.personId })
    .from(signedUp)
    .where(eq(signedUp.sessionId, sessionId));
  const giving = tx
    .select({ personId: sessionSpeakers.personId })
    .from(sessionSpeakers)
    .where(eq(sessionSpeakers.sessionId, sessionId));
  const rows = await tx
    .selectDistinct({ sessionId: signups.sessionId })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        or(inArray(signups.personId, attending), inArray(signups.personId, giving)),
        eq(signups.status, "waiting"),
        gt(sessions.startsAt, now.toString()),
      ),
    );
  return rows.map((row) => row.sessionId);
}
