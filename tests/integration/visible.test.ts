import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation } from "#db/demo/factories.ts";
import { series, seriesHosts, sessions, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { pagesIn } from "#tests/support/pdf.ts";
import { answerOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { findOrganisationFeed } from "~/calendar/feeds.server.ts";
import type { PosterWords } from "~/lectures/poster/poster-words.ts";
import type { Screen } from "~/lectures/screen/screen.ts";
import * as posterPage from "../../app/routes/lectures.$series.poster.tsx";
import * as pdfPage from "../../app/routes/lectures.$series.poster[.]pdf.ts";
import * as screenPage from "../../app/routes/lectures.$series.screen.tsx";
import { confirm } from "./channels.support.ts";
import { monday, startRoster, weeksOf } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
let scene: Awaited<ReturnType<typeof startRoster>>;

beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo"]);
});

function ask(
  path: string,
  {
    cookie,
    now = monday,
    headers = {},
  }: { cookie?: string; now?: typeof monday; headers?: Record<string, string> } = {},
) {
  const args = routeArgs(db(), `/lectures/coffee-machine/${path}`, {
    ...(cookie ? { cookie } : {}),
    params: { series: "coffee-machine" },
    context: { now: () => now, env: { PUBLIC_URL: "http://localhost:3000" } },
  });
  for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value);
  return args as never;
}

async function wordsOf(path: string): Promise<PosterWords> {
  const { data } = await answerOf(posterPage.loader(ask(path)));
  return (data as { words: PosterWords }).words;
}

describe("the poster", () => {
  test("names the next four lectures that take place, and nobody who is only asked", async () => {
    const [first, second] = await weeksOf(db(), scene.seriesId);
    await confirm(db(), first!.id, "Three verbs");
    await db().update(turns).set({ status: "cancelled" }).where(eq(turns.id, second!.id));
    const { lines } = await wordsOf("poster");
    expect(lines.map(({ date }) => date)).toEqual(["Thu 26 Nov", "Thu 10 Dec", "Thu 17 Dec", "Thu 24 Dec"]);
    expect(lines[0]).toMatchObject({ topic: "Three verbs", speaker: "Ada, Waterland", aside: "" });
    expect(lines.slice(1).map(({ speaker }) => speaker)).toEqual(Array(3).fill("Speaker to be announced"));
  });

  test("says where a lecture is when it is moved for one week", async () => {
    const [first] = await weeksOf(db(), scene.seriesId);
    const moved = { startsAt: "2026-11-26T13:00:00Z", endsAt: "2026-11-26T13:10:00Z", place: "The garden" };
    await db().update(sessions).set(moved).where(eq(sessions.id, first!.sessionId));
    expect((await wordsOf("poster")).lines[0]).toMatchObject({
      date: "Thu 26 Nov",
      aside: "at 14:00, The garden",
    });
  });

  test("leads to the subscription and to the roster", async () => {
    expect((await wordsOf("poster")).codes.map(({ address, short }) => [address, short])).toEqual([
      ["http://localhost:3000/lectures/coffee-machine#subscribe", "localhost:3000/lectures/coffee-machine"],
      ["http://localhost:3000/lectures/coffee-machine/join", "localhost:3000/lectures/coffee-machine/join"],
    ]);
  });

  test("speaks the language of the series, or the one asked for", async () => {
    await db().update(series).set({ language: "nl" });
    expect((await wordsOf("poster")).when).toBe("Elke donderdag om 10:30");
    expect((await wordsOf("poster?lang=en")).when).toBe("Every Thursday at 10:30");
    expect((await wordsOf("poster?lang=xx")).when).toBe("Elke donderdag om 10:30");
  });
});

describe("the PDF of the poster", () => {
  const get = async (options: Parameters<typeof ask>[1] = {}) => {
    try {
      return (await pdfPage.loader(ask("poster.pdf", options))) as Response;
    } catch (thrown) {
      return thrown as Response;
    }
  };

  test("is one page, kept by everybody for a while, and not sent again to who has it", async () => {
    const answer = await get();
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    expect(pagesIn(Buffer.from(await answer.arrayBuffer()))).toBe(1);
    const etag = answer.headers.get("etag") ?? "";
    expect((await get({ headers: { "if-none-match": etag } })).status).toBe(304);
    const [first] = await weeksOf(db(), scene.seriesId);
    await confirm(db(), first!.id, "Something new");
    expect((await get({ headers: { "if-none-match": etag } })).status).toBe(200);
  });

  test("of a series for its hosts is kept by nobody, and sends who is not signed in to do so", async () => {
    await db().update(series).set({ visibility: "hosts" });
    expect((await get()).status).toBe(302);
    const answer = await get({ cookie: await loginOf(db(), scene.people.Ada!) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });
});

describe("the corridor screen", () => {
  const screenAt = async (now: string) => {
    const { data } = await answerOf(screenPage.loader(ask("screen", { now: at(now) })));
    return (data as { screen: Screen }).screen;
  };

  test("shows the next lecture, then the same while it is held, then the one after", async () => {
    const [first, second] = await weeksOf(db(), scene.seriesId);
    await confirm(db(), first!.id, "Three verbs");
    await confirm(db(), second!.id, "Four nouns");
    const before = await screenAt("2026-11-26T09:29:59Z");
    expect(before.main).toMatchObject({ topic: "Three verbs", isNow: false, speaker: { name: "Ada" } });
    expect(before.later.map(({ date }) => date)).toEqual(["2026-12-03", "2026-12-10", "2026-12-17"]);
    expect((await screenAt("2026-11-26T09:30:00Z")).main).toMatchObject({
      topic: "Three verbs",
      isNow: true,
    });
    expect((await screenAt("2026-11-26T09:40:00Z")).main).toMatchObject({
      topic: "Four nouns",
      isNow: false,
    });
  });

  test("says that this week's is called off", async () => {
    const [first] = await weeksOf(db(), scene.seriesId);
    await db().update(turns).set({ status: "cancelled" }).where(eq(turns.id, first!.id));
    const shown = await screenAt("2026-11-25T09:00:00Z");
    expect(shown.calledOff.map(({ date }) => date)).toEqual(["2026-11-26"]);
    expect(shown.main).toMatchObject({ date: "2026-12-03" });
  });

  test("of a series for its hosts needs a login", async () => {
    await db().update(series).set({ visibility: "hosts" });
    expect((await answerOf(screenPage.loader(ask("screen")))).status).toBe(302);
  });
});

test.each([
  ["leads", "waterland"],
  ["hosts with it", "lumen"],
])("the feed of the organisation that %s a series carries its lectures", async (_, slug) => {
  const lumen = await makeOrganisation(db(), { slug: "lumen" });
  await db().insert(seriesHosts).values({ seriesId: scene.seriesId, organisationId: lumen.id });
  await makeOrganisation(db(), { slug: "kade" });
  const [first] = await weeksOf(db(), scene.seriesId);
  await confirm(db(), first!.id, "Three verbs");
  const feed = await findOrganisationFeed(requestContext(db(), { now: () => monday }), slug);
  const entries = (await feed!.entries()).map((entry) => JSON.stringify(entry));
  const weeks = await weeksOf(db(), scene.seriesId);
  expect(entries).toHaveLength(weeks.length);
  expect(entries.join()).toContain(first!.sessionId);
  const other = await findOrganisationFeed(requestContext(db(), { now: () => monday }), "kade");
  expect(await other!.entries()).toEqual([]);
});
