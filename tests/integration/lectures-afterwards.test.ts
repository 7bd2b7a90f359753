import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import {
  events,
  lectureLearnings,
  lectureQuestions,
  lectureThanks,
  mails,
  people,
  turns,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { type Answer, answerOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import type { Afterwards } from "~/lectures/afterwards/afterwards.ts";
import type { JustHeldLecture } from "~/lectures/afterwards/just-held.tsx";
import { lectureEvents } from "~/lectures/jobs.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import * as seriesPage from "../../app/routes/lectures.$series._index.tsx";
import * as weekPage from "../../app/routes/lectures.$series.$date.tsx";
import { monday, startRoster, weeksOf } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const date = "2026-11-26";
const before = at("2026-11-26T09:00:00Z");
const after = at("2026-11-26T09:41:00Z");
const evening = at("2026-11-26T17:00:00Z");
const nextEvening = at("2026-11-27T17:00:00Z");

let scene: Awaited<ReturnType<typeof startRoster>>;
let cookies: Record<string, string>;
let turnId: string;

/** Ada speaks on Thursday; Bo is on the roster too, Lia only listens, Olga organises, a stranger has no part in it. */
beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo"]);
  const { organisationId, people: members } = scene;
  const lia = await makePerson(db(), { name: "Lia Smit", organisationId, language: "nl" });
  const olga = await makePerson(db(), { name: "Olga", organisationId, role: "organiser" });
  const far = await makeOrganisation(db(), { slug: "far" });
  const stranger = await makePerson(db(), { organisationId: far.id, role: "admin" });
  const all = { ...members, lia: lia.id, olga: olga.id, stranger: stranger.id };
  const made = await Promise.all(
    Object.entries(all).map(async ([name, id]) => [name.toLowerCase(), await loginOf(db(), id)] as const),
  );
  cookies = Object.fromEntries(made);
  await send("ada", { intent: "accept", topic: "Bread" }, monday);
  turnId = (await weeksOf(db(), scene.seriesId))[0]!.id;
});

function ask(who: string | null, now: Instant, form?: Record<string, string>) {
  return routeArgs(db(), `/lectures/coffee-machine/${date}`, {
    ...(who ? { cookie: cookies[who]! } : {}),
    ...(form ? { form } : {}),
    params: { series: "coffee-machine", date },
    context: { now: () => now },
  }) as never;
}

const send = (who: string | null, form: Record<string, string>, now = after): Promise<Answer> =>
  answerOf(weekPage.action(ask(who, now, form)));

async function read(who: string | null, now = after): Promise<Afterwards> {
  const { data } = await answerOf(weekPage.loader(ask(who, now)));
  return (data as { left: Afterwards }).left;
}

const justHeld = async (who: string | null, now: Instant) =>
  ((await answerOf(seriesPage.loader(ask(who, now)))).data as { justHeld: JustHeldLecture | null }).justHeld;

const sweep = (now: Instant) => sweepEvents({ ...requestContext(db()), ids: testIds() }, lectureEvents, now);

async function inbox(kind: string) {
  const rows = await db().select().from(mails).where(eq(mails.kind, kind));
  return rows.map(({ recipientName, subject, text }) => ({ to: recipientName, subject, text }));
}

const rowsOf = async () => ({
  thanks: await db().select().from(lectureThanks),
  questions: await db().select().from(lectureQuestions),
  learnings: await db().select().from(lectureLearnings),
});

