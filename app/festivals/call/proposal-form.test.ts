import { parseWithZod } from "@conform-to/zod/v4";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "./proposal.ts";
import { limits, type ProposalFields, problemsOf, proposalForm } from "./proposal-form.ts";

const formats = [
  {
    id: "11111111-1111-4111-8111-111111111111",
    name: "Workshop",
    kind: "workshop" as const,
    durationMinutes: 60,
  },
];
const question = (more: Partial<Question>): Question => ({
  ...{ id: "q", kind: "text", label: "?", hint: "", required: false, options: [] },
  ...more,
});
const complete: ProposalFields = {
  version: 1,
  title: "Waking up a team",
  abstract: "Three games.",
  formatId: formats[0]!.id,
  trackId: null,
  language: "en",
  level: "all",
  size: null,
  topics: [],
  equipment: "",
  notes: "",
  answers: {},
  away: [],
};
const fieldsWrong = (given: Partial<ProposalFields>, questions: Question[] = []) =>
  problemsOf({ ...complete, ...given }, { formats, questions }).map(({ field, key }) => [field, key]);

describe("what a proposal needs before it comes in", () => {
  test("title, what happens in it and a format, and nothing else: three fields", () => {
    const empty = { title: "", abstract: "", formatId: null };
    expect(fieldsWrong(empty)).toEqual([
      ["title", "call.errors.needed"],
      ["abstract", "call.errors.needed"],
      ["formatId", "call.errors.choose"],
    ]);
    expect(fieldsWrong({})).toEqual([]);
  });

  test("without formats nothing has to be chosen", () => {
    expect(problemsOf({ ...complete, formatId: null }, { formats: [], questions: [] })).toEqual([]);
  });

  test.each<[string, Partial<ProposalFields>, string]>([
    ["a title", { title: "x".repeat(limits.title + 1) }, "title"],
    ["a description", { abstract: "x".repeat(limits.abstract + 1) }, "abstract"],
    ["needs", { equipment: "x".repeat(limits.equipment + 1) }, "equipment"],
    ["a note", { notes: "x".repeat(limits.notes + 1) }, "notes"],
    ["one topic", { topics: ["x".repeat(limits.topic + 1)] }, "topics"],
  ])("%s that is too long is named", (_, given, field) => {
    expect(fieldsWrong(given)).toEqual([[field, "call.errors.tooLong"]]);
  });

  test("what just fits is taken", () => {
    const given = { title: "x".repeat(limits.title), abstract: "x".repeat(limits.abstract) };
    expect(fieldsWrong(given)).toEqual([]);
  });

  test("more topics than fit are named once", () => {
    const topics = Array.from({ length: limits.topics + 1 }, (_, index) => `topic ${index}`);
    expect(fieldsWrong({ topics })).toEqual([["topics", "call.errors.tooManyTopics"]]);
  });

  test.each<[string, Partial<Question>, string, string | null]>([
    ["an optional one may stay empty", {}, "", null],
    ["a required one may not", { required: true }, "", "call.errors.needed"],
    [
      "a required choice is chosen",
      { required: true, kind: "choice", options: ["a", "b"] },
      "",
      "call.errors.choose",
    ],
    ["a choice is one of those offered", { kind: "choice", options: ["a", "b"] }, "c", "call.errors.choose"],
    ["an offered one is fine", { kind: "choice", options: ["a", "b"] }, "b", null],
    ["yes is an answer", { kind: "yes-no" }, "yes", null],
    ["perhaps is none", { kind: "yes-no" }, "perhaps", "call.errors.choose"],
    ["a line ends", { kind: "text" }, "x".repeat(limits.text + 1), "call.errors.tooLong"],
    ["a longer text ends later", { kind: "long-text" }, "x".repeat(limits.text + 1), null],
    ["but ends", { kind: "long-text" }, "x".repeat(limits.longText + 1), "call.errors.tooLong"],
  ])("a question of the organisers: %s", (_, given, answer, key) => {
    const wrong = fieldsWrong({ answers: answer ? { q: answer } : {} }, [question(given)]);
    expect(wrong).toEqual(key ? [["answers.q", key]] : []);
  });
});

describe("what a draft keeps", () => {
  const parse = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ version: "1", language: "nl", ...fields }))
      form.append(name, value);
    return parseWithZod(form, { schema: proposalForm });
  };

  test("anything short of nonsense, empty fields among them", () => {
    const parsed = parse({});
    expect(parsed.status === "success" && parsed.value).toEqual({
      ...complete,
      ...{ title: "", abstract: "", formatId: null, language: "nl" },
    });
  });

  test("topics are parted at commas, each once", () => {
    const parsed = parse({ topics: " water, mail ,, water;dijken" });
    expect(parsed.status === "success" && parsed.value.topics).toEqual(["water", "mail", "dijken"]);
  });

  test("answers come by their question, empty ones are none", () => {
    const parsed = parse({ "answers.one": "yes", "answers.two": "" });
    expect(parsed.status === "success" && parsed.value.answers).toEqual({ one: "yes" });
  });

  test("more than comes in, so that what was pasted is not lost", () => {
    fc.assert(
      fc.property(fc.integer({ min: limits.abstract, max: 20_000 }), (length) => {
        const parsed = parse({ abstract: "x".repeat(length) });
        return parsed.status === "success" && parsed.value.abstract.length === length;
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ["a size that is no number", { size: "many" }],
    ["nobody at all", { size: "0" }],
    ["a text without end", { abstract: "x".repeat(20_001) }],
    ["a version that is none", { version: "new" }],
    ["a level nobody knows", { level: "wizard" }],
  ])("not %s", (_, fields) => {
    expect(parse(fields).status).toBe("error");
  });
});
