import { and, asc, between, eq, gt, inArray, lt, ne, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { lectureThanks, people, rosterMembers, sessions, turns } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { type Instant, plus } from "~/platform/time.ts";
import { maySeeRoster } from "../access.ts";
import { listSeries } from "../series.server.ts";
import { type DigestFacts, isNews, type OpenFestival, type SeriesNews } from "./digest.ts";
import type { DueDigest } from "./due.ts";

/** The festivals of an organisation that are open for something; passed in by those who know festivals. */
export type FindFestivals = (db: Database, colleague: Standing, now: Instant) => Promise<OpenFestival[]>;

const ahead = { hours: 5 * 7 * 24 };

/** What there is to tell the colleagues of one organisation; the same for all of them. */
export async function findDigestFacts(
  db: Database,
  organisationId: string,
  { from, to }: Pick<DueDigest, "from" | "to">,
  { now, findFestivals }: { now: Instant; findFestivals: FindFestivals },
): Promise<DigestFacts> {
  const colleague: Standing = { organisationId, role: "member" };
  const hosted = (await listSeries(db, colleague)).filter((series) => maySeeRoster(colleague, series));
  const rows = await readTurns(db, hosted, { from, to }, now);
  const thanks = await db
    .select({ turnId: lectureThanks.turnId })
    .from(lectureThanks)
    .where(
      inArray(
        lectureThanks.turnId,
        rows.map(({ id }) => id),
      ),
    );
  const series = hosted.map(({ id, slug, name }): SeriesNews => {
    const own = rows.filter((row) => row.seriesId === id);
    const told = own.filter(({ status }) => status === "held");
    const ids = new Set(told.map((row) => row.id));
    return {
      slug,
      name,
      told: told.map((row) => ({ ...row, hasNotes: row.notes !== "", links: row.links.length })),
      thanks: thanks.filter(({ turnId }) => ids.has(turnId)).length,
      coming: own.filter(({ status }) => status === "confirmed"),
      openWeeks: own.filter(({ status }) => status === "open" || status === "offered").length,
    };
  });
  return { series: series.filter(isNews), festivals: await findFestivals(db, colleague, now) };
}

async function readTurns(
  db: Database,
  hosted: readonly { id: string }[],
  { from, to }: Pick<DueDigest, "from" | "to">,
  now: Instant,
) {
  const told = and(eq(turns.status, "held"), between(turns.heldOn, from, to));
  const coming = and(
    inArray(turns.status, ["open", "offered", "confirmed"]),
    gt(sessions.startsAt, now.toString()),
    lt(sessions.startsAt, plus(now, ahead)),
    ne(sessions.status, "cancelled"),
  );
  const rows = await db
    .select({
      id: turns.id,
      seriesId: turns.seriesId,
      date: turns.heldOn,
      status: turns.status,
      topic: turns.topic,
      guest: turns.guest,
      notes: turns.notes,
      links: turns.links,
      member: people.name,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
    })
    .from(turns)
    .innerJoin(sessions, eq(sessions.id, turns.sessionId))
    .leftJoin(rosterMembers, eq(rosterMembers.id, turns.memberId))
    .leftJoin(people, eq(people.id, rosterMembers.personId))
    .where(
      and(
        inArray(
          turns.seriesId,
          hosted.map(({ id }) => id),
        ),
        or(told, coming),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(turns.id));
  return rows.map(({ guest, member, ...row }) => ({
    ...row,
    speaker: guest?.is === "guest" ? guest.name : member,
    openFloor: guest?.is === "open-floor",
  }));
}
