import { and, asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalRooms, festivals, rooms, venueDistances, venues } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { mayLeadFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import type { LevelFields } from "./level-form.ts";
import { differingLevels } from "./levels.ts";
import { pairKey } from "./surroundings.ts";

export interface Way {
  /** The two buildings, the smaller id first. */
  pair: string;
  from: string;
  to: string;
  /** Null where the festival's usual minutes hold. */
  minutes: number | null;
}

/** The ways between the buildings a festival uses. */
export async function listWays(db: Database, festivalId: string): Promise<Way[]> {
  const used = await db
    .selectDistinct({ id: venues.id, name: venues.name })
    .from(festivalRooms)
    .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
    .innerJoin(venues, eq(venues.id, rooms.venueId))
    .where(eq(festivalRooms.festivalId, festivalId))
    .orderBy(asc(venues.name), asc(venues.id));
  const known = await db.select().from(venueDistances).where(eq(venueDistances.festivalId, festivalId));
  const minutes = new Map(known.map((row) => [pairKey(row.venueId, row.otherVenueId), row.minutes]));
  return used.flatMap((one, index) =>
    used.slice(index + 1).map((other) => {
      const pair = pairKey(one.id, other.id);
      return { pair, from: one.name, to: other.name, minutes: minutes.get(pair) ?? null };
    }),
  );
}

/** What matters how much, and how long the ways are. Ways between buildings the festival does not use are left out. */
export async function changeLevels(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { levels, travelMinutes, distances }: LevelFields,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" }> {
  return db.transaction(async (tx) => {
    const locked = await lockFestival(tx, festival.id);
    if (!mayLeadFestival(viewer, locked)) return { ok: false, reason: "forbidden" } as const;
    await tx
      .update(festivals)
      .set({ conflictLevels: differingLevels(levels), travelMinutes })
      .where(eq(festivals.id, festival.id));
    const wanted = new Map(distances.map(({ pair, minutes }) => [pair, minutes]));
    for (const { pair } of await listWays(tx, festival.id)) {
      const [venueId = "", otherVenueId = ""] = pair.split(" ");
      const minutes = wanted.get(pair);
      const way = { festivalId: festival.id, venueId, otherVenueId };
      const same = and(
        eq(venueDistances.festivalId, festival.id),
        eq(venueDistances.venueId, venueId),
        eq(venueDistances.otherVenueId, otherVenueId),
      );
      await tx.delete(venueDistances).where(same);
      if (minutes !== undefined) await tx.insert(venueDistances).values({ ...way, minutes });
    }
    return { ok: true } as const;
  });
}
