import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { addressRefusals, mailRefusals, people } from "#db/schema/index.ts";
import type { QueueDeps } from "~/platform/mail/queue.server.ts";
import { findLinkAmong, mintLink } from "~/platform/mailed-links.server.ts";
import type { MailReader } from "./refusals.server.ts";
import { type Refusable, refusable } from "./topics.ts";

const begins = { person: "unsubscribe", address: "unsubscribe-address" } as const;

/** A secret that stops one sort of mail for its reader, for as long as they have the mail it stands in. */
export function mintUnsubscribe(
  tx: Database,
  { is, id, topic }: MailReader & { topic: Refusable },
  deps: Pick<QueueDeps, "ids" | "now">,
): Promise<string> {
  return mintLink(tx, { purpose: `${begins[is]}:${topic}`, subject: id, personId: id }, deps);
}

export interface Unsubscribe extends MailReader {
  /** Null for an address without an account: it is not kept. */
  email: string | null;
  topic: Refusable;
  refused: boolean;
}

const openings = refusable.flatMap((topic) => [
  { topic, is: "person" as const, purpose: `${begins.person}:${topic}` },
  { topic, is: "address" as const, purpose: `${begins.address}:${topic}` },
]);

/** What the link of a mail is about; null when it was never one, or its reader's account is gone. */
export async function findUnsubscribe(db: Database, token: string): Promise<Unsubscribe | null> {
  const purposes = openings.map(({ purpose }) => purpose);
  const link = await findLinkAmong(db, purposes, token);
  const opening = openings.find(({ purpose }) => purpose === link?.purpose);
  if (!link || !opening) return null;
  const { is, topic } = opening;
  const id = link.personId;
  if (is === "address") {
    const both = and(eq(addressRefusals.addressId, id), eq(addressRefusals.topic, topic));
    return { is, id, topic, email: null, refused: (await db.$count(addressRefusals, both)) > 0 };
  }
  const [person] = await db
    .select({ email: people.email, refused: mailRefusals.topic })
    .from(people)
    .leftJoin(mailRefusals, and(eq(mailRefusals.personId, people.id), eq(mailRefusals.topic, topic)))
    .where(eq(people.id, id));
  return person ? { is, id, topic, email: person.email, refused: person.refused !== null } : null;
}
