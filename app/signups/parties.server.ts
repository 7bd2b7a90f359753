import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { partyMembers, sessions } from "#db/schema/index.ts";

export interface Party {
  partyId: string;
  /** All who agreed. */
  personIds: string[];
}

/** Those with whom a person comes to the festival of a session; null when they come alone. */
export async function findParty(db: Database, personId: string, sessionId: string): Promise<Party | null> {
  const [own] = await db
    .select({ partyId: partyMembers.partyId })
    .from(partyMembers)
    .innerJoin(sessions, eq(sessions.festivalId, partyMembers.festivalId))
    .where(
      and(eq(sessions.id, sessionId), eq(partyMembers.personId, personId), eq(partyMembers.status, "agreed")),
    );
  if (!own) return null;
  const members = await db
    .select({ personId: partyMembers.personId })
    .from(partyMembers)
    .where(and(eq(partyMembers.partyId, own.partyId), eq(partyMembers.status, "agreed")))
    .orderBy(partyMembers.askedAt, partyMembers.personId);
  if (members.length < 2) return null;
  return { partyId: own.partyId, personIds: members.map((member) => member.personId) };
}
