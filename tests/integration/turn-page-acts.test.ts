import { beforeEach, describe, expect, test } from "vitest";
import { makePerson } from "#db/demo/factories.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { declineTurn } from "~/lectures/answer.server.ts";
import type { Instant } from "~/platform/time.ts";
import * as swapPage from "../../app/routes/lectures.$series.$date.swap.tsx";
import * as weekPage from "../../app/routes/lectures.$series.$date.tsx";
import * as turnPage from "../../app/routes/lectures.$series.organise.turns.$date.tsx";
import { depsAt, monday, weeksOf } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";
import { speakersOf, startSpeakers } from "./swaps.support.ts";

const db = testDatabase();
let roster: Awaited<ReturnType<typeof startSpeakers>>;
let weeks: Awaited<ReturnType<typeof weeksOf>>;
let cookies: Record<string, string>;

beforeEach(async () => {
  roster = await startSpeakers(db(), { 4: "Ada", 5: "Bo" });
  weeks = await weeksOf(db(), roster.seriesId);
  const { organisationId } = roster;
  const olga = await makePerson(db(), { name: "Olga", organisationId, role: "organiser" });
  cookies = {
    ada: await loginOf(db(), roster.people.Ada!),
    bo: await loginOf(db(), roster.people.Bo!),
    olga: await loginOf(db(), olga.id),
  };
});

function ask(who: string, date: string, form?: Record<string, string>, now: Instant = monday) {
  return routeArgs(db(), `/lectures/coffee-machine/organise/turns/${date}`, {
    cookie: cookies[who]!,
    ...(form ? { form } : {}),
    params: { series: "coffee-machine", date },
    context: { now: () => now },
  }) as never;
}

const day = (week: number) => weeks[week]!.date;
const turn = async (date: string) =>
  (await answerOf(turnPage.loader(ask("olga", date)))).data as Awaited<ReturnType<typeof turnPage.loader>>;
const send = async (date: string, form: Record<string, string>) =>
  answerOf(turnPage.action(ask("olga", date, form)));
const refusal = async (date: string, form: Record<string, string>) => {
  const { status, data } = await send(date, form);
  return { status, error: (data as { result: { error: object } }).result.error };
};
const speakers = () => speakersOf(db(), roster.seriesId, roster.people);

describe("the organiser's page of one week", () => {
  test("says who speaks and what comes next, and an act leads back to it", async () => {
    expect((await turn(day(4))).page).toMatchObject({ state: "Ada speaks.", speaker: "Ada" });
    const floor = await send(day(0), { intent: "open-floor" });
    expect(floor.status).toBe(303);
    expect(floor.headers.get("location")).toBe(`/lectures/coffee-machine/organise/turns/${day(0)}`);
    expect((await turn(day(0))).page.state).toBe("The floor is open: whoever wants to speaks.");
    expect((await turn(day(0))).page.history.at(-1)?.words).toBe("Olga opened the floor.");
  });

  test("an organiser who is not on the roster speaks as a guest", async () => {
    expect((await send(day(0), { intent: "speak" })).status).toBe(303);
    expect((await turn(day(0))).page.state).toBe("Olga speaks as a guest.");
  });

  test("a second decision changes nothing", async () => {
    await send(day(0), { intent: "open-floor" });
    await send(day(0), { intent: "speak" });
    expect((await turn(day(0))).page.state).toBe("The floor is open: whoever wants to speaks.");
  });

  test.each([
    [{ intent: "put", memberId: "" }, 422, { memberId: ["Please choose one of these."] }],
    [{ intent: "guest", name: "" }, 422, { name: ["Please fill this in."] }],
    [
      { intent: "guest", name: "Jo", email: "nobody@here.example" },
      409,
      { email: ["Nobody here has this address. Leave it empty if they have no account."] },
    ],
    [
      { intent: "move", date: "2026-12-24", time: "10:30", place: "Roof" },
      409,
      { date: ["Another lecture of this series has or had that date. Choose another one."] },
    ],
    [
      { intent: "add", date: "2026-12-24", time: "10:30", place: "Roof" },
      409,
      { date: ["Another lecture of this series has or had that date. Choose another one."] },
    ],
    [
      { intent: "slip", shown: "something else", week: "off" },
      409,
      { week: ["Something changed meanwhile. Have a look at what would happen now."] },
    ],
  ] as const)("what is wrong with %j is said at the field", async (form, status, error) => {
    expect(await refusal(day(1), form)).toEqual({ status, error });
  });

  test("a move leads to the new date, and the old address follows", async () => {
    const moved = await send(day(4), { intent: "move", date: "2026-12-22", time: "10:30", place: "Roof" });
    expect(moved.headers.get("location")).toBe("/lectures/coffee-machine/organise/turns/2026-12-22");
    const old = await answerOf(turnPage.loader(ask("olga", day(4))));
    expect([old.status, old.headers.get("location")]).toEqual([
      302,
      "/lectures/coffee-machine/organise/turns/2026-12-22",
    ]);
    const lecture = await answerOf(weekPage.loader(ask("ada", day(4))));
    expect(lecture.headers.get("location")).toBe("/lectures/coffee-machine/2026-12-22");
  });

  test("shows what a slip changes, and does that", async () => {
    const { slip } = (await turn(day(4))).page;
    expect(slip?.moves).toEqual([
      "Ada speaks on Thu 31 Dec instead of Thu 24 Dec.",
      "Bo speaks on Thu 7 Jan instead of Thu 31 Dec.",
    ]);
    await send(day(4), { intent: "slip", shown: slip!.shown, week: "off" });
    expect(await speakers()).toEqual({ 5: "Ada: Ada's topic", 6: "Bo: Bo's topic" });
    const words = (await turn(day(4))).page.history.map((line) => line.words);
    expect(words.slice(-2)).toEqual([
      "Olga had Ada speak on Thu 31 Dec instead of Thu 24 Dec.",
      "Olga called the lecture off.",
    ]);
  });

  test("changes the speaker for one who gives a turn in return", async () => {
    const option = (await turn(day(4))).page.swaps.find(({ label }) => label.startsWith("Bo, who gives"));
    await send(day(4), { intent: "swap", swap: option!.value, message: "" });
    expect(await speakers()).toEqual({ 4: "Bo: Bo's topic", 5: "Ada: Ada's topic" });
  });
});

