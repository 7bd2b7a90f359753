import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { turns } from "#db/schema/index.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { recordHappening } from "./history.server.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { changeRoster } from "./roster.server.ts";
import { isUpcoming } from "./series.ts";
import { callOff, freeTurn, isToCome, type TurnRef } from "./turn-writes.server.ts";
import { takeTopic } from "./volunteering/topics.server.ts";

/** Who does it; written down in the history of the turn. */
export type By = { actorId?: string | null };

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
    await takeTopic(tx, { turnId, memberId: turn.memberId, topic });
    if (turn.status === "confirmed" || turn.status === "held")
      await changeSession(tx, turn.sessionId, { title: topic || series.name }, { now });
  });
}

/** Calls one week off. It accrues to nobody. Repeating changes nothing; only a lecture to come can be called off. */
export async function cancelTurn(
  db: Database,
  { seriesId, turnId, actorId = null }: TurnRef & By,
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all }) => {
    const turn = all.find(({ id }) => id === turnId);
    if (!turn || !isUpcoming(turn.status) || !isToCome(turn, deps)) return;
    await callOff(tx, turn, deps);
    await recordHappening(tx, { turnId, kind: "called-off", actorId }, deps);
    await planSeries(tx, seriesId, deps);
  });
}

/** Puts a week that was called off back on the roster, without a speaker. */
export async function reinstateTurn(
  db: Database,
  { seriesId, turnId, actorId = null }: TurnRef & By,
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all, series }) => {
    const turn = all.find(({ id }) => id === turnId);
    if (turn?.status !== "cancelled" || !isToCome(turn, deps)) return;
    await freeTurn(tx, turn, series, { status: "withdrawn" }, deps);
    await recordHappening(tx, { turnId, kind: "reinstated", actorId }, deps);
    await planSeries(tx, seriesId, deps);
  });
}

/** Says after the day whether the speaker came. A no-show accrues to nobody; saying so can be taken back. */
export async function recordShow(
  db: Database,
  { seriesId, turnId, came, actorId = null }: TurnRef & By & { came: boolean },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, { turns: all }) => {
    const turn = all.find(({ id }) => id === turnId);
    const status = came ? "held" : "no-show";
    if (!turn?.present || turn.status === status) return;
    await tx.update(turns).set({ status, updatedAt: deps.now.toString() }).where(eq(turns.id, turnId));
    await recordHappening(tx, { turnId, kind: status, actorId, memberId: turn.memberId }, deps);
    await planSeries(tx, seriesId, deps);
  });
}
