import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { series, seriesHosts, seriesPauses, turns } from "#db/schema/index.ts";
import { type IsoTime, isBefore, localOf } from "~/platform/time.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { addHosts } from "./create-series.server.ts";
import { recordHappenings } from "./history.server.ts";
import { isHit } from "./holidays/holiday-lines.ts";
import { movedDate } from "./move.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { changeRoster, type Roster, type Turn } from "./roster.server.ts";
import type { Series } from "./series.ts";
import type { PauseFields, SettingsFields } from "./series-form.ts";
import { callOff } from "./turn-writes.server.ts";

/** Changes a series and every lecture still to come: whoever follows one is told of its new time or place. */
export async function changeSeries(
  db: Database,
  { seriesId, partners, ...fields }: SettingsFields & { seriesId: string },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx, roster) => {
    await tx.update(series).set(fields).where(eq(series.id, seriesId));
    await setHosts(tx, roster.series, partners);
    await moveLectures(tx, roster, { ...roster.series, ...fields }, deps);
    await planSeries(tx, seriesId, deps);
  });
}

/** Whether people or organisations take turns from now on. What is agreed or asked stays. */
export async function changeMode(
  db: Database,
  { seriesId, rosterMode }: Pick<SettingsFields, "rosterMode"> & { seriesId: string },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx) => {
    await tx.update(series).set({ rosterMode }).where(eq(series.id, seriesId));
    await planSeries(tx, seriesId, deps);
  });
}

async function setHosts(tx: Database, before: Series, partners: readonly string[]): Promise<void> {
  await tx.delete(seriesHosts).where(eq(seriesHosts.seriesId, before.id));
  await addHosts(tx, before.id, [before.leadOrganisationId, ...partners]);
}

async function moveLectures(tx: Database, before: Roster, after: Series, { now }: Deps): Promise<void> {
  const toCome = before.turns
    .filter((turn) => isBefore(now, turn.startsAt))
    .toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
  const isMovedByHand = (turn: Turn) => turn.heldOn !== turn.plannedOn;
  const stay = before.turns.filter((turn) => !toCome.includes(turn) || isMovedByHand(turn));
  const taken = new Set(stay.flatMap(({ heldOn, plannedOn }) => [heldOn, plannedOn]));
  for (const turn of toCome) {
    const moved = movedDate(turn.heldOn, after, now);
    const heldOn = taken.has(moved) || isMovedByHand(turn) ? turn.heldOn : moved;
    if (heldOn !== turn.heldOn)
      await tx.update(turns).set({ heldOn, plannedOn: heldOn }).where(eq(turns.id, turn.id));
    const own = ownMoment(turn, before.series);
    await changeSession(
      tx,
      turn.sessionId,
      {
        startsLocal: `${heldOn}T${own.time ?? after.localTime}`,
        timeZone: after.timeZone,
        durationMinutes: after.durationMinutes,
        place: own.place ?? after.place,
        language: after.language,
        title: turn.status === "confirmed" && turn.topic ? turn.topic : after.name,
      },
      { now },
    );
  }
}

/** The time and place a lecture was given for one week, which it keeps. */
function ownMoment(turn: Turn, series: Series): { time?: IsoTime; place?: string } {
  const time = localOf(turn.startsAt, series.timeZone).slice(11);
  return {
    ...(time === series.localTime.slice(0, 5) ? {} : { time }),
    ...(turn.place === series.place ? {} : { place: turn.place }),
  };
}

/** A holiday: the lectures in it are called off, and none are planned. */
export async function addPause(
  db: Database,
  { seriesId, actorId = null, ...pause }: PauseFields & { seriesId: string; actorId?: string | null },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, (tx, roster) =>
    writePauses(tx, roster, { pauses: [pause], actorId }, deps),
  );
}

/** Writes holidays down, calls off the lectures in them and plans anew. Nobody's share changes. */
export async function writePauses(
  tx: Database,
  { series: { id: seriesId }, turns: all }: Roster,
  { pauses, actorId }: { pauses: readonly PauseFields[]; actorId: string | null },
  deps: Deps,
): Promise<void> {
  if (pauses.length === 0) return;
  await tx.insert(seriesPauses).values(pauses.map((pause) => ({ id: deps.ids.uuid(), seriesId, ...pause })));
  const hit = all.filter((turn) => pauses.some((pause) => isHit(turn, pause, deps.now)));
  for (const turn of hit.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1)))
    await callOff(tx, turn, deps);
  await recordHappenings(
    tx,
    hit.map(({ id }) => ({ turnId: id, kind: "called-off", actorId })),
    deps,
  );
  await planSeries(tx, seriesId, deps);
}

/** Ends a holiday. Lectures it called off stay so until somebody puts them back. */
export async function removePause(
  db: Database,
  { seriesId, pauseId }: { seriesId: string; pauseId: string },
  deps: Deps,
): Promise<void> {
  await changeRoster(db, seriesId, async (tx) => {
    await tx
      .delete(seriesPauses)
      .where(and(eq(seriesPauses.id, pauseId), eq(seriesPauses.seriesId, seriesId)));
    await planSeries(tx, seriesId, deps);
  });
}
