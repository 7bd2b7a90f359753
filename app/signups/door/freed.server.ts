import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { release } from "~/sessions/commitments.server.ts";
import type { Obstacle } from "../decide.ts";
import { recordSignups } from "../events.server.ts";
import type { LockedSessions } from "./facts.server.ts";

/** Ends the seats somebody gives up to come in here; returns the sessions to come in which one became free. */
export async function giveUpSeats(
  tx: Database,
  locked: LockedSessions,
  personId: string,
  inTheWay: Obstacle[],
  now: Instant,
): Promise<string[]> {
  const freed: string[] = [];
  for (const { sessionId } of inTheWay) {
    const left = await tx
      .update(signups)
      .set({ status: "not-coming", offeredUntil: null, arrivedAt: null, updatedAt: now.toString() })
      .where(
        and(
          eq(signups.sessionId, sessionId),
          eq(signups.personId, personId),
          inArray(signups.status, ["confirmed", "offered", "attended"]),
        ),
      )
      .returning({ id: signups.id });
    if (left.length === 0) continue;
    await release(tx, { personId, sessionId });
    await tx
      .update(sessions)
      .set({ seatsTaken: sql`${sessions.seatsTaken} - 1` })
      .where(eq(sessions.id, sessionId));
    await recordSignups(tx, [{ sessionId, personId, change: "gave-up" }], now);
    const session = locked.get(sessionId);
    if (session && isBefore(now, session.startsAt)) freed.push(sessionId);
  }
  return freed;
}