test("members read what happened without who could not", async () => {
  const offered = weeks.find(({ status }) => status === "offered")!;
  const who = { seriesId: roster.seriesId, turnId: offered.id, personId: offered.personId! };
  await declineTurn(db(), { ...who, reason: "Too busy" }, depsAt(monday));
  const words = async (reader: string) => {
    const { data } = await answerOf(weekPage.loader(ask(reader, offered.date)));
    return (data as { seen: { history: { words: string }[] } }).seen.history.map((line) => line.words);
  };
  const name = Object.entries(roster.people).find(([, id]) => id === offered.personId)![0];
  expect((await words("olga")).slice(0, 2)).toEqual([`${name} was asked.`, `${name} could not: “Too busy”`]);
  expect((await words("ada")).slice(0, 2)).toEqual(["Somebody was asked.", "Somebody could not."]);
});

describe("the page of a swap", () => {
  const path = (who: string, form?: Record<string, string>) => ask(who, day(4), form);

  test("is for asking to its speaker, for taking to others once they are looked for", async () => {
    const before = (await answerOf(swapPage.loader(path("bo")))).data;
    expect(before).toMatchObject({ asking: null, swap: null });
    expect((await answerOf(swapPage.loader(path("ada")))).data).toMatchObject({ asking: { open: null } });
    const asked = await answerOf(swapPage.action(path("ada", { intent: "ask", to: "", message: "" })));
    expect(asked.status).toBe(303);
    expect((await answerOf(swapPage.loader(path("ada")))).data).toMatchObject({
      asking: { open: { to: null } },
    });
    expect((await answerOf(swapPage.loader(path("bo")))).data).toMatchObject({
      swap: { requester: "Ada", refusal: null },
    });
    await answerOf(swapPage.action(path("bo", { intent: "take", returnTurnId: weeks[5]!.id, topic: "" })));
    expect(await speakers()).toEqual({ 4: "Bo: Bo's topic", 5: "Ada: Ada's topic" });
  });

  test("nobody but its speaker asks there, and what they cannot ask is said", async () => {
    const answer = await answerOf(swapPage.action(path("bo", { intent: "ask", to: "", message: "" })));
    expect([answer.status, answer.data]).toMatchObject([
      409,
      { result: { error: { to: ["This turn is no longer yours."] } } },
    ]);
  });
});
