import { and, asc, eq, getTableColumns, gt, inArray, lt, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  festivals,
  organisations,
  rooms,
  series,
  sessionSpeakers,
  sessions,
  tracks,
  venues,
} from "#db/schema/index.ts";
import type { SessionStatus } from "#db/schema/sessions.ts";
import { isUuid } from "~/platform/ids.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { Session, Speaker } from "./session.ts";

export interface SessionFilter {
  ids?: string[];
  festivalId?: string;
  seriesId?: string;
  /** The host whose sessions they are. */
  organisationId?: string;
  /** With `organisationId`: the sessions of these series too, whoever leads them. */
  orSeriesIds?: string[];
  proposalId?: string;
  /** Given by this person. */
  speakerId?: string;
  /** Still going on or to come at this instant. */
  endsAfter?: IsoInstant;
  startsBefore?: IsoInstant;
  statuses?: SessionStatus[];
}

/** Null as well for a text that is no id. */
export async function findSession(db: Database, id: string): Promise<Session | null> {
  if (!isUuid(id)) return null;
  const [session] = await listSessions(db, { ids: [id] });
  return session ?? null;
}

/** Sessions in order of time, in two queries however many there are. */
export async function listSessions(db: Database, filter: SessionFilter): Promise<Session[]> {
  if (filter.ids?.length === 0) return [];
  const rows = await db
    .select({
      ...getTableColumns(sessions),
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        colour: organisations.colour,
      },
      track: { id: tracks.id, name: tracks.name, colour: tracks.colour },
      room: {
        id: rooms.id,
        name: rooms.name,
        accessibility: rooms.accessibility,
        equipment: rooms.equipment,
      },
      venue: { id: venues.id, name: venues.name, address: venues.address },
      festival: { slug: festivals.slug, name: festivals.name },
      series: { slug: series.slug, name: series.name },
    })
    .from(sessions)
    .innerJoin(organisations, eq(organisations.id, sessions.organisationId))
    .leftJoin(tracks, eq(tracks.id, sessions.trackId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .leftJoin(venues, eq(venues.id, rooms.venueId))
    .leftJoin(festivals, eq(festivals.id, sessions.festivalId))
    .leftJoin(series, eq(series.id, sessions.seriesId))
    .where(matching(filter))
    .orderBy(asc(sessions.startsAt), asc(sessions.number));
  const speakers = await speakersOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ room, venue, ...row }) => ({
    ...row,
    room: room && venue ? { ...room, venue } : null,
    speakers: speakers.get(row.id) ?? [],
  }));
}

function matching(filter: SessionFilter) {
  return and(
    filter.ids && inArray(sessions.id, filter.ids),
    filter.festivalId ? eq(sessions.festivalId, filter.festivalId) : undefined,
    filter.seriesId ? eq(sessions.seriesId, filter.seriesId) : undefined,
    filter.organisationId
      ? or(
          eq(sessions.organisationId, filter.organisationId),
          filter.orSeriesIds?.length ? inArray(sessions.seriesId, filter.orSeriesIds) : undefined,
        )
      : undefined,
    filter.proposalId ? eq(sessions.proposalId, filter.proposalId) : undefined,
    filter.endsAfter ? gt(sessions.endsAt, filter.endsAfter) : undefined,
    filter.startsBefore ? lt(sessions.startsAt, filter.startsBefore) : undefined,
    filter.statuses && inArray(sessions.status, filter.statuses),
    filter.speakerId
      ? sql`exists (select 1 from ${sessionSpeakers} where ${sessionSpeakers.sessionId} = ${sessions.id}
          and ${sessionSpeakers.personId} = ${filter.speakerId})`
      : undefined,
  );
}

async function speakersOf(db: Database, sessionIds: string[]): Promise<Map<string, Speaker[]>> {
  const bySession = new Map<string, Speaker[]>();
  if (sessionIds.length === 0) return bySession;
  const rows = await db
    .select()
    .from(sessionSpeakers)
    .where(inArray(sessionSpeakers.sessionId, sessionIds))
    .orderBy(asc(sessionSpeakers.sessionId), asc(sessionSpeakers.position));
  for (const { sessionId, personId, name } of rows) {
    bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), { personId, name }]);
  }
  return bySession;
}
