import { sql } from "drizzle-orm";
import { uuids } from "#db/arrays.ts";
import { type Database, rowsOf } from "#db/connect.ts";
import type { Told } from "./answers.ts";
import { idOf } from "./people.ts";

export interface Verdict {
  /** Seats beyond the capacity, or counted wrongly on the session. */
  oversold: number;
  /** Acknowledged, and not in the database. */
  lost: number;
  /** Told a seat, a queue or a place that the database does not have for them. */
  untruthful: number;
  /** Answered before another asked, and behind them all the same; or waiting in front of a seat. */
  outOfOrder: number;
  /** Without the one event, or the one stretch of time, that belongs to a sign-up of their kind. */
  notOnce: number;
  /** In the database, and never acknowledged: only after a death. */
  unheard: number;
}

interface Row {
  session_id: string;
  person_id: string;
  status: string;
  place: number;
  position: number;
  events: number;
  busy: number;
}

/** Compares every answer with the rows; nobody has given up a seat or a place meanwhile. */
export async function judge(db: Database, told: Told[], sessionIds: string[]): Promise<Verdict> {
  const signups = rowsOf<Row>(
    await db.execute(sql`
      select s.session_id, s.person_id, s.status, s.position::float8 as position,
        (row_number() over (partition by s.session_id, s.status order by s.position))::int as place,
        coalesce(e.many, 0)::int as events, (c.person_id is not null)::int as busy
      from signups s
      left join (select subject, payload->>'personId' as person, count(*) as many from events
        where kind = 'signup.changed' and subject = any(${uuids(sessionIds)}) group by 1, 2) e
        on e.subject = s.session_id and e.person = s.person_id::text
      left join commitments c on c.session_id = s.session_id and c.person_id = s.person_id
      where s.session_id = any(${uuids(sessionIds)})`),
  );
  const verdict = { oversold: 0, lost: 0, untruthful: 0, outOfOrder: 0, notOnce: 0, unheard: 0 };
  const found = new Map(signups.map((row) => [`${row.session_id} ${row.person_id}`, row]));
  const heard = new Set<Row>();
  const accepted: { row: Row; told: Told }[] = [];
  for (const one of told) {
    if (one.place === null) continue;
    const row = found.get(`${one.sessionId} ${idOf("person", one.person)}`);
    if (!row) verdict.lost += 1;
    else {
      const place = row.status === "waiting" ? row.place : row.status === "confirmed" ? 0 : -1;
      if (place !== one.place) verdict.untruthful += 1;
      heard.add(row);
      accepted.push({ row, told: one });
    }
  }
  for (const row of signups) {
    if (!heard.has(row)) verdict.unheard += 1;
    if (row.events !== 1 || row.busy !== (row.status === "confirmed" ? 1 : 0)) verdict.notOnce += 1;
  }
  verdict.outOfOrder = countPassed(accepted) + countSeatsBehindQueue(signups);
  verdict.oversold = await countOversold(db, sessionIds);
  return verdict;
}

/** Whoever was told before somebody else asked stands before them. */
function countPassed(accepted: { row: Row; told: Told }[]): number {
  let passed = 0;
  const earliestBehind = new Map<string, number>();
  for (const { row, told } of accepted.toSorted((a, b) => b.row.position - a.row.position)) {
    const behind = earliestBehind.get(row.session_id) ?? Number.POSITIVE_INFINITY;
    if (behind < told.sentAt) passed += 1;
    earliestBehind.set(row.session_id, Math.min(behind, told.toldAt));
  }
  return passed;
}

function countSeatsBehindQueue(rows: Row[]): number {
  const first = new Map<string, number>();
  for (const { session_id, status, position } of rows) {
    if (status === "waiting")
      first.set(session_id, Math.min(position, first.get(session_id) ?? Number.POSITIVE_INFINITY));
  }
  return rows.filter(
    (row) =>
      row.status === "confirmed" && row.position > (first.get(row.session_id) ?? Number.POSITIVE_INFINITY),
  ).length;
}

async function countOversold(db: Database, sessionIds: string[]): Promise<number> {
  const [row] = rowsOf<{ oversold: number }>(
    await db.execute(sql`
      select coalesce(sum(greatest(0, taken - coalesce(capacity, taken)) + abs(taken - seats_taken)), 0)::int as oversold
      from (select capacity, seats_taken, (select count(*)::int from signups x where x.session_id = sessions.id
        and x.status in ('confirmed', 'offered', 'attended')) as taken
        from sessions where id = any(${uuids(sessionIds)})) counted`),
  );
  return row?.oversold ?? -1;
}
