import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers } from "#db/schema/index.ts";
import { findLink } from "~/platform/mailed-links.server.ts";
import type { Instant } from "~/platform/time.ts";
import {
  findOffer,
  findReader,
  findTurn,
  type OfferFacts,
  type TurnFacts,
  type TurnReader,
  waitingTopic,
} from "../mails/facts.server.ts";
import { type Standing, standingOf } from "./standing.ts";

/** What the secret of a mail opens: a turn, for one person who need not have signed in. */
export interface LinkedTurn {
  reader: TurnReader;
  turn: TurnFacts;
  /** Null where everybody was asked at once. */
  offer: OfferFacts | null;
  /** Their topic that waits for a turn; empty when none does. */
  waiting: string;
  standing: Standing;
}

/** Looking changes nothing. Null for what was never mailed to anybody, or whose reader or turn is gone. */
export async function findLinkedTurn(db: Database, token: string, now: Instant): Promise<LinkedTurn | null> {
  const forOffer = await findLink(db, "offer", token);
  const link = forOffer ?? (await findLink(db, "open-call", token));
  if (!link) return null;
  const offer = forOffer ? await findOffer(db, forOffer.subject) : null;
  // An offer is answered by whom it was made to.
  if (forOffer && offer?.reader.personId !== forOffer.personId) return null;
  const turn = offer?.turn ?? (await findTurn(db, link.subject));
  const reader = await findReader(db, link.personId);
  if (!turn || !reader) return null;
  const member = await findMember(db, turn.seriesId, link.personId);
  const memberId = member && member.leftOn === null ? member.id : null;
  const { status, startsAt, guest } = turn;
  const facts = { status, startsAt, memberId: turn.memberId, hasGuest: guest !== null };
  return {
    reader,
    turn,
    offer,
    waiting: memberId ? await waitingTopic(db, memberId) : "",
    standing: standingOf({ offer: offer?.status ?? null, turn: facts, memberId }, now),
  };
}

async function findMember(db: Database, seriesId: string, personId: string) {
  const [member] = await db
    .select({ id: rosterMembers.id, leftOn: rosterMembers.leftOn })
    .from(rosterMembers)
    .where(and(eq(rosterMembers.seriesId, seriesId), eq(rosterMembers.personId, personId)));
  return member ?? null;
}
