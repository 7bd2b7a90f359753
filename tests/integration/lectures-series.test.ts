import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { events, mails, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { acceptTurn, declineTurn } from "~/lectures/answer.server.ts";
import { addPause, changeSeries, removePause } from "~/lectures/change-series.server.ts";
import { lectureEvents, lectureJobs } from "~/lectures/jobs.server.ts";
import { joinRoster } from "~/lectures/members.server.ts";
import { planSeries } from "~/lectures/plan.server.ts";
import { findSeries, listSeries } from "~/lectures/series.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";

const db = testDatabase();

async function settingsOf(database: Database) {
  const series = (await findSeries(database, "coffee-machine"))!;
  const { id, slug, seed, startsOn, leadOrganisationId, hosts, pauses, ...fields } = series;
  return { ...fields, language: "en" as const, seriesId: id, partners: [] as string[] };
}

async function runJobs(now: Instant) {
  const platform = requestContext(db(), { now: () => now });
  for (const job of lectureJobs) await job.run(platform);
}

async function tellEverybody(now: Instant) {
  await sweepEvents(requestContext(db()), lectureEvents, now);
}

describe("a changed series", () => {
  test("takes partners that there are and passes over an id that is nobody's", async () => {
    await startRoster(db(), ["Ada"]);
    const partner = await makeOrganisation(db(), { name: "Partner" });
    const settings = await settingsOf(db());
    await changeSeries(db(), { ...settings, partners: [partner.id, crypto.randomUUID()] }, depsAt(monday));
    const hosts = (await findSeries(db(), "coffee-machine"))!.hosts.map(({ id }) => id);
    expect(hosts).toHaveLength(2);
    expect(hosts).toContain(partner.id);
  });

  test("moves every lecture to come to the new weekday, time and place, and keeps who speaks", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await weeksOf(db(), seriesId);
    const answer = { seriesId, turnId: first!.id, personId: people.Ada!, topic: "Bread" };
    await acceptTurn(db(), answer, depsAt(monday));
    const before = await weeksOf(db(), seriesId);
    await changeSeries(
      db(),
      { ...(await settingsOf(db())), weekday: 3, localTime: "15:00", place: "Roof" },
      depsAt(monday),
    );
    const after = await weeksOf(db(), seriesId);
    expect(after.map(({ id, sessionId }) => [id, sessionId])).toEqual(
      before.map(({ id, sessionId }) => [id, sessionId]),
    );
    expect(after.slice(0, 2).map(({ date, startsLocal, place }) => [date, startsLocal, place])).toEqual([
      ["2026-11-25", "2026-11-25T15:00", "Roof"],
      ["2026-12-02", "2026-12-02T15:00", "Roof"],
    ]);
    expect(after[0]).toMatchObject({ status: "confirmed", personId: people.Ada, title: "Bread" });
  });

  test("leaves a lecture of this week where it is when its new day has passed", async () => {
    const { seriesId } = await startRoster(db(), ["Ada"]);
    const wednesday = at("2026-11-25T09:00:00Z");
    await changeSeries(db(), { ...(await settingsOf(db())), weekday: 2 }, depsAt(wednesday));
    const dates = (await weeksOf(db(), seriesId)).map(({ date }) => date);
    expect(dates.slice(0, 2)).toEqual(["2026-11-26", "2026-12-01"]);
  });

  test("is seen by the organisations that host it, and by strangers only when public", async () => {
    const { organisationId } = await startRoster(db(), []);
    const lumen = await makeOrganisation(db(), { slug: "lumen" });
    const kade = await makeOrganisation(db(), { slug: "kade" });
    const settings = await settingsOf(db());
    await changeSeries(db(), { ...settings, visibility: "hosts", partners: [lumen.id] }, depsAt(monday));
    const seen = async (viewer: string | null) =>
      (await listSeries(db(), viewer ? { organisationId: viewer, role: "member" } : null)).length;
    expect([await seen(organisationId), await seen(lumen.id), await seen(kade.id), await seen(null)]).toEqual(
      [1, 1, 0, 0],
    );
  });
});

