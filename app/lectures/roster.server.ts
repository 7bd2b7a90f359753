import { and, asc, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import {
  offers,
  organisations,
  people,
  rosterAbsences,
  rosterMembers,
  sessions,
  turns,
} from "#db/schema/index.ts";
import type { Guest, OfferKind, OfferStatus, PausedBy, TurnStatus } from "#db/schema/lectures.ts";
import type { IsoDate, IsoInstant } from "~/platform/time.ts";
import type { Explanation } from "./explain.ts";
import type { Earning } from "./ledger.ts";
import type { PlannedTurn, RosterFacts } from "./plan.ts";
import type { RosterMember } from "./presence.ts";
import { lockSeries, requireSeries } from "./series.server.ts";
import type { Series, SeriesHost } from "./series.ts";

/** A stretch a member cannot speak; both dates included. */
export interface Absence {
  id: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  note: string;
}

/** Somebody who is or was on the roster. */
export interface Member extends RosterMember {
  personId: string;
  name: string;
  /** Null for who belongs to none any more. */
  organisation: SeriesHost | null;
  absences: Absence[];
  weekdays: number[];
  notBefore: IsoDate | null;
  pausedUntil: IsoDate | null;
  /** Null when not paused. */
  pausedBy: PausedBy | null;
  declinesInARow: number;
}

export interface Turn extends PlannedTurn {
  seriesId: string;
  sessionId: string;
  status: TurnStatus;
  topic: string;
  explanation: Explanation | null;
  present: Earning[] | null;
  /** The date its rhythm gave it. */
  plannedOn: IsoDate;
  /** Of the lecture as attendees see it, moved for one week or not. */
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  place: string;
  /** Who speaks without being on the roster. */
  guest: Guest | null;
  openCallAt: IsoInstant | null;
  standInsAt: IsoInstant | null;
  organisersAt: IsoInstant | null;
  /** Every offer there was for it, in order. */
  offers: Offer[];
}

export interface Offer {
  id: string;
  turnId: string;
  memberId: string;
  kind: OfferKind;
  status: OfferStatus;
  offeredAt: IsoInstant;
  /** When it lapses; null where nobody waits for it. */
  deadlineAt: IsoInstant | null;
  reminders: number;
  answeredAt: IsoInstant | null;
}

/** All that the ledger looks at, with the names beside it. */
export interface Roster extends RosterFacts {
  series: Series;
  members: Member[];
  turns: Turn[];
}

/** Does a piece of work on a roster that nobody else changes meanwhile, in one transaction. */
export async function changeRoster<T>(
  db: Database,
  seriesId: string,
  work: (tx: Database, roster: Roster) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await lockSeries(tx, seriesId);
    return work(tx, await loadRoster(tx, await requireSeries(tx, seriesId)));
  });
}

/** The whole roster in four queries: everybody who ever joined, every turn there ever was. */
export async function loadRoster(db: Database, series: Series): Promise<Roster> {
  return {
    series,
    mode: series.rosterMode,
    seed: series.seed,
    members: await listMembers(db, series.id),
    turns: await listTurns(db, series.id),
  };
}

async function listMembers(db: Database, seriesId: string): Promise<Member[]> {
  const rows = await db
    .select({
      id: rosterMembers.id,
      personId: rosterMembers.personId,
      name: people.name,
      organisation: {
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        colour: organisations.colour,
      },
      joinedOn: rosterMembers.joinedOn,
      leftOn: rosterMembers.leftOn,
      pausedAt: rosterMembers.pausedAt,
      pausedBy: rosterMembers.pausedBy,
      pausedUntil: rosterMembers.pausedUntil,
      weekdays: rosterMembers.weekdays,
      notBefore: rosterMembers.notBefore,
      declinesInARow: rosterMembers.declinesInARow,
    })
    .from(rosterMembers)
    .innerJoin(people, eq(people.id, rosterMembers.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(rosterMembers.seriesId, seriesId))
    .orderBy(asc(people.name), asc(rosterMembers.id));
  const absences = await db
    .select({
      id: rosterAbsences.id,
      memberId: rosterAbsences.memberId,
      startsOn: rosterAbsences.startsOn,
      endsOn: rosterAbsences.endsOn,
      note: rosterAbsences.note,
    })
    .from(rosterAbsences)
    .innerJoin(rosterMembers, eq(rosterMembers.id, rosterAbsences.memberId))
    .where(eq(rosterMembers.seriesId, seriesId))
    .orderBy(asc(rosterAbsences.startsOn), asc(rosterAbsences.id));
  return rows.map(({ pausedAt, ...row }) => ({
    ...row,
    organisationId: row.organisation?.id ?? "",
    paused: pausedAt !== null,
    absences: absences
      .filter(({ memberId }) => memberId === row.id)
      .map(({ memberId, ...absence }) => absence),
  }));
}

async function listTurns(db: Database, seriesId: string): Promise<Turn[]> {
  const { notes, links, updatedAt, ...columns } = getTableColumns(turns);
  const rows = await db
    .select({ ...columns, startsAt: sessions.startsAt, endsAt: sessions.endsAt, place: sessions.place })
    .from(turns)
    .innerJoin(sessions, eq(sessions.id, turns.sessionId))
    .where(eq(turns.seriesId, seriesId))
    .orderBy(asc(turns.heldOn));
  const { reason, ...asked } = getTableColumns(offers);
  const made: Offer[] = await db
    .select(asked)
    .from(offers)
    .innerJoin(turns, eq(turns.id, offers.turnId))
    .where(eq(turns.seriesId, seriesId))
    .orderBy(asc(offers.offeredAt), asc(offers.id));
  const byTurn = new Map<string, Offer[]>(rows.map(({ id }) => [id, []]));
  for (const offer of made) byTurn.get(offer.turnId)?.push(offer);
  return rows.map((row) => {
    const own = byTurn.get(row.id) ?? [];
    const refused = own.filter(({ status }) => status === "declined" || status === "lapsed");
    return {
      ...row,
      explanation: row.explanation as Explanation | null,
      offers: own,
      declinedBy: [...new Set(refused.map(({ memberId }) => memberId))],
    };
  });
}

export async function isOnRoster(db: Database, seriesId: string, personId: string): Promise<boolean> {
  const [member] = await db
    .select({ id: rosterMembers.id })
    .from(rosterMembers)
    .where(
      and(
        eq(rosterMembers.seriesId, seriesId),
        eq(rosterMembers.personId, personId),
        isNull(rosterMembers.leftOn),
      ),
    );
  return member !== undefined;
}
