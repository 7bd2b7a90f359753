import { asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations } from "#db/schema/index.ts";
import type { OrganisationFacts } from "./organisation-form.ts";

// Names in full: inside a subquery Drizzle would leave the outer table's name out.
const shown = {
  ...getTableColumns(organisations),
  people: sql<number>`(select count(*)::int from people p where p.organisation_id = organisations.id)`,
  hasLogo: sql<boolean>`exists (select from organisation_logos l where l.organisation_id = organisations.id)`,
};

export type Organisation = typeof organisations.$inferSelect & { people: number; hasLogo: boolean };

/** All organisations by name, each with the number of its people. */
export function listOrganisations(db: Database): Promise<Organisation[]> {
  return db.select(shown).from(organisations).orderBy(asc(organisations.name));
}

export async function findOrganisation(db: Database, slug: string): Promise<Organisation | null> {
  const [found] = await db.select(shown).from(organisations).where(eq(organisations.slug, slug));
  return found ?? null;
}

/** The organisation of a page, or 404. */
export async function requireOrganisation(db: Database, slug: string | undefined): Promise<Organisation> {
  const found = await findOrganisation(db, slug ?? "");
  if (!found) throw new Response("Not found", { status: 404 });
  return found;
}

export async function changeOrganisation(db: Database, id: string, facts: OrganisationFacts): Promise<void> {
  await db.update(organisations).set(facts).where(eq(organisations.id, id));
}
