import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalRooms, festivals, organisations, rooms, venues } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { noteRenamedPlace } from "~/sessions/places.server.ts";
import { Cells } from "../cells.ts";
import type { Field } from "../fields.ts";
import { countLines, type Line } from "../line.ts";
import type { ImportOrder, Taken } from "../order.ts";

interface Owner {
  organisationId: string;
  festival: { id: string; name: string };
}

/** Rooms of one's own organisation; those that are new are used by the festival at once. Writes nothing. */
export async function previewRooms(db: Database, owner: Owner, order: ImportOrder): Promise<Line[]> {
  return (await plan(db, owner, order)).map(({ line }) => line);
}

/** Takes them, all or nothing. */
export async function takeRooms(
  db: Database,
  owner: Owner,
  order: ImportOrder,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<Taken> {
  return db.transaction(async (tx) => {
    await tx
      .select({ id: festivals.id })
      .from(festivals)
      .where(eq(festivals.id, owner.festival.id))
      .for("update");
    const planned = await plan(tx, owner, order);
    const lines = planned.map(({ line }) => line);
    if (countLines(lines).left > 0 && !order.leaveOut) return { ok: false, lines };
    const venueIds = new Map<string, string>();
    for (const { line, wish } of planned) {
      if (line.outcome === "left") continue;
      const venueId =
        wish.venueId ?? venueIds.get(wish.building.toLowerCase()) ?? (await makeVenue(tx, owner, wish, ids));
      venueIds.set(wish.building.toLowerCase(), venueId);
      if (wish.venueId && wish.address !== undefined) {
        await tx.update(venues).set({ address: wish.address }).where(eq(venues.id, venueId));
        await noteRenamedPlace(tx, { venueId }, { now });
      }
      if (wish.roomId && Object.keys(wish.facts).length > 0)
        await tx.update(rooms).set(wish.facts).where(eq(rooms.id, wish.roomId));
      if (!wish.roomId) await makeRoom(tx, owner, { ...wish, venueId }, ids);
    }
    return { ok: true, lines };
  });
}

interface Wish {
  building: string;
  venueId: string | null;
  roomId: string | null;
  name: string;
  address: string | undefined;
  facts: { capacity?: number | null; accessibility?: string; equipment?: string };
}

async function makeVenue(tx: Database, { organisationId }: Owner, wish: Wish, ids: Ids): Promise<string> {
  const id = ids.uuid();
  await tx.insert(venues).values({ id, organisationId, name: wish.building, address: wish.address ?? "" });
  return id;
}

async function makeRoom(
  tx: Database,
  { festival }: Owner,
  { venueId, name, facts }: Wish & { venueId: string },
  ids: Ids,
): Promise<void> {
  const id = ids.uuid();
  const last = sql<number>`(select count(*) from ${rooms} where ${rooms.venueId} = ${venueId})`;
  await tx.insert(rooms).values({ id, venueId, name, ...facts, position: last });
  const place = sql<number>`(select coalesce(max(${festivalRooms.position}), -1) + 1 from ${festivalRooms}
    where ${festivalRooms.festivalId} = ${festival.id})`;
  await tx.insert(festivalRooms).values({ festivalId: festival.id, roomId: id, position: place });
}

async function plan(db: Database, { organisationId, festival }: Owner, { table, columns }: ImportOrder) {
  const buildings = await db
    .select()
    .from(venues)
    .where(eq(venues.organisationId, organisationId))
    .orderBy(asc(venues.name));
  const known = await db
    .select({
      id: rooms.id,
      venueId: rooms.venueId,
      name: rooms.name,
      capacity: rooms.capacity,
      accessibility: rooms.accessibility,
      equipment: rooms.equipment,
    })
    .from(rooms)
    .innerJoin(venues, and(eq(venues.id, rooms.venueId), eq(venues.organisationId, organisationId)));
  const [own] = await db.select().from(organisations).where(eq(organisations.id, organisationId));
  const seen = new Set<string>();
  return table.rows.map((row) => {
    const cells = new Cells(row, columns);
    const name = cells.line("name", 120) ?? "";
    if (name === "" && cells.problems.length === 0) cells.wrong("name", "missing");
    const host = cells.line("host", 200)?.toLowerCase();
    if (host && host !== own?.name.toLowerCase() && host !== own?.slug) cells.wrong("host", "notYourHost");
    const stated = cells.line("building", 120) ?? "";
    const [only, ...others] = buildings;
    if (stated === "" && others.length > 0) cells.wrong("building", "whichBuilding");
    const building = stated || (only?.name ?? festival.name);
    const venue = buildings.find((one) => one.name.toLowerCase() === building.toLowerCase());
    const before = known.find(
      (room) => room.venueId === venue?.id && room.name.toLowerCase() === name.toLowerCase(),
    );
    const key = `${building}\n${name}`.toLowerCase();
    if (seen.has(key)) cells.wrong("name", "duplicate");
    seen.add(key);
    const facts = factsIn(cells);
    const address = addressIn(cells, venue);
    const changes = changesIn(facts, before);
    if (address !== undefined) changes.push("address");
    const line: Line = {
      row: row.number,
      title: name || cells.text("name"),
      outcome: before ? (changes.length > 0 ? "changed" : "same") : "new",
      changes: before ? changes : [],
      problems: cells.problems,
      notes: venue ? [] : ["newBuilding"],
      shown: {
        building,
        capacity: String(facts.capacity ?? before?.capacity ?? ""),
        accessibility: facts.accessibility ?? before?.accessibility ?? "",
        equipment: facts.equipment ?? before?.equipment ?? "",
      },
    };
    if (cells.problems.length > 0) line.outcome = "left";
    const wish: Wish = {
      building,
      venueId: venue?.id ?? null,
      roomId: before?.id ?? null,
      name,
      address,
      facts,
    };
    return { line, wish };
  });
}

function factsIn(cells: Cells): Wish["facts"] {
  const capacity = cells.count("capacity", 100_000);
  const accessibility = cells.line("accessibility", 500);
  const equipment = cells.line("equipment", 500);
  return {
    ...(capacity === undefined ? {} : { capacity }),
    ...(accessibility === undefined ? {} : { accessibility }),
    ...(equipment === undefined ? {} : { equipment }),
  };
}

/** Only where it is said, and differs. */
function addressIn(cells: Cells, venue: { address: string } | undefined): string | undefined {
  const address = cells.line("address", 300);
  return address && address !== venue?.address ? address : undefined;
}

type Known = { capacity: number | null; accessibility: string; equipment: string };

function changesIn(facts: Wish["facts"], before: Known | undefined): Field[] {
  const fields = ["capacity", "accessibility", "equipment"] as const;
  return fields.filter((field) => before && facts[field] !== undefined && facts[field] !== before[field]);
}
