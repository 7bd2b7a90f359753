import { and, eq, notInArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { mailRefusals, people } from "#db/schema/index.ts";
import type { QueueDeps } from "~/platform/mail/queue.server.ts";
import { findLinkAmong, mintLink } from "~/platform/mailed-links.server.ts";
import type { Instant } from "~/platform/time.ts";
import { type Refusable, refusable } from "./topics.ts";

/** The sorts of mail a person gets no more of. */
export async function listRefusals(db: Database, personId: string): Promise<Refusable[]> {
  const rows = await db
    .select({ topic: mailRefusals.topic })
    .from(mailRefusals)
    .where(eq(mailRefusals.personId, personId));
  return refusable.filter((topic) => rows.some((row) => row.topic === topic));
}

/** Writes down what a person wants from now on; what they refused before keeps its date. */
export async function changeRefusals(
  db: Database,
  personId: string,
  refused: readonly Refusable[],
  now: Instant,
): Promise<void> {
  await db.transaction(async (tx) => {
    const own = eq(mailRefusals.personId, personId);
    await tx
      .delete(mailRefusals)
      .where(refused.length > 0 ? and(own, notInArray(mailRefusals.topic, [...refused])) : own);
    const rows = refused.map((topic) => ({ personId, topic, refusedAt: now.toString() }));
    if (rows.length > 0) await tx.insert(mailRefusals).values(rows).onConflictDoNothing();
  });
}

/** Refuses one sort, or takes that back. Doing it twice changes nothing. */
export async function refuseTopic(
  db: Database,
  { personId, topic, refuse }: { personId: string; topic: Refusable; refuse: boolean },
  now: Instant,
): Promise<void> {
  if (refuse) {
    const row = { personId, topic, refusedAt: now.toString() };
    await db.insert(mailRefusals).values(row).onConflictDoNothing();
  } else {
    const both = and(eq(mailRefusals.personId, personId), eq(mailRefusals.topic, topic));
    await db.delete(mailRefusals).where(both);
  }
}

const purposeOf = (topic: Refusable) => `unsubscribe:${topic}` as const;

/** A secret that stops one sort of mail for one person, for as long as they have the mail it stands in. */
export function mintUnsubscribe(
  tx: Database,
  { personId, topic }: { personId: string; topic: Refusable },
  deps: Pick<QueueDeps, "ids" | "now">,
): Promise<string> {
  return mintLink(tx, { purpose: purposeOf(topic), subject: personId, personId }, deps);
}

export interface Unsubscribe {
  personId: string;
  email: string;
  topic: Refusable;
  refused: boolean;
}

/** What the link of a mail is about; null when it was never one, or its reader is gone. */
export async function findUnsubscribe(db: Database, token: string): Promise<Unsubscribe | null> {
  const link = await findLinkAmong(db, refusable.map(purposeOf), token);
  const topic = refusable.find((one) => link?.purpose === purposeOf(one));
  if (!link || !topic) return null;
  const [person] = await db
    .select({ email: people.email, refused: mailRefusals.topic })
    .from(people)
    .leftJoin(mailRefusals, and(eq(mailRefusals.personId, people.id), eq(mailRefusals.topic, topic)))
    .where(eq(people.id, link.personId));
  if (!person) return null;
  return { personId: link.personId, email: person.email, topic, refused: person.refused !== null };
}
