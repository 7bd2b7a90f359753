import { createHmac } from "node:crypto";
import type { Database } from "#db/connect.ts";
import { logins } from "#db/schema/index.ts";
import { testSecret } from "#tests/support/requests.ts";
import { listDomains } from "~/people/domains.server.ts";
import { findOrganisation } from "~/people/organisations.server.ts";

export async function findDomainsOf(db: Database, slug: string): Promise<string[]> {
  const organisation = await findOrganisation(db, slug);
  return organisation ? listDomains(db, organisation.id) : [];
}

/** A login of a person without the mail, and the cookie that carries it. */
export async function loginOf(db: Database, personId: string): Promise<string> {
  const token = crypto.randomUUID();
  const expiresAt = new Date("2999-01-01T00:00:00Z");
  await db.insert(logins).values({ id: crypto.randomUUID(), token, userId: personId, expiresAt });
  const signature = createHmac("sha256", testSecret).update(token).digest("base64");
  return `login=${encodeURIComponent(`${token}.${signature}`)}`;
}

export const pngBytes = (size = 64) => {
  const content = new Uint8Array(size);
  content.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return content;
};
