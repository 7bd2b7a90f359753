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
  /** Invites; the first is what mail programs show, the others are attached. */
  calendar?: { method: "REQUEST" | "CANCEL"; ics: string }[];
  /** Given where the same news must not be told twice: a second mail of this id is not queued. */
  id?: string;
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
  const id = mail.id ?? ids.uuid();
  const [first, ...more] = mail.calendar ?? [];
  const row = {
    id,
    kind: mail.kind,
    recipient: mail.to,
    recipientName: oneLine(mail.toName ?? ""),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    icalMethod: first?.method ?? null,
    ical: first?.ics ?? null,
    moreIcals: more.length > 0 ? more : null,
    status: config.smtpUrl ? ("queued" as const) : ("kept" as const),
    createdAt: now.toString(),
    dueAt: now.toString(),
  };
  await tx.insert(mails).values(row).onConflictDoNothing({ target: mails.id });
  return id;
}
