import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { events } from "#db/schema/index.ts";
import { quietPeriod, recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";

const kind = "festival.announced";

/** Tells everybody concerned, after the quiet time; a later decision is told instead of one that still waits. */
export async function announce(
  tx: Database,
  { festivalId, decisionId, now }: { festivalId: string; decisionId: number; now: Instant },
): Promise<void> {
  await recordEvent(tx, { kind, subject: festivalId, payload: { decisionId }, now, delay: quietPeriod });
}

/** Takes back what nobody was told of yet; false when it is too late for that. */
export async function takeBackAnnouncement(
  tx: Database,
  { festivalId, now }: { festivalId: string; now: Instant },
): Promise<boolean> {
  const waiting = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.kind, kind), eq(events.subject, festivalId), isNull(events.handledAt)))
    .for("update");
  for (const { id } of waiting)
    await tx.update(events).set({ handledAt: now.toString() }).where(eq(events.id, id));
  return waiting.length > 0;
}
