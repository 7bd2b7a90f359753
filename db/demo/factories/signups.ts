import { inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { parties, partyMembers, people, sessions, signups } from "#db/schema/index.ts";
import { type Given, type Making, single, withDefaults } from "../making.ts";
import { makeCommitments } from "./sessions.ts";

export type NewSignup = typeof signups.$inferInsert;

const busy = new Set(["confirmed", "attended"]);

/**
 * Confirmed seats, or places in the queue in the order given. The seats counted on the sessions and the people's
 * time follow; a session that is full refuses.
 */
export async function makeSignups(
  db: Database,
  given: Given<NewSignup, "sessionId" | "personId">[],
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const sessionIds = [...new Set(given.map((one) => one.sessionId))];
  const found = await db.select().from(sessions).where(inArray(sessions.id, sessionIds));
  const byId = new Map(found.map((session) => [session.id, session]));
  const personIds = [...new Set(given.map((one) => one.personId))];
  const asked = await db
    .select({ id: people.id, organisationId: people.organisationId })
    .from(people)
    .where(inArray(people.id, personIds));
  const organisationOf = new Map(asked.map((person) => [person.id, person.organisationId]));
  const rows = await db
    .insert(signups)
    .values(
      given.map((one) => ({
        id: ids.uuid(),
        status: "confirmed" as const,
        organisationId: organisationOf.get(one.personId) ?? null,
        proposalId: byId.get(one.sessionId)?.proposalId ?? null,
        createdAt: now,
        updatedAt: now,
        ...one,
      })),
    )
    .returning();
  const counted = sql`(select count(*) from ${signups} where ${signups.sessionId} = ${sessions.id}
    and ${inArray(signups.status, ["confirmed", "offered", "attended"])})`;
  await db.update(sessions).set({ seatsTaken: counted }).where(inArray(sessions.id, sessionIds));
  await makeCommitments(
    db,
    rows
      .filter((row) => busy.has(row.status))
      .map(({ personId, sessionId }) => ({
        personId,
        session: byId.get(sessionId)!,
        role: "attends" as const,
      })),
  );
  return rows;
}

export async function makeSignup(
  db: Database,
  given: Given<NewSignup, "sessionId" | "personId">,
  making: Partial<Making> = {},
) {
  return single(await makeSignups(db, [given], making));
}

/** People who agreed to come to a festival together; the first asked the others. */
export async function makeParty(
  db: Database,
  { festivalId, personIds }: { festivalId: string; personIds: string[] },
  making: Partial<Making> = {},
) {
  const { ids, now } = withDefaults(making);
  const [createdBy] = personIds;
  const id = ids.uuid();
  await db.insert(parties).values({ id, festivalId, createdBy, createdAt: now });
  const agreed = { partyId: id, festivalId, status: "agreed" as const, askedBy: createdBy };
  await db
    .insert(partyMembers)
    .values(personIds.map((personId) => ({ ...agreed, personId, askedAt: now, answeredAt: now })));
  return { id };
}
