import { and, asc, count, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";

import type { Database } from "#db/connect.ts";
import { organisations, people, signups } from "#db/schema/index.ts";
import type { SeatHolder } from "~/festivals/exchange/exports/exporting.ts";

/**
 * Who has or wants a seat in these sessions, as an organisation may know it: its own people by name, those of every
 * other as a number.
 */
export async function listSeatHolders(
  db: Database,
  sessionIds: string[],
  organisationId: string,
): Promise<SeatHolder[]> {
  if (sessionIds.length === 0) return [];
  const concerned = and(inArray(signups.sessionId, sessionIds), ne(signups.status, "cancelled"));
  const organisation = sql<string>`coalesce(${organisations.name}, '')`;
  const own = await db
    .select({
      sessionId: signups.sessionId,
      status: signups.status,
      organisation,
      name: people.name,
      email: people.email,
    })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(concerned, eq(people.organisationId, organisationId)))
    .orderBy(asc(signups.sessionId), asc(people.name), asc(people.id));
  const others = await db
    .select({ sessionId: signups.sessionId, status: signups.status, organisation, count: count() })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(concerned, or(isNull(people.organisationId), ne(people.organisationId, organisationId))))
    .groupBy(signups.sessionId, signups.status, organisations.id, organisations.name)
    .orderBy(asc(signups.sessionId), asc(organisations.name), asc(signups.status));
  return [
    ...own.map((one) => ({ ...one, count: 1 })),
    ...others.map((one) => ({ ...one, name: null, email: null })),
  ];
}
