import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people, signups } from "#db/schema/index.ts";
import { holdsSeat } from "../decide.ts";
import type { Deed } from "./deeds.ts";

/** What organisers did about a person's seats, by session id; nothing of what the person did themselves since. */
export async function findDeeds(
  db: Database,
  personId: string,
  sessionIds: string[],
): Promise<Map<string, Deed>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db
    .select({
      sessionId: signups.sessionId,
      status: signups.status,
      reason: signups.reason,
      name: people.name,
      organisation: organisations.name,
    })
    .from(signups)
    .innerJoin(people, eq(people.id, signups.placedBy))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(signups.personId, personId), inArray(signups.sessionId, sessionIds)));
  return new Map(
    rows.flatMap(({ sessionId, status, organisation, ...said }) => {
      const did = holdsSeat(status) ? "placed" : status === "cancelled" ? "removed" : null;
      return did ? [[sessionId, { did, ...said, organisation: organisation ?? "" }] as const] : [];
    }),
  );
}
