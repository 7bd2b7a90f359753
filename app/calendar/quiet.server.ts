import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { events, sessions } from "#db/schema/index.ts";
import { type Instant, type IsoInstant, isBefore, plus } from "~/platform/time.ts";

/** What failed once is not waited for: it is told later by itself. */
const toCome = and(isNull(events.handledAt), eq(events.attempts, 0));
/** A mended text mails nobody. */
const matters = sql`not (coalesce(${events.payload}->'changed', '[]') <@ '["details"]'::jsonb
  and ${events.payload} ? 'changed')`;

/**
 * Until when somebody with these sessions is not told yet, because more news of theirs is on its way; null when it
 * is quiet. A moment in the past means that it is being handled just now.
 */
export async function noisyUntil(tx: Database, sessionIds: string[]): Promise<IsoInstant | null> {
  if (sessionIds.length === 0) return null;
  const [last] = await tx
    .select({ dueAt: events.dueAt })
    .from(events)
    .where(and(toCome, eq(events.kind, "session.changed"), inArray(events.subject, sessionIds), matters))
    .orderBy(desc(events.dueAt))
    .limit(1);
  return last?.dueAt ?? null;
}

/** Whether a decision about a festival of these sessions is on its way to everybody, and so to this person. */
export async function isAnnouncementComing(
  tx: Database,
  { personId, sessionIds }: { personId: string; sessionIds: string[] },
): Promise<boolean> {
  const festivals = tx
    .select({ id: sessions.festivalId })
    .from(sessions)
    .where(inArray(sessions.id, sessionIds));
  const concerns = sql`(${events.kind} = 'festival.announced'
    or ${events.kind} = 'festival.told' and ${events.payload}->>'personId' = ${personId})`;
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(toCome, inArray(events.subject, festivals), concerns))
    .limit(1);
  return sessionIds.length > 0 && rows.length > 0;
}

/**
 * Whether a later event of the same person waits its turn and nobody has taken it up: it will tell this too. One
 * that is being handled may have looked before this came, so it does not count.
 */
export async function isToldLater(tx: Database, event: { id: number; subject: string }): Promise<boolean> {
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(toCome, eq(events.kind, "person.news"), eq(events.subject, event.subject), gt(events.id, event.id)),
    )
    .limit(1)
    .for("update", { skipLocked: true });
  return rows.length > 0;
}

/** How long to wait for what comes then; what is being handled now tells by itself in a moment. */
export function waitFor(until: IsoInstant, now: Instant): { seconds: number } {
  const soon = plus(now, { minutes: 1 });
  if (isBefore(until, soon)) return { seconds: 60 };
  const milliseconds = Date.parse(until) - now.epochMilliseconds;
  return { seconds: Math.ceil(milliseconds / 1000) };
}

/** Whether a person is about to be told of everything at once. */
export async function isNewsComing(tx: Database, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(toCome, eq(events.kind, "person.news"), eq(events.subject, personId)))
    .limit(1);
  return rows.length > 0;
}
