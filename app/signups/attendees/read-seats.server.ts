import { and, asc, count, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { organisations, people, signups } from "#db/schema/index.ts";
import type { Colleague, NamedSeat, SeatTotal } from "./select.ts";

/** So many sign-ups of one organisation are read at most; a page says when there are more. */
export const mostSeats = 20_000;

/** What an organisation's own people have of these sessions, by name; at most one more than `most`. */
export async function readOwnSeats(
  db: Database,
  sessionIds: string[],
  organisationId: string,
  most = mostSeats,
): Promise<NamedSeat[]> {
  if (sessionIds.length === 0) return [];
  const organiser = alias(people, "organiser");
  return db
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      sessionId: signups.sessionId,
      status: signups.status,
      placedBy: organiser.name,
      reason: signups.reason,
      signedAt: signups.createdAt,
    })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .leftJoin(organiser, eq(organiser.id, signups.placedBy))
    .where(and(isListed(sessionIds), eq(people.organisationId, organisationId)))
    .orderBy(asc(people.name), asc(people.id), asc(signups.sessionId))
    .limit(most + 1);
}

/** How many people of every other organisation, and of none, have what of each session; never who. */
export async function readSeatTotals(
  db: Database,
  sessionIds: string[],
  organisationId: string,
): Promise<SeatTotal[]> {
  if (sessionIds.length === 0) return [];
  const organisation = sql<string>`coalesce(${organisations.name}, '')`;
  return db
    .select({ sessionId: signups.sessionId, status: signups.status, organisation, count: count() })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(isListed(sessionIds), or(isNull(people.organisationId), ne(people.organisationId, organisationId))),
    )
    .groupBy(signups.sessionId, signups.status, organisations.id, organisations.name)
    .orderBy(asc(signups.sessionId), asc(organisations.name), asc(signups.status));
}

export async function listColleagues(db: Database, organisationId: string): Promise<Colleague[]> {
  return db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.organisationId, organisationId))
    .orderBy(asc(people.name), asc(people.id))
    .limit(mostSeats);
}

const isListed = (sessionIds: string[]) =>
  and(inArray(signups.sessionId, sessionIds), ne(signups.status, "cancelled"));
