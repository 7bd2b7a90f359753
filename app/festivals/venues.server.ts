import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { draftSessions, festivalRooms, rooms, venues } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { noteRenamedPlace } from "~/sessions/places.server.ts";
import { mayChooseRooms, mayEditVenue, mayOrganiseFestival } from "./access.ts";
import { acceptedHosts, type Festival } from "./festival.ts";
import { lockFestival } from "./hosting/locks.server.ts";
import { arrangeRooms } from "./room-order.ts";

export interface Room {
  id: string;
  venueId: string;
  name: string;
  capacity: number | null;
  accessibility: string;
  equipment: string;
}

export interface Venue {
  id: string;
  organisationId: string;
  name: string;
  address: string;
  rooms: Room[];
}

/** The buildings of the hosts, with all their rooms. */
export async function listVenues(db: Database, festival: Festival): Promise<Venue[]> {
  const hosts = acceptedHosts(festival).map((host) => host.id);
  const found = await db
    .select()
    .from(venues)
    .where(inArray(venues.organisationId, hosts))
    .orderBy(asc(venues.name));
  const inside = await db
    .select()
    .from(rooms)
    .where(
      inArray(
        rooms.venueId,
        found.map((venue) => venue.id),
      ),
    )
    .orderBy(asc(rooms.position), asc(rooms.name));
  return found.map((venue) => ({
    ...venue,
    rooms: inside.filter((room) => room.venueId === venue.id).map(({ position: _, ...room }) => room),
  }));
}

export type FestivalRoom = Room & { venueName: string };

/** The rooms the festival uses, in the order of its grid. */
export async function listFestivalRooms(db: Database, festivalId: string): Promise<FestivalRoom[]> {
  return db
    .select({
      id: rooms.id,
      venueId: rooms.venueId,
      venueName: venues.name,
      name: rooms.name,
      capacity: rooms.capacity,
      accessibility: rooms.accessibility,
      equipment: rooms.equipment,
    })
    .from(festivalRooms)
    .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(festivalRooms.festivalId, festivalId))
    .orderBy(asc(festivalRooms.position), asc(rooms.name));
}

interface Deps {
  ids: Ids;
  now: Instant;
}

type Saved = { ok: true } | { ok: false; reason: "forbidden" };

export async function saveVenue(
  db: Database,
  viewer: Standing,
  { id, ...fields }: { id?: string; name: string; address: string },
  { ids, now }: Deps,
): Promise<Saved> {
  if (!id) {
    const own = { organisationId: viewer.organisationId ?? "" };
    if (!mayEditVenue(viewer, own)) return { ok: false, reason: "forbidden" };
    await db.insert(venues).values({ id: ids.uuid(), ...own, ...fields });
    return { ok: true };
  }
  const [venue] = await db.select().from(venues).where(eq(venues.id, id));
  if (!venue || !mayEditVenue(viewer, venue)) return { ok: false, reason: "forbidden" };
  await db.transaction(async (tx) => {
    await tx.update(venues).set(fields).where(eq(venues.id, id));
    const moved = venue.name !== fields.name || venue.address !== fields.address;
    if (moved) await noteRenamedPlace(tx, { venueId: id }, { now });
  });
  return { ok: true };
}

export type RoomFields = Omit<Room, "id"> & { id?: string };

/** A new room goes to the end of its building's list and into the festival it was made for. */
export async function saveRoom(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, venueId, ...fields }: RoomFields,
  { ids, now }: Deps,
): Promise<Saved> {
  const [venue] = await db.select().from(venues).where(eq(venues.id, venueId));
  if (!venue || !mayEditVenue(viewer, venue)) return { ok: false, reason: "forbidden" };
  if (id) {
    await changeRoom(db, { id, venueId, ...fields }, now);
    return { ok: true };
  }
  await db.transaction(async (tx) => {
    const roomId = ids.uuid();
    const last = sql<number>`(select count(*) from ${rooms} where ${rooms.venueId} = ${venueId})`;
    await tx.insert(rooms).values({ id: roomId, venueId, ...fields, position: last });
    if (mayOrganiseFestival(viewer, festival)) await addRoom(tx, festival.id, roomId);
  });
  return { ok: true };
}

async function changeRoom(db: Database, { id, venueId, ...fields }: Room, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const same = and(eq(rooms.id, id), eq(rooms.venueId, venueId));
    const [before] = await tx.select({ name: rooms.name }).from(rooms).where(same);
    await tx.update(rooms).set(fields).where(same);
    if (before && before.name !== fields.name) await noteRenamedPlace(tx, { roomId: id }, { now });
  });
}

/** A room that no session stands in can go; otherwise the sessions have to move first. */
export async function removeRoom(
  db: Database,
  viewer: Standing,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "in-use" }> {
  const [room] = await db
    .select({ organisationId: venues.organisationId })
    .from(rooms)
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(rooms.id, id));
  if (!room || !mayEditVenue(viewer, room)) return { ok: false, reason: "forbidden" };
  try {
    await db.transaction(async (tx) => {
      await tx.delete(festivalRooms).where(eq(festivalRooms.roomId, id));
      await tx.delete(rooms).where(eq(rooms.id, id));
    });
    return { ok: true };
  } catch (error) {
    if (constraintOf(error)?.endsWith("rooms_id_fk")) return { ok: false, reason: "in-use" };
    throw error;
  }
}

/**
 * Which rooms this festival uses and in which order: each host says so of its own, the lead of all. Rooms that are
 * not theirs to choose stay where they are, those of a host that has left among them.
 */
export async function chooseRooms(
  db: Database,
  viewer: Standing,
  festival: Festival,
  roomIds: string[],
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "in-use" }> {
  if (!mayOrganiseFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const mine = new Set(
    (await listVenues(db, festival))
      .filter((venue) => mayChooseRooms(viewer, festival, venue))
      .flatMap((venue) => venue.rooms.map((room) => room.id)),
  );
  const festivalId = festival.id;
  return db.transaction(async (tx) => {
    await lockFestival(tx, festivalId);
    const current = await tx
      .select({ id: festivalRooms.roomId })
      .from(festivalRooms)
      .where(eq(festivalRooms.festivalId, festivalId))
      .orderBy(asc(festivalRooms.position), asc(festivalRooms.roomId));
    const inOrder = arrangeRooms(
      current.map((room) => room.id),
      roomIds,
      (id) => mine.has(id),
    );
    const standing = await tx
      .selectDistinct({ roomId: draftSessions.roomId })
      .from(draftSessions)
      .where(and(eq(draftSessions.festivalId, festivalId), eq(draftSessions.cancelled, false)));
    if (standing.some(({ roomId }) => roomId && mine.has(roomId) && !inOrder.includes(roomId)))
      return { ok: false, reason: "in-use" } as const;
    await tx.delete(festivalRooms).where(eq(festivalRooms.festivalId, festivalId));
    if (inOrder.length > 0) {
      const rows = inOrder.map((roomId, position) => ({ festivalId, roomId, position }));
      await tx.insert(festivalRooms).values(rows);
    }
    return { ok: true } as const;
  });
}

async function addRoom(tx: Database, festivalId: string, roomId: string): Promise<void> {
  const last = sql<number>`(select coalesce(max(${festivalRooms.position}), -1) + 1 from ${festivalRooms}
    where ${festivalRooms.festivalId} = ${festivalId})`;
  await tx.insert(festivalRooms).values({ festivalId, roomId, position: last }).onConflictDoNothing();
}
