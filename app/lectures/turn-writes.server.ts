import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, rosterMembers, rosterTopics, turns } from "#db/schema/index.ts";
import type { OfferKind, OfferStatus } from "#db/schema/lectures.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Ids } from "~/platform/ids.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import type { Clash } from "~/sessions/commitments.server.ts";
import { cancelSession, changeSession, setSpeakers } from "~/sessions/sessions.server.ts";
import type { Member, Turn } from "./roster.server.ts";
import type { Series } from "./series.ts";
import { endSwapsOf } from "./swaps/swaps.server.ts";

export interface TurnRef {
  seriesId: string;
  turnId: string;
}

interface Deps {
  now: Instant;
  ids: Ids;
}

type Named = Pick<Series, "name">;
type Known = Pick<Turn, "id" | "sessionId" | "status">;

/** Nobody is asked and nobody speaks; the escalation begins anew with the stage in force. */
const nobody = {
  memberId: null,
  guest: null,
  explanation: null,
  openCallAt: null,
  standInsAt: null,
  organisersAt: null,
} as const;

/** What a speaker prepared goes with them. */
const nothingPrepared = { notes: "", links: [] };

/** Whether a lecture has not begun. */
export function isToCome(turn: Pick<Turn, "startsAt">, { now }: Pick<Deps, "now">): boolean {
  return isBefore(now, turn.startsAt);
}

/**
 * A member speaks at a turn: by the offer given, or by one written down here as accepted. Whoever else was asked is
 * let off with thanks. What they have at that time already is a refusal.
 */
export async function confirmSpeaker(
  tx: Database,
  wish: {
    series: Named;
    turn: Known;
    member: Pick<Member, "id" | "personId" | "name" | "pausedBy">;
    topic: string;
    by: { offerId: string } | { kind: OfferKind };
  },
  { now, ids }: Deps,
): Promise<{ ok: true; offerId: string } | { ok: false; reason: "clash"; clashes: Clash[] }> {
  const { series, turn, member, topic } = wish;
  const speaker = { personId: member.personId, name: member.name };
  const set = await setSpeakers(tx, turn.sessionId, [speaker], { now });
  if (!set.ok) return set;
  await changeSession(tx, turn.sessionId, { status: "confirmed", title: topic || series.name }, { now });
  const at = now.toString();
  await tx
    .update(turns)
    .set({ status: "confirmed", memberId: member.id, guest: null, topic, ...nothingPrepared, updatedAt: at })
    .where(eq(turns.id, turn.id));
  const again = member.pausedBy === "declines" ? { pausedAt: null, pausedBy: null } : {};
  await tx
    .update(rosterMembers)
    .set({ declinesInARow: 0, ...again })
    .where(eq(rosterMembers.id, member.id));
  const answer = { status: "accepted" as const, answeredAt: at };
  const offerId = "offerId" in wish.by ? wish.by.offerId : ids.uuid();
  if ("offerId" in wish.by) await tx.update(offers).set(answer).where(eq(offers.id, offerId));
  await releaseOthers(tx, turn.id, offerId, { now });
  if ("kind" in wish.by) {
    const { kind } = wish.by;
    await tx
      .insert(offers)
      .values({ id: offerId, turnId: turn.id, memberId: member.id, kind, ...answer, offeredAt: at });
  }
  await tx
    .update(rosterTopics)
    .set({ turnId: turn.id })
    .where(
      and(eq(rosterTopics.memberId, member.id), eq(rosterTopics.title, topic), isNull(rosterTopics.turnId)),
    );
  return { ok: true, offerId };
}

async function releaseOthers(
  tx: Database,
  turnId: string,
  offerId: string,
  { now }: Pick<Deps, "now">,
): Promise<void> {
  const others = await tx
    .update(offers)
    .set({ status: "withdrawn", answeredAt: now.toString() })
    .where(
      and(eq(offers.turnId, turnId), ne(offers.id, offerId), inArray(offers.status, ["open", "accepted"])),
    )
    .returning();
  for (const { id } of others)
    await recordEvent(tx, { kind: "turn.released", subject: turnId, payload: { offerId: id }, now });
}

/**
 * Gives a turn back to the roster: its open or accepted offers end as said, nobody speaks at it for now, and its
 * topic waits for its speaker's next turn where it had waited before.
 */
export async function freeTurn(
  tx: Database,
  turn: Known,
  series: Named,
  answer: { status: Extract<OfferStatus, "declined" | "withdrawn">; reason?: string },
  { now }: Pick<Deps, "now">,
): Promise<void> {
  const at = now.toString();
  await tx
    .update(offers)
    .set({ ...answer, answeredAt: at })
    .where(and(eq(offers.turnId, turn.id), inArray(offers.status, ["open", "accepted"])));
  await tx
    .update(turns)
    .set({ ...nobody, status: "open", topic: "", ...nothingPrepared, updatedAt: at })
    .where(eq(turns.id, turn.id));
  await tx.update(rosterTopics).set({ turnId: null }).where(eq(rosterTopics.turnId, turn.id));
  await endSwapsOf(tx, [turn.id], "given-up", { now });
  if (turn.status === "confirmed" || turn.status === "cancelled") {
    await setSpeakers(tx, turn.sessionId, [], { now });
    await changeSession(tx, turn.sessionId, { status: "tentative", title: series.name }, { now });
  }
}

/** Ends whatever was asked and agreed for a turn, and cancels its lecture. */
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
    .set({ ...nobody, status: "cancelled", updatedAt: now.toString() })
    .where(eq(turns.id, turn.id));
  await endSwapsOf(tx, [turn.id], "given-up", { now });
  await cancelSession(tx, turn.sessionId, { now });
}
