import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { rows } from "#db/arrays.ts";
import type { Database } from "#db/connect.ts";
import { events } from "#db/schema/index.ts";
import type { Platform } from "./context.ts";
import { type Instant, plus, type Temporal } from "./time.ts";

export interface NewEvent {
  kind: string;
  /** The id of what the event is about. */
  subject: string;
  payload?: Record<string, unknown>;
  now: Instant;
  /** How long to wait before telling anyone, so that several changes become one message. */
  delay?: Temporal.DurationLike;
}

export type EventRow = typeof events.$inferSelect;

/** What a handler may use. It runs inside the sweep's transaction and only writes rows. */
export type HandlerDeps = Pick<Platform, "config" | "ids" | "uidDomain" | "log"> & { now: Instant };
export type EventHandler = (tx: Database, event: EventRow, deps: HandlerDeps) => Promise<void>;

/** Writes down, in the transaction of a change, that it happened. */
export async function recordEvent(tx: Database, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

export async function recordEvents(tx: Database, list: NewEvent[]): Promise<void> {
  if (list.length === 0) return;
  const written = new Map<Instant, string>();
  const given = list.map(({ kind, subject, payload = {}, now, delay }) => {
    const createdAt = written.get(now) ?? now.toString();
    written.set(now, createdAt);
    return { kind, subject, payload, createdAt, dueAt: delay ? plus(now, delay) : createdAt };
  });
  // One parameter for all rows: hundreds of sign-ups leave their events at the same moment.
  await tx.execute(sql`
    insert into ${events} (kind, subject, payload, created_at, due_at)
    select kind, subject, payload, "createdAt", "dueAt" from jsonb_to_recordset(${rows(given)})
      as given (kind text, subject uuid, payload jsonb, "createdAt" timestamptz, "dueAt" timestamptz)`);
}

/** Session changes are told after this much quiet; each further change of the same session starts it anew. */
export const quietPeriod = { minutes: 10 } as const;

const retryAfter = [1, 5, 30, 120, 720].map((minutes) => ({ minutes }));

/**
 * Handles the events that are due, oldest first, each in a transaction of its own, and those that arise from them;
 * a failure is kept on the row and tried again later. Several workers may sweep at once. Returns how many events
 * were handled.
 */
export async function sweepEvents(
  platform: Pick<Platform, "db" | "config" | "ids" | "uidDomain" | "log">,
  handlers: Record<string, EventHandler>,
  now: Instant,
): Promise<number> {
  let handled = 0;
  for (let more = 1; more > 0; handled += more) more = await sweepDue(platform, handlers, now);
  return handled;
}

async function sweepDue(
  platform: Pick<Platform, "db" | "config" | "ids" | "uidDomain" | "log">,
  handlers: Record<string, EventHandler>,
  now: Instant,
): Promise<number> {
  const { db, log } = platform;
  let handled = 0;
  const due = await db
    .select({ id: events.id })
    .from(events)
    .where(and(isNull(events.handledAt), lte(events.dueAt, now.toString())))
    .orderBy(asc(events.id))
    .limit(500);
  for (const { id } of due) {
    try {
      handled += await db.transaction((tx) =>
        handleOne(tx as unknown as Database, id, platform, handlers, now),
      );
    } catch (error) {
      log.error({ err: error, event: id }, "event failed");
      await postpone(db, id, error, now);
    }
  }
  return handled;
}

async function handleOne(
  tx: Database,
  id: number,
  platform: Pick<Platform, "config" | "ids" | "uidDomain" | "log">,
  handlers: Record<string, EventHandler>,
  now: Instant,
): Promise<number> {
  const [event] = await tx
    .select()
    .from(events)
    .where(and(eq(events.id, id), isNull(events.handledAt)))
    .for("update", { skipLocked: true });
  if (!event) return 0;
  if (!(await isStillNoisy(tx, event))) await handlers[event.kind]?.(tx, event, { ...platform, now });
  await tx.update(events).set({ handledAt: now.toString() }).where(eq(events.id, id));
  return 1;
}

/** Whether a delayed event has later news of the same thing behind it, which will tell this too. */
async function isStillNoisy(tx: Database, event: EventRow): Promise<boolean> {
  if (event.dueAt === event.createdAt) return false;
  const later = await tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.kind, event.kind),
        eq(events.subject, event.subject),
        // A retry of one person's news is not told by another person's.
        sql`${events.payload}->>'personId' is not distinct from ${event.payload.personId ?? null}`,
        isNull(events.handledAt),
        gt(events.id, event.id),
      ),
    )
    .limit(1);
  return later.length > 0;
}

async function postpone(db: Database, id: number, error: unknown, now: Instant): Promise<void> {
  const [row] = await db.select({ attempts: events.attempts }).from(events).where(eq(events.id, id));
  const attempts = (row?.attempts ?? 0) + 1;
  const wait = retryAfter[Math.min(attempts, retryAfter.length) - 1] ?? { minutes: 720 };
  await db
    .update(events)
    .set({ attempts, lastError: String(error).slice(0, 1000), dueAt: plus(now, wait) })
    .where(eq(events.id, id));
}
