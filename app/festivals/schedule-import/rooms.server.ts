import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalRooms, rooms, venues } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import { roomLabels } from "../room-labels.ts";
import type { ImportedProgramme } from "./programme.ts";

interface Owner {
  festivalId: string;
  organisationId: string;
  /** The building that rooms nobody knows yet are in. */
  venueName: string;
}

/**
 * The file's rooms by name: one the festival uses already, else one of the organisation's own, else a new one.
 * All of them take their place in the festival's grid.
 */
export async function ensureRooms(
  tx: Database,
  owner: Owner,
  wanted: ImportedProgramme["rooms"],
  ids: Ids,
): Promise<Map<string, string>> {
  const used = await roomsOfFestival(tx, owner.festivalId);
  const own = await roomsOfOrganisation(tx, owner);
  const found = new Map<string, string>();
  const added: (typeof rooms.$inferInsert)[] = [];
  const missing = wanted.filter(({ name }) => !used.has(name) && !own.has(name));
  const venueId = missing.length > 0 ? await ensureVenue(tx, owner, ids) : "";
  for (const { name, capacity } of wanted) {
    const known = used.get(name) ?? own.get(name);
    const id = known ?? ids.uuid();
    if (!known) added.push({ id, venueId, name, capacity, position: own.size + added.length });
    found.set(name, id);
  }
  if (added.length > 0) await tx.insert(rooms).values(added);
  const placed = new Set(used.values());
  await appendToGrid(
    tx,
    owner.festivalId,
    [...found.values()].filter((id) => !placed.has(id)),
  );
  return found;
}

async function roomsOfFestival(tx: Database, festivalId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: rooms.id, name: rooms.name, venueName: venues.name })
    .from(festivalRooms)
    .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(festivalRooms.festivalId, festivalId))
    .orderBy(asc(festivalRooms.position));
  // Also as our own files call them: two rooms of one name with their buildings.
  const labelled = [...roomLabels(rows)].map(([id, name]) => ({ id, name }));
  return byName([...rows, ...labelled]);
}

/** Where two buildings have a room of that name, the one in the venue of this name counts. */
async function roomsOfOrganisation(tx: Database, owner: Owner): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: rooms.id, name: rooms.name })
    .from(rooms)
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(venues.organisationId, owner.organisationId))
    .orderBy(
      sql`${venues.name} = ${owner.venueName} desc`,
      asc(venues.name),
      asc(rooms.position),
      asc(rooms.id),
    );
  return byName(rows);
}

/** The first of each name. */
function byName(rows: { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.reverse().map((room) => [room.name, room.id]));
}

async function ensureVenue(tx: Database, { organisationId, venueName }: Owner, ids: Ids): Promise<string> {
  const [known] = await tx
    .select({ id: venues.id })
    .from(venues)
    .where(and(eq(venues.organisationId, organisationId), eq(venues.name, venueName)))
    .orderBy(asc(venues.id));
  if (known) return known.id;
  const id = ids.uuid();
  await tx.insert(venues).values({ id, organisationId, name: venueName });
  return id;
}

async function appendToGrid(tx: Database, festivalId: string, roomIds: string[]): Promise<void> {
  if (roomIds.length === 0) return;
  const [last] = await tx
    .select({ position: sql<number>`coalesce(max(${festivalRooms.position}), -1)` })
    .from(festivalRooms)
    .where(eq(festivalRooms.festivalId, festivalId));
  const first = Number(last?.position ?? -1) + 1;
  await tx
    .insert(festivalRooms)
    .values(roomIds.map((roomId, index) => ({ festivalId, roomId, position: first + index })));
}
