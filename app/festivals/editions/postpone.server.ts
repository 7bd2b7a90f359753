import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivals } from "#db/schema/index.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import { type Festival, isOver } from "../festival.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import { lockAllSessions } from "../releases/write.server.ts";
import { announce } from "./announce.server.ts";
import type { Lead } from "./cancel.server.ts";

export type Postponed =
  | { ok: true; already: boolean }
  | { ok: false; reason: "forbidden" | "cancelled" | "over" };

/**
 * Puts a festival off without a new date: its sessions to come are not settled any more, sign-up waits, and everybody
 * concerned is told once. Seats stay. Repeating it is harmless.
 */
export async function postponeFestival(
  db: Database,
  viewer: Lead,
  { id: festivalId }: Pick<Festival, "id">,
  { reason }: { reason: string },
  { now }: { now: Instant },
): Promise<Postponed> {
  return inTransaction(db, async (tx): Promise<Postponed> => {
    const festival = await lockFestival(tx, festivalId);
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if (festival.status === "cancelled") return { ok: false, reason: "cancelled" };
    if (festival.postponedAt !== null) return { ok: true, already: true };
    if (festival.status === "over" || isOver(festival, now)) return { ok: false, reason: "over" };
    for (const session of (await lockAllSessions(tx, festivalId)).values()) {
      const toCome = session.status === "confirmed" && isBefore(now, session.endsAt);
      if (toCome) await changeSession(tx, session.id, { status: "tentative" }, { now });
    }
    const at = now.toString();
    await tx
      .update(festivals)
      .set({ postponedAt: at, announcement: reason, updatedAt: at })
      .where(eq(festivals.id, festivalId));
    const decisionId = await recordDecision(tx, { festivalId, kind: "postponed", by: viewer, now });
    await announce(tx, { festivalId, decisionId, now });
    return { ok: true, already: false };
  });
}
