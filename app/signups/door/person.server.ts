import { and, eq, exists, or, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts, people, sessions, signups } from "#db/schema/index.ts";
import type { CheckIn } from "./check-in.ts";
import { readToken } from "./code.server.ts";

export interface PersonAtDoor {
  id: string;
  name: string;
  organisationId: string | null;
}

/**
 * Who a check-in is about: by the code they showed, by their row in the list, or by their whole mail address. Whoever
 * has neither a sign-up for something of this festival nor a host to work for is unknown here.
 */
export async function findAtDoor(
  db: Database,
  { festivalId }: { festivalId: string },
  { personId, code, address }: Pick<CheckIn, "personId" | "code" | "address">,
  secret: string,
): Promise<PersonAtDoor | null> {
  const shown = code === undefined ? null : readToken(code, secret);
  if (code !== undefined && shown?.festivalId !== festivalId) return null;
  const id = shown?.personId ?? personId;
  const [found] = await db
    .select({ id: people.id, name: people.name, organisationId: people.organisationId })
    .from(people)
    .where(
      and(
        id === undefined ? eq(people.email, address?.trim().toLowerCase() ?? "") : eq(people.id, id),
        or(worksForHost(db, festivalId), hasSignup(db, festivalId)),
      ),
    );
  return found ?? null;
}

/** Whether the person of a query works for a host of a festival. */
export const worksForHost = (db: Database, festivalId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(festivalHosts)
      .where(
        and(
          eq(festivalHosts.festivalId, festivalId),
          eq(festivalHosts.organisationId, people.organisationId),
          eq(festivalHosts.status, "accepted"),
        ),
      ),
  );

const hasSignup = (db: Database, festivalId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(signups)
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .where(and(eq(signups.personId, people.id), eq(sessions.festivalId, festivalId))),
  );
