import { sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { lockSessions } from "~/sessions/sessions.server.ts";
import { LostRace } from "./transaction.server.ts";

/** Sessions under lock, with their seats as this transaction leaves them. */
export class LockedSessions {
  private readonly rows: Map<string, typeof sessions.$inferSelect>;

  constructor(rows: (typeof sessions.$inferSelect)[]) {
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  find(id: string) {
    return this.rows.get(id) ?? null;
  }

  /** A session that a change reaches and that was not within reach when the locks were taken means: start again. */
  require(id: string) {
    const row = this.find(id);
    if (!row) throw new LostRace(`session ${id} came within reach`);
    return row;
  }
}

/**
 * Locks, in the order of their ids, the sessions of a change and all it can set in motion: a person in a queue who
 * gives up a seat elsewhere frees that seat, and the time it took, for which they may wait in further queues.
 */
export async function lockReach(tx: Database, sessionIds: string[], now: Instant): Promise<LockedSessions> {
  const start = sql.join(
    sessionIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const reach = sql`(
    with recursive reach (id) as (
      select id from unnest(array[${start}]::uuid[]) as start (id)
      union
      select touched.id from reach
      join ${signups} mover on mover.session_id = reach.id
        and mover.status = 'waiting' and mover.gives_up_session_id is not null
      cross join lateral (
        select mover.gives_up_session_id as id
        union all
        select other.session_id from ${signups} other join ${sessions} coming on coming.id = other.session_id
        where other.person_id = mover.person_id and other.status = 'waiting'
          and coming.starts_at > ${now.toString()}::timestamptz
      ) touched
    )
    select id from reach)`;
  return new LockedSessions(await lockSessions(tx, reach));
}
