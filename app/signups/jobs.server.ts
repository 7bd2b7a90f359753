import { and, eq, gt, inArray, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { sessionSpeakers, sessions, signups } from "#db/schema/index.ts";
import type { Platform } from "~/platform/context.ts";
import type { EventHandler } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { fillSeats, fillSeatsInside } from "./fill-seats.server.ts";
import { noteClosings } from "./offers/closing.server.ts";

/**
 * A session that moved or was called off may leave people free for a seat they were passed over for, and its own
 * queue too. Handles `session.changed`.
 */
export const fillSeatsAfterChange: EventHandler = async (tx, event, { now }) => {
  const waiting = await waitedForBy(tx, event.subject, now);
  if (waiting.length > 0) await fillSeatsInside(tx, waiting, now);
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
    )
    .orderBy(signups.sessionId);
  return rows.map((row) => row.sessionId);
}

/** Ends the offers nobody answered, each session in a transaction of its own. Several workers may do so at once. */
export async function endOffers({ db, now }: Pick<Platform, "db" | "now">): Promise<void> {
  const rows = await db
    .selectDistinct({ sessionId: signups.sessionId })
    .from(signups)
    .where(and(eq(signups.status, "offered"), lte(signups.offeredUntil, now().toString())))
    .orderBy(sql`1`);
  for (const { sessionId } of rows) await fillSeats(db, [sessionId], { now: now() });
}

export const signupJobs = [
  { name: "offers", cron: "* * * * *", run: endOffers },
  { name: "signup-closing", cron: "* * * * *", run: noteClosings },
];
