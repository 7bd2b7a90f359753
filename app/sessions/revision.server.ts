import { and, eq, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rooms, sessions, venues } from "#db/schema/index.ts";
import type { IsoInstant } from "~/platform/time.ts";

/**
 * What tells in one query, without reading them, whether these sessions have changed: every visible change
 * raises SEQUENCE and `updated_at`; names of rooms and venues stand in rows of their own.
 */
export async function findRevision(
  db: Database,
  where: SQL,
  window?: { from: IsoInstant; until: IsoInstant },
): Promise<{ revision: string; lastModified: IsoInstant }> {
  const within = window
    ? and(where, gt(sessions.endsAt, window.from), lt(sessions.startsAt, window.until))
    : where;
  const used = db.select({ id: sessions.roomId }).from(sessions).where(within);
  const place = sql`concat_ws(chr(10), ${rooms.id}, ${rooms.name}, ${venues.name}, ${venues.address})`;
  const places = db
    .select({ digest: sql<string>`md5(string_agg(${place}, chr(10) order by ${rooms.id}))` })
    .from(rooms)
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(inArray(rooms.id, used));
  const [row] = await db
    .select({
      count: sql<string>`count(*)::text`,
      sequences: sql<string | null>`sum(${sessions.sequence})::text`,
      changed: sql<
        string | null
      >`to_char(max(${sessions.updatedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      places: sql<string | null>`(${places})`,
    })
    .from(sessions)
    .where(within);
  return {
    revision: Object.values(row ?? {}).join(" "),
    lastModified: row?.changed ?? "1970-01-01T00:00:00Z",
  };
}
