import type { PGlite } from "@electric-sql/pglite";
import { describe, expect, test, vi } from "vitest";
import {
  makeFestival,
  makeOrganisation,
  makePerson,
  makeSessions,
  makeSignup,
  makeSpeakers,
} from "#db/demo/factories.ts";
import { personalFeeds } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import { type Answer, answerOf, origin, routeArgs } from "#tests/support/requests.ts";
import type { Agenda } from "~/calendar/agenda.ts";
import { mostSubscriptions, type Subscription } from "~/calendar/personal-feed.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { action as subscribe, loader as subscriptions } from "~/routes/agenda.subscriptions.tsx";
import { loader as agenda } from "~/routes/agenda.tsx";

const now = at("2026-11-23T09:00:00Z");
const db = testDatabase();
const server = rawServer(db, () => now);

async function world() {
  const polder = await makeOrganisation(db(), { slug: "polder" });
  const person = await makePerson(db(), { name: "Daan", organisationId: polder.id });
  const festival = await makeFestival(db(), { name: "Spring", leadOrganisationId: polder.id });
  const daan: Viewer = {
    personId: person.id,
    name: person.name,
    email: person.email,
    organisationId: polder.id,
    organisationSlug: "polder",
    role: "member",
    language: null,
    timeZone: null,
  };
  const make = (...starts: string[]) =>
    makeSessions(
      db(),
      starts.map((startsLocal) => ({ festivalId: festival.id, organisationId: polder.id, startsLocal })),
    );
  return { polder, daan, make };
}

const asked = (viewer: Viewer | null, path: string, form?: Record<string, string>) =>
  routeArgs(db(), path, {
    ...(form && { form }),
    context: { now: () => now, memo: new Map([["viewer", Promise.resolve(viewer)]]) },
  });
const agendaFor = async (viewer: Viewer) =>
  (await answerOf(agenda(asked(viewer, "/agenda")))).data as Agenda & { subscriptions: Subscription[] };
const post = (viewer: Viewer | null, form: Record<string, string>) =>
  answerOf(subscribe(asked(viewer, "/agenda/subscriptions", form)));
const feedOf = (answer: Answer) =>
  (answer.data as { made: { feedUrl: string } | null }).made?.feedUrl.slice(origin.length) ?? "";

describe("the agenda", () => {
  test("asks who you are first", async () => {
    const answers = [
      await answerOf(agenda(asked(null, "/agenda"))),
      await answerOf(subscriptions(asked(null, "/agenda/subscriptions"))),
      await post(null, { intent: "make", calendar: "google" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  });

  test("holds what I give, attend and wait for, with my place in the queue", async () => {
    const { daan, make } = await world();
    const [gives, attends, waits, cancelled, foreign] = await make(
      "2027-01-11T10:00",
      "2027-01-11T12:00",
      "2027-01-12T10:00",
      "2027-01-12T12:00",
      "2027-01-12T14:00",
    );
    if (!gives || !attends || !waits || !cancelled || !foreign) throw new Error("not made");
    const other = await makePerson(db());
    await makeSpeakers(db(), gives, [{ name: "Daan", personId: daan.personId }]);
    await makeSignup(db(), { sessionId: attends.id, personId: daan.personId });
    await makeSignup(db(), { sessionId: waits.id, personId: other.id, status: "waiting" });
    await makeSignup(db(), { sessionId: waits.id, personId: daan.personId, status: "waiting" });
    await makeSignup(db(), { sessionId: cancelled.id, personId: daan.personId, status: "cancelled" });
    await makeSignup(db(), { sessionId: foreign.id, personId: other.id });
    const { coming, past } = await agendaFor(daan);
    expect(past).toEqual([]);
    expect(
      coming.map(({ date, items }) => [date, ...items.map(({ id, part, place }) => [id, part, place])]),
    ).toEqual([
      ["2027-01-11", [gives.id, "gives", null], [attends.id, "attends", null]],
      ["2027-01-12", [waits.id, "waits", 2]],
    ]);
  });

  test("takes as many queries for thirty sessions as for one", async () => {
    const { daan, make } = await world();
    const { $client } = db() as unknown as { $client: PGlite };
    const query = vi.spyOn($client, "query");
    const days = Array.from({ length: 30 }, (_, n) => `2027-01-${String(n + 1).padStart(2, "0")}T10:00`);
    const made = await make(...days);
    const counts: number[] = [];
    for (const sessions of [made.slice(0, 1), made.slice(1)]) {
      for (const session of sessions)
        await makeSignup(db(), { sessionId: session.id, personId: daan.personId });
      query.mockClear();
      await agendaFor(daan);
      counts.push(query.mock.calls.length);
    }
    query.mockRestore();
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
  });
});

describe("a subscription", () => {
  test("is made by one click, its secret shown in that answer alone", async () => {
    const { daan } = await world();
    const answer = await post(daan, { intent: "make", calendar: "google" });
    const path = feedOf(answer);
    expect(path).toMatch(/^\/calendar\/[\w-]{32}\.ics$/);
    expect((await server.get(path)).status).toBe(200);
    const page = await agendaFor(daan);
    expect(page.subscriptions.map(({ name, lastUsedAt }) => [name, lastUsedAt])).toEqual([
      ["Google Calendar", "2026-11-23T09:00:00Z"],
    ]);
    expect(JSON.stringify(page)).not.toContain(path);
  });

  test("ends with its own button; nobody else can end it", async () => {
    const { daan, polder } = await world();
    const person = await makePerson(db(), { organisationId: polder.id, role: "admin" });
    const path = feedOf(await post(daan, { intent: "make", calendar: "apple" }));
    const [feed] = (await agendaFor(daan)).subscriptions;
    const revoke = (viewer: Viewer) => post(viewer, { intent: "revoke", feed: feed?.id ?? "" });
    await revoke({ ...daan, personId: person.id, role: "admin" });
    expect((await server.get(path)).status).toBe(200);
    expect((await revoke(daan)).headers.get("location")).toBe("/agenda#subscriptions");
    expect((await server.get(path)).status).toBe(404);
  });

  test("looking at the page makes none, and a form of another shape is refused", async () => {
    const { daan } = await world();
    await answerOf(subscriptions(asked(daan, "/agenda/subscriptions")));
    expect((await post(daan, { intent: "make", calendar: "fax" })).status).toBe(400);
    expect(await db().select().from(personalFeeds)).toEqual([]);
  });

  test("beyond the limit is refused with a sentence", async () => {
    const { daan } = await world();
    for (let n = 0; n < mostSubscriptions; n++) await post(daan, { intent: "make", calendar: "other" });
    const answer = await post(daan, { intent: "make", calendar: "other" });
    expect([answer.status, answer.data]).toEqual([409, { made: null, most: mostSubscriptions }]);
  });
});
