import { requireAllowed } from "~/people/access.ts";
import { formAgain, type GoodForm, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { mayEditNotes, mayRespond } from "../access.ts";
import { lecturePath } from "../lecture.ts";
import type { Act, Acting } from "../lecture-actions.server.ts";
import { isOnRoster } from "../roster.server.ts";
import { answerForm, learningForm, notesForm, questionForm, questionRef, thankForm } from "./forms.ts";
import { noteLearning, takeBackLearning } from "./learnings.server.ts";
import { saveNotes } from "./notes.server.ts";
import { answerQuestion, askQuestion, takeBackQuestion } from "./questions.server.ts";
import { giveThanks, takeBackThanks } from "./thanks.server.ts";

const thank: Act = async (formData, acting) => {
  requireResponding(acting);
  const form = parseFormData(formData, thankForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const { words, message } = form.value;
  const given = { lecture: acting.lecture, ...own(acting), ...(words ? { message } : {}) };
  const thanked = await giveThanks(acting.context.db, given, depsOf(acting));
  return thanked.ok ? done(acting, "thanks", "thanked") : refused(form, thanked);
};

const unthank: Act = async (_, acting) => {
  requireResponding(acting);
  await takeBackThanks(acting.context.db, own(acting));
  return done(acting, "thanks", "unthanked");
};

const notes: Act = async (formData, acting) => {
  requireAllowed(mayEditNotes(acting.viewer, acting.series, acting.lecture));
  const form = parseFormData(formData, notesForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const { series, lecture } = acting;
  const ref = { seriesId: series.id, turnId: lecture.turnId };
  await saveNotes(acting.context.db, { ...ref, ...form.value }, depsOf(acting));
  return done(acting, "notes", "notes");
};

const ask: Act = async (formData, acting) => {
  requireResponding(acting);
  const form = parseFormData(formData, questionForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const question = { lecture: acting.lecture, ...own(acting), ...form.value };
  const asked = await askQuestion(acting.context.db, question, depsOf(acting));
  return asked.ok ? done(acting, "questions", "asked") : refused(form, asked);
};

const unask: Act = async (formData, acting) => {
  requireResponding(acting);
  const form = parseFormData(formData, questionRef, acting.text.t);
  if (!form.ok) return formAgain(form);
  await takeBackQuestion(acting.context.db, { ...own(acting), ...form.value });
  return done(acting, "questions", "unasked");
};

const answer: Act = async (formData, acting) => {
  const { context, series, lecture, viewer } = acting;
  const isSpeaker = lecture.speaker?.personId === viewer.personId;
  requireAllowed(isSpeaker || mayRespond(viewer, series));
  const form = parseFormData(formData, answerForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const onRoster = await isOnRoster(context.db, series.id, viewer.personId);
  const reader = { personId: viewer.personId, onRoster };
  const given = await answerQuestion(context.db, { lecture, reader, ...form.value }, depsOf(acting));
  return given.ok ? done(acting, "questions", "answered") : refused(form, given);
};

const learned: Act = async (formData, acting) => {
  requireResponding(acting);
  const form = parseFormData(formData, learningForm, acting.text.t);
  if (!form.ok) return formAgain(form);
  const noted = { lecture: acting.lecture, ...own(acting), ...form.value };
  const result = await noteLearning(acting.context.db, noted, depsOf(acting));
  return result.ok ? done(acting, "learned", "learned") : refused(form, result);
};

const unlearn: Act = async (_, acting) => {
  requireResponding(acting);
  await takeBackLearning(acting.context.db, own(acting));
  return done(acting, "learned", "unlearned");
};

/** What can be done once a lecture has begun, by the hidden `intent` of the forms; notes also before. */
export const afterwardsActs: ReadonlyMap<unknown, Act> = new Map(
  Object.entries({ thank, unthank, notes, ask, unask, answer, learned, unlearn }),
);

function requireResponding({ viewer, series }: Acting): void {
  requireAllowed(mayRespond(viewer, series));
}

function own({ lecture, viewer }: Acting) {
  return { turnId: lecture.turnId, personId: viewer.personId };
}

function depsOf({ context }: Acting) {
  return { now: context.now() };
}

function done({ lecture }: Acting, part: string, toast: string): Response {
  return redirectWithToast(`${lecturePath(lecture)}#${part}`, `lecture.toast.${toast}`);
}

const refusals = {
  "not-begun": "lecture.errors.notBegun",
  "own-lecture": "lecture.errors.ownLecture",
  "too-many": "lecture.errors.tooManyQuestions",
  "not-yours": "lecture.errors.notYoursToAnswer",
} as const;

function refused<T>(form: GoodForm<T>, { reason }: { reason: keyof typeof refusals }) {
  return formAgain(refuse(form, { key: refusals[reason] }), 409);
}
