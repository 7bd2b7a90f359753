import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { declinesBeforePause } from "./offer.ts";

/** Counts a refusal; true when it was the one too many. */
export async function countDecline(
  tx: Database,
  memberId: string,
  { now }: { now: Instant },
): Promise<boolean> {
  const [row] = await tx
    .update(rosterMembers)
    .set({ declinesInARow: sql`${rosterMembers.declinesInARow} + 1` })
    .where(eq(rosterMembers.id, memberId))
    .returning();
  if (!row || row.declinesInARow < declinesBeforePause || row.pausedAt !== null) return false;
  await tx
    .update(rosterMembers)
    .set({ pausedAt: now.toString(), pausedBy: "declines", pausedUntil: null })
    .where(eq(rosterMembers.id, memberId));
  return true;
}
