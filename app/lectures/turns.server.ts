import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import type { OfferStatus } from "#db/schema/lectures.ts";
import { isBefore } from "~/platform/time.ts";
import { cancelSession, changeSession, setSpeakers } from "~/sessions/sessions.server.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { changeRoster, type Turn } from "./roster.server.ts";
import { isUpcoming, type Series } from "./series.ts";

export interface TurnRef {
  seriesId: string;
  turnId: string;
}

/**
 * Gives a turn back to the roster: its open or accepted offer ends as said, nobody speaks at it for now.
 * Returns the offer, if there was one.
 */
export async function freeTurn(
  tx: Database,
  turn: Pick<Turn, "id" | "sessionId" | "status">,
  series: Pick<Series, "name">,
  answer: { status: Extract<OfferStatus, "declined" | "withdrawn">; reason?: string },
  { now }: Pick<Deps, "now">,
): Promise<string | undefined> {
  const [offer] = await tx
    .update(offers)
    .set({ ...answer, answeredAt: now.toString() })
    .where(and(eq(offers.turnId, turn.id), inArray(offers.status, ["open", "accepted"])))
    .returning();
  await tx
    .update(turns)
    .set({ status: "open", memberId: null, explanation: null, topic: "", updatedAt: now.toString() })
    .where(eq(turns.id, turn.id));
  if (turn.status === "confirmed" || turn.status === "cancelled") {
    await setSpeakers(tx, turn.sessionId, [], { now });
    await changeSession(tx, turn.sessionId, { status: "tentative", title: series.name }, { now });
  }
  return offer?.id;
}

/** Names what a lecture is about; attendees see it once its speaker has agreed. */
export async function nameTopic(
  db: Database,
  { seriesId, turnId, topic }: TurnRef & { topic: string },
  { now }: Pick<Deps, "now">,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all, series }) => {
    const turn = all.find(({ id }) => id === turnId);
    if (!turn || turn.status === "cancelled" || turn.topic === topic) return;
    await tx.update(turns).set({ topic, updatedAt: now.toString() }).where(eq(turns.id, turnId));
    if (turn.status === "confirmed" || turn.status === "held")
      await changeSession(tx, turn.sessionId, { title: topic || series.name }, { now });
  });
}

/** Calls one week off. It accrues to nobody. Repeating changes nothing; only a lecture to come can be called off. */
export async function cancelTurn(db: Database, { seriesId, turnId }: TurnRef, deps: Deps): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all }) => {
    const turn = all.find(({ id }) => id === turnId);
    if (!turn || !isUpcoming(turn.status) || !isToCome(turn, deps)) return;
    await callOff(tx, turn, deps);
    await planSeries(tx, seriesId, deps);
  });
}

export async function callOff(
  tx: Database,
  turn: Pick<Turn, "id" | "sessionId">,
  { now }: Pick<Deps, "now">,
): Promise<void> {
  await tx
    .update(offers)
    .set({ status: "withdrawn", answeredAt: now.toString() })
    .where(and(eq(offers.turnId, turn.id), inArray(offers.status, ["open", "accepted"])));
  await tx
    .update(turns)
    .set({ status: "cancelled", memberId: null, explanation: null, updatedAt: now.toString() })
    .where(eq(turns.id, turn.id));
  await cancelSession(tx, turn.sessionId, { now });
}

/** Puts a week that was called off back on the roster, without a speaker. */
export async function reinstateTurn(db: Database, { seriesId, turnId }: TurnRef, deps: Deps): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all, series }) => {
    const turn = all.find(({ id }) => id === turnId);
    if (turn?.status !== "cancelled" || !isToCome(turn, deps)) return;
    await freeTurn(tx, turn, series, { status: "withdrawn" }, deps);
    await planSeries(tx, seriesId, deps);
  });
}

/** Says after the day whether the speaker came. A no-show accrues to nobody; saying so can be taken back. */
export async function recordShow(
  db: Database,
  { seriesId, turnId, came }: TurnRef & { came: boolean },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all }) => {
    const turn = all.find(({ id }) => id === turnId);
    const status = came ? "held" : "no-show";
    if (!turn?.present || turn.status === status) return;
    await tx.update(turns).set({ status, updatedAt: deps.now.toString() }).where(eq(turns.id, turnId));
    await planSeries(tx, seriesId, deps);
  });
}

/** Whether a lecture has not begun. */
export function isToCome(turn: Pick<Turn, "startsAt">, { now }: Pick<Deps, "now">): boolean {
  return isBefore(now, turn.startsAt);
}
