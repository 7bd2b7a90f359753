import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { events, sessions, signups } from "#db/schema/index.ts";
import { plus, Temporal } from "~/platform/time.ts";
import { release } from "~/sessions/commitments.server.ts";
import { applyCheckIns } from "~/signups/door/apply.server.ts";
import { markAbsent } from "~/signups/door/jobs.server.ts";
import { sequentialIds } from "./ids.ts";

type SessionRow = typeof sessions.$inferSelect;

/** In the order in which they got their seats: who said before that they would not come, and who just did not. */
const saidNo = 6;
const stayedAway = 3;

/** What was noted at the doors of workshops that are over: who came, who did not, and who came without a seat. */
export async function fillAttendance(db: Database, workshops: SessionRow[], by: string): Promise<void> {
  const ids = sequentialIds("d0040700");
  for (const session of workshops) {
    const seated = await withStatus(db, session.id, "confirmed");
    const waiting = await withStatus(db, session.id, "waiting");
    const arrivals = seated.filter((_, i) => i !== saidNo && i !== stayedAway);
    if (seated[saidNo]) await sayNo(db, session, seated[saidNo].personId);
    for (const [i, { personId }] of arrivals.entries())
      await tell(db, session, { kind: "in", personId, minutes: i - 9 }, { ids, by });
    for (const { personId } of waiting.slice(0, 1))
      await tell(db, session, { kind: "walk-in", personId, minutes: 11 }, { ids, by });
    await markAbsent(db, Temporal.Instant.from(plus(session.endsAt, { hours: 1 })));
  }
  // Whoever gave up one seat for another at a door needs no mail about it now.
  const ofWorkshops = workshops.map(({ id }) => id);
  await db.delete(events).where(and(eq(events.kind, "signup.changed"), inArray(events.subject, ofWorkshops)));
}

async function withStatus(db: Database, sessionId: string, status: "confirmed" | "waiting") {
  return db
    .select({ personId: signups.personId })
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.status, status)))
    .orderBy(asc(signups.position));
}

async function sayNo(db: Database, { id, startsAt }: SessionRow, personId: string): Promise<void> {
  await db
    .update(signups)
    .set({ status: "not-coming", updatedAt: plus(startsAt, { hours: -2 }) })
    .where(and(eq(signups.sessionId, id), eq(signups.personId, personId)));
  await release(db, { personId, sessionId: id });
  await db
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} - 1` })
    .where(eq(sessions.id, id));
}

async function tell(
  db: Database,
  { id, festivalId, startsAt }: SessionRow,
  { minutes, ...what }: { kind: "in" | "walk-in"; personId: string; minutes: number },
  { ids, by }: { ids: ReturnType<typeof sequentialIds>; by: string },
): Promise<void> {
  const now = Temporal.Instant.from(plus(startsAt, { minutes }));
  const checkIn = { ...what, id: ids.uuid(), happenedAt: now.toString(), givesUp: true, anyway: false };
  const batch = { device: "a phone of the demo", now: now.toString(), checkIns: [checkIn] };
  const door = { festivalId: festivalId ?? "", sessionId: id, startsAt };
  await applyCheckIns(db, door, batch, { now, ids, secret: "", by });
}
