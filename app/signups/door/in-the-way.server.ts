import { and, eq, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import type { Obstacle } from "../decide.ts";
import { findObstacles } from "../obstacles.server.ts";

/** What somebody has that stands in the way of a seat, a workshop they have already been to among it. */
export async function inTheWayOf(tx: Database, personId: string, sessionId: string): Promise<Obstacle[]> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session) return [];
  const found = (await findObstacles(tx, [personId], session)).get(personId) ?? [];
  if (session.proposalId === null) return found;
  const been = await tx
    .select({
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
        eq(signups.personId, personId),
        eq(signups.proposalId, session.proposalId),
        eq(signups.status, "attended"),
        ne(signups.sessionId, sessionId),
      ),
    );
  const before = been.map((one): Obstacle => ({ ...one, why: "same-workshop", mayGiveUp: false }));
  return [...before, ...found.filter((one) => !before.some((other) => other.sessionId === one.sessionId))];
}
