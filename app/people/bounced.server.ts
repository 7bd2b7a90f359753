import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people } from "#db/schema/index.ts";
import { type Bounce, listBounces } from "~/platform/mail/bounces.server.ts";

/** What came back of the mail to one person; null while it gets through. */
export async function findBounce(db: Database, email: string): Promise<Bounce | null> {
  const [bounce] = await listBounces(db, [email]);
  return bounce ?? null;
}

export interface BouncedPerson extends Bounce {
  name: string;
}

/** Whom of an organisation no mail reaches at present, in two queries. */
export async function listBouncedPeople(db: Database, organisationId: string): Promise<BouncedPerson[]> {
  const members = await db
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id));
  const bounces = await listBounces(
    db,
    members.map(({ email }) => email),
  );
  return members.flatMap(({ name, email }) => {
    const bounce = bounces.find(({ address }) => address === email);
    return bounce ? [{ name, ...bounce }] : [];
  });
}
