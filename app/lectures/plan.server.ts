import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { turns } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant, IsoDate } from "~/platform/time.ts";
import { createSessions } from "~/sessions/sessions.server.ts";
import type { Choice } from "./choose.ts";
import { comingDates } from "./dates.ts";
import { escalate } from "./escalation/escalate.server.ts";
import { planTurns } from "./plan.ts";
import { loadRoster, type Roster } from "./roster.server.ts";
import { lockSeries, requireSeries } from "./series.server.ts";
import type { Series } from "./series.ts";

export interface Deps {
  now: Instant;
  ids: Ids;
}

/**
 * Brings the roster up to date: turns and lectures for the coming eight weeks, the escalation's next steps for those
 * that near, a speaker pencilled in for the others. Running it again changes nothing.
 */
export async function planSeries(tx: Database, seriesId: string, deps: Deps): Promise<void> {
  await lockSeries(tx, seriesId);
  const series = await requireSeries(tx, seriesId);
  await createTurns(tx, await loadRoster(tx, series), deps);
  await escalate(tx, series, deps);
  await pencilIn(tx, await loadRoster(tx, series), deps);
}

async function createTurns(tx: Database, { series, turns: known }: Roster, deps: Deps): Promise<void> {
  const planned = new Set(known.flatMap(({ heldOn, plannedOn }) => [heldOn, plannedOn]));
  const dates = comingDates(series, deps.now).filter((date) => !planned.has(date));
  if (dates.length === 0) return;
  const lectures = dates.map((date) => lectureOn(series, date));
  const created = await createSessions(tx, lectures, deps);
  await tx.insert(turns).values(
    dates.map((heldOn, index) => ({
      id: deps.ids.uuid(),
      seriesId: series.id,
      heldOn,
      plannedOn: heldOn,
      sessionId: created.ids[index]!,
      status: "open" as const,
      updatedAt: deps.now.toString(),
    })),
  );
}

/** A lecture nobody has agreed to give yet carries the name of its series. */
export function lectureOn(series: Series, date: IsoDate) {
  return {
    seriesId: series.id,
    organisationId: series.leadOrganisationId,
    kind: "lecture" as const,
    title: series.name,
    language: series.language,
    place: series.place,
    startsLocal: `${date}T${series.localTime}`,
    timeZone: series.timeZone,
    durationMinutes: series.durationMinutes,
    status: "tentative" as const,
  };
}

async function pencilIn(tx: Database, roster: Roster, { now }: Deps): Promise<void> {
  for (const [turnId, planned] of planTurns(roster)) {
    const turn = roster.turns.find(({ id }) => id === turnId);
    // Once everybody is asked, nobody is more likely than another.
    const choice = turn?.openCallAt || turn?.standInsAt || turn?.organisersAt ? null : planned;
    const isSame =
      turn?.memberId === (choice?.memberId ?? null) &&
      isDeepStrictEqual(turn.explanation, choice?.explanation ?? null);
    if (!isSame) await writeChoice(tx, turnId, choice, now);
  }
}

async function writeChoice(tx: Database, turnId: string, choice: Choice | null, now: Instant): Promise<void> {
  await tx
    .update(turns)
    .set({
      memberId: choice?.memberId ?? null,
      explanation: choice?.explanation ?? null,
      updatedAt: now.toString(),
    })
    .where(eq(turns.id, turnId));
}
