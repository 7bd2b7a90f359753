import { and, desc, eq, gt } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { logins, organisations, people } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "~/platform/time.ts";
import { deviceOf } from "./device.ts";

export interface AccountFacts {
  name: string;
  language: string;
  timeZone: string;
}

export async function changeAccount(db: Database, personId: string, facts: AccountFacts, now: Instant) {
  await db
    .update(people)
    .set({ ...facts, updatedAt: new Date(now.epochMilliseconds) })
    .where(eq(people.id, personId));
}

export interface LoginRow {
  id: string;
  /** `Firefox, Android`; null when it cannot be told. */
  device: string | null;
  since: IsoInstant;
  /** The login that asks. */
  here: boolean;
}

/** A person's logins that still hold, newest first; `token` is that of the request. */
export async function listLogins(
  db: Database,
  personId: string,
  token: string | null,
  now: Instant,
): Promise<LoginRow[]> {
  const rows = await db
    .select()
    .from(logins)
    .where(and(eq(logins.userId, personId), gt(logins.expiresAt, new Date(now.epochMilliseconds))))
    .orderBy(desc(logins.createdAt), desc(logins.id));
  return rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.userAgent ?? ""),
    since: row.createdAt.toISOString(),
    here: row.token === token,
  }));
}

export async function findOwnOrganisation(db: Database, organisationId: string | null) {
  if (!organisationId) return null;
  const [own] = await db
    .select({ slug: organisations.slug, name: organisations.name, colour: organisations.colour })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return own ?? null;
}
