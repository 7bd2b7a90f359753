import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people } from "#db/schema/index.ts";

/** The person of an address, so that a guest finds the lecture in their own agenda; null when there is none. */
export async function findGuestAccount(db: Database, email: string): Promise<string | null> {
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  return person?.id ?? null;
}
