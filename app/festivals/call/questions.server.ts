import { asc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { callQuestions } from "#db/schema/index.ts";
import type { Question } from "./proposal.ts";

/** What the organisers ask of those who propose, in their order. */
export async function listQuestions(db: Database, festivalId: string): Promise<Question[]> {
  const rows = await db
    .select()
    .from(callQuestions)
    .where(eq(callQuestions.festivalId, festivalId))
    .orderBy(asc(callQuestions.position), asc(callQuestions.label));
  return rows.map(({ festivalId: _, position, ...question }) => question);
}