describe("a holiday", () => {
  test("calls off the lectures in it, plans no new ones, and gives nothing back by itself", async () => {
    const { seriesId } = await startRoster(db(), ["Ada", "Bo"]);
    const pause = { startsOn: "2026-12-24", endsOn: "2026-12-31", reason: "Christmas" };
    await addPause(db(), { seriesId, ...pause }, depsAt(monday));
    const calledOff = async () =>
      (await weeksOf(db(), seriesId))
        .filter(({ session }) => session === "cancelled")
        .map(({ date }) => date);
    expect(await calledOff()).toEqual(["2026-12-24", "2026-12-31"]);
    const [kept] = (await findSeries(db(), "coffee-machine"))!.pauses;
    await removePause(db(), { seriesId, pauseId: kept!.id }, depsAt(monday));
    expect(await calledOff()).toEqual(["2026-12-24", "2026-12-31"]);
    expect(await weeksOf(db(), seriesId)).toHaveLength(8);
  });
});

describe("the jobs", () => {
  test("hold what is over, plan one more week, and change nothing the second time", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await weeksOf(db(), seriesId);
    const answer = { seriesId, turnId: first!.id, personId: people.Ada!, topic: "" };
    await acceptTurn(db(), answer, depsAt(monday));
    const friday = at("2026-11-27T06:15:00Z");
    await runJobs(friday);
    const once = await weeksOf(db(), seriesId);
    expect(once.map(({ status }) => status)).toEqual([
      "held",
      "open",
      "open",
      "offered",
      "offered",
      ...Array(4).fill("open"),
    ]);
    expect(once.at(-1)?.date).toBe("2027-01-21");
    const rows = async () => [
      await db().select().from(turns).orderBy(turns.id),
      await db().select().from(events).orderBy(events.id),
    ];
    const before = await rows();
    await runJobs(friday);
    expect(await rows()).toEqual(before);
  });
});

describe("mail", () => {
  test("asks each member in their own language, with a link that answers and the reason", async () => {
    const { seriesId } = await startRoster(db(), []);
    const person = await makePerson(db(), { name: "Ada", email: "ada@waterland.example", language: "nl" });
    await joinRoster(db(), { seriesId, personId: person.id }, depsAt(monday));
    await tellEverybody(monday);
    const [mail] = await db().select().from(mails);
    expect(mail).toMatchObject({
      recipient: "ada@waterland.example",
      subject: "Wil jij vertellen op do 26 nov?",
    });
    expect(mail?.text).toContain("http://localhost:3000/turns/");
    expect(mail?.text).toContain("Aandeel 0,00, gegeven 0, heeft nog niet verteld.");
    expect(mail?.text).toContain("Geen apparaten, Niet zitten");
  });

  test("is not sent for an offer that was answered in the meantime", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada"]);
    const [first] = await weeksOf(db(), seriesId);
    await acceptTurn(db(), { seriesId, turnId: first!.id, personId: people.Ada!, topic: "" }, depsAt(monday));
    const about = await db().select().from(events).where(eq(events.subject, first!.id));
    expect(about.map(({ kind }) => kind)).toEqual(["turn.offered", "turn.answered"]);
    await tellEverybody(monday);
    const sent = await db().select().from(mails);
    expect(sent.filter(({ text }) => text.includes("26 Nov"))).toEqual([]);
  });

  test("tells the organisers of the hosts, and nobody else, that somebody was paused", async () => {
    const { seriesId, organisationId, people } = await startRoster(db(), ["Ada"]);
    await makePerson(db(), { email: "olga@waterland.example", organisationId, role: "organiser" });
    const lumen = await makeOrganisation(db(), { slug: "lumen" });
    await makePerson(db(), { email: "bram@lumen.example", organisationId: lumen.id, role: "organiser" });
    for (const now of [monday, monday, at("2026-11-16T09:00:00Z")]) {
      await db().transaction((tx) => planSeries(tx, seriesId, depsAt(now)));
      const asked = (await weeksOf(db(), seriesId)).find(({ status }) => status === "offered");
      const no = { seriesId, turnId: asked!.id, personId: people.Ada!, reason: "Too busy" };
      await declineTurn(db(), no, depsAt(now));
    }
    await tellEverybody(at("2026-11-16T09:00:00Z"));
    const told = await db().select().from(mails).where(eq(mails.kind, "turn-paused"));
    expect(told.map(({ recipient }) => recipient)).toEqual(["olga@waterland.example"]);
    expect(told[0]?.text).toContain("Too busy");
  });
});
