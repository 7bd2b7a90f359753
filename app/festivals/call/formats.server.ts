import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { formats } from "#db/schema/index.ts";
import type { Format } from "./proposal.ts";

/** What may be proposed, in the organisers' order. */
export async function listFormats(db: Database, festivalId: string): Promise<Format[]> {
  return db
    .select({
      id: formats.id,
      name: formats.name,
      kind: formats.kind,
      durationMinutes: formats.durationMinutes,
    })
    .from(formats)
    .where(eq(formats.festivalId, festivalId))
    .orderBy(asc(formats.position), asc(formats.name));
}
