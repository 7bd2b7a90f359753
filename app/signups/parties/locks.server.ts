import { and, asc, eq, inArray } from "drizzle-orm";
import { constraintOf, type Database } from "#db/connect.ts";
import { parties, partyAsks, partyMembers, people } from "#db/schema/index.ts";
import { inTransaction } from "~/platform/transaction.server.ts";

/** A transaction about parties; somebody who joins two at once starts again, and sees the first. */
export function changeParties<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return inTransaction(db, work, (error) => constraintOf(error) === "party_members_one");
}

/** The party of a festival that a person agreed to; null when they come alone. */
export async function findOwnPartyId(
  db: Database,
  { festivalId, personId }: { festivalId: string; personId: string },
): Promise<string | null> {
  const [own] = await db
    .select({ partyId: partyMembers.partyId })
    .from(partyMembers)
    .where(
      and(
        eq(partyMembers.festivalId, festivalId),
        eq(partyMembers.personId, personId),
        eq(partyMembers.status, "agreed"),
      ),
    );
  return own?.partyId ?? null;
}

/** In the order of their ids, so that two changes never wait for one another. */
export async function lockParties(tx: Database, ids: string[]): Promise<void> {
  await tx
    .select({ id: parties.id })
    .from(parties)
    .where(inArray(parties.id, ids))
    .orderBy(asc(parties.id))
    .for("update");
}

/** Who is or was in a party, in the order in which they came. */
export function listMembers(db: Database, partyId: string) {
  return db
    .select({
      personId: partyMembers.personId,
      status: partyMembers.status,
      askedBy: partyMembers.askedBy,
      name: people.name,
      email: people.email,
    })
    .from(partyMembers)
    .innerJoin(people, eq(people.id, partyMembers.personId))
    .where(eq(partyMembers.partyId, partyId))
    .orderBy(asc(partyMembers.askedAt), asc(partyMembers.personId));
}

/** Addresses that were asked and have not agreed. */
export function listAsks(db: Database, partyId: string) {
  return db
    .select({ email: partyAsks.email, askedBy: partyAsks.askedBy })
    .from(partyAsks)
    .where(eq(partyAsks.partyId, partyId))
    .orderBy(asc(partyAsks.askedAt), asc(partyAsks.email));
}
