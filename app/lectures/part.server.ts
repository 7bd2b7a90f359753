import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { rosterMembers, turns } from "#db/schema/index.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import type { Explanation } from "./explain.ts";
import type { Lecture } from "./lecture.ts";
import { isOnRoster } from "./roster.server.ts";
import { nextTopic } from "./volunteering/topics.server.ts";

/** What one reader has to do with a lecture to come, beside listening. */
export type Part =
  | { is: "none" }
  /** `topic` is the first that waits for a turn of theirs. */
  | { is: "may-volunteer"; topic: string }
  | { is: "asked" | "speaks"; topic: string; why: Explanation | null };

export async function findPart(
  db: Database,
  lecture: Pick<Lecture, "turnId" | "series" | "startsAt">,
  personId: string,
  now: Instant,
): Promise<Part> {
  if (!isBefore(now, lecture.startsAt)) return { is: "none" };
  const [turn] = await db
    .select({
      status: turns.status,
      topic: turns.topic,
      why: turns.explanation,
      personId: rosterMembers.personId,
    })
    .from(turns)
    .leftJoin(rosterMembers, eq(rosterMembers.id, turns.memberId))
    .where(eq(turns.id, lecture.turnId));
  const mine = { seriesId: lecture.series.id, personId };
  if (turn?.status === "open")
    return (await isOnRoster(db, lecture.series.id, personId))
      ? { is: "may-volunteer", topic: await nextTopic(db, mine) }
      : { is: "none" };
  if (turn?.personId !== personId) return { is: "none" };
  const { topic, status } = turn;
  const why = turn.why as Explanation | null;
  if (status === "offered") return { is: "asked", topic: topic || (await nextTopic(db, mine)), why };
  return status === "confirmed" ? { is: "speaks", topic, why } : { is: "none" };
}
