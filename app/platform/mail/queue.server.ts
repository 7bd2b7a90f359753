import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import type { Config } from "../config.ts";
import type { Ids } from "../ids.ts";
import { oneLine } from "../text.ts";
import type { Instant } from "../time.ts";

export interface NewMail {
  /** What it is about, e.g. `login-code`; operators see it in the queue. */
  kind: string;
  /** A validated bare address, never a string to parse. */
  to: string;
  toName?: string;
  subject: string;
  text: string;
  html: string;
  calendar?: { method: "REQUEST" | "CANCEL"; ics: string };
}

export interface QueueDeps {
  config: Pick<Config, "smtpUrl">;
  ids: Ids;
  now: Instant;
}

/** Puts a mail into the queue, in the caller's transaction. Without SMTP it is kept for /outbox. */
export async function queueMail(
  tx: Database,
  mail: NewMail,
  { config, ids, now }: QueueDeps,
): Promise<string> {
  const id = ids.uuid();
  await tx.insert(mails).values({
    id,
    kind: mail.kind,
    recipient: mail.to,
    recipientName: oneLine(mail.toName ?? ""),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    icalMethod: mail.calendar?.method ?? null,
    ical: mail.calendar?.ics ?? null,
    status: config.smtpUrl ? "queued" : "kept",
    createdAt: now.toString(),
    dueAt: now.toString(),
  });
  return id;
}
