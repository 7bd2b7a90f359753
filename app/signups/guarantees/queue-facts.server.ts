import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { type Session, seatsLeft } from "~/sessions/session.ts";
import { explainPlace, type PlaceExplained } from "./explain.ts";
import { listKept } from "./kept.server.ts";
import { type Kept, reachOf } from "./kept.ts";

/** What seats that are kept for hosts mean for one person, or for anybody. */
export interface QueueFacts {
  kept: Kept | null;
  /** What their place depends on; null when they do not wait, or when only the place counts. */
  explained: PlaceExplained | null;
  /** Those they may take; null where everybody fits. */
  seatsLeft: number | null;
  /** How many wait who may take them too. */
  ahead: number;
}

/** The facts about one session, of which `waiting` people wait for a seat. */
export async function findQueueFacts(
  db: Database,
  { session, personId, waiting }: { session: Session; personId: string | null; waiting: number },
  now: Instant,
): Promise<QueueFacts> {
  const kept =
    session.capacity === null ? null : ((await listKept(db, [session.id], now))[session.id] ?? null);
  if (!kept || !personId) return { kept, explained: null, seatsLeft: seatsLeft(session), ahead: waiting };
  const [person] = await db
    .select({
      organisationId: people.organisationId,
      position: signups.position,
      status: signups.status,
      asked: signups.organisationId,
    })
    .from(people)
    .leftJoin(signups, and(eq(signups.personId, people.id), eq(signups.sessionId, session.id)))
    .where(eq(people.id, personId));
  const waits = person?.status === "waiting";
  const organisationId = (waits ? person.asked : person?.organisationId) ?? null;
  const waiters = await listWaiters(db, session.id, waits ? person.position : null);
  const place = 1 + waiters.reduce((sum, one) => sum + one.count, 0);
  return {
    kept,
    explained: waits
      ? explainPlace({ place, organisationId, kept, free: seatsLeft(session) ?? 0, ahead: waiters })
      : null,
    ...reachOf({ session, kept, organisationId, waiters }),
  };
}

/** Those who wait, by organisation; with a position only those before it. */
async function listWaiters(db: Database, sessionId: string, before: number | null) {
  return db
    .select({ organisationId: signups.organisationId, count: sql<number>`count(*)::int` })
    .from(signups)
    .where(
      and(
        eq(signups.sessionId, sessionId),
        eq(signups.status, "waiting"),
        before === null ? undefined : sql`${signups.position} < ${before}`,
      ),
    )
    .groupBy(signups.organisationId);
}
