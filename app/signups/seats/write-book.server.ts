import { and, eq, sql } from "drizzle-orm";
import { rows, uuids } from "#db/arrays.ts";
import type { Database } from "#db/connect.ts";
import { commitments, sessions, signups } from "#db/schema/index.ts";
import { release } from "~/sessions/commitments.server.ts";
import { recordSignups } from "../events.server.ts";
import { LostRace } from "../transaction.server.ts";
import type { SeatBook } from "./book.ts";
import { type Entry, isSeated } from "./facts.ts";

/** Writes what an act changed, in the same few statements however many people it concerns. */
export async function writeBook(tx: Database, book: SeatBook): Promise<void> {
  const { entries, committed, released, sessions: changed, news } = book.changes();
  const now = book.now.toString();
  for (const one of released) await release(tx, one);
  const writes: Promise<unknown>[] = [];
  const locked = entries.filter((entry) => book.find(entry.sessionId));
  const beyond = entries.filter((entry) => !book.find(entry.sessionId));
  if (beyond.length > 0) await withdraw(tx, beyond, now);
  if (locked.length > 0) writes.push(writeSignups(tx, locked, now));
  if (committed.length > 0) {
    writes.push(
      tx.execute(sql`
        insert into ${commitments} (person_id, session_id, role, during)
        select given."personId", ${sessions.id}, 'attends', tstzrange(${sessions.startsAt}, ${sessions.endsAt}, '[)')
        from jsonb_to_recordset(${rows(committed)}) as given ("personId" uuid, "sessionId" uuid)
        join ${sessions} on ${sessions.id} = given."sessionId"
        where not ${sessions.allDay} and ${sessions.status} <> 'cancelled'
        on conflict (person_id, session_id) do nothing`),
    );
  }
  if (changed.length > 0) {
    writes.push(
      tx.execute(sql`
        update ${sessions} set seats_taken = given."seatsTaken", capacity = given.capacity
        from jsonb_to_recordset(${rows(changed)}) as given ("sessionId" uuid, "seatsTaken" int, capacity int)
        where ${sessions.id} = given."sessionId"`),
    );
  }
  writes.push(recordSignups(tx, news, book.now));
  await Promise.all(writes);
}

/** Places in queues of sessions that were not locked: still waiting there, or somebody was faster. */
async function withdraw(tx: Database, entries: Entry[], now: string): Promise<void> {
  const ids = entries.map((entry) => entry.id);
  const left = await tx
    .update(signups)
    .set({ status: "cancelled", givesUpSessionId: null, passedOverAt: null, updatedAt: now })
    .where(and(sql`${signups.id} = any(${uuids(ids)})`, eq(signups.status, "waiting")))
    .returning({ id: signups.id });
  if (left.length < ids.length) throw new LostRace("a place in another queue became a seat");
}

/** Seats given up are written before those taken: for a moment two of one workshop would be one too many. */
async function writeSignups(tx: Database, entries: Entry[], now: string): Promise<void> {
  const ordered = [...entries].sort(
    (a, b) => Number(isSeated(a)) - Number(isSeated(b)) || a.position - b.position,
  );
  const given = ordered.map((entry) => ({ ...entry, organisationId: entry.organisationId || null }));
  await tx.execute(sql`
    insert into ${signups} (id, session_id, person_id, organisation_id, status, position, offered_until,
      gives_up_session_id, passed_over_at, party_id, placed_by, reason, proposal_id, created_at, updated_at)
    select id, "sessionId", "personId", "organisationId", status, position, "offeredUntil",
      "givesUp", "passedOverAt", "partyId", "placedBy", reason, "proposalId", ${now}, ${now}
    from jsonb_to_recordset(${rows(given)}) as given (id uuid, "sessionId" uuid, "personId" uuid,
      "organisationId" uuid, status text, position bigint, "offeredUntil" timestamptz, "givesUp" uuid,
      "passedOverAt" timestamptz, "partyId" uuid, "placedBy" uuid, reason text, "proposalId" uuid)
    on conflict (session_id, person_id) do update set
      organisation_id = excluded.organisation_id, status = excluded.status, position = excluded.position,
      offered_until = excluded.offered_until, gives_up_session_id = excluded.gives_up_session_id,
      passed_over_at = excluded.passed_over_at, party_id = excluded.party_id, placed_by = excluded.placed_by,
      reason = excluded.reason, proposal_id = excluded.proposal_id, walk_in = false, arrived_at = null,
      updated_at = excluded.updated_at`);
}
