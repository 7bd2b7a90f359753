import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, signups } from "#db/schema/index.ts";
import type { SignupStatus } from "#db/schema/signups.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { type Heads, headsOf } from "./heads.ts";

export interface Attendee {
  personId: string;
  name: string;
  organisation: string;
  status: SignupStatus;
  walkIn: boolean;
  arrivedAt: IsoInstant | null;
}

/** Everybody who may come through a door, by name: who has a seat, had one, or waits for one. */
export async function listAttendees(db: Database, sessionId: string): Promise<Attendee[]> {
  return db
    .select({
      personId: people.id,
      name: people.name,
      organisation: sql<string>`coalesce(${organisations.name}, '')`,
      status: signups.status,
      walkIn: signups.walkIn,
      arrivedAt: signups.arrivedAt,
    })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.personId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(signups.sessionId, sessionId),
        inArray(signups.status, ["confirmed", "offered", "attended", "absent", "waiting", "not-coming"]),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}

/** How many come and have come, by session id; all of them in one query. */
export async function countHeads(db: Database, sessionIds: string[]): Promise<Map<string, Heads>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .select({
      sessionId: signups.sessionId,
      status: signups.status,
      walkIn: signups.walkIn,
      people: count(),
    })
    .from(signups)
    .where(inArray(signups.sessionId, sessionIds))
    .groupBy(signups.sessionId, signups.status, signups.walkIn);
  return new Map(sessionIds.map((id) => [id, headsOf(rows.filter((row) => row.sessionId === id))]));
}

export interface OrganisationHeads extends Heads {
  organisation: string;
}

/** The same of one session for each organisation, which is what the other hosts may know. */
export async function countByOrganisation(db: Database, sessionId: string): Promise<OrganisationHeads[]> {
  const name = sql<string>`coalesce(${organisations.name}, '')`;
  const rows = await db
    .select({ organisation: name, status: signups.status, walkIn: signups.walkIn, people: count() })
    .from(signups)
    .leftJoin(organisations, eq(organisations.id, signups.organisationId))
    .where(eq(signups.sessionId, sessionId))
    .groupBy(organisations.name, signups.status, signups.walkIn)
    .orderBy(name);
  const names = [...new Set(rows.map((row) => row.organisation))];
  return names.map((organisation) => ({
    organisation,
    ...headsOf(rows.filter((row) => row.organisation === organisation)),
  }));
}
