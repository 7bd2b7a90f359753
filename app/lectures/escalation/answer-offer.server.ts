import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, turns } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { countDecline } from "../declines.server.ts";
import { recordHappening } from "../history.server.ts";
import { type Deps, planSeries } from "../plan.server.ts";
import { changeRoster, type Member, type Offer, type Roster, type Turn } from "../roster.server.ts";
import { confirmSpeaker, freeTurn, isToCome } from "../turn-writes.server.ts";

export interface OfferAnswer {
  answer: "yes" | "no";
  topic: string;
  reason: string;
}

export type Answered =
  | { ok: true; speaks: boolean; paused: boolean }
  | { ok: false; reason: "unknown" | "taken" | "closed" | "past" }
  | { ok: false; reason: "clash"; clashes: Clash[] };

interface Asked {
  roster: Roster;
  turn: Turn;
  offer: Offer;
  member: Member;
}

/**
 * Somebody who was asked answers, signed in or by a mailed link. Silence that has lapsed can still become a yes until
 * another accepts; a no gives the turn back and the next in line is asked at once. Saying the same twice changes nothing.
 */
export async function answerOffer(
  db: Database,
  { offerId, personId, ...answer }: OfferAnswer & { offerId: string; personId: string },
  deps: Deps,
): Promise<Answered> {
  const [found] = await db
    .select({ seriesId: turns.seriesId, turnId: turns.id })
    .from(offers)
    .innerJoin(turns, eq(turns.id, offers.turnId))
    .where(eq(offers.id, offerId));
  if (!found) return { ok: false, reason: "unknown" };
  return changeRoster(db, found.seriesId, async (tx, roster) => {
    const turn = roster.turns.find(({ id }) => id === found.turnId);
    const offer = turn?.offers.find(({ id }) => id === offerId);
    const member = roster.members.find(({ id }) => id === offer?.memberId);
    if (!turn || !offer || member?.personId !== personId) return { ok: false, reason: "unknown" };
    return answerAs(tx, { roster, turn, offer, member }, answer, deps);
  });
}

/** The same inside a transaction that holds the roster. */
export async function answerAs(
  tx: Database,
  asked: Asked,
  answer: OfferAnswer,
  deps: Deps,
): Promise<Answered> {
  if (!isToCome(asked.turn, deps)) return { ok: false, reason: "past" };
  return answer.answer === "yes" ? sayYes(tx, asked, answer, deps) : sayNo(tx, asked, answer, deps);
}

async function sayYes(
  tx: Database,
  { roster, turn, offer, member }: Asked,
  { topic }: OfferAnswer,
  deps: Deps,
): Promise<Answered> {
  const { series } = roster;
  if (turn.status === "confirmed")
    return turn.memberId === member.id
      ? { ok: true, speaks: true, paused: false }
      : { ok: false, reason: "taken" };
  if (turn.status === "cancelled" || member.leftOn !== null) return { ok: false, reason: "closed" };
  const isLate = offer.status === "lapsed" || turn.status === "open";
  if (offer.status !== "open" && !isLate) return { ok: false, reason: "taken" };
  const wish = { series, turn, member, topic: topic || turn.topic, by: { offerId: offer.id } };
  const confirmed = await confirmSpeaker(tx, wish, deps);
  if (!confirmed.ok) return confirmed;
  const happened = { turnId: turn.id, actorId: member.personId, memberId: member.id };
  await recordHappening(tx, { ...happened, kind: "accepted" }, deps);
  await tellAnswered(tx, turn, offer, false, deps);
  await planSeries(tx, series.id, deps);
  return { ok: true, speaks: true, paused: false };
}

async function sayNo(
  tx: Database,
  { roster, turn, offer, member }: Asked,
  { reason }: OfferAnswer,
  deps: Deps,
): Promise<Answered> {
  const speaks = turn.status === "confirmed" && turn.memberId === member.id;
  if (speaks) await freeTurn(tx, turn, roster.series, { status: "declined", reason }, deps);
  else if (offer.status === "open" || offer.status === "lapsed")
    await declineOffer(tx, turn, offer, reason, deps);
  else if (offer.status === "declined") return { ok: true, speaks: false, paused: false };
  else return { ok: false, reason: turn.status === "confirmed" ? "taken" : "closed" };
  // A lapse was counted when it happened; to be asked as one of two stand-ins is a favour that may be refused.
  const counts = speaks || (offer.status === "open" && offer.kind === "ledger");
  const paused = counts && (await countDecline(tx, member.id, deps));
  const happened = { turnId: turn.id, actorId: member.personId, memberId: member.id };
  await recordHappening(tx, { ...happened, kind: speaks ? "withdrew" : "declined", facts: { reason } }, deps);
  if (speaks) {
    const payload = { memberId: member.id, reason };
    await recordEvent(tx, { kind: "turn.withdrew", subject: turn.id, payload, now: deps.now });
  }
  await tellAnswered(tx, turn, offer, paused, deps);
  await planSeries(tx, roster.series.id, deps);
  return { ok: true, speaks: false, paused };
}

async function declineOffer(
  tx: Database,
  turn: Turn,
  offer: Offer,
  reason: string,
  { now }: Deps,
): Promise<void> {
  const at = now.toString();
  await tx.update(offers).set({ status: "declined", reason, answeredAt: at }).where(eq(offers.id, offer.id));
  if (turn.status === "offered" && turn.memberId === offer.memberId) {
    await tx
      .update(turns)
      .set({ status: "open", memberId: null, explanation: null, topic: "", updatedAt: at })
      .where(eq(turns.id, turn.id));
  }
}

async function tellAnswered(tx: Database, turn: Turn, offer: Offer, paused: boolean, { now }: Deps) {
  const payload = { offerId: offer.id, paused };
  await recordEvent(tx, { kind: "turn.answered", subject: turn.id, payload, now });
}
