import { and, eq, notInArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { addressRefusals, mailRefusals, people } from "#db/schema/index.ts";
import { uuidOf } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { type Refusable, refusable } from "./topics.ts";

/** Somebody with an account, or an address without one, known by an id made of it. */
export interface MailReader {
  is: "person" | "address";
  id: string;
}

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
  { is, id, topic, refuse }: MailReader & { topic: Refusable; refuse: boolean },
  now: Instant,
): Promise<void> {
  const refusedAt = now.toString();
  if (is === "person") {
    const both = and(eq(mailRefusals.personId, id), eq(mailRefusals.topic, topic));
    if (!refuse) await db.delete(mailRefusals).where(both);
    else await db.insert(mailRefusals).values({ personId: id, topic, refusedAt }).onConflictDoNothing();
    return;
  }
  const both = and(eq(addressRefusals.addressId, id), eq(addressRefusals.topic, topic));
  if (!refuse) await db.delete(addressRefusals).where(both);
  else await db.insert(addressRefusals).values({ addressId: id, topic, refusedAt }).onConflictDoNothing();
}

/** Who reads what is sent to an address, and whether they have refused a sort of it. */
export async function findMailReader(
  db: Database,
  address: string,
  topic: Refusable,
): Promise<MailReader & { refused: boolean }> {
  const email = address.toLowerCase();
  const [person] = await db
    .select({ id: people.id, refused: mailRefusals.topic })
    .from(people)
    .leftJoin(mailRefusals, and(eq(mailRefusals.personId, people.id), eq(mailRefusals.topic, topic)))
    .where(eq(people.email, email));
  if (person) return { is: "person", id: person.id, refused: person.refused !== null };
  const id = uuidOf(`mail address ${email}`);
  return { is: "address", id, refused: await hasAddressRefused(db, id, topic) };
}

async function hasAddressRefused(db: Database, id: string, topic: Refusable): Promise<boolean> {
  const both = and(eq(addressRefusals.addressId, id), eq(addressRefusals.topic, topic));
  return (await db.$count(addressRefusals, both)) > 0;
}
