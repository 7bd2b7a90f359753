import { and, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { swaps, turns } from "#db/schema/index.ts";
import type { SwapStatus } from "#db/schema/lectures.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { recordHappening } from "../history.server.ts";
import { memberOf } from "../member-of.ts";
import type { Deps } from "../plan.server.ts";
import { changeRoster } from "../roster.server.ts";
import type { Swap } from "./swap.ts";
import { findSwap } from "./swaps.server.ts";

type Now = Pick<Deps, "now">;
export type EndSwap = { ok: true } | { ok: false; reason: "not-yours" | "taken" };

/** The colleague asked says no: the requester keeps the turn and may ask somebody else. */
export async function declineSwap(
  db: Database,
  swapId: string,
  personId: string,
  deps: Now,
): Promise<EndSwap> {
  return endAs(db, { swapId, personId, party: "toMemberId", status: "declined" }, deps);
}

/** The requester asks no longer: the turn stays theirs. */
export async function withdrawSwap(
  db: Database,
  swapId: string,
  personId: string,
  deps: Now,
): Promise<EndSwap> {
  return endAs(db, { swapId, personId, party: "memberId", status: "withdrawn" }, deps);
}

async function endAs(
  db: Database,
  ending: {
    swapId: string;
    personId: string;
    party: "memberId" | "toMemberId";
    status: Extract<SwapStatus, "declined" | "withdrawn">;
  },
  deps: Now,
): Promise<EndSwap> {
  const { swapId, personId, party, status } = ending;
  const known = await findSwap(db, swapId);
  if (!known) return { ok: false, reason: "not-yours" };
  return changeRoster(db, known.seriesId, async (tx, roster) => {
    const swap = (await findSwap(tx, swapId))!;
    const member = memberOf(roster, personId);
    if (!member || swap[party] !== member.id) return { ok: false, reason: "not-yours" };
    if (swap.status === "accepted") return { ok: false, reason: "taken" };
    if (swap.status === "open") await end(tx, swap, status, personId, deps);
    return { ok: true };
  });
}

/** Ends the swaps nobody took in time, and tells those who had asked. Running it again changes nothing. */
export async function expireSwaps(db: Database, seriesId: string, deps: Now): Promise<number> {
  const due = and(eq(swaps.status, "open"), lte(swaps.expiresAt, deps.now.toString()));
  const ofSeries = inArray(
    swaps.turnId,
    db.select({ id: turns.id }).from(turns).where(eq(turns.seriesId, seriesId)),
  );
  const isAny = await db.select({ id: swaps.id }).from(swaps).where(and(due, ofSeries)).limit(1);
  if (isAny.length === 0) return 0;
  return changeRoster(db, seriesId, async (tx) => {
    const late = await tx.select().from(swaps).where(and(due, ofSeries));
    for (const swap of late) await end(tx, swap, "expired", null, deps);
    return late.length;
  });
}

async function end(
  tx: Database,
  swap: Swap,
  status: Exclude<SwapStatus, "open" | "accepted">,
  actorId: string | null,
  { now }: Now,
): Promise<void> {
  await tx.update(swaps).set({ status, answeredAt: now.toString() }).where(eq(swaps.id, swap.id));
  const { turnId, memberId } = swap;
  await recordHappening(
    tx,
    { turnId, kind: "swap-ended", actorId, memberId, facts: { why: status } },
    { now },
  );
  await recordEvent(tx, { kind: "swap.ended", subject: turnId, payload: { swapId: swap.id }, now });
}
