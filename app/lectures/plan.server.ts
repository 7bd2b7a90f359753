import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, type IsoDate, isBefore } from "~/platform/time.ts";
import { createSessions } from "~/sessions/sessions.server.ts";
import type { Choice } from "./choose.ts";
import { comingDates, isOfferDue } from "./dates.ts";
import { decideOffers } from "./offer.ts";
import { planTurns } from "./plan.ts";
import { loadRoster, type Roster } from "./roster.server.ts";
import { lockSeries, requireSeries } from "./series.server.ts";
import type { Series } from "./series.ts";

export interface Deps {
  now: Instant;
  ids: Ids;
}

/**
 * Brings the roster up to date: turns and lectures for the coming eight weeks, an offer for each turn within four
 * weeks, a speaker pencilled in for the others. Running it again changes nothing.
 */
export async function planSeries(tx: Database, seriesId: string, deps: Deps): Promise<void> {
  await lockSeries(tx, seriesId);
  const series = await requireSeries(tx, seriesId);
  await createTurns(tx, await loadRoster(tx, series), deps);
  await makeOffers(tx, await loadRoster(tx, series), deps);
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
function lectureOn(series: Series, date: IsoDate) {
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

async function makeOffers(tx: Database, roster: Roster, { now, ids }: Deps): Promise<void> {
  const { series } = roster;
  const due = decideOffers(
    roster,
    ({ id, heldOn }) =>
      isOfferDue(series, heldOn, now) &&
      roster.turns.some((turn) => turn.id === id && isBefore(now, turn.startsAt)),
  );
  for (const { turnId, choice } of due) {
    const offerId = ids.uuid();
    await tx
      .insert(offers)
      .values({ id: offerId, turnId, memberId: choice.memberId, status: "open", offeredAt: now.toString() });
    await writeChoice(tx, turnId, "offered", choice, now);
    await recordEvent(tx, { kind: "turn.offered", subject: turnId, payload: { offerId }, now });
  }
}

async function pencilIn(tx: Database, roster: Roster, { now }: Deps): Promise<void> {
  for (const [turnId, choice] of planTurns(roster)) {
    const turn = roster.turns.find(({ id }) => id === turnId);
    const isSame =
      turn?.memberId === (choice?.memberId ?? null) &&
      isDeepStrictEqual(turn.explanation, choice?.explanation ?? null);
    if (!isSame) await writeChoice(tx, turnId, "open", choice, now);
  }
}

async function writeChoice(
  tx: Database,
  turnId: string,
  status: "open" | "offered",
  choice: Choice | null,
  now: Instant,
): Promise<void> {
  await tx
    .update(turns)
    .set({
      status,
      memberId: choice?.memberId ?? null,
      explanation: choice?.explanation ?? null,
      updatedAt: now.toString(),
    })
    .where(eq(turns.id, turnId));
}
