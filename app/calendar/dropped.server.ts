import { and, asc, between, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { events, sessions } from "#db/schema/index.ts";
import type { EventRow } from "~/platform/events.server.ts";

/** Rows of one transaction stand near each other; looking no further keeps this to a stretch of the key. */
const near = 2000;

/** Titles of what a person was taken out of the queue for in the same moment as this event: they have a seat then. */
export async function listDropped(tx: Database, event: EventRow, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ title: sessions.title })
    .from(events)
    .innerJoin(sessions, eq(sessions.id, events.subject))
    .where(
      and(
        between(events.id, event.id - near, event.id + near),
        eq(events.kind, "signup.changed"),
        eq(events.createdAt, event.createdAt),
        sql`${events.payload}->>'personId' = ${personId}`,
        sql`${events.payload}->>'change' = 'withdrawn'`,
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return rows.map(({ title }) => title);
}
