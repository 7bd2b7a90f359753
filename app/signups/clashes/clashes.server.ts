import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { placeOf, sessionPath } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { type Clash, clashesAmong } from "./clash.ts";

/** What of a person's overlaps and is not over, in order of time: two queries, one where there is nothing. */
export async function listClashes(db: Database, personId: string, now: Instant): Promise<Clash[]> {
  const rows = await db
    .select({ sessionId: commitments.sessionId, role: commitments.role })
    .from(commitments)
    .where(
      and(
        eq(commitments.personId, personId),
        sql`upper(${commitments.during}) > ${now.toString()}::timestamptz`,
        sql`exists (select 1 from ${commitments} other where other.person_id = ${commitments.personId}
          and other.session_id <> ${commitments.sessionId} and other.during && ${commitments.during})`,
      ),
    );
  if (rows.length === 0) return [];
  const gives = new Set(rows.flatMap(({ sessionId, role }) => (role === "gives" ? sessionId : [])));
  const sessions = await listSessions(db, { ids: rows.map(({ sessionId }) => sessionId) });
  return clashesAmong(
    sessions.map((session) => ({
      sessionId: session.id,
      title: session.title,
      language: session.language,
      path: sessionPath(session),
      place: placeOf(session),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      timeZone: session.timeZone,
      gives: gives.has(session.id),
    })),
  );
}
