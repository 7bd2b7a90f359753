import { and, eq, gt, lt, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { commitments, rooms, sessions, venues } from "#db/schema/index.ts";
import { longestTravel } from "~/festivals/conflicts/surroundings.ts";
import { findWays } from "~/festivals/conflicts/ways.server.ts";
import { plus } from "~/platform/time.ts";
import { type Stop, type TravelWarning, travelWarnings } from "./travel.ts";

/** What of a person's own day lies too near before or after a session for the way between. */
export async function findTravelTo(db: Database, personId: string, session: Stop): Promise<TravelWarning[]> {
  const { festivalId, room, allDay } = session;
  if (!festivalId || !room || allDay) return [];
  const ways = await findWays(db, [festivalId]);
  const minutes = ways[festivalId] ? longestTravel(ways[festivalId]) : 0;
  if (minutes === 0) return [];
  const near = await db
    .select({
      id: sessions.id,
      title: sessions.title,
      festivalId: sessions.festivalId,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      allDay: sessions.allDay,
      room: { name: rooms.name, venueId: venues.id, venueName: venues.name },
    })
    .from(commitments)
    .innerJoin(sessions, eq(sessions.id, commitments.sessionId))
    .innerJoin(rooms, eq(rooms.id, sessions.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(
      and(
        eq(commitments.personId, personId),
        ne(sessions.id, session.id),
        eq(sessions.festivalId, festivalId),
        gt(sessions.endsAt, plus(session.startsAt, { minutes: -minutes })),
        lt(sessions.startsAt, plus(session.endsAt, { minutes })),
      ),
    );
  const stops = near.map(({ room: { name, venueId, venueName }, ...one }) => ({
    ...one,
    room: { name, venue: { id: venueId, name: venueName } },
  }));
  return travelWarnings([...stops, session], ways).filter(
    ({ from, to }) => from.sessionId === session.id || to.sessionId === session.id,
  );
}

/** The same for all of a person's sessions. */
export async function findTravelWithin(db: Database, stops: Stop[]): Promise<TravelWarning[]> {
  const festivalIds = [...new Set(stops.flatMap(({ festivalId }) => festivalId ?? []))];
  return travelWarnings(stops, await findWays(db, festivalIds));
}
