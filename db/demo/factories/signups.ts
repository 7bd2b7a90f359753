import { inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import { type Given, type Making, single, withDefaults } from "../making.ts";
import { makeCommitments } from "./sessions.ts";

export type NewSignup = typeof signups.$inferInsert;

const seated = new Set(["confirmed", "offered"]);

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
  const rows = await db
    .insert(signups)
    .values(
      given.map((one) => ({
        id: ids.uuid(),
        status: "confirmed" as const,
        proposalId: byId.get(one.sessionId)?.proposalId ?? null,
        createdAt: now,
        updatedAt: now,
        ...one,
      })),
    )
    .returning();
  const counted = sql`(select count(*) from ${signups} where ${signups.sessionId} = ${sessions.id}
    and ${inArray(signups.status, ["confirmed", "offered"])})`;
  await db.update(sessions).set({ seatsTaken: counted }).where(inArray(sessions.id, sessionIds));
  await makeCommitments(
    db,
    rows
      .filter((row) => seated.has(row.status))
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
