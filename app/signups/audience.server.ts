import { and, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { signups } from "#db/schema/index.ts";
import type { SignedUp } from "~/festivals/releases/audience.ts";

/** Who has a seat in these sessions or waits for one, cancelled sessions included: their sign-ups are kept. */
export async function listSignedUp(db: Database, sessionIds: string[]): Promise<SignedUp[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .select({ sessionId: signups.sessionId, personId: signups.personId, status: signups.status })
    .from(signups)
    .where(
      and(
        inArray(signups.sessionId, sessionIds),
        inArray(signups.status, ["confirmed", "offered", "waiting"]),
      ),
    );
  return rows.map(({ status, ...one }) => ({ ...one, part: status === "waiting" ? "waits" : "attends" }));
}
