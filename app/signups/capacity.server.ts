import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { lockReach } from "./lock.server.ts";
import { promote } from "./queue.server.ts";
import { raceSafely } from "./transaction.server.ts";

export type CapacityAnswer =
  | { ok: true; promoted: number }
  | { ok: false; reason: "below-taken"; taken: number }
  | { ok: false; reason: "not-found" };

/** Changes how many fit, null for everybody. More seats go to the queue at once; fewer than are taken is refused. */
export async function changeCapacity(
  db: Database,
  { sessionId, capacity }: { sessionId: string; capacity: number | null },
  { now }: { now: Instant },
): Promise<CapacityAnswer> {
  return raceSafely(db, async (tx) => {
    const locked = await lockReach(tx, [sessionId], now);
    const session = locked.find(sessionId);
    if (!session) return { ok: false, reason: "not-found" };
    if (capacity !== null && capacity < session.seatsTaken) {
      return { ok: false, reason: "below-taken", taken: session.seatsTaken };
    }
    await tx.update(sessions).set({ capacity }).where(eq(sessions.id, sessionId));
    session.capacity = capacity;
    return { ok: true, promoted: await promote(tx, locked, [sessionId], { now }) };
  });
}
