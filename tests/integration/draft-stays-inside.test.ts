import { describe, expect, test } from "vitest";
import { makeSignup } from "#db/demo/factories.ts";
import { events, mails } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { giveAgain } from "~/festivals/edit-drafts.server.ts";
import { removeDraft } from "~/festivals/remove-drafts.server.ts";
import { loader as programmePage } from "~/routes/festivals.$festival._index.tsx";
import { loader as changesPage } from "~/routes/festivals.$festival.changes.tsx";
import { loader as sessionPage } from "~/routes/festivals.$festival.sessions.$session.tsx";
import { makeProgramme, now } from "./festivals.support.ts";

const db = testDatabase();
const server = rawServer(db, () => now);
const slug = "deell-spring";

/** Every byte that somebody outside the organisers' pages can ask for. */
async function outside(session: string): Promise<Record<string, string>> {
  const raw = [
    `/festivals/${slug}.ics`,
    `/festivals/${slug}/sessions/${session}.ics`,
    `/organisations/waterland.ics`,
    `/festivals/${slug}/schedule.json`,
    `/festivals/${slug}/schedule.xml`,
  ];
  const seen: Record<string, string> = {};
  for (const path of raw) {
    const answer = await server.get(path);
    expect(`${answer.status} ${path}`).toBe(`200 ${path}`);
    seen[path] = answer.body.toString("utf8");
  }
  const params = { festival: slug, session };
  const context = { now: () => now };
  for (const [name, loader] of Object.entries({ programmePage, sessionPage, changesPage })) {
    const args = routeArgs(db(), `/festivals/${slug}`, { params, context });
    const answer = await answerOf((loader as (args: never) => Promise<unknown>)(args as never));
    expect(`${answer.status} ${name}`).toBe(`200 ${name}`);
    seen[name] = JSON.stringify(answer.data);
  }
  return seen;
}

describe("an edit of the draft", () => {
  test("changes no byte of a feed, a page or an export and tells nobody; the release changes them all", async () => {
    const { add, save, release, lead, festival, deps, waterland } = await makeProgramme(db());
    const first = await add({ speakers: ["member@waterland.example"] });
    const second = await add({ title: "Second", startsLocal: "2027-04-09T10:00" });
    await release();
    await makeSignup(db(), { sessionId: first, personId: waterland.organiser.personId });
    await db().delete(events);
    const before = await outside(first);

    await save({
      id: first,
      title: "Renamed",
      abstract: "New",
      place: "Attic",
      startsLocal: "2027-04-08T15:00",
    });
    await removeDraft(db(), lead, await festival(), second, { now });
    await giveAgain(db(), lead, await festival(), first, deps);
    await add({ title: "A third", startsLocal: "2027-04-09T12:00" });
    expect(await outside(first)).toEqual(before);
    expect(await db().$count(events)).toBe(0);
    expect(await db().$count(mails)).toBe(0);

    expect(await release()).toMatchObject({ ok: true, number: 2 });
    const after = await outside(first);
    for (const [name, bytes] of Object.entries(after))
      expect(`${name}: ${bytes === before[name]}`).toBe(`${name}: false`);
    expect(await db().$count(events)).toBeGreaterThan(0);
  });
});
