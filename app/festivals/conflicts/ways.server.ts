import { inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals, venueDistances } from "#db/schema/index.ts";
import { pairKey, type Ways } from "./surroundings.ts";

/** How long people walk between the buildings of these festivals, by festival id. */
export async function findWays(db: Database, festivalIds: string[]): Promise<Record<string, Ways>> {
  if (festivalIds.length === 0) return {};
  const editions = await db
    .select({ id: festivals.id, travelMinutes: festivals.travelMinutes })
    .from(festivals)
    .where(inArray(festivals.id, festivalIds));
  const rows = await db.select().from(venueDistances).where(inArray(venueDistances.festivalId, festivalIds));
  return Object.fromEntries(
    editions.map(({ id, travelMinutes }) => {
      const own = rows.filter(({ festivalId }) => festivalId === id);
      const distances = own.map((row) => [pairKey(row.venueId, row.otherVenueId), row.minutes] as const);
      return [id, { travelMinutes, distances: Object.fromEntries(distances) }];
    }),
  );
}
