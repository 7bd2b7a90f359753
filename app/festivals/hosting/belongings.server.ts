import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  draftSessions,
  festivalRooms,
  organisations,
  proposals,
  rooms,
  sessions,
  venues,
} from "#db/schema/index.ts";
import type { Draft } from "../draft.ts";
import { listDrafts } from "../drafts.server.ts";

export interface LentRoom {
  id: string;
  name: string;
  venueName: string;
  /** Whose sessions stand in it, and how many. */
  usedBy: { name: string; count: number }[];
}

/** What an organisation brings into a festival: its sessions, its rooms and who uses them, its colleagues' proposals. */
export interface Belongings {
  sessions: Draft[];
  rooms: LentRoom[];
  proposals: number;
}

export async function findBelongings(
  db: Database,
  festivalId: string,
  organisationId: string,
): Promise<Belongings> {
  const open = ["submitted", "accepted", "reserve", "confirmed"] as const;
  const own = and(
    eq(proposals.festivalId, festivalId),
    eq(proposals.organisationId, organisationId),
    inArray(proposals.status, open),
  );
  return {
    sessions: await listSessionsOf(db, festivalId, organisationId),
    rooms: await listLentRooms(db, festivalId, organisationId),
    proposals: await db.$count(proposals, own),
  };
}

/** Those that are not taken out, in order of time. */
export async function listSessionsOf(
  db: Database,
  festivalId: string,
  organisationId: string,
): Promise<Draft[]> {
  const drafts = await listDrafts(db, festivalId);
  return drafts.filter((draft) => draft.organisationId === organisationId && !draft.cancelled);
}

async function listLentRooms(db: Database, festivalId: string, organisationId: string): Promise<LentRoom[]> {
  const lent = await db
    .select({ id: rooms.id, name: rooms.name, venueName: venues.name })
    .from(festivalRooms)
    .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(and(eq(festivalRooms.festivalId, festivalId), eq(venues.organisationId, organisationId)))
    .orderBy(asc(festivalRooms.position), asc(rooms.name));
  const used = await db
    .select({
      roomId: draftSessions.roomId,
      name: organisations.name,
      count: sql<number>`count(*)::int`,
    })
    .from(draftSessions)
    .innerJoin(organisations, eq(organisations.id, draftSessions.organisationId))
    .where(and(eq(draftSessions.festivalId, festivalId), eq(draftSessions.cancelled, false)))
    .groupBy(draftSessions.roomId, organisations.name)
    .orderBy(asc(organisations.name));
  return lent.map((room) => ({
    ...room,
    usedBy: used.filter((use) => use.roomId === room.id).map(({ name, count }) => ({ name, count })),
  }));
}

/** Takes the rooms of an organisation out of a festival in which nothing stands, drafted or released. */
export async function removeIdleRooms(
  tx: Database,
  festivalId: string,
  organisationId: string,
): Promise<void> {
  const ofOrganisation = tx
    .select({ id: rooms.id })
    .from(rooms)
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(venues.organisationId, organisationId));
  const inDraft = tx
    .select({ id: draftSessions.roomId })
    .from(draftSessions)
    .where(
      and(
        eq(draftSessions.festivalId, festivalId),
        eq(draftSessions.cancelled, false),
        sql`${draftSessions.roomId} is not null`,
      ),
    );
  const inProgramme = tx
    .select({ id: sessions.roomId })
    .from(sessions)
    .where(
      and(
        eq(sessions.festivalId, festivalId),
        ne(sessions.status, "cancelled"),
        sql`${sessions.roomId} is not null`,
      ),
    );
  await tx
    .delete(festivalRooms)
    .where(
      and(
        eq(festivalRooms.festivalId, festivalId),
        inArray(festivalRooms.roomId, ofOrganisation),
        sql`${festivalRooms.roomId} not in (${inDraft})`,
        sql`${festivalRooms.roomId} not in (${inProgramme})`,
      ),
    );
}
