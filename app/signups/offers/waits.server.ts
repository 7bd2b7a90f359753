import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { Wait } from "./waits.ts";

/** What a person waits for or is offered, of sessions to come, in order of time. */
export async function listWaits(db: Database, personId: string, now: Instant): Promise<Wait[]> {
  const rows = await db
    .select({
      sessionId: sessions.id,
      title: sessions.title,
      status: signups.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      allDay: sessions.allDay,
      proposalId: sessions.proposalId,
    })
    .from(signups)
    .innerJoin(sessions, eq(sessions.id, signups.sessionId))
    .where(
      and(
        eq(signups.personId, personId),
        inArray(signups.status, ["waiting", "offered"]),
        gt(sessions.startsAt, now.toString()),
        ne(sessions.status, "cancelled"),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return rows.map(({ status, ...one }) => ({ ...one, status: status === "offered" ? status : "waiting" }));
}
