import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, people, rosterMembers, rosterTopics, sessions, turns } from "#db/schema/index.ts";
import type { Guest, OfferKind, OfferStatus, TurnStatus } from "#db/schema/lectures.ts";
import { isUuid } from "~/platform/ids.ts";
import { type Instant, type IsoDate, type IsoInstant, isBefore } from "~/platform/time.ts";
import type { Explanation } from "../explain.ts";
import { requireSeries } from "../series.server.ts";
import type { Series } from "../series.ts";

/** Who reads a mail or a page that a mail led to. */
export interface TurnReader {
  personId: string;
  name: string;
  email: string;
  language: string | null;
  timeZone: string | null;
}

/** A turn and its lecture, as far as letters tell of it. */
export interface TurnFacts {
  id: string;
  seriesId: string;
  sessionId: string;
  date: IsoDate;
  status: TurnStatus;
  memberId: string | null;
  guest: Guest | null;
  topic: string;
  why: Explanation | null;
  openCallAt: IsoInstant | null;
  organisersAt: IsoInstant | null;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  place: string;
  timeZone: string;
  series: Series;
}

export interface OfferFacts {
  id: string;
  kind: OfferKind;
  status: OfferStatus;
  reason: string;
  deadlineAt: IsoInstant | null;
  member: { id: string; leftOn: IsoDate | null; paused: boolean };
  reader: TurnReader;
  turn: TurnFacts;
}

const readerColumns = {
  personId: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
  timeZone: people.timeZone,
};

export async function findTurn(db: Database, turnId: string): Promise<TurnFacts | null> {
  const [found] = await db
    .select({
      id: turns.id,
      seriesId: turns.seriesId,
      sessionId: turns.sessionId,
      date: turns.heldOn,
      status: turns.status,
      memberId: turns.memberId,
      guest: turns.guest,
      topic: turns.topic,
      why: turns.explanation,
      openCallAt: turns.openCallAt,
      organisersAt: turns.organisersAt,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      place: sessions.place,
      timeZone: sessions.timeZone,
    })
    .from(turns)
    .innerJoin(sessions, eq(sessions.id, turns.sessionId))
    .where(eq(turns.id, turnId));
  if (!found) return null;
  const series = await requireSeries(db, found.seriesId);
  return { ...found, why: found.why as Explanation | null, series };
}

/** An offer, whom it was made to and its turn; null for what is no id of one. */
export async function findOffer(db: Database, id: unknown): Promise<OfferFacts | null> {
  if (typeof id !== "string" || !isUuid(id)) return null;
  const [found] = await db
    .select({
      id: offers.id,
      turnId: offers.turnId,
      kind: offers.kind,
      status: offers.status,
      reason: offers.reason,
      deadlineAt: offers.deadlineAt,
      memberId: rosterMembers.id,
      leftOn: rosterMembers.leftOn,
      pausedAt: rosterMembers.pausedAt,
      reader: readerColumns,
    })
    .from(offers)
    .innerJoin(rosterMembers, eq(rosterMembers.id, offers.memberId))
    .innerJoin(people, eq(people.id, rosterMembers.personId))
    .where(eq(offers.id, id));
  if (!found) return null;
  const { turnId, memberId, leftOn, pausedAt, ...offer } = found;
  const turn = await findTurn(db, turnId);
  return turn && { ...offer, member: { id: memberId, leftOn, paused: pausedAt !== null }, turn };
}

/** Readers by the member they are, without those who have left. */
export async function listReaders(
  db: Database,
  memberIds: readonly string[],
): Promise<(TurnReader & { memberId: string })[]> {
  if (memberIds.length === 0) return [];
  return db
    .select({ ...readerColumns, memberId: rosterMembers.id })
    .from(rosterMembers)
    .innerJoin(people, eq(people.id, rosterMembers.personId))
    .where(inArray(rosterMembers.id, [...memberIds]))
    .orderBy(asc(people.email));
}

/** Organisers and admins of the hosts. */
export async function listOrganisers(db: Database, { hosts }: Pick<Series, "hosts">): Promise<TurnReader[]> {
  const ids = hosts.map(({ id }) => id);
  return db
    .select(readerColumns)
    .from(people)
    .where(and(inArray(people.organisationId, ids), ne(people.role, "member")))
    .orderBy(asc(people.email));
}

export async function findReader(db: Database, personId: string): Promise<TurnReader | null> {
  const [reader] = await db.select(readerColumns).from(people).where(eq(people.id, personId));
  return reader ?? null;
}

/** The topic that has waited longest for its speaker's turn; empty when none does. */
export async function waitingTopic(db: Database, memberId: string): Promise<string> {
  const [topic] = await db
    .select({ title: rosterTopics.title })
    .from(rosterTopics)
    .where(and(eq(rosterTopics.memberId, memberId), isNull(rosterTopics.turnId)))
    .orderBy(asc(rosterTopics.createdAt), asc(rosterTopics.id))
    .limit(1);
  return topic?.title ?? "";
}

/** Whether a turn still looks for somebody: nobody has it, it is on, and it has not begun. */
export function isSought({ status, guest, startsAt }: TurnFacts, now: Instant): boolean {
  return (status === "open" || status === "offered") && guest === null && isBefore(now, startsAt);
}
