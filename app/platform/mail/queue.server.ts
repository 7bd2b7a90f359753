import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import type { Config } from "../config.ts";
import type { Ids } from "../ids.ts";
import { oneLine } from "../text.ts";
import type { Instant } from "../time.ts";
import { judgeMail, withFoot } from "./rule.ts";

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
  config: Pick<Config, "smtpUrl" | "publicUrl">;
  ids: Ids;
  now: Instant;
}

/**
 * Puts a mail into the queue, in the caller's transaction, unless its reader has refused mail of its sort. Without SMTP
 * it is kept for /outbox. Says which it was.
 */
export async function queueMail(
  tx: Database,
  given: NewMail,
  deps: QueueDeps,
): Promise<"queued" | "refused"> {
  const { config, ids, now } = deps;
  const verdict = await judgeMail(tx, given, deps);
  if (verdict === "refused") return "refused";
  const mail = withFoot(given, verdict);
  const [first, ...more] = mail.calendar ?? [];
  const row = {
    id: mail.id ?? ids.uuid(),
    kind: mail.kind,
    recipient: mail.to,
    recipientName: oneLine(mail.toName ?? ""),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    icalMethod: first?.method ?? null,
    ical: first?.ics ?? null,
    moreIcals: more.length > 0 ? more : null,
    unsubscribeUrl: verdict?.unsubscribeUrl ?? null,
    status: config.smtpUrl ? ("queued" as const) : ("kept" as const),
    createdAt: now.toString(),
    dueAt: now.toString(),
  };
  await tx.insert(mails).values(row).onConflictDoNothing({ target: mails.id });
  return "queued";
}