describe("rights", () => {
  const thank = { intent: "thank" };
  const question = { intent: "ask", question: "Does rye work?" };
  const learned = { intent: "learned", what: "Flour is alive" };
  const notes = { intent: "notes", notes: "Flour, water, salt." };

  test.each([
    ["a listener thanks", "lia", thank, after, 303],
    ["a stranger thanks", "stranger", thank, after, 403],
    ["nobody thanks", null, thank, after, 302],
    ["the speaker thanks themself", "ada", thank, after, 409],
    ["a listener thanks before it begins", "lia", thank, before, 409],
    ["a listener asks", "lia", question, after, 303],
    ["a listener asks before it begins", "lia", question, before, 409],
    ["a stranger asks", "stranger", question, after, 403],
    ["the speaker asks", "ada", question, after, 409],
    ["a listener learns", "lia", learned, after, 303],
    ["a stranger learns", "stranger", learned, after, 403],
    ["a listener learns before it begins", "lia", learned, before, 409],
    ["the speaker writes notes", "ada", notes, after, 303],
    ["the speaker prepares notes", "ada", notes, before, 303],
    ["an organiser writes notes", "olga", notes, after, 303],
    ["a listener writes notes", "lia", notes, after, 403],
    ["a stranger writes notes", "stranger", notes, after, 403],
  ])("%s", async (_, who, form, now, status) => {
    const was = { ...(await rowsOf()), notes: (await read("ada")).notes };
    expect((await send(who, form, now)).status).toBe(status);
    const is = { ...(await rowsOf()), notes: (await read("ada")).notes };
    expect(JSON.stringify(is) === JSON.stringify(was)).toBe(status !== 303);
  });

  test("nobody answers, takes back or unsays what is another's", async () => {
    await send("lia", { intent: "thank", words: "yes", message: "Lovely" });
    await send("lia", question);
    await send("lia", learned);
    const was = await rowsOf();
    const questionId = was.questions[0]!.id;
    const forms: Record<string, string>[] = [
      { intent: "unthank" },
      { intent: "unlearn" },
      { intent: "unask", questionId },
      { intent: "answer", questionId, answer: "No." },
    ];
    for (const form of forms) await send("bo", form);
    await send("stranger", { intent: "answer", questionId, answer: "No." });
    expect(await rowsOf()).toEqual(was);
  });

  test("a stranger reads notes, links and how many said thanks, and no more", async () => {
    await send("lia", { intent: "thank", words: "yes", message: "Lovely" });
    await send("lia", question);
    await send("lia", learned);
    const link = { "links[0].title": "Recipe", "links[0].url": "https://example.org/bread" };
    await send("ada", { ...notes, ...link });
    for (const who of [null, "stranger"]) {
      const left = await read(who);
      expect(left).toMatchObject({
        notes: "Flour, water, salt.",
        links: [{ title: "Recipe", url: "https://example.org/bread" }],
        thanks: { count: 1, mine: null, all: [] },
        questions: [],
        learned: { count: 0, mine: null },
      });
      for (const secret of ["Lia", "Lovely", "rye", "alive"])
        expect(JSON.stringify(left)).not.toContain(secret);
    }
  });

  test("colleagues read thanks and questions with names, and nobody another's words on what they learned", async () => {
    await send("lia", { intent: "thank", words: "yes", message: "Lovely" });
    await send("lia", question);
    await send("lia", learned);
    const left = await read("bo");
    expect(left.thanks).toMatchObject({
      count: 1,
      mine: null,
      all: [{ name: "Lia Smit", message: "Lovely" }],
    });
    expect(left.questions).toMatchObject([{ asker: "Lia Smit", question: "Does rye work?", isMine: false }]);
    expect(left.learned).toEqual({ count: 1, mine: null });
    for (const who of ["ada", "bo", "olga"]) expect(JSON.stringify(await read(who))).not.toContain("alive");
    expect((await read("lia")).learned).toEqual({ count: 1, mine: "Flour is alive" });
  });
});

describe("thanks", () => {
  test("are one a person: a second tap keeps the words, words change the words, and they can be taken back", async () => {
    const mine = async () => (await read("lia")).thanks;
    await send("lia", { intent: "thank" });
    await send("lia", { intent: "thank" });
    expect(await mine()).toMatchObject({ count: 1, mine: "" });
    await send("lia", { intent: "thank", words: "yes", message: "Lovely" });
    await send("lia", { intent: "thank" });
    expect(await mine()).toMatchObject({ count: 1, mine: "Lovely" });
    await send("lia", { intent: "unthank" });
    await send("lia", { intent: "unthank" });
    expect(await mine()).toEqual({ count: 0, mine: null, all: [] });
  });

  test("that are too long come back as they were typed", async () => {
    const message = "x".repeat(301);
    const answer = await send("lia", { intent: "thank", words: "yes", message });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain(message);
    expect((await rowsOf()).thanks).toEqual([]);
  });

  test("stand in the order they came, whoever looks", async () => {
    await send("olga", { intent: "thank" }, after);
    await send("bo", { intent: "thank" }, after.add({ minutes: 1 }));
    await send("lia", { intent: "thank" }, after.add({ minutes: 2 }));
    for (const who of ["ada", "lia"])
      expect((await read(who)).thanks.all.map(({ name }) => name)).toEqual(["Olga", "Bo", "Lia Smit"]);
  });

  test("can be given in one tap on the page of the series, from the start until two days later", async () => {
    expect(await justHeld("lia", before)).toBeNull();
    expect(await justHeld("lia", at("2026-11-26T09:30:00Z"))).toMatchObject({ isOver: false });
    expect(await justHeld("lia", after)).toMatchObject({
      mayThank: true,
      hasThanked: false,
      isOver: true,
      lecture: { date },
    });
    expect(await justHeld("ada", after)).toMatchObject({ mayThank: false });
    expect(await justHeld("stranger", after)).toMatchObject({ mayThank: false });
    await send("lia", { intent: "thank" });
    expect(await justHeld("lia", after)).toMatchObject({ mayThank: true, hasThanked: true });
    expect(await justHeld("bo", after)).toMatchObject({ hasThanked: false });
    expect(await justHeld("lia", after.add({ hours: 48 }))).toBeNull();
  });

  test("are not for a lecture whose speaker did not come", async () => {
    await db().update(turns).set({ status: "no-show" }).where(eq(turns.id, turnId));
    expect((await send("lia", { intent: "thank" })).status).toBe(409);
    expect(await justHeld("lia", after)).toBeNull();
  });
});

