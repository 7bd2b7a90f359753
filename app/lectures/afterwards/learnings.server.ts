import { and, count, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { lectureLearnings } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";
import { hasBegun } from "./afterwards.ts";

export type Learned = { ok: true } | { ok: false; reason: "not-begun" };

/** One a person and lecture, with or without words; saying it again changes the words. */
export async function noteLearning(
  db: Database,
  { lecture, personId, what }: { lecture: Lecture; personId: string; what: string },
  { now }: { now: Instant },
): Promise<Learned> {
  if (!hasBegun(lecture, now)) return { ok: false, reason: "not-begun" };
  const row = { turnId: lecture.turnId, personId, what, createdAt: now.toString() };
  const target = [lectureLearnings.turnId, lectureLearnings.personId];
  await db.insert(lectureLearnings).values(row).onConflictDoUpdate({ target, set: { what } });
  return { ok: true };
}

export async function takeBackLearning(
  db: Database,
  { turnId, personId }: { turnId: string; personId: string },
): Promise<void> {
  await db.delete(lectureLearnings).where(isOwn(turnId, personId));
}

/** How many learned something, and this reader's own words; nobody reads another's. */
export async function findLearned(
  db: Database,
  { turnId, personId }: { turnId: string; personId: string },
): Promise<{ count: number; mine: string | null }> {
  const [all] = await db
    .select({ learned: count() })
    .from(lectureLearnings)
    .where(eq(lectureLearnings.turnId, turnId));
  const [own] = await db
    .select({ what: lectureLearnings.what })
    .from(lectureLearnings)
    .where(isOwn(turnId, personId));
  return { count: all?.learned ?? 0, mine: own?.what ?? null };
}

const isOwn = (turnId: string, personId: string) =>
  and(eq(lectureLearnings.turnId, turnId), eq(lectureLearnings.personId, personId));
