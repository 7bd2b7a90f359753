import type { Database } from "#db/connect.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { recordHappening } from "../history.server.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { isPresent } from "../presence.ts";
import { changeRoster } from "../roster.server.ts";
import type { BusyRefusal } from "../turn-page/seat.server.ts";
import { isToCome, type TurnRef } from "../turn-writes.server.ts";
import { exchange } from "./exchange.server.ts";
import { returnTurns } from "./swap.ts";
import { endSwapsOf } from "./swaps.server.ts";

export type SwapFor =
  | { ok: true; name: string }
  | { ok: false; reason: "no-speaker" | "past" | "away" | "return-gone"; name: string }
  | BusyRefusal;

/** An organiser has somebody else take the turn of a speaker who is ill or cannot be reached; both are told why. */
export async function swapFor(
  db: Database,
  wish: TurnRef & {
    organiserId: string;
    takerId: string;
    returnTurnId: string | null;
    message: string;
  },
  deps: Deps,
): Promise<SwapFor> {
  return changeRoster(db, wish.seriesId, async (tx, roster) => {
    const turn = roster.turns.find(({ id }) => id === wish.turnId);
    const from = roster.members.find(({ id }) => id === turn?.memberId);
    const taker = roster.members.find(({ id }) => id === wish.takerId);
    const name = taker?.name ?? "";
    if (!turn || !from || turn.status !== "confirmed") return { ok: false, reason: "no-speaker", name };
    if (!isToCome(turn, deps)) return { ok: false, reason: "past", name };
    if (!taker || taker.id === from.id || !isPresent(taker, turn.heldOn))
      return { ok: false, reason: "away", name };
    const own = returnTurns(roster.turns, taker, from, deps.now);
    const returnTurn = own.find(({ id }) => id === wish.returnTurnId) ?? null;
    if (wish.returnTurnId !== null && !returnTurn) return { ok: false, reason: "return-gone", name };
    const done = await exchange(tx, { roster, turn, from, taker, returnTurn, topic: "" }, deps);
    if (!done.ok) return done;
    const both = returnTurn ? [turn, returnTurn] : [turn];
    await endSwapsOf(
      tx,
      both.map(({ id }) => id),
      "swapped",
      deps,
    );
    for (const one of both) {
      const other = both.find((two) => two !== one);
      const facts = {
        takerName: taker.name,
        otherDate: other?.heldOn ?? null,
        isReturn: one === returnTurn,
        isArranged: true,
      };
      const happened = { turnId: one.id, kind: "swap-taken" as const, actorId: wish.organiserId };
      await recordHappening(tx, { ...happened, memberId: from.id, facts }, deps);
    }
    const payload = {
      fromId: from.id,
      takerId: taker.id,
      returnTurnId: returnTurn?.id ?? null,
      message: wish.message,
      organiserId: wish.organiserId,
    };
    await recordEvent(tx, { kind: "swap.arranged", subject: turn.id, payload, now: deps.now });
    await planSeries(tx, wish.seriesId, deps);
    return { ok: true, name };
  });
}
