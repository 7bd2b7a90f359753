import { desc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";

/** How many mails the page shows; older ones stay in the database. */
const shown = 200;

/** The mail that was kept instead of sent, newest first. */
export async function listOutbox(db: Database) {
  return db
    .select({
      id: mails.id,
      to: mails.recipient,
      subject: mails.subject,
      text: mails.text,
      html: mails.html,
      ical: mails.ical,
      icalMethod: mails.icalMethod,
      moreIcals: mails.moreIcals,
      createdAt: mails.createdAt,
      kind: mails.kind,
      unsubscribeUrl: mails.unsubscribeUrl,
    })
    .from(mails)
    .where(eq(mails.status, "kept"))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(shown);
}

export type OutboxMail = Awaited<ReturnType<typeof listOutbox>>[number];
