import { asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions } from "#db/schema/index.ts";
import { quietPeriod, recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import type { Aspect } from "./changes.ts";

export type SessionRow = typeof sessions.$inferSelect;

/**
 * Locks sessions in the order of their ids, as everybody does, so that nobody waits in a circle. `ids` may be a
 * subquery.
 */
export async function lockSessions(tx: Database, ids: string[] | SQL): Promise<SessionRow[]> {
  return tx.select().from(sessions).where(inArray(sessions.id, ids)).orderBy(asc(sessions.id)).for("update");
}

export async function lockSession(tx: Database, id: string): Promise<SessionRow> {
  const [session] = await lockSessions(tx, [id]);
  if (!session) throw new Error(`no session ${id}`);
  return session;
}

/** Raises SEQUENCE and leaves the event row of a visible change. */
export async function noteChange(
  tx: Database,
  before: SessionRow,
  changed: Aspect[],
  now: Instant,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ sequence: before.sequence + 1, updatedAt: now.toString() })
    .where(eq(sessions.id, before.id));
  await recordEvent(tx, {
    kind: "session.changed",
    subject: before.id,
    payload: { changed },
    now,
    delay: quietPeriod,
  });
}