describe("the speaker's evening mail", () => {
  test("is one, with all thanks and questions of the day, in the speaker's language", async () => {
    await db().update(people).set({ language: "nl" }).where(eq(people.id, scene.people.Ada!));
    await send("lia", { intent: "thank", words: "yes", message: "Lovely" });
    await send("bo", { intent: "thank" });
    await send("lia", { intent: "ask", question: "Does rye work?" });
    await sweep(evening.subtract({ seconds: 1 }));
    expect(await inbox("lecture-echo")).toEqual([]);
    await sweep(evening);
    await sweep(evening);
    const [mail, ...more] = await inbox("lecture-echo");
    expect(more).toEqual([]);
    expect(mail?.to).toBe("Ada");
    for (const part of ["2 collega's bedanken je", "Lovely", "Lia Smit", "Bo", "Does rye work?", `/${date}`])
      expect(mail?.text).toContain(part);
  });

  test("tells of thanks once: later ones only stand on the page", async () => {
    await send("lia", { intent: "thank" });
    await sweep(evening);
    await send("bo", { intent: "thank" }, evening.add({ hours: 1 }));
    await sweep(nextEvening.add({ hours: 72 }));
    expect(await inbox("lecture-echo")).toHaveLength(1);
    expect((await read("ada", nextEvening)).thanks.count).toBe(2);
  });

  test("comes again the next evening for what was asked since, without the thanks", async () => {
    await send("lia", { intent: "thank" });
    await send("lia", { intent: "ask", question: "Does rye work?" });
    await sweep(evening);
    await send("bo", { intent: "ask", question: "And spelt?" }, evening.add({ minutes: 5 }));
    await sweep(evening.add({ hours: 5 }));
    expect(await inbox("lecture-echo")).toHaveLength(1);
    await sweep(nextEvening);
    const [, second] = await inbox("lecture-echo");
    expect(second?.text).toContain("And spelt?");
    expect(second?.text).not.toContain("Does rye work?");
    expect(second?.text).not.toContain("thanks");
  });

  test("is none where everything was taken back or answered before", async () => {
    await send("lia", { intent: "thank" });
    await send("lia", { intent: "unthank" });
    await send("lia", { intent: "ask", question: "Does rye work?" });
    const [row] = (await rowsOf()).questions;
    await send("ada", { intent: "answer", questionId: row!.id, answer: "Yes." });
    await sweep(evening);
    expect(await inbox("lecture-echo")).toEqual([]);
    await send("bo", { intent: "thank" }, evening.add({ minutes: 5 }));
    await sweep(nextEvening);
    expect(await inbox("lecture-echo")).toHaveLength(1);
  });

  test("is never two on one day, also when a sweep came a day late", async () => {
    await send("lia", { intent: "ask", question: "Does rye work?" });
    const late = at("2026-11-27T08:00:00Z");
    await sweep(late);
    await send("bo", { intent: "ask", question: "And spelt?" }, late.add({ minutes: 5 }));
    await sweep(nextEvening);
    expect(await inbox("lecture-echo")).toHaveLength(1);
    await sweep(at("2026-11-30T17:00:00Z"));
    expect(await inbox("lecture-echo")).toHaveLength(2);
  });

  test("needs one event, however many say thanks", async () => {
    for (const who of ["lia", "bo", "olga"]) await send(who, { intent: "thank" });
    const echoed = await db().select().from(events).where(eq(events.kind, "turn.echoed"));
    expect(echoed.map(({ dueAt }) => dueAt)).toEqual([evening.toString()]);
  });
});

