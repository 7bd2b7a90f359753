import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { events, turns } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { dateIn, type Instant, Temporal } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";
import { eveningAfter } from "./evening.ts";

/** To the speaker; with a person in the payload, to who asked. */
export type EveningNews = "turn.echoed" | "turn.question-answered";

/**
 * Sees to it that somebody is told in the evening, once, of what came in since they were told last. Locks the turn,
 * so what is told is written in the same transaction, at the same `now`.
 */
export async function tellTonight(
  tx: Database,
  { kind, lecture, personId }: { kind: EveningNews; lecture: Told; personId?: string },
  { now }: { now: Instant },
): Promise<void> {
  await lockTurn(tx, lecture);
  // A sweep that is at it holds the row: after the wait it is handled, and this is news again.
  const [last] = await tx
    .select({ handledAt: events.handledAt })
    .from(events)
    .where(
      and(
        eq(events.kind, kind),
        eq(events.subject, lecture.turnId),
        sql`${events.payload}->>'personId' is not distinct from ${personId ?? null}`,
      ),
    )
    .orderBy(desc(events.id))
    .limit(1)
    .for("update");
  if (last && !last.handledAt) return;
  const toldOn = last?.handledAt ? dateIn(Temporal.Instant.from(last.handledAt), lecture.timeZone) : null;
  await recordEvent(tx, {
    kind,
    subject: lecture.turnId,
    ...(personId ? { payload: { personId } } : {}),
    now,
    delay: now.until(eveningAfter(now, lecture.timeZone, toldOn)),
  });
}

type Told = Pick<Lecture, "turnId" | "timeZone">;

async function lockTurn(tx: Database, { turnId }: Pick<Told, "turnId">): Promise<void> {
  await tx.select({ id: turns.id }).from(turns).where(eq(turns.id, turnId)).for("no key update");
}
