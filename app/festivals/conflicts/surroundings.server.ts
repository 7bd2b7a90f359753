import { and, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  commitments,
  draftSessions,
  festivalRooms,
  rooms,
  sessions,
  speakerAbsences,
  venueDistances,
} from "#db/schema/index.ts";
import { instantOf, localOf } from "~/platform/time.ts";
import type { Festival } from "../festival.ts";
import { localAt, minutesOf } from "./spans.ts";
import { type Absence, pairKey, type Surroundings } from "./surroundings.ts";

type Edition = Pick<Festival, "id" | "startsOn" | "endsOn" | "timeZone" | "travelMinutes">;

/** What the sessions of a festival have to fit into, in six queries whatever its size. */
export async function findSurroundings(db: Database, festival: Edition): Promise<Surroundings> {
  const { id, startsOn, endsOn, travelMinutes } = festival;
  return {
    ...{ startsOn, endsOn, travelMinutes },
    rooms: await findRooms(db, id),
    distances: await findDistances(db, id),
    absences: [...(await findAbsences(db, id)), ...(await findBusyElsewhere(db, festival))],
    sharedAttendees: await findShared(db, id),
    wanted: await findWanted(db, id),
  };
}

/** Those of its grid, and any other that a session stands in. */
async function findRooms(db: Database, festivalId: string): Promise<Surroundings["rooms"]> {
  const chosen = db
    .select({ id: festivalRooms.roomId })
    .from(festivalRooms)
    .where(eq(festivalRooms.festivalId, festivalId));
  const taken = db
    .select({ id: draftSessions.roomId })
    .from(draftSessions)
    .where(eq(draftSessions.festivalId, festivalId));
  const found = await db
    .select()
    .from(rooms)
    .where(or(inArray(rooms.id, chosen), inArray(rooms.id, taken)));
  return Object.fromEntries(
    found.map(({ id, name, venueId, capacity, equipment }) => [id, { name, venueId, capacity, equipment }]),
  );
}

async function findDistances(db: Database, festivalId: string): Promise<Surroundings["distances"]> {
  const rows = await db.select().from(venueDistances).where(eq(venueDistances.festivalId, festivalId));
  return Object.fromEntries(
    rows.map(({ venueId, otherVenueId, minutes }) => [pairKey(venueId, otherVenueId), minutes]),
  );
}

async function findAbsences(db: Database, festivalId: string): Promise<Absence[]> {
  const { personId, startsLocal, endsLocal } = speakerAbsences;
  return db
    .select({ personId, startsLocal, endsLocal })
    .from(speakerAbsences)
    .where(eq(speakerAbsences.festivalId, festivalId))
    .orderBy(startsLocal, personId);
}

/** The people of ours who give something in the draft. */
const drafted = (festivalId: string) => sql`
  select d.id as session_id, (speaker ->> 'personId')::uuid as person_id
  from ${draftSessions} d cross join jsonb_array_elements(d.speakers) speaker
  where d.festival_id = ${festivalId} and not d.cancelled and speaker ->> 'personId' is not null`;

/** What speakers give or attend that is not of this festival, while it lasts. */
async function findBusyElsewhere(
  db: Database,
  { id, startsOn, endsOn, timeZone }: Edition,
): Promise<Absence[]> {
  const afterwards = localAt(minutesOf(endsOn) + 2 * 1440);
  const rows = await db
    .select({
      personId: commitments.personId,
      role: commitments.role,
      title: sessions.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
    })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .where(
      and(
        sql`${sessions.festivalId} is distinct from ${id}`,
        gt(sessions.endsAt, instantOf(`${startsOn}T00:00`, timeZone).toString()),
        lt(sessions.startsAt, instantOf(afterwards, timeZone).toString()),
        sql`${commitments.personId} in (select person_id from (${drafted(id)}) as speakers)`,
      ),
    )
    .orderBy(sessions.startsAt, commitments.personId);
  return rows.map(({ personId, role, title, startsAt, endsAt }) => ({
    personId,
    startsLocal: localOf(startsAt, timeZone),
    endsLocal: localOf(endsAt, timeZone),
    title: role === "gives" ? title : null,
  }));
}

/** A page carries no more pairs than these; those with most people come first. */
const mostPairs = 5000;

/** People with a seat in both of two sessions, or with a seat in one while they give the other. */
async function findShared(db: Database, festivalId: string): Promise<Surroundings["sharedAttendees"]> {
  const parts = sql`
    select c.session_id, c.person_id, false as gives
    from ${commitments} c join ${sessions} s on s.id = c.session_id
    where s.festival_id = ${festivalId} and c.role = 'attends'
    union all select session_id, person_id, true from (${drafted(festivalId)}) as given`;
  return db
    .select({
      sessionId: sql<string>`first_id`,
      otherId: sql<string>`second_id`,
      people: sql<number>`people::int`.mapWith(Number),
    })
    .from(
      sql`(
        with parts as (${parts})
        select a.session_id as first_id, b.session_id as second_id, count(distinct a.person_id) as people
        from parts a join parts b on b.person_id = a.person_id and a.session_id < b.session_id
        where not (a.gives and b.gives)
        group by a.session_id, b.session_id
      ) as pairs`,
    )
    .orderBy(sql`people desc, first_id, second_id`)
    .limit(mostPairs);
}

/** People who marked a session as a favourite or have a seat in it. */
async function findWanted(db: Database, festivalId: string): Promise<Surroundings["wanted"]> {
  const rows = await db
    .select({ id: sql<string>`session_id`, people: sql<number>`people`.mapWith(Number) })
    .from(
      sql`(
        select wished.session_id, count(*)::int as people
        from (
          select session_id, person_id from favourites
          union
          select session_id, person_id from commitments where role = 'attends'
        ) as wished
        join ${sessions} s on s.id = wished.session_id
        where s.festival_id = ${festivalId}
        group by wished.session_id
      ) as counted`,
    );
  return Object.fromEntries(rows.map(({ id, people }) => [id, people]));
}
