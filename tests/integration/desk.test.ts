import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePeople, makeSession } from "#db/demo/factories.ts";
import { events, logins, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import { randomIds } from "~/platform/ids.ts";
import { Desk, type DeskReply } from "~/signups/desk.server.ts";
import { loginOf } from "./organisations.support.ts";

const now = at("2026-11-23T09:00:00Z");

async function scene(db: Database, { people = 3, capacity = 1 } = {}) {
  const organisation = await makeOrganisation(db, {});
  const festival = await makeFestival(db, { leadOrganisationId: organisation.id, slug: "open" });
  const far = await makeOrganisation(db, {});
  const inner = { leadOrganisationId: far.id, visibility: "hosts" as const };
  const hidden = await makeFestival(db, inner);
  const given = { organisationId: organisation.id, festivalId: festival.id, capacity };
  const own = Array.from({ length: people }, () => ({ organisationId: organisation.id }));
  const colleagues = await makePeople(db, own);
  return {
    people: colleagues.map((person) => person.id),
    workshop: (await makeSession(db, { ...given, title: "Sketching" })).id,
    hidden: (await makeSession(db, { ...given, festivalId: hidden.id, organisationId: far.id })).id,
  };
}

/** A login each; the token is the person's id. */
async function signIn(db: Database, people: string[]): Promise<void> {
  const expiresAt = new Date("2999-01-01T00:00:00Z");
  await db
    .insert(logins)
    .values(people.map((id) => ({ id: randomIds.uuid(), token: id, userId: id, expiresAt })));
}

function openDesk(db: Database): Desk {
  return new Desk({ db, ids: randomIds, now: () => now }, { batch: 500, atOnce: 1 });
}

const told = (reply: DeskReply) => {
  if (reply.is !== "answered") return reply.is;
  if (!reply.answer.ok) return reply.answer.reason;
  return reply.answer.status === "waiting" ? reply.answer.place : "seat";
};

async function queueOf(db: Database, workshop: string) {
  const rows = await db
    .select({ person: signups.personId, status: signups.status })
    .from(signups)
    .where(eq(signups.sessionId, workshop))
    .orderBy(asc(signups.position));
  const [session] = await db
    .select({ taken: sessions.seatsTaken })
    .from(sessions)
    .where(eq(sessions.id, workshop));
  return { rows, taken: session?.taken };
}

describe("the desk", () => {
  const db = testDatabase();

  test("answers everybody who asks at once in the order in which they asked", async () => {
    const { people, workshop } = await scene(db(), { people: 40, capacity: 7 });
    await signIn(db(), people);
    const desk = openDesk(db());
    const replies = await Promise.all(people.map((token) => desk.ask({ token, sessionId: workshop })));
    const seats = Array.from({ length: 7 }, () => "seat");
    expect(replies.map(told)).toEqual([...seats, ...Array.from({ length: 33 }, (_, i) => i + 1)]);
    const { rows, taken } = await queueOf(db(), workshop);
    expect(rows.map((row) => row.person)).toEqual(people);
    expect(taken).toBe(7);
    expect(await db().select().from(events)).toHaveLength(40);
  });

  test("tells who is not signed in, and who may not see it, apart from the others", async () => {
    const { people, workshop, hidden } = await scene(db());
    await signIn(db(), people);
    const desk = openDesk(db());
    const [first = "", second = ""] = people;
    const replies = await Promise.all([
      desk.ask({ token: null, sessionId: workshop }),
      desk.ask({ token: first, sessionId: hidden }),
      desk.ask({ token: "nobody's", sessionId: workshop }),
      desk.ask({ token: first, sessionId: "not-an-id" }),
      desk.ask({ token: second, sessionId: workshop }),
      desk.ask({ token: first, sessionId: workshop }),
      desk.ask({ token: second, sessionId: workshop }),
    ]);
    const expected = ["anonymous", "not-found", "anonymous", "not-found", "seat", 1, "seat"];
    expect(replies.map(told)).toEqual(expected);
  });

  test("fails whoever fails, and nobody else", async () => {
    const { people, workshop } = await scene(db());
    await signIn(db(), people);
    const [first = "", second = ""] = people;
    // An id that is drawn once only makes the second row fail, whichever transaction writes it.
    const clashing = { ...randomIds, uuid: () => ids.shift() ?? randomIds.uuid() };
    const same = randomIds.uuid();
    const ids = [same, same, randomIds.uuid(), same];
    const desk = new Desk({ db: db(), ids: clashing, now: () => now }, { batch: 500, atOnce: 1 });
    const asked = await Promise.allSettled([
      desk.ask({ token: first, sessionId: workshop }),
      desk.ask({ token: second, sessionId: workshop }),
    ]);
    expect(asked.map((one) => one.status)).toEqual(["fulfilled", "fulfilled"]);
    expect((await queueOf(db(), workshop)).rows).toHaveLength(2);
  });
});

describe.skipIf(!postgresUrl)("two desks on one database", () => {
  const db = postgresDatabase();

  test("sell no seat twice, and every place they tell is the place there was", async () => {
    const { people, workshop } = await scene(db(), { people: 400, capacity: 25 });
    await signIn(db(), people);
    const desks = [openDesk(db()), openDesk(db())];
    const replies = await Promise.all(
      people.map((token, i) => desks[i % 2]?.ask({ token, sessionId: workshop })),
    );
    const { rows, taken } = await queueOf(db(), workshop);
    expect(taken).toBe(25);
    const expected = new Map(rows.map((row, i) => [row.person, i < 25 ? "seat" : i - 24]));
    expect(people.map((person, i) => [person, replies[i] && told(replies[i])])).toEqual(
      people.map((person) => [person, expected.get(person)]),
    );
  });
});

describe("the address where seats are asked for", () => {
  const db = testDatabase();
  const server = rawServer(db, () => now);
  const json = { accept: "application/json" };

  test("sends a browser back to the page with a sentence, and a program an answer", async () => {
    const { people, workshop } = await scene(db());
    const [first = "", second = ""] = await Promise.all(people.map((id) => loginOf(db(), id)));
    const path = `/sessions/${workshop}/sign-up`;
    const ask = { intent: "sign-up" };
    const browser = await server.post(path, ask, { cookie: first });
    expect([browser.status, browser.headers.location]).toEqual([303, `/festivals/open/sessions/${workshop}`]);
    expect(decodeURIComponent(browser.headers["set-cookie"]?.[0] ?? "")).toContain(
      '{"key":"signups.toast.confirmed","values":{"title":"Sketching"}}',
    );
    const queued = await server.post(path, ask, { cookie: second, ...json });
    expect([queued.status, queued.body.toString()]).toEqual([200, '{"status":"waiting","place":1}']);
    const left = await server.post(path, { intent: "give-up" }, { cookie: first, ...json });
    expect(left.body.toString()).toBe('{"ok":true,"left":"seat"}');
    expect((await queueOf(db(), workshop)).rows.map((row) => row.status)).toEqual(["cancelled", "confirmed"]);
  });

  test.each([
    ["nobody", "workshop", { intent: "sign-up" }, 401],
    ["nobody", "workshop", { intent: "else" }, 401],
    ["somebody", "hidden", { intent: "sign-up" }, 404],
    ["somebody", "hidden", { intent: "give-up" }, 404],
    ["somebody", "workshop", { intent: "else" }, 422],
    ["somebody", "workshop", { intent: "sign-up", givesUp: "'" }, 422],
  ] as const)("answers %s at the %s who sends %j with %i", async (who, where, form, status) => {
    const made = await scene(db());
    const cookie = who === "somebody" ? await loginOf(db(), made.people[0] ?? "") : "";
    const answer = await server.post(`/sessions/${made[where]}/sign-up`, form, { cookie, ...json });
    expect(answer.status).toBe(status);
  });

  test("leads who is not signed in to the login, and back", async () => {
    const { workshop } = await scene(db());
    const headers = {
      referer: "http://127.0.0.1:1/x",
      host: "localhost:3000",
      origin: "http://localhost:3000",
    };
    const answer = await server.post(`/sessions/${workshop}/sign-up`, { intent: "sign-up" }, headers);
    expect(answer.headers.location).toBe(`/login?to=${encodeURIComponent(`/sessions/${workshop}/sign-up`)}`);
    const page = { ...headers, referer: "http://localhost:3000/festivals/open/sessions/1?day=2" };
    const back = await server.post(`/sessions/${workshop}/sign-up`, { intent: "sign-up" }, page);
    expect(back.headers.location).toBe(`/login?to=${encodeURIComponent("/festivals/open/sessions/1?day=2")}`);
  });

  test("leaves what is no small form to the page", async () => {
    const { workshop } = await scene(db());
    const long = { intent: "sign-up", more: "x".repeat(3000) };
    expect((await server.post(`/sessions/${workshop}/sign-up`, long, json)).status).toBe(501);
  });
});
