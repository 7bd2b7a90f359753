import { asc, sql } from "drizzle-orm";
import { uuids } from "#db/arrays.ts";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { BookSession } from "./facts.ts";

/**
 * Locks, in the order of their ids, the sessions of a change and all it can set in motion: a person in a queue who
 * gives up a seat elsewhere frees that seat, and the time it took, for which they may wait in further queues. `movers`
 * are people who may free time by the change itself.
 */
export async function lockReach(
  tx: Database,
  { sessionIds, movers }: { sessionIds: readonly string[]; movers: readonly string[] },
  now: Instant,
): Promise<BookSession[]> {
  const waits = sql`other.status in ('waiting', 'offered') and coming.starts_at > ${now.toString()}::timestamptz`;
  const reach = sql`(
    with recursive reach (id) as (
      (select id from unnest(${uuids(sessionIds)}) as start (id)
      union
      select other.session_id from ${signups} other join ${sessions} coming on coming.id = other.session_id
      where other.person_id = any(${uuids(movers)}) and ${waits})
      union
      select touched.id from reach
      join ${signups} mover on mover.session_id = reach.id
        and mover.status = 'waiting' and mover.gives_up_session_id is not null
      cross join lateral (
        select mover.gives_up_session_id as id
        union all
        select other.session_id from ${signups} other join ${sessions} coming on coming.id = other.session_id
        where other.person_id = mover.person_id and ${waits}
      ) touched
    )
    select id from reach)`;
  const rows = await tx
    .select({
      sessionId: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
      kind: sessions.kind,
      status: sessions.status,
      allDay: sessions.allDay,
      capacity: sessions.capacity,
      seatsTaken: sessions.seatsTaken,
      proposalId: sessions.proposalId,
    })
    .from(sessions)
    .where(sql`${sessions.id} in ${reach}`)
    .orderBy(asc(sessions.id))
    .for("update");
  return rows.map((row) => ({ ...row, guarantees: new Map() }));
}
