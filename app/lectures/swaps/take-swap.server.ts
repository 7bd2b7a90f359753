import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { swaps } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { recordHappening } from "../history.server.ts";
import { memberOf } from "../member-of.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { changeRoster, type Member, type Roster, type Turn } from "../roster.server.ts";
import type { BusyRefusal } from "../turn-page/seat.server.ts";
import { exchange } from "./exchange.server.ts";
import { refusalToTake, returnTurns, type Swap, type TakeRefusal } from "./swap.ts";
import { endSwapsOf, findSwap } from "./swaps.server.ts";

export type TakeSwap = { ok: true } | { ok: false; reason: TakeRefusal } | BusyRefusal;

interface Taking {
  swapId: string;
  personId: string;
  /** One of their own; null when they cover. */
  returnTurnId: string | null;
  topic: string;
}

/** A colleague takes the turn of a swap. The first has it; who took it and says so again changes nothing. */
export async function takeSwap(db: Database, taking: Taking, deps: Deps): Promise<TakeSwap> {
  const known = await findSwap(db, taking.swapId);
  if (!known) return { ok: false, reason: "ended" };
  return changeRoster(db, known.seriesId, async (tx, roster) => {
    const swap = (await findSwap(tx, taking.swapId))!;
    const turn = roster.turns.find(({ id }) => id === swap.turnId)!;
    const taker = memberOf(roster, taking.personId);
    if (taker && swap.status === "accepted" && swap.takenBy === taker.id) return { ok: true };
    const refusal = refusalToTake({ swap, turn, taker, now: deps.now });
    if (refusal || !taker) return { ok: false, reason: refusal ?? "not-asked" };
    const from = roster.members.find(({ id }) => id === swap.memberId)!;
    const returnTurn = findReturn(roster, taking.returnTurnId, { taker, from }, deps);
    if (returnTurn === undefined) return { ok: false, reason: "return-gone" };
    const { topic } = taking;
    const done = await exchange(tx, { roster, turn, from, taker, returnTurn, topic }, deps);
    if (!done.ok) return done;
    await close(tx, swap, { turn, taker, returnTurn }, deps);
    await planSeries(tx, roster.series.id, deps);
    return { ok: true };
  });
}

function findReturn(
  roster: Roster,
  id: string | null,
  { taker, from }: { taker: Member; from: Member },
  { now }: Pick<Deps, "now">,
): Turn | null | undefined {
  if (id === null) return null;
  return returnTurns(roster.turns, taker, from, now).find((turn) => turn.id === id);
}

async function close(
  tx: Database,
  swap: Swap,
  { turn, taker, returnTurn }: { turn: Turn; taker: Member; returnTurn: Turn | null },
  deps: Deps,
): Promise<void> {
  const answer = { takenBy: taker.id, returnTurnId: returnTurn?.id ?? null };
  await tx
    .update(swaps)
    .set({ ...answer, status: "accepted", answeredAt: deps.now.toString() })
    .where(eq(swaps.id, swap.id));
  if (returnTurn) await endSwapsOf(tx, [returnTurn.id], "swapped", deps);
  const happened = { kind: "swap-taken" as const, actorId: taker.personId };
  const given = { takerId: taker.id, takerName: taker.name };
  await recordHappening(
    tx,
    {
      ...happened,
      turnId: turn.id,
      memberId: swap.memberId,
      facts: { ...given, otherDate: returnTurn?.heldOn ?? null },
    },
    deps,
  );
  if (returnTurn) {
    const facts = { ...given, otherDate: turn.heldOn, isReturn: true };
    await recordHappening(tx, { ...happened, turnId: returnTurn.id, memberId: swap.memberId, facts }, deps);
  }
  const payload = { swapId: swap.id };
  await recordEvent(tx, { kind: "swap.taken", subject: turn.id, payload, now: deps.now });
}
