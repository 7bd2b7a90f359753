import { and, desc, eq, gt, inArray, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import type { Instant, IsoInstant } from "../time.ts";

/**
 * Writes down that a mail came back after it had left: the mail itself, or the last one sent to an address where
 * nothing else is known. What came back before keeps its date. Returns whether there was such a mail.
 */
export async function markBounced(
  db: Database,
  what: { mailId: string } | { address: string },
  { at, reason }: { at: Instant; reason: string },
): Promise<boolean> {
  const id = "mailId" in what ? what.mailId : await lastSentTo(db, what.address, at);
  if (id === null) return false;
  const marked = await db
    .update(mails)
    .set({ bouncedAt: at.toString(), lastError: reason.slice(0, 1000) })
    .where(and(eq(mails.id, id), isNull(mails.bouncedAt)))
    .returning({ id: mails.id });
  return marked.length > 0;
}

async function lastSentTo(db: Database, address: string, at: Instant): Promise<string | null> {
  const [last] = await db
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        eq(mails.recipient, address.toLowerCase()),
        isNotNull(mails.sentAt),
        sql`${mails.sentAt} <= ${at.toString()}`,
      ),
    )
    .orderBy(desc(mails.sentAt), desc(mails.id))
    .limit(1);
  return last?.id ?? null;
}

export interface Bounce {
  address: string;
  at: IsoInstant;
  /** In the words of the server that refused it. */
  reason: string;
}

/** Of these addresses, those whose last mail came back; one that was reached since is well again. */
export async function listBounces(db: Database, addresses: string[]): Promise<Bounce[]> {
  if (addresses.length === 0) return [];
  const later = alias(mails, "later");
  const reachedSince = db
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.recipient, mails.recipient),
        eq(later.status, "sent"),
        isNull(later.bouncedAt),
        gt(later.sentAt, mails.bouncedAt),
      ),
    );
  const rows = await db
    .selectDistinctOn([mails.recipient], {
      address: mails.recipient,
      at: mails.bouncedAt,
      reason: mails.lastError,
    })
    .from(mails)
    .where(and(isNotNull(mails.bouncedAt), inArray(mails.recipient, addresses), notExists(reachedSince)))
    .orderBy(mails.recipient, desc(mails.bouncedAt));
  return rows.map(({ address, at, reason }) => ({
    address,
    at: at ?? "",
    reason: plainReason(reason ?? ""),
  }));
}

/** The words of the server without the name of the error around them. */
export const plainReason = (text: string) => text.replace(/^Error: /, "");
