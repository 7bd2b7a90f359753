import { and, eq, isNull, lt } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, setupTokens } from "#db/schema/index.ts";
import type { Config } from "~/platform/config.ts";
import { hashSecret, type Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";

interface Deps {
  ids: Ids;
  now: Instant;
}

const linkLasts = { hours: 7 * 24 } as const;

/**
 * The one-time link to found the first organisation, made anew at each start of a process until the founder
 * has signed in; null from then on. Using one link uses up all of them.
 */
export async function ensureSetupLink(
  db: Database,
  { config, ids, now }: Deps & { config: Config },
): Promise<string | null> {
  if (await isFounded(db)) return null;
  const token = ids.secret();
  await db.transaction(async (tx) => {
    await tx.delete(setupTokens).where(lt(setupTokens.createdAt, now.subtract(linkLasts).toString()));
    await tx.insert(setupTokens).values({ tokenHash: hashSecret(token), createdAt: now.toString() });
  });
  return `${config.publicUrl}/setup/${token}`;
}

/** Somebody has signed in, so there is an admin who can do the rest. */
async function isFounded(db: Database): Promise<boolean> {
  const [someone] = await db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.emailVerified, true))
    .limit(1);
  return Boolean(someone);
}

export async function isSetupToken(db: Database, token: string): Promise<boolean> {
  const [row] = await db
    .select()
    .from(setupTokens)
    .where(and(eq(setupTokens.tokenHash, hashSecret(token)), isNull(setupTokens.usedAt)));
  return Boolean(row) && !(await isFounded(db));
}

export interface Founding {
  organisation: { name: string; slug: string; colour: string; language: string; timeZone: string };
  /** The first admin; the address is verified by the code that signs them in. */
  founder: { name: string; email: string };
}

/**
 * Founds the first organisation with its admin. The links are used up in the same transaction, so of two
 * tries one wins. A founder who never got the code starts again with the link of the next start: what they left
 * behind is filled in anew.
 */
export async function found(
  db: Database,
  token: string,
  { organisation, founder }: Founding,
  { ids, now }: Deps,
): Promise<{ ok: true } | { ok: false; reason: "used" }> {
  return db.transaction(async (tx) => {
    if (!(await useUp(tx, token, now)) || (await isFounded(tx)))
      return { ok: false, reason: "used" } as const;
    const organisationId = await putOrganisation(tx, organisation, { ids, now });
    await tx.delete(people).where(eq(people.organisationId, organisationId));
    await tx.insert(people).values({
      id: ids.uuid(),
      ...founder,
      emailVerified: false,
      organisationId,
      role: "admin",
      createdAt: new Date(now.epochMilliseconds),
      updatedAt: new Date(now.epochMilliseconds),
    });
    return { ok: true } as const;
  });
}

/** Uses up all open links if this is one of them; another that founds at the same time waits here and loses. */
async function useUp(tx: Database, token: string, now: Instant): Promise<boolean> {
  const open = await tx.select().from(setupTokens).where(isNull(setupTokens.usedAt)).for("update");
  if (!open.some(({ tokenHash }) => tokenHash === hashSecret(token))) return false;
  await tx.update(setupTokens).set({ usedAt: now.toString() }).where(isNull(setupTokens.usedAt));
  return true;
}

async function putOrganisation(
  tx: Database,
  facts: Founding["organisation"],
  { ids, now }: Deps,
): Promise<string> {
  const [present] = await tx.select({ id: organisations.id }).from(organisations).limit(1);
  if (present) {
    await tx.update(organisations).set(facts).where(eq(organisations.id, present.id));
    return present.id;
  }
  const id = ids.uuid();
  await tx.insert(organisations).values({ id, ...facts, createdAt: now.toString() });
  return id;
}
