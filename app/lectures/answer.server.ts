import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { turns } from "#db/schema/index.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { accountsOf } from "./books.ts";
import { type Answered, answerAs, type OfferAnswer } from "./escalation/answer-offer.server.ts";
import { explain } from "./explain.ts";
import { recordHappening } from "./history.server.ts";
import { emptyAccount } from "./ledger.ts";
import { memberOf } from "./member-of.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { presentAt } from "./presence.ts";
import { changeRoster, type Member, type Roster, type Turn } from "./roster.server.ts";
import { confirmSpeaker, isToCome, type TurnRef } from "./turn-writes.server.ts";

type Refused = { ok: false; reason: "not-asked" | "past" } | { ok: false; reason: "clash"; clashes: Clash[] };
export type Accept = { ok: true } | Refused;
export type Decline = { ok: true; paused: boolean } | { ok: false; reason: "not-asked" | "past" };
export type Volunteer = { ok: true } | Refused | { ok: false; reason: "taken" | "not-a-member" };

/** The member asked says yes. Saying it twice changes nothing; something else at that time is a refusal. */
export async function acceptTurn(
  db: Database,
  { topic, ...who }: TurnRef & { personId: string; topic: string },
  deps: Deps,
): Promise<Accept> {
  const answered = await answerTurn(db, who, { answer: "yes", topic, reason: "" }, deps);
  return answered.ok ? { ok: true } : refusalOf(answered);
}

/**
 * The member asked, or the speaker who had agreed, says no, and the next in line is asked at once. The third time in
 * a row they are paused, and a human asks why.
 */
export async function declineTurn(
  db: Database,
  { reason, ...who }: TurnRef & { personId: string; reason: string },
  deps: Deps,
): Promise<Decline> {
  const answered = await answerTurn(db, who, { answer: "no", topic: "", reason }, deps);
  if (answered.ok) return { ok: true, paused: answered.paused };
  return { ok: false, reason: answered.reason === "past" ? "past" : "not-asked" };
}

/** By the last offer they had for this turn. */
async function answerTurn(
  db: Database,
  { seriesId, turnId, personId }: TurnRef & { personId: string },
  answer: OfferAnswer,
  deps: Deps,
): Promise<Answered> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    const turn = roster.turns.find(({ id }) => id === turnId);
    const offer = turn?.offers.findLast(({ memberId }) => memberId === member?.id);
    if (!turn || !member || !offer) return { ok: false, reason: "unknown" };
    return answerAs(tx, { roster, turn, offer, member }, answer, deps);
  });
}

function refusalOf(answered: Extract<Answered, { ok: false }>): Refused {
  if (answered.reason === "clash") return answered;
  return { ok: false, reason: answered.reason === "past" ? "past" : "not-asked" };
}

/** A member takes a turn that nobody is asked for alone: one only planned, or one that all were called for. */
export async function volunteerForTurn(
  db: Database,
  { seriesId, turnId, personId, topic }: TurnRef & { personId: string; topic: string },
  deps: Deps,
): Promise<Volunteer> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    if (!member || member.leftOn !== null) return { ok: false, reason: "not-a-member" };
    const turn = roster.turns.find(({ id }) => id === turnId);
    if (turn?.status === "confirmed" && turn.memberId === member.id) return { ok: true };
    if (turn?.status !== "open") return { ok: false, reason: "taken" };
    if (!isToCome(turn, deps)) return { ok: false, reason: "past" };
    const wish = { series: roster.series, turn, member, topic, by: { kind: "volunteer" as const } };
    const confirmed = await confirmSpeaker(tx, wish, deps);
    if (!confirmed.ok) return confirmed;
    await tx
      .update(turns)
      .set({ explanation: whyTheyVolunteered(roster, turn, member) })
      .where(eq(turns.id, turnId));
    const happened = { turnId, kind: "volunteered" as const, actorId: personId, memberId: member.id };
    await recordHappening(tx, happened, deps);
    await planSeries(tx, seriesId, deps);
    return { ok: true };
  });
}

function whyTheyVolunteered(roster: Roster, turn: Turn, member: Member) {
  const accounts = accountsOf(roster.turns);
  return explain({
    reason: "volunteered",
    relaxed: null,
    account: accounts.get(member.id) ?? emptyAccount,
    ahead: 0,
    present: presentAt(roster.members, turn.heldOn, member.id).length,
    candidates: 1,
    organisation: null,
  });
}
