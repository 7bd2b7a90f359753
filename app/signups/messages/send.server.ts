import { and, eq, inArray, lte, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { messageRecipients, messages, organisations, people } from "#db/schema/index.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import type { Platform } from "~/platform/context.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import type { Instant } from "~/platform/time.ts";
import { listSessions } from "~/sessions/find.server.ts";
import { listUnwritten } from "./audience.server.ts";
import { renderMessage } from "./message-mail.server.ts";
import { findMessageById } from "./messages.server.ts";
import { targetOf } from "./targets.ts";

/** So many people a transaction: what is lost with a process that dies is at most this much work. */
const batch = 50;
/** So many batches a message and sweep, so that other mail gets its turn. */
const batches = 20;

type SendDeps = Pick<Platform, "db" | "config" | "ids" | "log" | "nudge">;

/**
 * Sends the messages whose time has come, and goes on with those that were interrupted. Who gets one is found now, not
 * when it was written. Several workers may send the same message: each person is written down once, in the
 * transaction that queues their mail. Returns how many people were written down.
 */
export async function sendDueMessages(platform: SendDeps, now: Instant): Promise<number> {
  const { db, log } = platform;
  const due = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      or(
        eq(messages.status, "sending"),
        and(eq(messages.status, "outbox"), lte(messages.sendAt, now.toString())),
      ),
    )
    .orderBy(messages.sendAt, messages.id);
  let written = 0;
  for (const { id } of due) {
    try {
      written += await sendOne(platform, id, now);
    } catch (error) {
      log.error({ err: error, message: id }, "message not sent");
    }
  }
  return written;
}

async function sendOne(platform: SendDeps, id: string, now: Instant): Promise<number> {
  const { db, config } = platform;
  if (!(await claim(db, id, now))) return 0;
  const message = await findMessageById(db, id);
  const festival = message && (await findFestivalById(db, message.festivalId));
  if (!message || !festival) return 0;
  const target = targetOf(message.audience, festival, await listSessions(db, { festivalId: festival.id }));
  const mails = new Map<Locale, ReturnType<typeof renderMessage>>();
  const mailIn = (locale: Locale) => {
    const mail = mails.get(locale) ?? renderMessage({ message, festival, target }, locale, config);
    mails.set(locale, mail);
    return mail;
  };
  let written = 0;
  for (let round = 0; round < batches; round += 1) {
    const readers = await listReaders(db, await listUnwritten(db, id, batch), festival);
    if (readers.length === 0) {
      await finish(db, id, now);
      return written;
    }
    // Rendered before the transaction: a template is loaded from disk.
    for (const locale of new Set(readers.map((reader) => reader.locale))) await mailIn(locale);
    written += await db.transaction(async (tx) => {
      let count = 0;
      for (const reader of readers) {
        if (await write(tx, id, reader, await mailIn(reader.locale), { ...platform, now })) count += 1;
      }
      return count;
    });
  }
  platform.nudge();
  return written;
}

/** From here on it can be neither changed nor stopped. */
async function claim(db: Database, id: string, now: Instant): Promise<boolean> {
  const claimed = await db
    .update(messages)
    .set({ status: "sending" })
    .where(
      and(
        eq(messages.id, id),
        or(
          eq(messages.status, "sending"),
          and(eq(messages.status, "outbox"), lte(messages.sendAt, now.toString())),
        ),
      ),
    )
    .returning({ id: messages.id });
  return claimed.length > 0;
}

async function finish(db: Database, id: string, now: Instant): Promise<void> {
  await db
    .update(messages)
    .set({ status: "sent", sentAt: now.toString() })
    .where(and(eq(messages.id, id), eq(messages.status, "sending")));
}

interface Reader {
  id: string;
  name: string;
  email: string;
  locale: Locale;
}

async function listReaders(
  db: Database,
  ids: string[],
  festival: Pick<Festival, "language">,
): Promise<Reader[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      home: organisations.language,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(inArray(people.id, ids))
    // Two workers meet in the same order, so that neither waits for the other in a circle.
    .orderBy(people.id);
  return rows.map(({ language, home, ...reader }) => ({
    ...reader,
    locale: [language, home, festival.language].find(isLocale) ?? "en",
  }));
}

/** Writes a person down and queues their mail, unless somebody did so already. */
async function write(
  tx: Database,
  messageId: string,
  { id: personId, name, email }: Reader,
  mail: Awaited<ReturnType<typeof renderMessage>>,
  deps: Pick<Platform, "config" | "ids"> & { now: Instant },
): Promise<boolean> {
  const mailId = deps.ids.uuid();
  const queuedAt = deps.now.toString();
  const fresh = await tx
    .insert(messageRecipients)
    .values({ messageId, personId, mailId, queuedAt })
    .onConflictDoNothing()
    .returning({ personId: messageRecipients.personId });
  if (fresh.length === 0) return false;
  const verdict = await queueMail(
    tx,
    { kind: "message", id: mailId, to: email, toName: name, ...mail },
    deps,
  );
  if (verdict === "refused") {
    await tx
      .update(messageRecipients)
      .set({ mailId: null })
      .where(and(eq(messageRecipients.messageId, messageId), eq(messageRecipients.personId, personId)));
  }
  return true;
}
