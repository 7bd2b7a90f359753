import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { type FestivalStatus, festivalDecisions, festivalStatuses, festivals } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { inTransaction } from "~/platform/transaction.server.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import { type Festival, isOver } from "../festival.ts";
import { lockFestival } from "../hosting/locks.server.ts";
import { lockAllSessions, standingStatus } from "../releases/write.server.ts";
import { announce, takeBackAnnouncement } from "./announce.server.ts";

export type Lead = Standing & { personId: string };

export type Decided = { ok: true; already: boolean } | { ok: false; reason: "forbidden" | "over" };

/**
 * Calls a whole festival off: its sessions to come are cancelled, sign-up closes, everybody concerned is told once.
 * Nothing is deleted, so that it can take place after all. Repeating it is harmless.
 */
export async function cancelFestival(
  db: Database,
  viewer: Lead,
  { id: festivalId }: Pick<Festival, "id">,
  { reason }: { reason: string },
  { now }: { now: Instant },
): Promise<Decided> {
  return inTransaction(db, async (tx): Promise<Decided> => {
    const festival = await lockFestival(tx, festivalId);
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if (festival.status === "cancelled") return { ok: true, already: true };
    if (festival.status === "over" || isOver(festival, now)) return { ok: false, reason: "over" };
    for (const session of (await lockAllSessions(tx, festivalId)).values()) {
      const toCome = festival.postponedAt !== null || isBefore(now, session.endsAt);
      if (session.status !== "cancelled" && toCome) await cancelSession(tx, session.id, { now });
    }
    await tx
      .update(festivals)
      .set({ status: "cancelled", announcement: reason, updatedAt: now.toString() })
      .where(eq(festivals.id, festivalId));
    const facts = { status: festival.status };
    const decisionId = await recordDecision(tx, { festivalId, kind: "cancelled", by: viewer, facts, now });
    await announce(tx, { festivalId, decisionId, now });
    return { ok: true, already: false };
  });
}

/**
 * Lets a cancelled festival take place after all, with the sessions that its cancellation called off and the seats
 * that people had. Within the quiet time nobody was told of either, and nobody is.
 */
export async function reinstateFestival(
  db: Database,
  viewer: Lead,
  { id: festivalId }: Pick<Festival, "id">,
  { reason }: { reason: string },
  { now }: { now: Instant },
): Promise<Decided> {
  return inTransaction(db, async (tx): Promise<Decided> => {
    const festival = await lockFestival(tx, festivalId);
    if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
    if (festival.status !== "cancelled") return { ok: true, already: true };
    if (isOver(festival, now)) return { ok: false, reason: "over" };
    const cancelled = await findCancellation(tx, festivalId);
    for (const session of (await lockAllSessions(tx, festivalId)).values()) {
      const byIt = session.status === "cancelled" && session.updatedAt === cancelled?.decidedAt;
      if (byIt) await changeSession(tx, session.id, { status: standingStatus(festival) }, { now });
    }
    await tx
      .update(festivals)
      .set({ status: cancelled?.status ?? "calling", announcement: reason, updatedAt: now.toString() })
      .where(eq(festivals.id, festivalId));
    const decisionId = await recordDecision(tx, { festivalId, kind: "reinstated", by: viewer, now });
    if (!(await takeBackAnnouncement(tx, { festivalId, now }))) {
      await announce(tx, { festivalId, decisionId, now });
    }
    return { ok: true, already: false };
  });
}

/** When it was called off, and how it stood before. */
async function findCancellation(
  tx: Database,
  festivalId: string,
): Promise<{ decidedAt: string; status: FestivalStatus } | null> {
  const [row] = await tx
    .select({ facts: festivalDecisions.facts, decidedAt: festivalDecisions.decidedAt })
    .from(festivalDecisions)
    .where(and(eq(festivalDecisions.festivalId, festivalId), eq(festivalDecisions.kind, "cancelled")))
    .orderBy(desc(festivalDecisions.id))
    .limit(1);
  if (!row) return null;
  const status = festivalStatuses.find((one) => one === row.facts.status && one !== "cancelled");
  return { decidedAt: row.decidedAt, status: status ?? "calling" };
}
