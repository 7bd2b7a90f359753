import { and, count, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { signups } from "#db/schema/index.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";

/** What one person has of one session. */
export interface OwnSignup {
  sessionId: string;
  status: SignupStatus;
  /** The place in the queue, from 1, while waiting. */
  place: number | null;
  givesUpSessionId: string | null;
  /** Since when a seat could be theirs but for a clash. */
  passedOverAt: IsoInstant | null;
}

/** Written out, because a select from one table leaves the table's name off its columns. */
const place = sql<number | null>`case when signups.status = 'waiting' then (
  select count(*)::int from signups ahead where ahead.session_id = signups.session_id
  and ahead.status = 'waiting' and ahead.position <= signups.position) end`;

/** What a person has of these sessions, by session id; nothing of those they gave up or never asked for. */
export async function signupStates(
  db: Database,
  personId: string,
  sessionIds: string[],
): Promise<Record<string, OwnSignup>> {
  if (sessionIds.length === 0) return {};
  const own = await db
    .select({
      sessionId: signups.sessionId,
      status: signups.status,
      place,
      givesUpSessionId: signups.givesUpSessionId,
      passedOverAt: signups.passedOverAt,
    })
    .from(signups)
    .where(
      and(
        eq(signups.personId, personId),
        ne(signups.status, "cancelled"),
        inArray(signups.sessionId, sessionIds),
      ),
    );
  return Object.fromEntries(own.map((one) => [one.sessionId, one]));
}

/** How many wait, by session id. */
export async function queueLengths(db: Database, sessionIds: string[]): Promise<Record<string, number>> {
  if (sessionIds.length === 0) return {};
  const rows = await db
    .select({ sessionId: signups.sessionId, waiting: count() })
    .from(signups)
    .where(and(inArray(signups.sessionId, sessionIds), eq(signups.status, "waiting")))
    .groupBy(signups.sessionId);
  return Object.fromEntries(rows.map((row) => [row.sessionId, row.waiting]));
}
