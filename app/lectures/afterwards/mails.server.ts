import { and, asc, eq, gte } from "drizzle-orm";
import { createElement } from "react";
import type { Database } from "#db/connect.ts";
import { lectureQuestions, mails, people, turns } from "#db/schema/index.ts";
import type { EchoPart } from "#emails/lecture-echo.tsx";
import type { EventHandler, HandlerDeps } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { uuidOf } from "~/platform/ids.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { type Lecture, lecturePath } from "../lecture.ts";
import { findLecture } from "../lectures.server.ts";
import { listThanks } from "./thanks.server.ts";

/**
 * Tells a speaker in one mail of an evening who said thanks, once for each lecture, and what was asked since the
 * last such mail and still waits.
 */
export const mailEcho: EventHandler = async (tx, event, deps) => {
  const lecture = await lectureOf(tx, event.subject);
  const reader = lecture?.speaker?.personId ? await findReader(tx, lecture.speaker.personId) : null;
  if (!lecture || !reader) return;
  const thanksId = uuidOf(`thanks ${lecture.turnId}`);
  const thanks = (await isQueued(tx, thanksId)) ? [] : await listThanks(tx, lecture.turnId);
  const questions = await listUnanswered(tx, lecture.turnId, event.createdAt);
  if (thanks.length + questions.length === 0) return;
  const text = textFor(reader, lecture);
  const { t } = text;
  const parts = [
    {
      title: thanks.length > 0 ? t("lecture.mail.echo.thanks", { count: thanks.length }) : "",
      lines: thanks.map(({ name, message }) => ({ who: name, words: message })),
    },
    {
      title: questions.length > 0 ? t("lecture.mail.echo.questions", { count: questions.length }) : "",
      lines: questions.map(({ name, question }) => ({ who: name, words: question })),
    },
  ];
  const words = thanks.length > 0 ? "echo" : "asked";
  await mail(
    tx,
    { lecture, reader, text, words, parts: parts.filter(({ lines }) => lines.length > 0) },
    deps,
    {
      id: thanks.length > 0 ? thanksId : uuidOf(`echo ${event.id}`),
      kind: "lecture-echo",
    },
  );
};

/** Tells who asked what they were answered since they were told last. */
export const mailAnswers: EventHandler = async (tx, event, deps) => {
  const { personId } = event.payload;
  const lecture = await lectureOf(tx, event.subject);
  const reader = typeof personId === "string" ? await findReader(tx, personId) : null;
  if (!lecture || !reader) return;
  const answers = await listAnswers(tx, lecture.turnId, reader.id, event.createdAt);
  if (answers.length === 0) return;
  const parts = answers.map(({ name, question, answer }) => ({
    title: question,
    lines: [{ who: name, words: answer }],
  }));
  await mail(tx, { lecture, reader, text: textFor(reader, lecture), words: "answered", parts }, deps, {
    id: uuidOf(`answers ${event.id}`),
    kind: "question-answered",
  });
};

interface Letter {
  lecture: Lecture;
  reader: Reader;
  text: Text;
  words: "echo" | "asked" | "answered";
  parts: EchoPart[];
}

async function mail(
  tx: Database,
  { lecture, reader, text, words, parts }: Letter,
  deps: HandlerDeps,
  { id, kind }: { id: string; kind: string },
): Promise<void> {
  const { t, format, locale } = text;
  const values = {
    name: reader.name.split(" ")[0] ?? "",
    topic: lecture.topic || lecture.series.name,
    date: format.date(lecture.date),
    series: lecture.series.name,
    speaker: lecture.speaker?.name ?? "",
  };
  const { default: LectureEcho } = await import("#emails/lecture-echo.tsx");
  const rendered = await renderMail(
    createElement(LectureEcho, {
      language: locale,
      heading: t(`lecture.mail.${words}.heading`, values),
      intro: t(`lecture.mail.${words}.intro`, values),
      parts,
      button: t(`lecture.mail.${words}.button`),
      url: new URL(lecturePath(lecture), deps.config.publicUrl).href,
      footer: t(`lecture.mail.${words}.footer`, values),
    }),
  );
  const subject = t(`lecture.mail.${words}.subject`, values);
  await queueMail(tx, { id, kind, to: reader.email, toName: reader.name, subject, ...rendered }, deps);
}

type Reader = NonNullable<Awaited<ReturnType<typeof findReader>>>;

function textFor(reader: Reader, lecture: Lecture): Text {
  return getText(isLocale(reader.language) ? reader.language : "en", reader.timeZone ?? lecture.timeZone);
}

async function lectureOf(tx: Database, turnId: string): Promise<Lecture | null> {
  const [turn] = await tx
    .select({ seriesId: turns.seriesId, heldOn: turns.heldOn })
    .from(turns)
    .where(eq(turns.id, turnId));
  return turn ? findLecture(tx, turn.seriesId, turn.heldOn) : null;
}

async function findReader(tx: Database, personId: string) {
  const [reader] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
      timeZone: people.timeZone,
    })
    .from(people)
    .where(eq(people.id, personId));
  return reader ?? null;
}

async function isQueued(tx: Database, id: string): Promise<boolean> {
  const found = await tx.select({ id: mails.id }).from(mails).where(eq(mails.id, id));
  return found.length > 0;
}

function listUnanswered(tx: Database, turnId: string, since: string) {
  return tx
    .select({ name: people.name, question: lectureQuestions.question })
    .from(lectureQuestions)
    .innerJoin(people, eq(people.id, lectureQuestions.personId))
    .where(
      and(
        eq(lectureQuestions.turnId, turnId),
        eq(lectureQuestions.answer, ""),
        gte(lectureQuestions.createdAt, since),
      ),
    )
    .orderBy(asc(lectureQuestions.createdAt), asc(lectureQuestions.id));
}

function listAnswers(tx: Database, turnId: string, personId: string, since: string) {
  return tx
    .select({
      name: people.name,
      question: lectureQuestions.question,
      answer: lectureQuestions.answer,
    })
    .from(lectureQuestions)
    .innerJoin(people, eq(people.id, lectureQuestions.answeredBy))
    .where(
      and(
        eq(lectureQuestions.turnId, turnId),
        eq(lectureQuestions.personId, personId),
        gte(lectureQuestions.answeredAt, since),
      ),
    )
    .orderBy(asc(lectureQuestions.answeredAt), asc(lectureQuestions.id));
}
