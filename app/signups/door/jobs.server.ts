import { and, eq, gt, inArray, isNotNull, lte, ne, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments, sessions, signups } from "#db/schema/index.ts";
import type { Platform } from "~/platform/context.ts";
import { type Instant, plus } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { lockSessions } from "~/sessions/sessions.server.ts";

/** A device that had no network tells what it knows before anybody is called absent. */
const graceMinutes = 15;
const lookBackDays = 3;

/**
 * After a session everybody who has a seat and did not come is absent; only where somebody was checked in, since
 * without a door nobody knows. Running it again changes nothing. Returns how many were.
 */
export async function markAbsent(db: Database, now: Instant): Promise<number> {
  const ended = and(
    isNotNull(sessions.festivalId),
    ne(sessions.status, "cancelled"),
    lte(sessions.endsAt, plus(now, { minutes: -graceMinutes })),
    gt(sessions.endsAt, plus(now, { hours: -24 * lookBackDays })),
  );
  const has = (status: "confirmed" | "attended") =>
    sql`exists (select 1 from ${signups} where ${signups.sessionId} = ${sessions.id} and ${signups.status} = ${status})`;
  const due = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(ended, has("confirmed"), has("attended")));
  let marked = 0;
  for (const { id } of due) marked += await inTransaction(db, (tx) => markSession(tx, id, now));
  return marked;
}

async function markSession(tx: Database, sessionId: string, now: Instant): Promise<number> {
  await lockSessions(tx, [sessionId]);
  const gone = await tx
    .update(signups)
    .set({ status: "absent", updatedAt: now.toString() })
    .where(and(eq(signups.sessionId, sessionId), eq(signups.status, "confirmed")))
    .returning({ personId: signups.personId });
  if (gone.length === 0) return 0;
  await tx.delete(commitments).where(
    and(
      eq(commitments.sessionId, sessionId),
      inArray(
        commitments.personId,
        gone.map((one) => one.personId),
      ),
    ),
  );
  await tx
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} - ${gone.length}` })
    .where(eq(sessions.id, sessionId));
  return gone.length;
}

export const doorJobs = [
  {
    name: "mark-absent",
    cron: "*/10 * * * *",
    run: async ({ db, now }: Pick<Platform, "db" | "now">) => {
      await markAbsent(db, now());
    },
  },
];
