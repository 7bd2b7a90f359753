import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "#db/connect.ts";
import { lectureQuestions, people } from "#db/schema/index.ts";
import { uuidOf } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";
import { hasBegun, mayAnswer, mostOpenQuestions, type Question } from "./afterwards.ts";
import { tellTonight } from "./tell-tonight.server.ts";

export type Asked = { ok: true } | { ok: false; reason: "not-begun" | "own-lecture" | "too-many" };
export type Answered = { ok: true } | { ok: false; reason: "not-yours" };

/** The same words by the same person are one question. */
export async function askQuestion(
  db: Database,
  { lecture, personId, question }: { lecture: Lecture; personId: string; question: string },
  { now }: { now: Instant },
): Promise<Asked> {
  if (!lecture.speaker || !hasBegun(lecture, now)) return { ok: false, reason: "not-begun" };
  if (lecture.speaker.personId === personId) return { ok: false, reason: "own-lecture" };
  const { turnId } = lecture;
  const id = uuidOf(`question ${turnId} ${personId} ${question}`);
  return db.transaction(async (tx) => {
    await tellTonight(tx, { kind: "turn.echoed", lecture }, { now });
    const own = and(eq(lectureQuestions.turnId, turnId), eq(lectureQuestions.personId, personId));
    const asked = await tx
      .select({ id: lectureQuestions.id, answer: lectureQuestions.answer })
      .from(lectureQuestions)
      .where(own);
    if (asked.some((row) => row.id === id)) return { ok: true };
    if (asked.filter(({ answer }) => answer === "").length >= mostOpenQuestions)
      return { ok: false, reason: "too-many" };
    await tx.insert(lectureQuestions).values({ id, turnId, personId, question, createdAt: now.toString() });
    return { ok: true };
  });
}

/** As long as nobody has answered. */
export async function takeBackQuestion(
  db: Database,
  { turnId, personId, questionId }: { turnId: string; personId: string; questionId: string },
): Promise<void> {
  await db
    .delete(lectureQuestions)
    .where(
      and(
        eq(lectureQuestions.id, questionId),
        eq(lectureQuestions.turnId, turnId),
        eq(lectureQuestions.personId, personId),
        eq(lectureQuestions.answer, ""),
      ),
    );
}

/** Who answered first may change the answer; whoever comes second is refused. */
export async function answerQuestion(
  db: Database,
  {
    lecture,
    reader,
    questionId,
    answer,
  }: { lecture: Lecture; reader: Reader; questionId: string; answer: string },
  { now }: { now: Instant },
): Promise<Answered> {
  return db.transaction(async (tx) => {
    const [asked] = await tx
      .select()
      .from(lectureQuestions)
      .where(and(eq(lectureQuestions.id, questionId), eq(lectureQuestions.turnId, lecture.turnId)))
      .for("update");
    if (!asked || !mayAnswer(answering(asked, lecture, reader, now)))
      return { ok: false, reason: "not-yours" };
    const isNews = asked.answer === "" && asked.personId !== reader.personId;
    if (isNews)
      await tellTonight(tx, { kind: "turn.question-answered", lecture, personId: asked.personId }, { now });
    const answeredAt = asked.answeredAt ?? now.toString();
    await tx
      .update(lectureQuestions)
      .set({ answer, answeredBy: reader.personId, answeredAt })
      .where(eq(lectureQuestions.id, questionId));
    return { ok: true };
  });
}

export interface Reader {
  personId: string;
  onRoster: boolean;
}

/** In the order they were asked. */
export async function listQuestions(
  db: Database,
  lecture: Lecture,
  reader: Reader,
  now: Instant,
): Promise<Question[]> {
  const answerers = alias(people, "answerers");
  const rows = await db
    .select({ row: lectureQuestions, asker: people.name, answerer: answerers.name })
    .from(lectureQuestions)
    .innerJoin(people, eq(people.id, lectureQuestions.personId))
    .leftJoin(answerers, eq(answerers.id, lectureQuestions.answeredBy))
    .where(eq(lectureQuestions.turnId, lecture.turnId))
    .orderBy(asc(lectureQuestions.createdAt), asc(lectureQuestions.id));
  return rows.map(({ row, asker, answerer }) => ({
    id: row.id,
    question: row.question,
    asker,
    isMine: row.personId === reader.personId,
    answer: row.answer,
    answerer,
    mayAnswer: mayAnswer(answering(row, lecture, reader, now)),
  }));
}

function answering(
  row: typeof lectureQuestions.$inferSelect,
  { speaker }: Pick<Lecture, "speaker">,
  { personId, onRoster }: Reader,
  now: Instant,
) {
  return {
    isSpeaker: speaker?.personId === personId,
    speakerCanAnswer: Boolean(speaker?.personId),
    onRoster,
    isAnswerer: row.answeredBy === personId,
    isAnswered: row.answer !== "",
    askedAt: row.createdAt,
    now,
  };
}
