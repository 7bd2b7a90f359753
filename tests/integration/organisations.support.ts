import type { Database } from "#db/connect.ts";
import { listDomains } from "~/people/domains.server.ts";
import { findOrganisation } from "~/people/organisations.server.ts";

export async function findDomainsOf(db: Database, slug: string): Promise<string[]> {
  const organisation = await findOrganisation(db, slug);
  return organisation ? listDomains(db, organisation.id) : [];
}
