import { and, asc, desc, eq, gt, inArray, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, organisations, people, rosterMembers, series, sessions, turns } from "#db/schema/index.ts";
import type { Guest } from "#db/schema/lectures.ts";
import type { Standing } from "~/people/access.ts";
import { type Instant, type IsoDate, isDate } from "~/platform/time.ts";
import type { Lecture, LectureSpeaker } from "./lecture.ts";
import { listSeries } from "./series.server.ts";
import type { SeriesHost } from "./series.ts";

/** The lectures of these series that are not over, called-off ones included, in order of time. */
export async function listComing(
  db: Database,
  seriesIds: readonly string[],
  now: Instant,
): Promise<Lecture[]> {
  if (seriesIds.length === 0) return [];
  return readLectures(db, and(inArray(turns.seriesId, [...seriesIds]), gt(sessions.endsAt, now.toString())));
}

/** The lectures that were held last, latest first. */
export async function listPast(
  db: Database,
  seriesId: string,
  now: Instant,
  limit: number,
): Promise<Lecture[]> {
  return readLectures(
    db,
    and(eq(turns.seriesId, seriesId), lte(sessions.endsAt, now.toString()), eq(turns.status, "held")),
    { latestFirst: true, limit },
  );
}

/** The one that is on, was over less than an hour ago, or comes next; null when none is planned. */
export async function currentLecture(db: Database, seriesId: string, now: Instant): Promise<Lecture | null> {
  const [lecture] = await readLectures(
    db,
    and(
      eq(turns.seriesId, seriesId),
      gt(sessions.endsAt, now.subtract({ hours: 1 }).toString()),
      ne(turns.status, "cancelled"),
    ),
    { limit: 1 },
  );
  return lecture ?? null;
}

/** The latest that somebody gives or gave, begun by now and not over before `endedAfter`. */
export async function lastBegun(
  db: Database,
  seriesId: string,
  { now, endedAfter }: { now: Instant; endedAfter: Instant },
): Promise<Lecture | null> {
  const [lecture] = await readLectures(
    db,
    and(
      eq(turns.seriesId, seriesId),
      lte(sessions.startsAt, now.toString()),
      gt(sessions.endsAt, endedAfter.toString()),
      inArray(turns.status, ["confirmed", "held"]),
    ),
    { latestFirst: true, limit: 1 },
  );
  return lecture ?? null;
}

export async function findLecture(db: Database, seriesId: string, date: IsoDate): Promise<Lecture | null> {
  const [lecture] = await readLectures(db, and(eq(turns.seriesId, seriesId), eq(turns.heldOn, date)));
  return lecture ?? null;
}

export async function findLectureOfTurn(db: Database, turnId: string): Promise<Lecture | null> {
  const [lecture] = await readLectures(db, eq(turns.id, turnId));
  return lecture ?? null;
}

/** The date to which the lecture planned for this one was moved; null when none was, or it is no date. */
export async function findMovedDate(db: Database, seriesId: string, date: string): Promise<IsoDate | null> {
  if (!isDate(date)) return null;
  const [turn] = await db
    .select({ heldOn: turns.heldOn })
    .from(turns)
    .where(and(eq(turns.seriesId, seriesId), eq(turns.plannedOn, date), ne(turns.heldOn, date)));
  return turn?.heldOn ?? null;
}

/** The next lecture of any series this viewer may see; null when none is planned. */
export async function nextLecture(
  db: Database,
  viewer: Standing | null,
  now: Instant,
): Promise<Lecture | null> {
  const ids = (await listSeries(db, viewer)).map(({ id }) => id);
  if (ids.length === 0) return null;
  const [lecture] = await readLectures(
    db,
    and(inArray(turns.seriesId, ids), gt(sessions.endsAt, now.toString()), ne(turns.status, "cancelled")),
    { limit: 1 },
  );
  return lecture ?? null;
}

/** What a person is asked for, alone or as a stand-in, and has agreed to give, in order of time. */
export async function turnsOf(db: Database, personId: string, now: Instant): Promise<Lecture[]> {
  return readLectures(
    db,
    and(
      gt(sessions.endsAt, now.toString()),
      or(
        and(
          or(eq(rosterMembers.personId, personId), eq(sql`${turns.guest} ->> 'personId'`, personId)),
          inArray(turns.status, ["offered", "confirmed"]),
        ),
        inArray(turns.id, askedAsStandIn(db, personId)),
      ),
    ),
  );
}

function askedAsStandIn(db: Database, personId: string) {
  return db
    .select({ turnId: offers.turnId })
    .from(offers)
    .innerJoin(rosterMembers, eq(rosterMembers.id, offers.memberId))
    .where(and(eq(rosterMembers.personId, personId), eq(offers.status, "open"), eq(offers.kind, "stand-in")));
}

async function readLectures(
  db: Database,
  where: SQL | undefined,
  { latestFirst = false, limit = 100 } = {},
): Promise<Lecture[]> {
  const order = latestFirst ? desc : asc;
  const rows = await db
    .select({
      turnId: turns.id,
      sessionId: turns.sessionId,
      series: { id: series.id, slug: series.slug, name: series.name },
      date: turns.heldOn,
      status: turns.status,
      topic: turns.topic,
      place: sessions.place,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
      guest: turns.guest,
      personId: people.id,
      name: people.name,
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        colour: organisations.colour,
      },
    })
    .from(turns)
    .innerJoin(series, eq(series.id, turns.seriesId))
    .innerJoin(sessions, eq(sessions.id, turns.sessionId))
    .leftJoin(rosterMembers, eq(rosterMembers.id, turns.memberId))
    .leftJoin(people, eq(people.id, rosterMembers.personId))
    .leftJoin(
      organisations,
      eq(
        organisations.id,
        sql`coalesce((${turns.guest} ->> 'organisationId')::uuid, ${people.organisationId})`,
      ),
    )
    .where(where)
    .orderBy(order(sessions.startsAt), order(turns.id))
    .limit(limit);
  return rows.map(({ topic, guest, personId, name, organisation, ...row }) => {
    const isKnown = row.status === "confirmed" || row.status === "held";
    return {
      ...row,
      topic: isKnown ? topic : "",
      speaker: isKnown ? speakerOf({ guest, personId, name, organisation }) : null,
      isOpenFloor: isKnown && guest?.is === "open-floor",
    };
  });
}

function speakerOf(row: {
  guest: Guest | null;
  personId: string | null;
  name: string | null;
  organisation: SeriesHost | null;
}): LectureSpeaker | null {
  const { guest, personId, name, organisation } = row;
  if (guest?.is === "guest")
    return { personId: guest.personId, name: guest.name, organisation, isGuest: true };
  return personId && name ? { personId, name, organisation, isGuest: false } : null;
}
