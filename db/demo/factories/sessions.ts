import type { Database } from "#db/connect.ts";
import { commitments, sessionSpeakers, sessions } from "#db/schema/index.ts";
import { spanOf } from "~/sessions/times.ts";
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
        return { ...spanOf({ allDay: false, ...wanted }), ...wanted };
      }),
    )
    .returning();
}

export async function makeSession(db: Database, given: GivenSession, making: Partial<Making> = {}) {
  return single(await makeSessions(db, [given], making));
}

/** Speakers of a session, each with the time it takes from them. */
export async function makeSpeakers(db: Database, session: SessionRow, speakers: Given<NewSpeaker, "name">[]) {
  return makeAllSpeakers(db, [{ session, speakers }]);
}

export async function makeAllSpeakers(
  db: Database,
  given: { session: SessionRow; speakers: Given<NewSpeaker, "name">[] }[],
) {
  const values = given.flatMap(({ session, speakers }) =>
    speakers.map((one, position) => ({ sessionId: session.id, position, ...one })),
  );
  if (values.length === 0) return [];
  const rows = await db.insert(sessionSpeakers).values(values).returning();
  await makeCommitments(
    db,
    given.flatMap(({ session, speakers }) =>
      speakers.flatMap(({ personId }) => (personId ? [{ session, personId, role: "gives" as const }] : [])),
    ),
  );
  return rows;
}

/** The time sessions take from people; nothing where they are all day or cancelled. */
export async function makeCommitments(
  db: Database,
  given: { session: SessionRow; personId: string; role: "gives" | "attends" }[],
) {
  const values = given
    .filter(({ session }) => !session.allDay && session.status !== "cancelled")
    .map(({ session, ...one }) => ({
      ...one,
      sessionId: session.id,
      during: `[${session.startsAt},${session.endsAt})`,
    }));
  if (values.length > 0) await db.insert(commitments).values(values);
}
