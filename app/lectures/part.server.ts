import { and, desc, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { offers, rosterMembers, turns } from "#db/schema/index.ts";
import { type Instant, type IsoInstant, isBefore } from "~/platform/time.ts";
import type { Explanation } from "./explain.ts";
import type { Lecture } from "./lecture.ts";
import { isOnRoster } from "./roster.server.ts";
import { nextTopic } from "./volunteering/topics.server.ts";

/** How somebody is asked: alone, as one of two stand-ins, or too late but still welcome until another accepts. */
export type Way = "alone" | "stand-in" | "late";

/** What one reader has to do with a lecture to come, beside listening. */
export type Part =
  | { is: "none" }
  /** `topic` is the first that waits for a turn of theirs; `called` when everybody on the roster was. */
  | { is: "may-volunteer"; topic: string; called: boolean }
  | { is: "asked"; topic: string; why: Explanation | null; way: Way; deadlineAt: IsoInstant | null }
  | { is: "speaks"; topic: string; why: Explanation | null };

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
      explanation: turns.explanation,
      memberId: turns.memberId,
      openCallAt: turns.openCallAt,
    })
    .from(turns)
    .where(eq(turns.id, lecture.turnId));
  const offer = await lastOffer(db, lecture.turnId, personId);
  const topic = turn?.topic || (await nextTopic(db, { seriesId: lecture.series.id, personId }));
  const why = (turn?.explanation ?? null) as Explanation | null;
  if (turn?.status === "confirmed")
    return offer?.memberId === turn.memberId ? { is: "speaks", topic: turn.topic, why } : { is: "none" };
  if (turn?.status !== "open" && turn?.status !== "offered") return { is: "none" };
  if (offer?.status === "open" && offer.kind === "stand-in")
    return { is: "asked", topic, why: null, way: "stand-in", deadlineAt: offer.deadlineAt };
  if (offer?.status === "open")
    return { is: "asked", topic, why, way: "alone", deadlineAt: offer.deadlineAt };
  if (offer?.status === "lapsed") return { is: "asked", topic, why: null, way: "late", deadlineAt: null };
  if (turn.status === "open" && (await isOnRoster(db, lecture.series.id, personId)))
    return { is: "may-volunteer", topic, called: turn.openCallAt !== null };
  return { is: "none" };
}

async function lastOffer(db: Database, turnId: string, personId: string) {
  const [offer] = await db
    .select({
      memberId: offers.memberId,
      kind: offers.kind,
      status: offers.status,
      deadlineAt: offers.deadlineAt,
    })
    .from(offers)
    .innerJoin(rosterMembers, eq(rosterMembers.id, offers.memberId))
    .where(and(eq(offers.turnId, turnId), eq(rosterMembers.personId, personId)))
    .orderBy(desc(offers.offeredAt), desc(offers.id))
    .limit(1);
  return offer;
}
