import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mailRefusals, mails, organisations, people } from "#db/schema/index.ts";
import type { Platform } from "~/platform/context.ts";
import { uuidOf } from "~/platform/ids.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import type { Instant } from "~/platform/time.ts";
import { type DigestFacts, isWorthTelling } from "./digest.ts";
import { type DigestHome, type DigestReader, renderDigest } from "./digest-mail.server.ts";
import { type DueDigest, digestOf, dueDigest } from "./due.ts";
import { type FindFestivals, findDigestFacts } from "./facts.server.ts";

const kind = "lecture-digest";
/** So many a run: the next one goes on where this one stopped. */
export const digestsARun = 200;

type Sending = Pick<Platform, "db" | "config" | "ids" | "log">;

/**
 * Queues the digests that are due, one a person and month. Who has had theirs is read from the queue itself, and the
 * mail's id is that of person and month, so that two workers at once send no second one. Returns how many were queued.
 */
export async function sendDigests(
  platform: Sending,
  now: Instant,
  findFestivals: FindFestivals,
): Promise<number> {
  const { db, log } = platform;
  let queued = 0;
  for (const home of await db.select().from(organisations).orderBy(asc(organisations.slug))) {
    const due = dueDigest(now, home.timeZone);
    if (!due || queued >= digestsARun) continue;
    const readers = await findWaiting(db, home.id, due, digestsARun - queued);
    if (readers.length === 0) continue;
    const facts = await findDigestFacts(db, home.id, due, { now, findFestivals });
    if (!isWorthTelling(facts)) continue;
    for (const reader of readers) {
      try {
        await queueDigest(platform, reader, home, { facts, due, now });
        queued += 1;
      } catch (error) {
        log.error({ err: error, person: reader.id }, "digest not queued");
      }
    }
  }
  return queued;
}

/** The digest of today for one person who asks for it; once a day. */
export async function sendDigestTo(
  platform: Sending,
  personId: string,
  now: Instant,
  findFestivals: FindFestivals,
): Promise<"sent" | "nothing"> {
  const { db } = platform;
  const [found] = await db
    .select({ reader: people, home: organisations })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.id, personId));
  if (!found) return "nothing";
  const { reader, home } = found;
  const due = digestOf(now, home.timeZone);
  const facts = await findDigestFacts(db, home.id, due, { now, findFestivals });
  if (!isWorthTelling(facts)) return "nothing";
  await queueDigest(platform, reader, home, { facts, due, now, asked: true });
  return "sent";
}

interface Given {
  facts: DigestFacts;
  due: DueDigest;
  now: Instant;
  asked?: boolean;
}

async function queueDigest(platform: Sending, reader: DigestReader, home: DigestHome, given: Given) {
  const { db, config, ids } = platform;
  const { due, facts, now, asked } = given;
  const { t, month, ...mail } = await renderDigest(reader, home, { facts, due, publicUrl: config.publicUrl });
  const what = asked ? `digest asked ${now.toString().slice(0, 10)}` : `digest ${due.month}`;
  await queueMail(
    db,
    {
      id: uuidOf(`${what} ${reader.id}`),
      // Looked for by its kind: one that was asked for does not stand in for that of the month.
      kind: asked ? "lecture-digest-asked" : kind,
      to: reader.email,
      toName: reader.name,
      subject: asked ? t("digest.now") : t("digest.subject", { month }),
      ...mail,
    },
    { config, ids, now },
  );
}

/** Colleagues who were here when it was due, want it and have not had it. */
function findWaiting(db: Database, organisationId: string, { dueAt }: DueDigest, limit: number) {
  const since = dueAt.toString();
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      timeZone: people.timeZone,
    })
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        eq(people.emailVerified, true),
        lte(people.createdAt, new Date(dueAt.epochMilliseconds)),
        sql`not exists (select from ${mailRefusals} where ${mailRefusals.personId} = ${people.id}
          and ${mailRefusals.topic} = 'digest')`,
        sql`not exists (select from ${mails} where ${mails.recipient} = ${people.email}
          and ${mails.kind} = ${kind} and ${mails.createdAt} >= ${since})`,
      ),
    )
    .orderBy(asc(people.id))
    .limit(limit);
}
