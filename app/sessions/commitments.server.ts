import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { type Database, rowsOf } from "#db/connect.ts";
import { commitments, sessionSpeakers, sessions, signups } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import type { Session } from "./session.ts";

export type CommitmentRole = "gives" | "attends";

/** A session in question: the time it would take. */
export type Interval = Pick<Session, "id" | "startsAt" | "endsAt" | "allDay">;

export interface Clash {
  personId: string;
  sessionId: string;
  title: string;
  role: CommitmentRole;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
}

/** A person whose commitments overlap because a session was moved onto another. */
export interface MarkedClash {
  personId: string;
  sessionId: string;
}

const during = sql`tstzrange(${sessions.startsAt}, ${sessions.endsAt}, '[)')`;

/**
 * Takes a person's time for a session; an all-day session takes none. Repeating changes nothing.
 * Throws the violation of `commitments_no_clash` when the person has something else then.
 */
export async function commit(
  tx: Database,
  { personId, sessionId, role }: { personId: string; sessionId: string; role: CommitmentRole },
): Promise<void> {
  await tx.execute(sql`
    insert into ${commitments} (person_id, session_id, role, during)
    select ${personId}::uuid, ${sessions.id}, ${role}, ${during} from ${sessions}
    where ${sessions.id} = ${sessionId} and not ${sessions.allDay}
    on conflict (person_id, session_id) do nothing`);
}

/** Gives a person's time back; marks of what it clashed with go with it. */
export async function release(
  tx: Database,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<void> {
  await tx
    .delete(commitments)
    .where(and(eq(commitments.personId, personId), eq(commitments.sessionId, sessionId)));
  await clearMarks(tx, [personId]);
}

/** What else people give or attend while a session runs, in order of time. */
export async function findClashes(db: Database, personIds: string[], session: Interval): Promise<Clash[]> {
  if (session.allDay || personIds.length === 0) return [];
  return db
    .select({
      personId: commitments.personId,
      sessionId: sessions.id,
      title: sessions.title,
      role: commitments.role,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
    })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .where(
      and(
        inArray(commitments.personId, personIds),
        ne(commitments.sessionId, session.id),
        sql`${commitments.during} && tstzrange(${session.startsAt}::timestamptz, ${session.endsAt}::timestamptz, '[)')`,
      ),
    )
    .orderBy(sessions.startsAt, sessions.id);
}

/**
 * Brings commitments in step with the sessions' times and status, their speakers and their seats. Nobody is refused
 * here: what now overlaps is marked with `clash_since`, and returned, until the person chooses.
 */
export async function followSessions(
  tx: Database,
  sessionIds: string[],
  now: Instant,
): Promise<MarkedClash[]> {
  if (sessionIds.length === 0) return [];
  const concerned = rowsOf<{ person_id: string }>(
    await tx.execute(sql`
      with wanted as (
        select distinct on (who.session_id, who.person_id) who.person_id, who.session_id, who.role, ${during} as during
        from (
          select session_id, person_id, 'gives' as role from ${sessionSpeakers} where person_id is not null
          union all
          select session_id, person_id, 'attends' from ${signups} where status in ('confirmed', 'attended')
        ) who join ${sessions} on ${sessions.id} = who.session_id
        where ${inArray(sessions.id, sessionIds)} and ${sessions.status} <> 'cancelled' and not ${sessions.allDay}
        order by who.session_id, who.person_id, who.role desc
      ), gone as (
        delete from ${commitments} where ${inArray(commitments.sessionId, sessionIds)} and not exists (
          select 1 from wanted
          where wanted.person_id = ${commitments.personId} and wanted.session_id = ${commitments.sessionId})
        returning person_id
      ), placed as (
        insert into ${commitments} (person_id, session_id, role, during, clash_since)
        select person_id, session_id, role, during, ${now.toString()}::timestamptz from wanted
        on conflict (person_id, session_id) do update set role = excluded.role, during = excluded.during,
          clash_since = coalesce(${commitments.clashSince}, excluded.clash_since)
        where (${commitments.role}, ${commitments.during}) is distinct from (excluded.role, excluded.during)
        returning person_id
      )
      select person_id from gone union select person_id from placed`),
  );
  await clearMarks(
    tx,
    concerned.map((row) => row.person_id),
  );
  return tx
    .select({ personId: commitments.personId, sessionId: commitments.sessionId })
    .from(commitments)
    .where(and(inArray(commitments.sessionId, sessionIds), eq(commitments.clashSince, now.toString())))
    .orderBy(commitments.sessionId, commitments.personId);
}

/** Lets the constraint guard again what overlaps nothing any more. */
async function clearMarks(tx: Database, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .update(commitments)
    .set({ clashSince: null })
    .where(
      and(
        inArray(commitments.personId, personIds),
        sql`${commitments.clashSince} is not null`,
        sql`not exists (
          select 1 from ${commitments} other where other.person_id = ${commitments.personId}
          and other.session_id <> ${commitments.sessionId} and other.during && ${commitments.during})`,
      ),
    );
}
