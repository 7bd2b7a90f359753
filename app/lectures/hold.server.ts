import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import { isBefore } from "~/platform/time.ts";
import { countDecline } from "./declines.server.ts";
import { recordHappening } from "./history.server.ts";
import { earningsOf, sharesOf } from "./ledger.ts";
import type { Deps } from "./plan.server.ts";
import { presentAt } from "./presence.ts";
import { changeRoster, type Roster, type Turn } from "./roster.server.ts";
import { isUpcoming } from "./series.ts";

/**
 * Closes the turns whose time has passed: a confirmed one was held and everybody present earns their share, which is
 * written down and stays; one that nobody agreed to is over without a lecture. Running it again changes nothing.
 */
export async function holdTurns(db: Database, seriesId: string, deps: Pick<Deps, "now">): Promise<number> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const over = roster.turns.filter((turn) => isUpcoming(turn.status) && isOver(turn, deps));
    for (const turn of over) {
      if (turn.status === "confirmed") await hold(tx, roster, turn, deps);
      else await letPass(tx, turn, deps);
    }
    return over.length;
  });
}

function isOver(turn: Turn, { now }: Pick<Deps, "now">): boolean {
  return !isBefore(now, turn.endsAt);
}

async function hold(tx: Database, roster: Roster, turn: Turn, { now }: Pick<Deps, "now">): Promise<void> {
  const present = turn.memberId === null ? [] : presentAt(roster.members, turn.heldOn, turn.memberId);
  await tx
    .update(turns)
    .set({
      status: "held",
      present: earningsOf(sharesOf(present, roster.mode, turn.memberId)),
      updatedAt: now.toString(),
    })
    .where(eq(turns.id, turn.id));
  await recordHappening(tx, { turnId: turn.id, kind: "held", memberId: turn.memberId }, { now });
}

/** Silence counts as a decline. */
async function letPass(tx: Database, turn: Turn, deps: Pick<Deps, "now">): Promise<void> {
  const lapsed = await tx
    .update(offers)
    .set({ status: "lapsed", answeredAt: deps.now.toString() })
    .where(and(eq(offers.turnId, turn.id), eq(offers.status, "open")))
    .returning();
  for (const { memberId, kind } of lapsed) if (kind === "ledger") await countDecline(tx, memberId, deps);
  await tx
    .update(turns)
    .set({ status: "cancelled", memberId: null, explanation: null, updatedAt: deps.now.toString() })
    .where(eq(turns.id, turn.id));
  await recordHappening(tx, { turnId: turn.id, kind: "passed" }, deps);
}
