import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisationDomains, people } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { domainOf } from "./email.ts";
import { isPublicMailDomain } from "./public-mail.ts";

export async function listDomains(db: Database, organisationId: string): Promise<string[]> {
  const rows = await db
    .select({ domain: organisationDomains.domain })
    .from(organisationDomains)
    .where(eq(organisationDomains.organisationId, organisationId))
    .orderBy(asc(organisationDomains.domain));
  return rows.map((row) => row.domain);
}

export type DomainRefusal = "not-verified-there" | "public" | "taken";
export type AddDomainAnswer = { ok: true } | { ok: false; reason: DomainRefusal };

/**
 * Gives an organisation the domain of the verified address of the person who asks, exactly as it stands there.
 * People with such an address who have no organisation yet belong to it from now on.
 */
export async function addDomain(
  db: Database,
  {
    organisationId,
    domain,
    verifiedEmail,
  }: { organisationId: string; domain: string; verifiedEmail: string },
  now: Instant,
): Promise<AddDomainAnswer> {
  if (domain !== domainOf(verifiedEmail)) return { ok: false, reason: "not-verified-there" };
  if (isPublicMailDomain(domain)) return { ok: false, reason: "public" };
  return db.transaction(async (tx) => {
    await tx
      .insert(organisationDomains)
      .values({ domain, organisationId, addedAt: now.toString() })
      .onConflictDoNothing();
    const [owner] = await tx.select().from(organisationDomains).where(eq(organisationDomains.domain, domain));
    if (owner?.organisationId !== organisationId) return { ok: false, reason: "taken" } as const;
    await tx
      .update(people)
      .set({ organisationId })
      .where(
        and(
          isNull(people.organisationId),
          eq(people.emailVerified, true),
          eq(sql`split_part(${people.email}, '@', 2)`, domain),
        ),
      );
    return { ok: true } as const;
  });
}

/** Whoever joined already stays. */
export async function removeDomain(db: Database, organisationId: string, domain: string): Promise<void> {
  await db
    .delete(organisationDomains)
    .where(
      and(eq(organisationDomains.organisationId, organisationId), eq(organisationDomains.domain, domain)),
    );
}
