import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import * as seriesPage from "../../app/routes/lectures.$series._index.tsx";
import * as weekPage from "../../app/routes/lectures.$series.$date.tsx";
import * as organisePage from "../../app/routes/lectures.$series.organise._index.tsx";
import * as settingsPage from "../../app/routes/lectures.$series.organise.settings.tsx";
import * as rosterPage from "../../app/routes/lectures.$series.roster.tsx";
import * as newPage from "../../app/routes/lectures.new.tsx";
import { monday, startRoster, weeksOf } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
let scene: Awaited<ReturnType<typeof startRoster>>;
let cookies: Record<string, string>;

beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo"]);
  const lumen = await makeOrganisation(db(), { slug: "lumen" });
  const { organisationId } = scene;
  const olga = await makePerson(db(), { organisationId, role: "organiser" });
  const stranger = await makePerson(db(), { organisationId: lumen.id, role: "admin" });
  cookies = {
    ada: await loginOf(db(), scene.people.Ada!),
    bo: await loginOf(db(), scene.people.Bo!),
    olga: await loginOf(db(), olga.id),
    stranger: await loginOf(db(), stranger.id),
  };
});

function ask(who: string | null, given: { form?: Record<string, string>; date?: string } = {}) {
  const params = { series: "coffee-machine", ...(given.date ? { date: given.date } : {}) };
  return routeArgs(db(), "/lectures/coffee-machine", {
    ...(who ? { cookie: cookies[who]! } : {}),
    ...(given.form ? { form: given.form } : {}),
    params,
    context: { now: () => monday },
  }) as never;
}

const date = "2026-11-26";

describe("reading", () => {
  test("a stranger sees the weeks of a public series, but not who is only asked, nor any balance", async () => {
    const page = JSON.stringify((await answerOf(seriesPage.loader(ask(null)))).data);
    const week = JSON.stringify((await answerOf(weekPage.loader(ask(null, { date })))).data);
    expect(page).toContain(date);
    for (const secret of ["Ada", "Bo", "share", "seed"]) expect(page + week).not.toContain(secret);
  });

  test.each([
    [null, 302],
    ["ada", 200],
    ["olga", 200],
    ["stranger", 403],
  ])("the roster answers %s with %s", async (who, status) => {
    expect((await answerOf(rosterPage.loader(ask(who)))).status).toBe(status);
  });

  test.each([
    [null, 302],
    ["ada", 403],
    ["olga", 200],
    ["stranger", 403],
  ])("organising answers %s with %s", async (who, status) => {
    expect((await answerOf(organisePage.loader(ask(who)))).status).toBe(status);
    expect((await answerOf(settingsPage.loader(ask(who)))).status).toBe(status);
  });

  test.each(["2026-11-27", "2026-02-31", "tomorrow", "2026-11-26T10:30"])(
    "there is no lecture at %s",
    async (nowhere) => {
      expect((await answerOf(weekPage.loader(ask("ada", { date: nowhere })))).status).toBe(404);
    },
  );
});

describe("writing", () => {
  test.each([
    ["ada", 403],
    ["stranger", 403],
    [null, 302],
  ])("an organiser's act by %s answers %s and changes nothing", async (who, status) => {
    const before = await weeksOf(db(), scene.seriesId);
    const form = { intent: "call-off", turnId: before[0]!.id };
    expect((await answerOf(organisePage.action(ask(who, { form })))).status).toBe(status);
    expect(await weeksOf(db(), scene.seriesId)).toEqual(before);
  });

  test("an organiser calls a week off", async () => {
    const [first] = await weeksOf(db(), scene.seriesId);
    const answer = await answerOf(
      organisePage.action(ask("olga", { form: { intent: "call-off", turnId: first!.id } })),
    );
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/lectures/coffee-machine/organise",
    ]);
    expect((await weeksOf(db(), scene.seriesId))[0]?.status).toBe("cancelled");
  });

  test("the one who is asked says yes with a topic", async () => {
    const form = { intent: "accept", topic: "Bread" };
    expect((await answerOf(weekPage.action(ask("ada", { form, date })))).status).toBe(303);
    expect((await weeksOf(db(), scene.seriesId))[0]).toMatchObject({ status: "confirmed", title: "Bread" });
  });

  test("somebody who was not asked is told so, with 409", async () => {
    const answer = await answerOf(
      weekPage.action(ask("bo", { form: { intent: "accept", topic: "" }, date })),
    );
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.data)).toContain("no longer yours to answer");
  });

  test("only the speaker and organisers change a topic", async () => {
    await answerOf(weekPage.action(ask("ada", { form: { intent: "accept", topic: "Bread" }, date })));
    const form = { intent: "topic", topic: "Sourdough" };
    expect((await answerOf(weekPage.action(ask("bo", { form, date })))).status).toBe(403);
    expect((await answerOf(weekPage.action(ask("olga", { form, date })))).status).toBe(303);
    expect((await weeksOf(db(), scene.seriesId))[0]?.title).toBe("Sourdough");
  });

  test("somebody of another organisation cannot put themselves on the roster", async () => {
    expect((await answerOf(rosterPage.action(ask("stranger", { form: { intent: "join" } })))).status).toBe(
      403,
    );
  });

  test("dates in the wrong order are refused with the form", async () => {
    const form = { intent: "away", startsOn: "2026-12-10", endsOn: "2026-12-01", note: "Snow" };
    const answer = await answerOf(rosterPage.action(ask("ada", { form })));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain("The last day is before the first.");
  });

  test("a series is made by organisers alone, in the reader's own words where they leave something out", async () => {
    const form = {
      name: "Lunch talks",
      weekday: "1",
      localTime: "12:15",
      timeZone: "Mars/Base",
      place: "Hall",
    };
    expect((await answerOf(newPage.action(ask("ada", { form })))).status).toBe(403);
    const answer = await answerOf(newPage.action(ask("olga", { form })));
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.data)).toContain("Please choose a time zone from the list.");
  });
});
