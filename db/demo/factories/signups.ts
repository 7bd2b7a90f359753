import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { sessions, signups } from "#db/schema/index.ts";
import { type Given, type Making, single, withDefaults } from "../making.ts";
import { makeCommitments, sessionOf } from "./sessions.ts";

export type NewSignup = typeof signups.$inferInsert;

/** Confirmed seats, or places in the queue in the order given, of one session; its count and the people's time follow. */
export async function makeSignups(
  db: Database,
  sessionId: string,
  given: Given<NewSignup, "personId">[],
  making: Partial<Making> = {},
) {
  if (given.length === 0) return [];
  const { ids, now } = withDefaults(making);
  const session = await sessionOf(db, sessionId);
  const rows = await db
    .insert(signups)
    .values(
      given.map((one) => ({
        id: ids.uuid(),
        status: "confirmed" as const,
        proposalId: session.proposalId,
        createdAt: now,
        updatedAt: now,
        ...one,
        sessionId,
      })),
    )
    .returning();
  const seated = rows.filter((row) => row.status === "confirmed" || row.status === "offered");
  await db
    .update(sessions)
    .set({ seatsTaken: sql`${sessions.seatsTaken} + ${seated.length}` })
    .where(eq(sessions.id, sessionId));
  const attending = rows.filter((row) => row.status === "confirmed");
  await makeCommitments(
    db,
    session,
    attending.map((row) => ({ personId: row.personId, role: "attends" })),
  );
  return rows;
}

export async function makeSignup(
  db: Database,
  { sessionId, ...given }: Given<NewSignup, "sessionId" | "personId">,
  making: Partial<Making> = {},
) {
  return single(await makeSignups(db, sessionId, [given], making));
}
