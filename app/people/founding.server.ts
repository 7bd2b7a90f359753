import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisationDomains, organisations, people } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import { slugOf } from "~/platform/text.ts";
import type { Instant } from "~/platform/time.ts";
import { domainOf } from "./email.ts";
import type { OrganisationFacts } from "./organisation-form.ts";

export interface NewOrganisation {
  organisation: OrganisationFacts;
  /** Its first admin. Who reads mail at the address signs in with a code sent there, which verifies it. */
  founder: { name: string; email: string };
}

export type Founded =
  | { ok: true; organisationId: string; slug: string; personId: string }
  /** `elsewhere`: the address or its mail domain belongs to an organisation that is here. */
  | { ok: false; reason: "elsewhere" | "name-taken" };

/**
 * Founds an organisation with its admin, in the caller's transaction. Nobody founds one with an address whose mail
 * domain another owns, out of an organisation they are in, or under the name of one that is here.
 */
export async function foundOrganisation(
  tx: Database,
  { organisation, founder }: NewOrganisation,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<Founded> {
  // Foundings are rare and come one after the other: the two of one person, or under one name, see each other.
  await tx.execute(sql`select pg_advisory_xact_lock(7228)`);
  if ((await findOrganisationOfAddress(tx, founder.email)) !== null)
    return { ok: false, reason: "elsewhere" };
  const same = sql`lower(${organisations.name}) = lower(${organisation.name})`;
  if ((await tx.$count(organisations, same)) > 0) return { ok: false, reason: "name-taken" };
  const { id: organisationId, slug } = await insertOrganisation(tx, organisation, { ids, now });
  const at = new Date(now.epochMilliseconds);
  const [person] = await tx
    .insert(people)
    .values({
      id: ids.uuid(),
      ...founder,
      emailVerified: false,
      organisationId,
      role: "admin",
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({
      target: people.email,
      set: { name: founder.name, organisationId, role: "admin", updatedAt: at },
      setWhere: sql`${people.organisationId} is null`,
    })
    .returning({ id: people.id });
  if (!person) throw new Error("the founder joined another organisation meanwhile");
  return { ok: true, organisationId, slug, personId: person.id };
}

/** The organisation that an address belongs to: its person's, else the owner of its mail domain. */
export async function findOrganisationOfAddress(
  db: Database,
  email: string,
): Promise<{ id: string; name: string; slug: string } | null> {
  const shown = { id: organisations.id, name: organisations.name, slug: organisations.slug };
  const [own] = await db
    .select(shown)
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.email, email));
  return own ?? (await findOwnerOfDomain(db, email));
}

/** The organisation that owns the mail domain of an address. */
export async function findOwnerOfDomain(db: Database, email: string) {
  const [owner] = await db
    .select({ id: organisations.id, name: organisations.name, slug: organisations.slug })
    .from(organisationDomains)
    .innerJoin(organisations, eq(organisations.id, organisationDomains.organisationId))
    .where(eq(organisationDomains.domain, domainOf(email)));
  return owner ?? null;
}

async function insertOrganisation(
  tx: Database,
  facts: OrganisationFacts,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<{ id: string; slug: string }> {
  const id = ids.uuid();
  const base = slugOf(facts.name).slice(0, 50) || "organisation";
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    // One of the same address that is being founded at this moment is waited for, and the next address taken.
    const [row] = await tx
      .insert(organisations)
      .values({ id, slug, ...facts, createdAt: now.toString() })
      .onConflictDoNothing({ target: organisations.slug })
      .returning({ id: organisations.id });
    if (row) return { id, slug };
  }
}

/** Whether nobody else has joined and no mail domain lets anybody in. */
export async function isAloneHere(db: Database, organisationId: string): Promise<boolean> {
  const domains = await db.$count(
    organisationDomains,
    eq(organisationDomains.organisationId, organisationId),
  );
  return domains === 0 && (await db.$count(people, eq(people.organisationId, organisationId))) === 1;
}
