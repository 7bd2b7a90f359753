import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { draftSessions, organisations, rooms, sessions, tracks } from "#db/schema/index.ts";
import type { Draft } from "./draft.ts";

/** All drafts of a festival, or those with these ids, in order of time, those without one last; in one query. */
export async function listDrafts(db: Database, festivalId: string, ids?: string[]): Promise<Draft[]> {
  const among = ids && inArray(draftSessions.id, ids);
  return selectDrafts(db)
    .where(and(eq(draftSessions.festivalId, festivalId), among))
    .orderBy(asc(draftSessions.startsLocal), asc(draftSessions.title), asc(draftSessions.id));
}

/** The id may be anything that stands in an address. */
export async function findDraft(db: Database, festivalId: string, id: string): Promise<Draft | null> {
  const [draft] = await selectDrafts(db).where(
    and(eq(draftSessions.festivalId, festivalId), sql`${draftSessions.id}::text = ${id}`),
  );
  return draft ?? null;
}

/** Drafts with the names a page needs, to which a condition is added. */
export function selectDrafts(db: Database) {
  return db
    .select({
      id: draftSessions.id,
      organisationId: draftSessions.organisationId,
      organisation: { name: organisations.name, slug: organisations.slug, colour: organisations.colour },
      kind: draftSessions.kind,
      title: draftSessions.title,
      abstract: draftSessions.abstract,
      language: draftSessions.language,
      trackId: draftSessions.trackId,
      trackName: tracks.name,
      roomId: draftSessions.roomId,
      roomName: rooms.name,
      place: draftSessions.place,
      startsLocal: draftSessions.startsLocal,
      timeZone: draftSessions.timeZone,
      durationMinutes: draftSessions.durationMinutes,
      allDay: draftSessions.allDay,
      capacity: draftSessions.capacity,
      speakers: draftSessions.speakers,
      proposalId: draftSessions.proposalId,
      level: draftSessions.level,
      equipment: draftSessions.equipment,
      pinned: draftSessions.pinned,
      version: draftSessions.version,
      cancelled: draftSessions.cancelled,
      released: sql<boolean>`${sessions.id} is not null`,
      seatsTaken: sql<number>`coalesce(${sessions.seatsTaken}, 0)`,
    })
    .from(draftSessions)
    .innerJoin(organisations, eq(organisations.id, draftSessions.organisationId))
    .leftJoin(tracks, eq(tracks.id, draftSessions.trackId))
    .leftJoin(rooms, eq(rooms.id, draftSessions.roomId))
    .leftJoin(sessions, and(eq(sessions.id, draftSessions.id), ne(sessions.status, "cancelled")))
    .$dynamic();
}
