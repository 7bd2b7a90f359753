import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { swaps, turns } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import { recordHappening } from "../history.server.ts";
import type { Swap } from "./swap.ts";

/** Every swap there was of these turns, in order. */
export async function listSwaps(db: Database, turnIds: readonly string[]): Promise<Swap[]> {
  if (turnIds.length === 0) return [];
  return db
    .select()
    .from(swaps)
    .where(inArray(swaps.turnId, [...turnIds]))
    .orderBy(asc(swaps.createdAt), asc(swaps.id));
}

export async function findSwap(db: Database, swapId: string): Promise<(Swap & { seriesId: string }) | null> {
  const [found] = await db
    .select({ swap: swaps, seriesId: turns.seriesId })
    .from(swaps)
    .innerJoin(turns, eq(turns.id, swaps.turnId))
    .where(eq(swaps.id, swapId));
  return found ? { ...found.swap, seriesId: found.seriesId } : null;
}

export type EndedBecause = "moved" | "given-up" | "swapped";

/** Whoever was asked to take one of these turns is asked no more: it is another week by now, or nobody's to give. */
export async function endSwapsOf(
  tx: Database,
  turnIds: string[],
  why: EndedBecause,
  { now }: { now: Instant },
): Promise<void> {
  const ended = await tx
    .update(swaps)
    .set({ status: "withdrawn", answeredAt: now.toString() })
    .where(and(inArray(swaps.turnId, turnIds), eq(swaps.status, "open")))
    .returning();
  for (const { turnId, memberId } of ended)
    await recordHappening(tx, { turnId, kind: "swap-ended", memberId, facts: { why } }, { now });
}