describe("questions", () => {
  const question = { intent: "ask", question: "Does rye work?" };
  const open = async () => (await rowsOf()).questions[0]!;

  test("are answered by the speaker, and who asked is told in the evening", async () => {
    await send("lia", question);
    const { id } = await open();
    expect((await read("ada")).questions).toMatchObject([{ mayAnswer: true }]);
    expect((await read("bo")).questions).toMatchObject([{ mayAnswer: false }]);
    await send("ada", { intent: "answer", questionId: id, answer: "It does." });
    expect((await read("lia")).questions).toMatchObject([
      { answer: "It does.", answerer: "Ada", isMine: true },
    ]);
    await sweep(evening);
    const told = await inbox("question-answered");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ to: "Lia Smit", subject: "Je vraag over “Bread” is beantwoord" });
    expect(told[0]?.text).toContain("It does.");
  });

  test("several answered on one day are told in one mail, and a changed answer is told no second time", async () => {
    await send("lia", question);
    await send("lia", { intent: "ask", question: "And spelt?" });
    for (const { id } of (await rowsOf()).questions)
      await send("ada", { intent: "answer", questionId: id, answer: `Of ${id}` });
    await sweep(evening);
    const { id } = await open();
    await send("ada", { intent: "answer", questionId: id, answer: "Better" }, evening.add({ hours: 1 }));
    await sweep(nextEvening);
    expect(await inbox("question-answered")).toHaveLength(1);
    const answers = (await rowsOf()).questions.map(({ answer }) => answer);
    expect(answers.filter((answer) => answer === "Better")).toHaveLength(1);
  });

  test("that wait for a week may be answered by anybody on the roster, first come", async () => {
    await send("lia", question);
    const { id } = await open();
    const answer = { intent: "answer", questionId: id, answer: "It does." };
    const week = after.add({ hours: 24 * 7 });
    expect((await send("bo", answer, week.subtract({ seconds: 1 }))).status).toBe(409);
    expect((await send("olga", answer, week)).status).toBe(409);
    expect((await send("bo", answer, week)).status).toBe(303);
    const late = await send("ada", { ...answer, answer: "Typed in vain?" }, week);
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.data)).toContain("Typed in vain?");
    expect((await open()).answer).toBe("It does.");
  });

  test("sent twice are one, at most five wait, and one that waits can be taken back", async () => {
    await send("lia", question);
    await send("lia", question);
    expect((await rowsOf()).questions).toHaveLength(1);
    for (const number of [2, 3, 4, 5]) await send("lia", { intent: "ask", question: `Question ${number}` });
    const sixth = await send("lia", { intent: "ask", question: "Question 6" });
    expect(sixth.status).toBe(409);
    expect(JSON.stringify(sixth.data)).toContain("Question 6");
    const [first, second] = (await rowsOf()).questions;
    await send("lia", { intent: "unask", questionId: first!.id });
    await send("ada", { intent: "answer", questionId: second!.id, answer: "Yes." });
    await send("lia", { intent: "unask", questionId: second!.id });
    expect((await rowsOf()).questions).toHaveLength(4);
  });
});

describe("what was learned", () => {
  test("may be without words, changes, and is taken back", async () => {
    const learned = async () => (await read("lia")).learned;
    await send("lia", { intent: "learned", what: "" });
    expect(await learned()).toEqual({ count: 1, mine: "" });
    await send("lia", { intent: "learned", what: "Flour is alive" });
    expect(await learned()).toEqual({ count: 1, mine: "Flour is alive" });
    await send("lia", { intent: "unlearn" });
    expect(await learned()).toEqual({ count: 0, mine: null });
  });
});

test("an open floor has nobody to thank or to ask, and still something to learn", async () => {
  const nobody = { memberId: null, guest: { is: "open-floor" as const } };
  await db().update(turns).set(nobody).where(eq(turns.id, turnId));
  expect((await send("lia", { intent: "thank" })).status).toBe(409);
  expect((await send("lia", { intent: "ask", question: "Who was that?" })).status).toBe(409);
  expect((await send("lia", { intent: "learned", what: "To speak up" })).status).toBe(303);
  expect((await read("lia")).may).toMatchObject({ thank: false, ask: false, learn: true });
});

describe("notes", () => {
  test("with a bad address come back whole, the reason beside it", async () => {
    const form = {
      intent: "notes",
      notes: "Flour.",
      "links[0].title": "Oven",
      "links[0].url": "javascript:bake()",
    };
    const answer = await send("ada", form);
    expect(answer.status).toBe(422);
    const { result } = answer.data as { result: { error: Record<string, string[]>; initialValue: object } };
    expect(result.error).toEqual({
      "links[0].url": ["Please give an address that starts with https:// or http://."],
    });
    expect(JSON.stringify(result.initialValue)).toContain("Flour.");
    expect((await read("ada")).notes).toBe("");
  });

  test("go with their speaker, who gave the week back", async () => {
    await send("ada", { intent: "notes", notes: "Flour." }, before);
    await send("ada", { intent: "decline", reason: "" }, before);
    expect((await read(null, before)).notes).toBe("");
  });
});
