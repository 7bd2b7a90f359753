import { and, asc, eq, ilike, or } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import { worksForHost } from "./person.server.ts";

export interface Found {
  personId: string;
  name: string;
  organisation: string;
}

export const mostFound = 10;

/**
 * People of the hosts who may have come without a seat: those of the asker's own organisation by any part of their
 * name, everybody else by their whole mail address, since one employer does not look through another's staff.
 */
export async function findWalkIns(
  db: Database,
  { festivalId, organisationId, search }: { festivalId: string; organisationId: string; search: string },
): Promise<Found[]> {
  const text = search.trim();
  if (text.length < 2) return [];
  const part = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({ personId: people.id, name: people.name, organisation: organisations.name })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        worksForHost(db, festivalId),
        or(
          eq(people.email, text.toLowerCase()),
          and(eq(people.organisationId, organisationId), ilike(people.name, part)),
        ),
      ),
    )
    .orderBy(asc(people.name), asc(people.id))
    .limit(mostFound);
}
