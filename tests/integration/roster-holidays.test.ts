import { count, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makePerson } from "#db/demo/factories.ts";
import { mails, seriesPauses, turnHistory } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, cookieOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { volunteerForTurn } from "~/lectures/answer.server.ts";
import { accountsOf } from "~/lectures/books.ts";
import { holdTurns } from "~/lectures/hold.server.ts";
import type { HolidayAnswer } from "~/lectures/holidays/holiday-page.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { requireSeries } from "~/lectures/series.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { eventHandlers } from "../../app/jobs.ts";
import * as holidayPage from "../../app/routes/lectures.$series.organise.pauses.import.tsx";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
let scene: Awaited<ReturnType<typeof startRoster>>;
let cookie: string;

beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo", "Cas"]);
  const { organisationId } = scene;
  const olga = await makePerson(db(), { name: "Olga", organisationId, role: "organiser" });
  cookie = await loginOf(db(), olga.id);
});

const calendar = (...events: [name: string, from: string, to: string][]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//school//NL",
    ...events.flatMap(([name, from, to]) => [
      "BEGIN:VEVENT",
      `UID:${name}`,
      `SUMMARY:${name}`,
      `DTSTART;VALUE=DATE:${from.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${to.replaceAll("-", "")}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const school = calendar(
  ["Christmas", "2026-12-19", "2027-01-04"],
  ["Staff day", "2026-11-26", "2026-11-27"],
  ["King", "2027-04-27", "2027-04-28"],
  ["Last summer", "2026-07-01", "2026-08-15"],
);

async function send(form: Record<string, string | File>, ticks: number[] = []) {
  const args = routeArgs(db(), "/lectures/coffee-machine/organise/pauses/import", {
    cookie,
    form,
    params: { series: "coffee-machine" },
    context: { now: () => monday },
  });
  const body = await args.request.formData();
  for (const index of ticks) body.append("take", String(index));
  const request = new Request(args.request.url, { method: "POST", headers: { cookie }, body });
  return answerOf(holidayPage.action({ ...args, request } as never));
}

async function look(text: string): Promise<Extract<HolidayAnswer, { step: "choose" }>> {
  const answer = (await send({ file: new File([text], "school.ics") })).data as HolidayAnswer;
  if (answer.step !== "choose") throw new Error(JSON.stringify(answer));
  return answer;
}

async function take(text: string, ticks: number[]) {
  const { lines } = await look(text);
  const shown = lines.map(({ startsOn, endsOn, name }) => ({ startsOn, endsOn, name }));
  return send({ shown: JSON.stringify(shown) }, ticks);
}

const pauses = () => db().select().from(seriesPauses).orderBy(seriesPauses.startsOn);
const roster = async () => loadRoster(db(), await requireSeries(db(), scene.seriesId));

/** Cas has agreed to speak on Christmas Eve. */
async function casAgrees() {
  const week = (await weeksOf(db(), scene.seriesId)).find(({ date }) => date === "2026-12-24");
  const agreed = await volunteerForTurn(
    db(),
    { seriesId: scene.seriesId, turnId: week!.id, personId: scene.people.Cas!, topic: "Bells" },
    depsAt(monday),
  );
  if (!agreed.ok) throw new Error(agreed.reason);
}

describe("holidays of a calendar", () => {
  test("are shown with what each would call off, and those that take nothing from anybody are ticked", async () => {
    await casAgrees();
    const { lines } = await look(school);
    expect(lines.map(({ name, isTicked, isNoted }) => [name, isTicked, isNoted])).toEqual([
      ["Staff day", true, false],
      ["Christmas", false, false],
      ["King", false, false],
    ]);
    expect(lines[1]?.hits).toEqual([
      { date: "2026-12-24", name: "Cas", hasAgreed: true },
      { date: "2026-12-31", name: null, hasAgreed: false },
    ]);
    expect(lines[0]?.hits[0]?.name).not.toBeNull();
    expect(await pauses()).toEqual([]);
  });

  test("that are ticked are taken: lectures called off, their speakers told, history written", async () => {
    await casAgrees();
    await sweepEvents(requestContext(db()), eventHandlers, monday.add({ minutes: 30 }));
    const answer = await take(school, [1]);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      "/lectures/coffee-machine/organise/pauses",
    ]);
    expect(decodeURIComponent(cookieOf(answer))).toContain('"count":1');
    expect(await pauses()).toMatchObject([
      { startsOn: "2026-12-19", endsOn: "2027-01-03", reason: "Christmas" },
    ]);
    const weeks = await weeksOf(db(), scene.seriesId);
    const off = weeks.filter(({ status }) => status === "cancelled").map(({ date }) => date);
    expect(off).toEqual(["2026-12-24", "2026-12-31"]);
    const told = await db().select().from(turnHistory).where(eq(turnHistory.kind, "called-off"));
    expect(told).toHaveLength(2);
    await sweepEvents(requestContext(db()), eventHandlers, monday.add({ hours: 1 }));
    const sent = await db().select().from(mails).where(eq(mails.recipientName, "Cas"));
    expect(sent.map(({ icalMethod }) => icalMethod)).toContain("CANCEL");
  });

  test("taken twice add nothing", async () => {
    await take(school, [0, 1]);
    const [before] = await db().select({ count: count() }).from(turnHistory);
    const { lines } = await look(school);
    expect(lines.map(({ isNoted }) => isNoted)).toEqual([true, true, false]);
    const again = await take(school, [0, 1]);
    expect(decodeURIComponent(cookieOf(again))).toContain("toastNothing");
    expect(await pauses()).toHaveLength(2);
    expect((await db().select({ count: count() }).from(turnHistory))[0]).toEqual(before);
  });

  test("inside one another are noted once, by the longer", async () => {
    const both = calendar(["Week", "2027-02-01", "2027-02-08"], ["Day", "2027-02-03", "2027-02-04"]);
    await take(both, [0, 1]);
    expect((await pauses()).map(({ reason }) => reason)).toEqual(["Week"]);
  });

  test("shift nobody's share", async () => {
    const before = accountsOf((await roster()).turns);
    await take(school, [0, 1]);
    expect(accountsOf((await roster()).turns)).toEqual(before);
    const later = monday.add({ hours: 24 * 70 });
    await holdTurns(db(), scene.seriesId, { now: later });
    const { turns } = await roster();
    const called = turns.filter(({ heldOn }) => ["2026-11-26", "2026-12-24", "2026-12-31"].includes(heldOn));
    expect(called.map(({ status, present }) => [status, present])).toEqual(
      called.map(() => ["cancelled", null]),
    );
    expect(accountsOf(turns)).toEqual(accountsOf(turns.filter((turn) => !called.includes(turn))));
  });
});

describe("a form that nobody saw", () => {
  const shown = (...holidays: unknown[]) => send({ shown: JSON.stringify(holidays) }, [0]);
  test.each([
    ["of last year", { startsOn: "2025-01-01", endsOn: "2025-01-05", name: "x" }],
    ["of the far future", { startsOn: "2031-01-01", endsOn: "2031-01-05", name: "x" }],
  ])("notes no holiday %s", async (_, holiday) => {
    await shown(holiday);
    expect(await pauses()).toEqual([]);
  });

  test.each([
    ["backwards", [{ startsOn: "2027-01-05", endsOn: "2027-01-01", name: "x" }]],
    ["without a date", [{ startsOn: "soon", endsOn: "later", name: "x" }]],
    [
      "of more than there can be",
      Array(401).fill({ startsOn: "2027-01-05", endsOn: "2027-01-06", name: "x" }),
    ],
  ])("is refused when it is %s", async (_, holidays) => {
    expect((await shown(...holidays)).status).toBe(422);
    expect((await send({ shown: "{" }, [0])).status).toBe(422);
    expect(await pauses()).toEqual([]);
  });

  test("asks for ticks when there are none, and for a file when there is none", async () => {
    expect((await take(school, [])).data).toMatchObject({ step: "choose", refusal: "nothingTicked" });
    expect((await send({})).data).toEqual({ step: "upload", refusal: "nothingSent" });
    const large = new File(["x".repeat(3_000_000)], "large.ics");
    expect((await send({ file: large })).data).toEqual({ step: "upload", refusal: "tooLarge" });
  });
});
