import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers } from "#db/schema/index.ts";

/** Whether a person is on the roster, was, or never has been. */
export async function standingOn(
  db: Database,
  seriesId: string,
  personId: string,
): Promise<"on" | "left" | "never"> {
  const [member] = await db
    .select({ leftOn: rosterMembers.leftOn })
    .from(rosterMembers)
    .where(and(eq(rosterMembers.seriesId, seriesId), eq(rosterMembers.personId, personId)));
  if (!member) return "never";
  return member.leftOn === null ? "on" : "left";
}
