import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts, festivals } from "#db/schema/index.ts";

type HostRow = typeof festivalHosts.$inferSelect;
type FestivalRow = typeof festivals.$inferSelect;

/**
 * The festival as it is now, locked: whatever its hosts decide waits for a release that is going on, and the other
 * way round. Hosts are locked after it.
 */
export async function lockFestival(tx: Database, festivalId: string): Promise<FestivalRow> {
  const [row] = await tx.select().from(festivals).where(eq(festivals.id, festivalId)).for("update");
  if (!row) throw new Error(`no festival ${festivalId}`);
  return row;
}

/** Null when the organisation was never asked. */
export async function lockHost(
  tx: Database,
  festivalId: string,
  organisationId: string,
): Promise<HostRow | null> {
  const [row] = await tx.select().from(festivalHosts).where(isHost(festivalId, organisationId)).for("update");
  return row ?? null;
}

export const isHost = (festivalId: string, organisationId: string) =>
  and(eq(festivalHosts.festivalId, festivalId), eq(festivalHosts.organisationId, organisationId));
