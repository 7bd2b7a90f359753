import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalRooms, festivals, organisations, rooms, venues } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { mayEditSession } from "../access.ts";
import { findSurroundings } from "../conflicts/surroundings.server.ts";
import { diffProgrammes } from "../diff.ts";
import { listDrafts } from "../drafts.server.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { currentProgramme, programmeOf } from "../programmes.server.ts";
import { listTracks } from "../tracks.server.ts";
import { cardOf } from "./card.ts";
import { findDelta, findStacks } from "./changes.server.ts";
import type { News, TimetableData, TimetableRoom } from "./page.ts";

type Viewer = Standing & { personId: string };

/** Everything the timetable stands on. The revision is read first, so that nothing newer is taken for older. */
export async function findTimetable(
  db: Database,
  viewer: Viewer,
  festival: Festival,
): Promise<TimetableData> {
  const revision = await findRevision(db, festival.id);
  const drafts = await listDrafts(db, festival.id);
  const hosts = acceptedHosts(festival).filter((host) =>
    mayEditSession(viewer, festival, { organisationId: host.id }),
  );
  const { slug, startsOn, endsOn, timeZone, conflictLevels } = festival;
  return {
    me: viewer.personId,
    festival: { slug, startsOn, endsOn, timeZone, conflictLevels },
    revision,
    cards: drafts.map((draft) => cardOf(draft, mayEditSession(viewer, festival, draft))),
    rooms: await listTimetableRooms(db, festival.id),
    tracks: (await listTracks(db, festival.id)).map(({ id, name }) => ({ id, name })),
    hosts: hosts.map(({ id, name }) => ({ id, name })),
    surroundings: await findSurroundings(db, festival),
    waiting: diffProgrammes(await currentProgramme(db, festival.id), programmeOf(drafts, timeZone)).length,
    ...(await findStacks(db, viewer, festival.id)),
  };
}

/** The rooms of the grid, those of one building side by side, with the colour of whose building it is. */
async function listTimetableRooms(db: Database, festivalId: string): Promise<TimetableRoom[]> {
  const rows = await db
    .select({
      id: rooms.id,
      name: rooms.name,
      capacity: rooms.capacity,
      venueId: rooms.venueId,
      venueName: venues.name,
      hostName: organisations.name,
      colour: organisations.colour,
    })
    .from(festivalRooms)
    .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .innerJoin(organisations, eq(organisations.id, venues.organisationId))
    .where(eq(festivalRooms.festivalId, festivalId))
    .orderBy(asc(festivalRooms.position), asc(rooms.name));
  const venueOrder = [...new Set(rows.map((room) => room.venueId))];
  return rows.sort((a, b) => venueOrder.indexOf(a.venueId) - venueOrder.indexOf(b.venueId));
}

async function findRevision(db: Database, festivalId: string): Promise<number> {
  const where = eq(festivals.id, festivalId);
  const [row] = await db.select({ revision: festivals.draftRevision }).from(festivals).where(where);
  return row?.revision ?? 0;
}

/** The number of the revision alone when the page has it already; what became of the draft since when not. */
export async function findNews(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  { since, counted }: { since: number; counted: number },
): Promise<News> {
  const latest = await findRevision(db, festival.id);
  if (latest <= since && latest === counted) return { revision: latest };
  return db.transaction(
    async (transaction) => {
      const tx = transaction as unknown as Database;
      const revision = await findRevision(tx, festival.id);
      const drafts = await listDrafts(tx, festival.id);
      const programme = programmeOf(drafts, festival.timeZone);
      return {
        revision,
        ...(revision > since && { delta: await findDelta(tx, viewer, festival, { since, revision }) }),
        waiting: diffProgrammes(await currentProgramme(tx, festival.id), programme).length,
      };
    },
    { isolationLevel: "repeatable read" },
  );
}
