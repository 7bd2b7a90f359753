import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisationLogos, organisations } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { judgeLogo, type LogoVerdict } from "./logo.ts";

export async function findLogo(db: Database, slug: string) {
  const [logo] = await db
    .select({ mediaType: organisationLogos.mediaType, content: organisationLogos.content })
    .from(organisationLogos)
    .innerJoin(organisations, eq(organisations.id, organisationLogos.organisationId))
    .where(eq(organisations.slug, slug));
  return logo ?? null;
}

/** Keeps a picture as the organisation's logo in place of an older one. */
export async function saveLogo(
  db: Database,
  organisationId: string,
  content: Uint8Array,
  now: Instant,
): Promise<LogoVerdict> {
  const verdict = judgeLogo(content);
  if (!verdict.ok) return verdict;
  const row = { mediaType: verdict.mediaType, content, updatedAt: now.toString() };
  await db
    .insert(organisationLogos)
    .values({ organisationId, ...row })
    .onConflictDoUpdate({ target: organisationLogos.organisationId, set: row });
  return verdict;
}

export async function removeLogo(db: Database, organisationId: string): Promise<void> {
  await db.delete(organisationLogos).where(eq(organisationLogos.organisationId, organisationId));
}
