import { and, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import { findClashes, type Interval } from "~/sessions/commitments.server.ts";
import type { Obstacle } from "./decide.ts";

export type SessionInQuestion = Interval & { proposalId: string | null };

/** What people have that stands in the way of a seat in a session, each in order of time. */
export async function findObstacles(
  db: Database,
  personIds: string[],
  session: SessionInQuestion,
): Promise<Map<string, Obstacle[]>> {
  const found = new Map<string, Obstacle[]>(personIds.map((id) => [id, []]));
  if (personIds.length === 0) return found;
  for (const { personId, ...seat } of await sameWorkshop(db, personIds, session)) {
    found.get(personId)?.push({ ...seat, why: "same-workshop", mayGiveUp: true });
  }
  for (const { personId, role, ...busy } of await findClashes(db, personIds, session)) {
    const known = found.get(personId);
    if (known?.some((one) => one.sessionId === busy.sessionId)) continue;
    known?.push({ ...busy, why: "clash", mayGiveUp: role === "attends" });
  }
  return found;
}

/** Seats in another session of the same workshop; sign-ups of cancelled sessions carry no workshop. */
async function sameWorkshop(db: Database, personIds: string[], session: SessionInQuestion) {
  if (session.proposalId === null) return [];
  return db
    .select({
      personId: signups.personId,
      sessionId: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
    })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        inArray(signups.personId, personIds),
        eq(signups.proposalId, session.proposalId),
        inArray(signups.status, ["confirmed", "offered"]),
        ne(signups.sessionId, session.id),
      ),
    )
    .orderBy(sessions.startsAt, sessions.id);
}
