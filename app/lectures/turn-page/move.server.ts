import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { turns } from "#db/schema/index.ts";
import { type IsoDate, type IsoTime, instantOf, isBefore, localOf, plus } from "~/platform/time.ts";
import { findClashes } from "~/sessions/commitments.server.ts";
import { changeSession, createSessions } from "~/sessions/sessions.server.ts";
import { recordHappening } from "../history.server.ts";
import { type Deps, lectureOn, planSeries } from "../plan.server.ts";
import { isPresent } from "../presence.ts";
import { changeRoster, type Roster, type Turn } from "../roster.server.ts";
import { isUpcoming } from "../series.ts";
import { endSwapsOf } from "../swaps/swaps.server.ts";
import { freeTurn, isToCome, type TurnRef } from "../turn-writes.server.ts";
import type { BusyRefusal } from "./seat.server.ts";

export interface NewMoment {
  date: IsoDate;
  time: IsoTime;
  place: string;
}

export type Moved =
  | { ok: true; date: IsoDate }
  | { ok: false; reason: "over" | "past" | "date-taken" }
  | { ok: false; reason: "away"; name: string }
  | BusyRefusal;

/**
 * One week's lecture at another date, time or place. It keeps its speaker, unless they are away or busy then; the date it
 * was planned for stays its own, so that old links find it.
 */
export async function moveTurn(
  db: Database,
  { seriesId, turnId, organiserId, ...moment }: TurnRef & NewMoment & { organiserId: string },
  deps: Deps,
): Promise<Moved> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const turn = roster.turns.find(({ id }) => id === turnId);
    if (!turn || !isUpcoming(turn.status) || !isToCome(turn, deps)) return { ok: false, reason: "over" };
    const refusal =
      refusalOf(roster, moment, turn, deps) ?? (await refusalOfSpeaker(tx, roster, turn, moment));
    if (refusal) return refusal;
    const { date, time, place } = moment;
    const before = { date: turn.heldOn, time: timeOf(turn, roster), place: turn.place };
    if (before.date === date && before.time === time && before.place === place) return { ok: true, date };
    await letGoWhoIsAway(tx, roster, turn, date, deps);
    await changeSession(tx, turn.sessionId, { startsLocal: `${date}T${time}`, place }, deps);
    const isAnotherTime = date !== before.date || time !== before.time;
    await tx
      .update(turns)
      .set({ heldOn: date, updatedAt: deps.now.toString(), ...(isAnotherTime ? askedAnew : {}) })
      .where(eq(turns.id, turnId));
    if (isAnotherTime) await endSwapsOf(tx, [turnId], "moved", deps);
    const facts = { from: before, to: moment };
    await recordHappening(tx, { turnId, kind: "moved", actorId: organiserId, facts }, deps);
    await planSeries(tx, seriesId, deps);
    return { ok: true, date };
  });
}

/** The days before a lecture begin anew at another date. */
const askedAnew = { openCallAt: null, standInsAt: null, organisersAt: null } as const;

/** An extra lecture on a date of its own; the roster asks for it like for any other. */
export async function addLecture(
  db: Database,
  { seriesId, organiserId, ...moment }: NewMoment & { seriesId: string; organiserId: string },
  deps: Deps,
): Promise<Moved> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const refusal = refusalOf(roster, moment, null, deps);
    if (refusal) return refusal;
    const { date, time, place } = moment;
    const lecture = { ...lectureOn(roster.series, date), startsLocal: `${date}T${time}`, place };
    const created = await createSessions(tx, [lecture], deps);
    const turnId = deps.ids.uuid();
    await tx.insert(turns).values({
      id: turnId,
      seriesId,
      heldOn: date,
      plannedOn: date,
      sessionId: created.ids[0]!,
      status: "open",
      updatedAt: deps.now.toString(),
    });
    await recordHappening(tx, { turnId, kind: "added", actorId: organiserId }, deps);
    await planSeries(tx, seriesId, deps);
    return { ok: true, date };
  });
}

/** A date belongs to the lecture held then, and to the one planned for it, whose old links lead there. */
function refusalOf(
  { series, turns: all }: Roster,
  { date, time }: NewMoment,
  turn: Turn | null,
  { now }: Deps,
): Extract<Moved, { ok: false }> | null {
  if (!isBefore(now, instantOf(`${date}T${time}`, series.timeZone))) return { ok: false, reason: "past" };
  const isTaken = all.some(
    ({ id, heldOn, plannedOn }) => id !== turn?.id && (heldOn === date || plannedOn === date),
  );
  return isTaken ? { ok: false, reason: "date-taken" } : null;
}

async function refusalOfSpeaker(
  tx: Database,
  { members, series }: Roster,
  turn: Turn,
  { date, time }: NewMoment,
): Promise<Extract<Moved, { ok: false }> | null> {
  const member = members.find(({ id }) => id === turn.memberId);
  if (!member || turn.status !== "confirmed") return null;
  if (date !== turn.heldOn && !isPresent(member, date))
    return { ok: false, reason: "away", name: member.name };
  const startsAt = instantOf(`${date}T${time}`, series.timeZone).toString();
  const minutes = { seconds: secondsOf(turn) };
  const interval = { id: turn.sessionId, startsAt, endsAt: plus(startsAt, minutes), allDay: false };
  const clashes = await findClashes(tx, [member.personId], interval);
  return clashes.length > 0 ? { ok: false, reason: "clash", name: member.name, clashes } : null;
}

/** Who was only asked, and is away on the new date, is asked no more. */
async function letGoWhoIsAway(tx: Database, roster: Roster, turn: Turn, date: IsoDate, deps: Deps) {
  const asked = turn.offers.filter(({ status }) => status === "open");
  const isAway = ({ memberId }: { memberId: string }) =>
    roster.members.some((member) => member.id === memberId && !isPresent(member, date));
  if (turn.status !== "confirmed" && asked.some(isAway))
    await freeTurn(tx, turn, roster.series, { status: "withdrawn" }, deps);
}

function timeOf(turn: Turn, { series }: Roster): IsoTime {
  return localOf(turn.startsAt, series.timeZone).slice(11, 16);
}

function secondsOf({ startsAt, endsAt }: Turn): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / 1000;
}
