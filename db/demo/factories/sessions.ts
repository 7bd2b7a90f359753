import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments, sessionSpeakers, sessions } from "#db/schema/index.ts";
import { instantOf, plus } from "~/platform/time.ts";
import { type Given, type Making, nextNumber, single, withDefaults } from "../making.ts";

export type NewSession = typeof sessions.$inferInsert;
export type SessionRow = typeof sessions.$inferSelect;
export type NewSpeaker = typeof sessionSpeakers.$inferInsert;
export type GivenSession = Given<NewSession, "organisationId"> &
  (Given<NewSession, "festivalId"> | Given<NewSession, "seriesId">);

/** Confirmed workshops of an hour for twenty, of a festival or a series; the instants follow the wall-clock time. */
export async function makeSessions(db: Database, given: GivenSession[], making: Partial<Making> = {}) {
  const { ids, now } = withDefaults(making);
  return db
    .insert(sessions)
    .values(
      given.map((one) => {
        const wanted = {
          id: ids.uuid(),
          kind: one.seriesId ? ("lecture" as const) : ("workshop" as const),
          title: `Session ${nextNumber()}`,
          language: "en",
          startsLocal: "2027-01-11T10:00",
          timeZone: "Europe/Amsterdam",
          durationMinutes: one.seriesId ? 10 : 60,
          status: "confirmed" as const,
          capacity: one.seriesId ? null : 20,
          createdAt: now,
          updatedAt: now,
          ...one,
        };
        const startsAt = instantOf(wanted.startsLocal, wanted.timeZone).toString();
        const endsAt = plus(startsAt, { minutes: wanted.durationMinutes });
        return { startsAt, endsAt, ...wanted };
      }),
    )
    .returning();
}

export async function makeSession(db: Database, given: GivenSession, making: Partial<Making> = {}) {
  return single(await makeSessions(db, [given], making));
}

/** Speakers, each with the time the session takes from them. */
export async function makeSpeakers(db: Database, session: SessionRow, given: Given<NewSpeaker, "name">[]) {
  if (given.length === 0) return [];
  const rows = await db
    .insert(sessionSpeakers)
    .values(given.map((one, position) => ({ sessionId: session.id, position, ...one })))
    .returning();
  const gives = rows.flatMap((row) =>
    row.personId ? [{ personId: row.personId, role: "gives" as const }] : [],
  );
  await makeCommitments(db, session, gives);
  return rows;
}

/** The time a session takes from people; nothing while it is all day or cancelled. */
export async function makeCommitments(
  db: Database,
  session: SessionRow,
  given: { personId: string; role: "gives" | "attends" }[],
) {
  if (session.allDay || session.status === "cancelled" || given.length === 0) return;
  const during = `[${session.startsAt},${session.endsAt})`;
  await db.insert(commitments).values(given.map((one) => ({ sessionId: session.id, during, ...one })));
}

export async function sessionOf(db: Database, id: string): Promise<SessionRow> {
  return single(await db.select().from(sessions).where(eq(sessions.id, id)));
}
