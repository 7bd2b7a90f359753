import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mailedLinks } from "#db/schema/index.ts";
import { hashSecret, type Ids } from "./ids.ts";
import type { Instant } from "./time.ts";

export interface MailedLink {
  /** The id of what it is about. */
  subject: string;
  /** Who it was mailed to. */
  personId: string;
}

/** A secret for one purpose that stands for a login of one person; only its hash is kept. Ask for one each mail. */
export async function mintLink(
  tx: Database,
  { purpose, subject, personId }: MailedLink & { purpose: string },
  { ids, now }: { ids: Ids; now: Instant },
): Promise<string> {
  const token = ids.secret();
  const row = { tokenHash: hashSecret(token), purpose, subject, personId, createdAt: now.toString() };
  await tx.insert(mailedLinks).values(row);
  return token;
}

/** What a mailed secret opens; null when it was never one for this purpose. */
export async function findLink(db: Database, purpose: string, token: string): Promise<MailedLink | null> {
  const [found] = await db
    .select({ subject: mailedLinks.subject, personId: mailedLinks.personId })
    .from(mailedLinks)
    .where(and(eq(mailedLinks.tokenHash, hashSecret(token)), eq(mailedLinks.purpose, purpose)));
  return found ?? null;
}

/** The same where the secret itself tells which of several purposes it is for. */
export async function findLinkAmong<Purpose extends string>(
  db: Database,
  purposes: readonly Purpose[],
  token: string,
): Promise<(MailedLink & { purpose: Purpose }) | null> {
  const [found] = await db
    .select({
      subject: mailedLinks.subject,
      personId: mailedLinks.personId,
      purpose: mailedLinks.purpose,
    })
    .from(mailedLinks)
    .where(and(eq(mailedLinks.tokenHash, hashSecret(token)), inArray(mailedLinks.purpose, [...purposes])));
  const purpose = purposes.find((one) => one === found?.purpose);
  return found && purpose ? { ...found, purpose } : null;
}
