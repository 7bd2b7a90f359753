import { sql } from "drizzle-orm";
import { uuids } from "#db/arrays.ts";
import { type Database, rowsOf } from "#db/connect.ts";
import { signups } from "#db/schema/index.ts";

export interface QueueHeads {
  personIds: string[];
  /** Up to which position the people of an organisation were read, where more of them wait, by session. */
  cut: Map<string, Map<string, number>>;
}

interface Head {
  session_id: string;
  organisation_id: string | null;
  person_id: string;
  position: number | string;
  place: number | string;
}

/**
 * Who is first in these queues, `depth` people of each organisation: where seats are kept for a host, its first may
 * stand far behind others. Those who wait together are read with each other.
 */
export async function queueHeads(
  tx: Database,
  sessionIds: readonly string[],
  depth: number,
): Promise<QueueHeads> {
  if (sessionIds.length === 0) return { personIds: [], cut: new Map() };
  const heads = rowsOf<Head>(
    await tx.execute(sql`
      select session_id, organisation_id, person_id, position, place from (
        select session_id, organisation_id, person_id, position, party_id,
          row_number() over (partition by session_id, organisation_id order by position) as place
        from ${signups} where session_id = any(${uuids(sessionIds)}) and status = 'waiting'
      ) waiting where place <= ${depth + 1} or party_id is not null`),
  );
  const personIds = new Set<string>();
  const cut = new Map<string, Map<string, number>>();
  for (const head of heads) {
    personIds.add(head.person_id);
    if (Number(head.place) !== depth + 1) continue;
    const ends = cut.get(head.session_id) ?? new Map<string, number>();
    ends.set(head.organisation_id ?? "", Number(head.position));
    cut.set(head.session_id, ends);
  }
  return { personIds: [...personIds], cut };
}
