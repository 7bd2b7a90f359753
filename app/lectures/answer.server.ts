import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, rosterMembers, turns } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { changeSession, setSpeakers } from "~/sessions/sessions.server.ts";
import { accountsOf } from "./books.ts";
import { explain } from "./explain.ts";
import { emptyAccount } from "./ledger.ts";
import { declinesBeforePause } from "./offer.ts";
import { type Deps, planSeries } from "./plan.server.ts";
import { presentAt } from "./presence.ts";
import { changeRoster, type Member, memberOf, type Roster, type Turn } from "./roster.server.ts";
import { freeTurn, isToCome, type TurnRef } from "./turns.server.ts";

type Refused = { ok: false; reason: "not-asked" | "past" } | { ok: false; reason: "clash"; clashes: Clash[] };
export type Accept = { ok: true } | Refused;
export type Decline = { ok: true; paused: boolean } | { ok: false; reason: "not-asked" | "past" };
export type Volunteer = { ok: true } | Refused | { ok: false; reason: "taken" | "not-a-member" };

/** The member asked says yes. Saying it twice changes nothing; something else at that time is a refusal. */
export async function acceptTurn(
  db: Database,
  { seriesId, turnId, personId, topic }: TurnRef & { personId: string; topic: string },
  deps: Deps,
): Promise<Accept> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const { turn, member } = whatTheyWereAsked(roster, turnId, personId);
    if (!turn || !member) return { ok: false, reason: "not-asked" };
    if (!isToCome(turn, deps)) return { ok: false, reason: "past" };
    if (turn.status === "confirmed") return { ok: true };
    const confirmed = await confirm(tx, { roster, turn, member, topic: topic || turn.topic }, deps);
    if (!confirmed.ok) return confirmed;
    const [offer] = await tx
      .update(offers)
      .set({ status: "accepted", answeredAt: deps.now.toString() })
      .where(and(eq(offers.turnId, turnId), eq(offers.status, "open")))
      .returning();
    await recordEvent(tx, {
      kind: "turn.answered",
      subject: turnId,
      payload: { offerId: offer?.id },
      now: deps.now,
    });
    await planSeries(tx, seriesId, deps);
    return { ok: true };
  });
}

/**
 * The member asked, or the speaker who had agreed, says no, and the next in line is asked at once. The third time in
 * a row they are paused, and a human asks why.
 */
export async function declineTurn(
  db: Database,
  { seriesId, turnId, personId, reason }: TurnRef & { personId: string; reason: string },
  deps: Deps,
): Promise<Decline> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const { turn, member } = whatTheyWereAsked(roster, turnId, personId);
    if (!turn || !member) return { ok: false, reason: "not-asked" };
    if (!isToCome(turn, deps)) return { ok: false, reason: "past" };
    const offerId = await freeTurn(tx, turn, roster.series, { status: "declined", reason }, deps);
    const paused = await countDecline(tx, member, deps);
    await recordEvent(tx, {
      kind: "turn.answered",
      subject: turnId,
      payload: { offerId, paused },
      now: deps.now,
    });
    await planSeries(tx, seriesId, deps);
    return { ok: true, paused };
  });
}

/** A member takes a turn that nobody has been asked for yet. */
export async function volunteerForTurn(
  db: Database,
  { seriesId, turnId, personId, topic }: TurnRef & { personId: string; topic: string },
  deps: Deps,
): Promise<Volunteer> {
  return changeRoster(db, seriesId, async (tx, roster) => {
    const member = memberOf(roster, personId);
    if (!member || member.leftOn !== null) return { ok: false, reason: "not-a-member" };
    const turn = roster.turns.find(({ id }) => id === turnId);
    if (turn?.status !== "open") return { ok: false, reason: "taken" };
    if (!isToCome(turn, deps)) return { ok: false, reason: "past" };
    const confirmed = await confirm(tx, { roster, turn, member, topic }, deps);
    if (!confirmed.ok) return confirmed;
    const now = deps.now.toString();
    await tx.insert(offers).values({
      id: deps.ids.uuid(),
      turnId,
      memberId: member.id,
      status: "accepted",
      offeredAt: now,
      answeredAt: now,
    });
    await tx
      .update(turns)
      .set({ explanation: whyTheyVolunteered(roster, turn, member) })
      .where(eq(turns.id, turnId));
    await planSeries(tx, seriesId, deps);
    return { ok: true };
  });
}

/** Counts a refusal; true when it was the one too many. */
export async function countDecline(tx: Database, member: Pick<Member, "id">, { now }: Pick<Deps, "now">) {
  const [row] = await tx
    .update(rosterMembers)
    .set({ declinesInARow: sql`${rosterMembers.declinesInARow} + 1` })
    .where(eq(rosterMembers.id, member.id))
    .returning();
  if (!row || row.declinesInARow < declinesBeforePause) return false;
  await tx.update(rosterMembers).set({ pausedAt: now.toString() }).where(eq(rosterMembers.id, member.id));
  return true;
}

function whatTheyWereAsked(roster: Roster, turnId: string, personId: string) {
  const member = memberOf(roster, personId);
  const turn = roster.turns.find(({ id }) => id === turnId);
  const isTheirs = turn?.memberId === member?.id && ["offered", "confirmed"].includes(turn?.status ?? "");
  return isTheirs ? { turn, member } : {};
}

async function confirm(
  tx: Database,
  { roster, turn, member, topic }: { roster: Roster; turn: Turn; member: Member; topic: string },
  { now }: Deps,
): Promise<{ ok: true } | { ok: false; reason: "clash"; clashes: Clash[] }> {
  const speaker = { personId: member.personId, name: member.name };
  const set = await setSpeakers(tx, turn.sessionId, [speaker], { now });
  if (!set.ok) return set;
  await changeSession(
    tx,
    turn.sessionId,
    { status: "confirmed", title: topic || roster.series.name },
    { now },
  );
  await tx
    .update(turns)
    .set({ status: "confirmed", memberId: member.id, topic, updatedAt: now.toString() })
    .where(eq(turns.id, turn.id));
  await tx.update(rosterMembers).set({ declinesInARow: 0 }).where(eq(rosterMembers.id, member.id));
  return { ok: true };
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
