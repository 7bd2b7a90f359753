import { inArray, sql } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { organisations, series, seriesHosts } from "#db/schema/index.ts";
import { slugOf } from "~/platform/text.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import type { SeriesFields } from "./series-form.ts";

export interface NewSeries extends Omit<SeriesFields, "partners"> {
  slug?: string;
  leadOrganisationId: string;
  /** The other organisations whose people may join. */
  partners: readonly string[];
  createdBy: string | null;
}

export type CreateSeries =
  | { ok: true; id: string; slug: string }
  | { ok: false; reason: "slug-taken" | "slug-empty" };

/** Starts a series, with its first eight weeks of lectures still without a speaker. */
export async function createSeries(db: Database, given: NewSeries, deps: Deps): Promise<CreateSeries> {
  const { partners, slug: wanted, ...fields } = given;
  const slug = wanted || slugOf(given.name);
  if (slug === "" || slug === "new") return { ok: false, reason: "slug-empty" };
  const id = deps.ids.uuid();
  try {
    await db.transaction(async (tx) => {
      await tx
        .insert(series)
        .values({ ...fields, id, slug, seed: deps.ids.secret(), createdAt: deps.now.toString() });
      await addHosts(tx, id, [given.leadOrganisationId, ...partners]);
      await planSeries(tx, id, deps);
    });
  } catch (error) {
    if (constraintOf(error) === "series_slug_unique") return { ok: false, reason: "slug-taken" };
    throw error;
  }
  return { ok: true, id, slug };
}

/** Those of these organisations that there are; a form may name one that has gone. */
export async function addHosts(tx: Database, seriesId: string, wanted: readonly string[]): Promise<void> {
  const known = tx
    .select({ seriesId: sql<string>`${seriesId}::uuid`.as("series_id"), organisationId: organisations.id })
    .from(organisations)
    .where(inArray(organisations.id, [...wanted]));
  await tx.insert(seriesHosts).select(known);
}
