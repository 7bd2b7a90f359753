import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import type { Guest } from "#db/schema/lectures.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import type { Speaker } from "~/sessions/session.ts";
import { changeSession, setSpeakers } from "~/sessions/sessions.server.ts";
import { recordHappening } from "../history.server.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { changeRoster, type Roster, type Turn } from "../roster.server.ts";
import { freeTurn, isToCome, type TurnRef } from "../turn-writes.server.ts";
import { type BusyRefusal, seatSpeakers } from "./seat.server.ts";

export type Decided =
  | { ok: true; name: string }
  | { ok: false; reason: "past" | "has-speaker" | "gone" | "on-roster" | "called-off" }
  | BusyRefusal;

type ByOrganiser = TurnRef & { organiserId: string };
type Named = Extract<Guest, { is: "guest" }>;

/** An organiser puts a colleague who agreed, or themselves, at a turn that nobody has. */
export async function putSpeaker(
  db: Database,
  { organiserId, memberId, ...ref }: ByOrganiser & { memberId: string },
  deps: Deps,
): Promise<Decided> {
  return decide(db, ref, deps, async (tx, roster, turn) => {
    const member = roster.members.find(({ id }) => id === memberId);
    if (!member || member.leftOn !== null) return { ok: false, reason: "gone" };
    const seats = [{ turn, member, topic: "" }];
    const seated = await seatSpeakers(tx, roster.series, { seats, kind: "organiser" }, deps);
    if (!seated.ok) return seated;
    const happened = { turnId: turn.id, kind: "organiser-put" as const, actorId: organiserId, memberId };
    await recordHappening(tx, happened, deps);
    return { ok: true, name: member.name };
  });
}

/** Somebody from outside the roster speaks: it accrues to nobody. */
export async function putGuest(
  db: Database,
  { organiserId, guest, topic, ...ref }: ByOrganiser & { guest: Named; topic: string },
  deps: Deps,
): Promise<Decided> {
  return decide(db, ref, deps, async (tx, roster, turn) => {
    const isMember = ({ personId, leftOn }: { personId: string; leftOn: unknown }) =>
      personId === guest.personId && leftOn === null;
    if (roster.members.some(isMember)) return { ok: false, reason: "on-roster" };
    const speaker = { personId: guest.personId, name: guest.name };
    const title = topic || roster.series.name;
    const given = await give(tx, turn, { guest, topic, title, speakers: [speaker] }, deps);
    if (!given.ok) return given;
    const facts = { name: guest.name, organisationId: guest.organisationId };
    const happened = { turnId: turn.id, kind: "guest" as const, actorId: organiserId, facts };
    await recordHappening(tx, happened, deps);
    return { ok: true, name: guest.name };
  });
}

/** Nobody in particular speaks: whoever wants, on the spot. It accrues to nobody. */
export async function openFloor(
  db: Database,
  { organiserId, ...ref }: ByOrganiser,
  deps: Deps,
): Promise<Decided> {
  return decide(db, ref, deps, async (tx, { series }, turn) => {
    const { t } = getText(isLocale(series.language) ? series.language : "en");
    const guest = { is: "open-floor" } as const;
    const given = await give(
      tx,
      turn,
      { guest, topic: "", title: t("turn.openFloorTitle"), speakers: [] },
      deps,
    );
    if (!given.ok) return given;
    await recordHappening(tx, { turnId: turn.id, kind: "open-floor", actorId: organiserId }, deps);
    return { ok: true, name: "" };
  });
}

/** A speaker cannot come and an organiser says so for them, or there shall be a guest no more: the week is free again. */
export async function releaseTurn(
  db: Database,
  { seriesId, turnId, organiserId }: ByOrganiser,
  deps: Deps,
): Promise<{ ok: boolean }> {
  return changeRoster(db, seriesId, async (tx, { series, turns: all }) => {
    const turn = all.find(({ id }) => id === turnId);
    if (turn?.status !== "confirmed" || !isToCome(turn, deps)) return { ok: false };
    await freeTurn(tx, turn, series, { status: "withdrawn" }, deps);
    const { memberId } = turn;
    const happened = { turnId, kind: "withdrew" as const, actorId: organiserId, memberId };
    await recordHappening(tx, { ...happened, facts: { byOrganiser: true } }, deps);
    if (memberId) {
      const payload = { memberId, reason: "", byOrganiser: true };
      await recordEvent(tx, { kind: "turn.withdrew", subject: turnId, payload, now: deps.now });
    }
    await planSeries(tx, seriesId, deps);
    return { ok: true };
  });
}

async function decide(
  db: Database,
  { seriesId, turnId }: TurnRef,
  deps: Deps,
  work: (tx: Database, roster: Roster, turn: Turn) => Promise<Decided>,
): Promise<Decided> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const turn = roster.turns.find(({ id }) => id === turnId);
    if (!turn || !isToCome(turn, deps)) return { ok: false, reason: "past" };
    if (turn.status === "confirmed") return { ok: false, reason: "has-speaker" };
    if (turn.status !== "open" && turn.status !== "offered") return { ok: false, reason: "called-off" };
    const decided = await work(tx, roster, turn);
    if (decided.ok) await planSeries(tx, seriesId, deps);
    return decided;
  });
}

/** The turn is taken care of without the roster; whoever was asked for it is let off. */
async function give(
  tx: Database,
  turn: Turn,
  { guest, topic, title, speakers }: { guest: Guest; topic: string; title: string; speakers: Speaker[] },
  { now }: Deps,
): Promise<{ ok: true } | BusyRefusal> {
  const set = await setSpeakers(tx, turn.sessionId, speakers, { now });
  if (!set.ok) return { ...set, name: speakers[0]?.name ?? "" };
  await changeSession(tx, turn.sessionId, { status: "confirmed", title }, { now });
  const at = now.toString();
  const change = { status: "confirmed" as const, memberId: null, guest, topic, explanation: null };
  await tx
    .update(turns)
    .set({ ...change, updatedAt: at })
    .where(eq(turns.id, turn.id));
  const released = await tx
    .update(offers)
    .set({ status: "withdrawn", answeredAt: at })
    .where(and(eq(offers.turnId, turn.id), eq(offers.status, "open")))
    .returning();
  for (const { id } of released)
    await recordEvent(tx, { kind: "turn.released", subject: turn.id, payload: { offerId: id }, now });
  return { ok: true };
}
