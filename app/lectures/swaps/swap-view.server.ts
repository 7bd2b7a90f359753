import type { Database } from "#db/connect.ts";
import type { Instant, IsoDate, IsoInstant } from "~/platform/time.ts";
import { memberOf } from "../member-of.ts";
import { loadRoster } from "../roster.server.ts";
import { requireSeries } from "../series.server.ts";
import { refusalToTake, returnTurns, type TakeRefusal } from "./swap.ts";
import { findSwap, listSwaps } from "./swaps.server.ts";

/** A swap as one reader sees it. */
export interface SwapView {
  id: string;
  requester: string;
  message: string;
  isNamed: boolean;
  until: IsoInstant;
  series: { name: string; slug: string; timeZone: string };
  lecture: { date: IsoDate; startsAt: IsoInstant; endsAt: IsoInstant; timeZone: string; place: string };
  /** `mine`: they have taken it. Null: they can take it. */
  refusal: TakeRefusal | "mine" | "yours" | null;
  /** What they could give in return. */
  returns: { turnId: string; date: IsoDate; topic: string }[];
}

/** A swap for the person who was asked or may take it; null when there is none of this id. */
export async function viewSwap(
  db: Database,
  swapId: string,
  personId: string,
  now: Instant,
): Promise<SwapView | null> {
  const swap = await findSwap(db, swapId);
  if (!swap) return null;
  const series = await requireSeries(db, swap.seriesId);
  const roster = await loadRoster(db, series);
  const turn = roster.turns.find(({ id }) => id === swap.turnId)!;
  const requester = roster.members.find(({ id }) => id === swap.memberId)!;
  const reader = memberOf(roster, personId);
  const isMine = reader !== undefined && swap.status === "accepted" && swap.takenBy === reader.id;
  const refusal = isMine ? ("mine" as const) : refusalToTake({ swap, turn, taker: reader, now });
  const given = reader && refusal === null ? returnTurns(roster.turns, reader, requester, now) : [];
  return {
    id: swap.id,
    requester: requester.name,
    message: swap.message,
    isNamed: swap.toMemberId !== null,
    until: swap.expiresAt,
    series: { name: series.name, slug: series.slug, timeZone: series.timeZone },
    lecture: {
      date: turn.heldOn,
      startsAt: turn.startsAt,
      endsAt: turn.endsAt,
      timeZone: series.timeZone,
      place: turn.place,
    },
    refusal: reader?.id === swap.memberId ? "yours" : refusal,
    returns: given.map(({ id, heldOn, topic }) => ({ turnId: id, date: heldOn, topic })),
  };
}

/** The open swap of a turn; null when nobody is looked for. */
export async function findOpenSwap(db: Database, turnId: string) {
  return (await listSwaps(db, [turnId])).find(({ status }) => status === "open") ?? null;
}
