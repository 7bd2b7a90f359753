import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Transporter } from "nodemailer";
import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import type { Platform } from "../context.ts";
import { product } from "../product.ts";
import { type Instant, plus } from "../time.ts";
import { isReturned } from "./returned.ts";

export type MailRow = typeof mails.$inferSelect;

/** How many mails one sweep sends. */
export const mostASweep = 200;

const lease = { minutes: 5 } as const;
const retryAfter = [1, 5, 30, 120, 480].map((minutes) => ({ minutes }));

let transport: Promise<Transporter> | undefined;

function openTransport(smtpUrl: string): Promise<Transporter> {
  transport ??= import("nodemailer").then(({ default: nodemailer }) =>
    nodemailer.createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 3,
      disableFileAccess: true,
      disableUrlAccess: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as object),
  );
  return transport;
}

export async function closeTransport(): Promise<void> {
  const open = await transport;
  transport = undefined;
  open?.close();
}

/** What nodemailer is given for a row of the queue. The Message-ID is stable, so a repeated try is one mail. */
export function messageOf(mail: MailRow, config: Platform["config"], uidDomain: string) {
  return {
    messageId: `<${mail.id}@${uidDomain}>`,
    from: { name: product.name, address: config.mailFrom },
    to: { name: mail.recipientName, address: mail.recipient },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(mail.unsubscribeUrl) },
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: (mail.moreIcals ?? []).map(({ method, ics }, index) => ({
      filename: `invite-${index + 2}.ics`,
      content: ics,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
    icalEvent: mail.ical ? { method: mail.icalMethod ?? "REQUEST", content: mail.ical } : undefined,
  };
}

/** What a mail program makes its own "unsubscribe" button of (RFC 2369, RFC 8058). */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (!url) return {};
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/**
 * Sends the mail that is due. Each row is claimed by an update with a lease, sent outside any transaction and
 * then marked; a death between the two sends it again with the same Message-ID. Returns how many were sent.
 */
export async function sweepMail(
  platform: Pick<Platform, "db" | "config" | "uidDomain" | "log">,
  now: Instant,
) {
  const { db, config, log } = platform;
  if (!config.smtpUrl) return 0;
  let sent = 0;
  const due = await db
    .select({ id: mails.id })
    .from(mails)
    .where(and(inArray(mails.status, ["queued", "sending"]), lte(mails.dueAt, now.toString())))
    .orderBy(asc(mails.dueAt))
    .limit(mostASweep);
  for (const { id } of due) {
    const mail = await claim(db, id, now);
    if (!mail) continue;
    try {
      const open = await openTransport(config.smtpUrl);
      await open.sendMail(messageOf(mail, config, platform.uidDomain));
      await db.update(mails).set({ status: "sent", sentAt: now.toString() }).where(eq(mails.id, id));
      sent += 1;
    } catch (error) {
      log.warn({ err: error, mail: id }, "mail not sent");
      if (isReturned(error)) await markReturned(db, mail, error, now);
      else await putBack(db, mail, error, now);
    }
  }
  return sent;
}

async function claim(db: Database, id: string, now: Instant): Promise<MailRow | undefined> {
  const [mail] = await db
    .update(mails)
    .set({ status: "sending", dueAt: plus(now, lease) })
    .where(
      and(eq(mails.id, id), inArray(mails.status, ["queued", "sending"]), lte(mails.dueAt, now.toString())),
    )
    .returning();
  return mail;
}

/** Refused for good: trying again would be refused again, and makes servers take us for spammers. */
async function markReturned(db: Database, mail: MailRow, error: unknown, now: Instant): Promise<void> {
  await db
    .update(mails)
    .set({
      attempts: mail.attempts + 1,
      lastError: reasonOf(error),
      status: "failed",
      bouncedAt: now.toString(),
    })
    .where(eq(mails.id, mail.id));
}

const reasonOf = (error: unknown) => String(error).slice(0, 1000);

async function putBack(db: Database, mail: MailRow, error: unknown, now: Instant): Promise<void> {
  const attempts = mail.attempts + 1;
  const wait = retryAfter[attempts - 1];
  await db
    .update(mails)
    .set({
      attempts,
      lastError: reasonOf(error),
      status: wait ? "queued" : "failed",
      dueAt: plus(now, wait ?? { minutes: 0 }),
    })
    .where(eq(mails.id, mail.id));
}
