import { z } from "zod";
import { sessionLevels } from "#db/schema/sessions.ts";
import { languageTag } from "../festival-form.ts";
import type { Format, Question } from "./proposal.ts";

/** What a proposal that comes in may have at most, in characters. */
export const limits = {
  title: 120,
  abstract: 3000,
  topic: 40,
  topics: 8,
  equipment: 500,
  notes: 2000,
  text: 300,
  longText: 2000,
} as const;

/** A draft may be longer than what comes in, so that nobody loses what they pasted. */
const line = z.string().trim().max(1000).default("");
const text = z.string().trim().max(20_000).default("");

const splitTopics = (topics: string) => [
  ...new Set(
    topics
      .split(/[,;\n]/)
      .map((topic) => topic.trim())
      .filter(Boolean),
  ),
];

/** Everything that can be kept of a proposal while it is written. */
export const proposalForm = z
  .object({
    version: z.number().int(),
    title: line,
    abstract: text,
    formatId: z.uuid().optional(),
    trackId: z.uuid().optional(),
    language: languageTag,
    level: z.enum(sessionLevels).default("all"),
    size: z.number().int().min(1).max(10_000).optional(),
    topics: line.transform(splitTopics),
    equipment: text,
    notes: text,
    answers: z.record(z.string().max(40), text.optional()).default({}),
    away: z.array(z.string().max(20)).max(60).default([]),
  })
  .transform(({ formatId, trackId, size, answers, ...rest }) => ({
    ...rest,
    formatId: formatId ?? null,
    trackId: trackId ?? null,
    size: size ?? null,
    answers: Object.fromEntries(
      Object.entries(answers).flatMap(([id, answer]) => (answer ? [[id, answer]] : [])),
    ) as Record<string, string>,
  }));

export type ProposalFields = z.output<typeof proposalForm>;
export type ProposalInput = z.input<typeof proposalForm>;

export interface CallQuestions {
  formats: Format[];
  questions: Question[];
}

/** Why a proposal cannot come in yet, at the field it is about. */
export interface Problem {
  field: string;
  key: "call.errors.needed" | "call.errors.tooLong" | "call.errors.tooManyTopics" | "call.errors.choose";
  values?: { count: number };
}

/** Title, what happens in it and the format are needed, and what the organisers made so; the rest may stay empty. */
export function problemsOf(fields: ProposalFields, { formats, questions }: CallQuestions): Problem[] {
  const { title, abstract, formatId, topics, equipment, notes, answers } = fields;
  return [
    ...needed("title", title),
    ...tooLong("title", title, limits.title),
    ...needed("abstract", abstract),
    ...tooLong("abstract", abstract, limits.abstract),
    ...(formats.length > 0 && !formats.some((format) => format.id === formatId)
      ? [{ field: "formatId", key: "call.errors.choose" } as const]
      : []),
    ...(topics.length > limits.topics
      ? [{ field: "topics", key: "call.errors.tooManyTopics", values: { count: limits.topics } } as const]
      : topics.flatMap((topic) => tooLong("topics", topic, limits.topic)).slice(0, 1)),
    ...tooLong("equipment", equipment, limits.equipment),
    ...tooLong("notes", notes, limits.notes),
    ...questions.flatMap((question) => problemsOfAnswer(question, answers[question.id] ?? "")),
  ];
}

function problemsOfAnswer({ id, kind, required, options }: Question, answer: string): Problem[] {
  const field = `answers.${id}`;
  if (answer === "") return required ? needed(field, answer, kind) : [];
  if (kind === "choice" && !options.includes(answer)) return [{ field, key: "call.errors.choose" }];
  if (kind === "yes-no" && answer !== "yes" && answer !== "no") return [{ field, key: "call.errors.choose" }];
  return tooLong(field, answer, kind === "long-text" ? limits.longText : limits.text);
}

function needed(field: string, value: string, kind: Question["kind"] = "text"): Problem[] {
  if (value !== "") return [];
  return [
    { field, key: kind === "choice" || kind === "yes-no" ? "call.errors.choose" : "call.errors.needed" },
  ];
}

const tooLong = (field: string, value: string, count: number): Problem[] =>
  value.length > count ? [{ field, key: "call.errors.tooLong", values: { count } }] : [];
