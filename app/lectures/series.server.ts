import { asc, eq, inArray, or, type SQL } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, series, seriesHosts, seriesPauses } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Series } from "./series.ts";

export async function findSeries(db: Database, slug: string): Promise<Series | null> {
  const [found] = await loadSeries(db, eq(series.slug, slug));
  return found ?? null;
}

export async function requireSeries(db: Database, id: string): Promise<Series> {
  const [found] = await loadSeries(db, eq(series.id, id));
  if (!found) throw new Error(`no series ${id}`);
  return found;
}

/** The series this viewer may see, by name, in three queries however many there are. */
export async function listSeries(db: Database, viewer: Standing | null): Promise<Series[]> {
  const hosted = viewer?.organisationId
    ? inArray(
        series.id,
        db
          .select({ id: seriesHosts.seriesId })
          .from(seriesHosts)
          .where(eq(seriesHosts.organisationId, viewer.organisationId)),
      )
    : undefined;
  return loadSeries(db, or(eq(series.visibility, "public"), hosted));
}

/** Every series there is, for jobs. */
export async function listSeriesIds(db: Database): Promise<string[]> {
  return (await db.select({ id: series.id }).from(series).orderBy(asc(series.id))).map(({ id }) => id);
}

/** Everything that writes turns of a series waits here for its turn. */
export async function lockSeries(tx: Database, id: string): Promise<void> {
  await tx.select({ id: series.id }).from(series).where(eq(series.id, id)).for("update");
}

async function loadSeries(db: Database, where: SQL | undefined): Promise<Series[]> {
  const rows = await db.select().from(series).where(where).orderBy(asc(series.name), asc(series.slug));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const hosts = await db
    .select({
      seriesId: seriesHosts.seriesId,
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      colour: organisations.colour,
    })
    .from(seriesHosts)
    .innerJoin(organisations, eq(organisations.id, seriesHosts.organisationId))
    .where(inArray(seriesHosts.seriesId, ids))
    .orderBy(asc(organisations.name));
  const pauses = await db
    .select()
    .from(seriesPauses)
    .where(inArray(seriesPauses.seriesId, ids))
    .orderBy(asc(seriesPauses.startsOn), asc(seriesPauses.id));
  return rows.map((row) => ({
    ...row,
    hosts: hosts
      .filter(({ seriesId }) => seriesId === row.id)
      .map(({ seriesId, ...host }) => host)
      .toSorted((a, b) => Number(b.id === row.leadOrganisationId) - Number(a.id === row.leadOrganisationId)),
    pauses: pauses.filter(({ seriesId }) => seriesId === row.id).map(({ seriesId, ...pause }) => pause),
  }));
}
