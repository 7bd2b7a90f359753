import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { settings } from "#db/schema/index.ts";

/** The value an installation keeps under a key; the first to ask decides it, also among several processes. */
export async function settingOf(db: Database, key: string, first: () => string): Promise<string> {
  await db.insert(settings).values({ key, value: first() }).onConflictDoNothing();
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  if (!row) throw new Error(`setting ${key} vanished`);
  return row.value;
}
