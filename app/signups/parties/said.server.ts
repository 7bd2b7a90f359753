import { asc, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people } from "#db/schema/index.ts";
import type { SignupAnswer } from "../seats/acts.ts";
import { type Said, saidOf } from "../sign-up-form.ts";

/** What is said about a request for a seat: of those who asked together, who cannot come, and not why. */
export async function saidTogether(
  db: Database,
  answer: SignupAnswer,
  session: { title: string },
): Promise<Said> {
  if (answer.ok || answer.reason !== "party") return saidOf(answer, session);
  const rows = await db
    .select({ name: people.name })
    .from(people)
    .where(inArray(people.id, answer.personIds))
    .orderBy(asc(people.name));
  const names = rows.map((row) => row.name).join(", ");
  return { key: "parties.toast.cannot", values: { names, count: rows.length } };
}
