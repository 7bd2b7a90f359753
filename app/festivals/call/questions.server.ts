import { and, asc, eq, max, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { callQuestions, festivals, proposals } from "#db/schema/index.ts";
import type { Standing } from "~/people/access.ts";
import type { Ids } from "~/platform/ids.ts";
import { mayLeadFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import type { Question } from "./proposal.ts";
import { type Direction, moved } from "./reorder.ts";

/** What the organisers ask of those who propose, in their order. */
export async function listQuestions(db: Database, festivalId: string): Promise<Question[]> {
  const rows = await db
    .select()
    .from(callQuestions)
    .where(eq(callQuestions.festivalId, festivalId))
    .orderBy(asc(callQuestions.position), asc(callQuestions.label));
  return rows.map(({ festivalId: _, position, ...question }) => question);
}

/** How many proposals answered each question, drafts among them, by its id. */
export async function countAnswers(db: Database, festivalId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({ answers: proposals.answers })
    .from(proposals)
    .where(eq(proposals.festivalId, festivalId));
  const counts: Record<string, number> = {};
  for (const id of rows.flatMap(({ answers }) => Object.keys(answers))) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

export const mostQuestions = 12;

export type QuestionWish = Omit<Question, "id"> & { id?: string };
export type QuestionSaved = { ok: true } | { ok: false; reason: "forbidden" | "too-many" | "answered" };

/** A new question, or other words for one. What kind of answer it wants stays once somebody has answered. */
export async function saveQuestion(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, ...wish }: QuestionWish,
  { ids }: { ids: Ids },
): Promise<QuestionSaved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<QuestionSaved> => {
    const present = await listQuestions(tx, festival.id);
    if (id) {
      const before = present.find((question) => question.id === id);
      const answered = before && before.kind !== wish.kind && (await countAnswers(tx, festival.id))[id];
      if (answered) return { ok: false, reason: "answered" };
      await tx.update(callQuestions).set(wish).where(isOf(festival.id, id));
      return { ok: true };
    }
    if (present.length >= mostQuestions) return { ok: false, reason: "too-many" };
    const [last] = await tx
      .select({ position: max(callQuestions.position) })
      .from(callQuestions)
      .where(eq(callQuestions.festivalId, festival.id));
    const position = (last?.position ?? -1) + 1;
    await tx.insert(callQuestions).values({ ...wish, id: ids.uuid(), festivalId: festival.id, position });
    return { ok: true };
  });
}

export type QuestionRemoved = { ok: true } | { ok: false; reason: "forbidden" | "answered"; answers: number };

/** Takes a question away, and its answers with it: only when the organiser has read how many there are. */
export async function removeQuestion(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, answers: known }: { id: string; answers: number },
): Promise<QuestionRemoved> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden", answers: 0 };
  return db.transaction(async (tx): Promise<QuestionRemoved> => {
    // Whoever is answering it right now waits, and is counted or finds it gone.
    await tx.select({ id: festivals.id }).from(festivals).where(eq(festivals.id, festival.id)).for("update");
    const answers = (await countAnswers(tx, festival.id))[id] ?? 0;
    if (answers > known) return { ok: false, reason: "answered", answers };
    await tx.delete(callQuestions).where(isOf(festival.id, id));
    await tx
      .update(proposals)
      .set({ answers: sql`${proposals.answers} - ${id}::text` })
      .where(eq(proposals.festivalId, festival.id));
    return { ok: true };
  });
}

export async function moveQuestion(
  db: Database,
  viewer: Standing,
  festival: Festival,
  { id, direction }: { id: string; direction: Direction },
): Promise<boolean> {
  if (!mayLeadFestival(viewer, festival)) return false;
  await db.transaction(async (tx) => {
    const order = (await listQuestions(tx, festival.id)).map((question) => question.id);
    for (const [position, one] of moved(order, id, direction).entries()) {
      await tx.update(callQuestions).set({ position }).where(eq(callQuestions.id, one));
    }
  });
  return true;
}

const isOf = (festivalId: string, id: string) =>
  and(eq(callQuestions.id, id), eq(callQuestions.festivalId, festivalId));
