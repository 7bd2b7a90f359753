import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  makeFestival,
  makeHost,
  makeOrganisation,
  makePeople,
  makePerson,
  makeSession,
  makeSessions,
  makeSignup,
  makeSignups,
} from "#db/demo/factories.ts";
import { commitments, events, mails, seatGuarantees, sessions, signups } from "#db/schema/index.ts";
import { countingQueries } from "#tests/support/counting.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { listMySessions } from "~/calendar/my-sessions.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { openAdmission } from "~/signups/admission.server.ts";
import { findAttendee } from "~/signups/attendees/attendee.server.ts";
import { findAttendees, seatHoldersOf } from "~/signups/attendees/attendees.server.ts";
import { findDeeds } from "~/signups/attendees/deeds.server.ts";
import { type AttendeeFilter, noFilter } from "~/signups/attendees/filter.ts";
import { findSeatsOverview } from "~/signups/attendees/overview.server.ts";
import {
  previewSignUp,
  signOutAttendee,
  signUpAttendee,
  signUpByAddress,
} from "~/signups/attendees/sign-up.server.ts";
import { findPanel } from "~/signups/panel.server.ts";
import { cancelSignup } from "~/signups/signups.server.ts";
import * as attendeesPage from "../../app/routes/festivals.$festival.organise.attendees._index.tsx";
import * as attendeePage from "../../app/routes/festivals.$festival.organise.attendees.$person.tsx";
import { now, telling } from "./invites.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const { inbox, sweep, cards } = telling(db);
const deps = { now, ids: randomIds };

type Scene = Awaited<ReturnType<typeof makeScene>>;
let scene: Scene;

/** Waterland leads, Lumen and Kade host; a session of Lumen's with two seats, and one of Waterland's. */
async function makeScene(base: Database = db()) {
  const waterland = await makeOrganisation(base, { slug: "waterland", name: "Waterland" });
  const lumen = await makeOrganisation(base, { slug: "lumen", name: "Lumen" });
  const kade = await makeOrganisation(base, { slug: "kade", name: "Kade" });
  const one = (name: string, organisationId: string | null, role: "organiser" | "member" = "member") =>
    makePerson(base, { name, email: `${name.toLowerCase()}@x.example`, organisationId, role });
  const row = await makeFestival(base, { slug: "spring", leadOrganisationId: waterland.id });
  for (const organisationId of [lumen.id, kade.id])
    await makeHost(base, { festivalId: row.id, organisationId });
  const people = {
    anna: await one("Anna", waterland.id, "organiser"),
    wim: await one("Wim", waterland.id),
    bram: await one("Bram", lumen.id, "organiser"),
    noor: await one("Noor", lumen.id),
    lars: await one("Lars", lumen.id),
    otto: await one("Otto", kade.id, "organiser"),
    kim: await one("Kim", kade.id),
    solo: await one("Solo", null),
  };
  const workshop = { festivalId: row.id, startsLocal: "2027-01-11T10:00" };
  const sketching = await makeSession(base, {
    ...{ ...workshop, organisationId: lumen.id, title: "Sketching", capacity: 2 },
  });
  const walking = await makeSession(base, {
    ...{ ...workshop, organisationId: waterland.id, title: "Walking", startsLocal: "2027-01-12T10:00" },
    capacity: 5,
  });
  const festival = (await findFestival(base, "spring")) as Festival;
  const organiser = (person: (typeof people)["anna"]) => ({
    festival,
    viewer: {
      ...{ personId: person.id, name: person.name, email: person.email, role: person.role },
      ...{ organisationId: person.organisationId, organisationSlug: null, language: null, timeZone: null },
    },
  });
  return { waterland, lumen, kade, people, sketching, walking, festival, organiser };
}

beforeEach(async () => {
  scene = await makeScene();
});

const who = (key: keyof Scene["people"]) => scene.people[key];
const seat = (key: keyof Scene["people"], sessionId: string, status: "confirmed" | "waiting" = "confirmed") =>
  makeSignup(db(), { sessionId, personId: who(key).id, status });

const list = (key: keyof Scene["people"], filter: Partial<AttendeeFilter> = {}, most?: number) =>
  findAttendees(
    db(),
    {
      festival: scene.festival,
      organisationId: who(key).organisationId!,
      filter: { ...noFilter, ...filter },
    },
    most,
  );

const statusOf = async (key: keyof Scene["people"], sessionId: string) =>
  (await db().select().from(signups).where(eq(signups.sessionId, sessionId))).find(
    ({ personId }) => personId === who(key).id,
  )?.status ?? null;

const changes = async () =>
  (await db().select().from(events).where(eq(events.kind, "signup.changed")).orderBy(asc(events.id))).map(
    ({ payload }) => payload.change,
  );

describe("who sees whom", () => {
  test.each([
    [
      "the lead",
      "anna",
      ["Wim"],
      [
        ["Kade", "waiting", 1],
        ["Lumen", "confirmed", 1],
      ],
    ],
    [
      "the session's host",
      "bram",
      ["Noor"],
      [
        ["Kade", "waiting", 1],
        ["Waterland", "confirmed", 1],
      ],
    ],
    [
      "another host",
      "otto",
      ["Kim"],
      [
        ["Lumen", "confirmed", 1],
        ["Waterland", "confirmed", 1],
      ],
    ],
  ] as const)("%s sees its own people by name and others as totals", async (_, viewer, own, others) => {
    await seat("wim", scene.sketching.id);
    await seat("noor", scene.sketching.id);
    await seat("kim", scene.sketching.id, "waiting");
    const { people, totals } = await list(viewer);
    expect(people.map(({ name }) => name)).toEqual(own);
    expect(totals.map(({ organisation, status, count }) => [organisation, status, count])).toEqual(others);
    const strangers = Object.values(scene.people).filter(
      ({ organisationId }) => organisationId !== who(viewer).organisationId,
    );
    const all = JSON.stringify(await list(viewer, { show: "without" })) + JSON.stringify(await list(viewer));
    expect(strangers.filter(({ email, id }) => all.includes(email) || all.includes(id))).toEqual([]);
  });

  test.each([
    ["anna", "wim", true],
    ["anna", "noor", false],
    ["bram", "noor", true],
    ["bram", "wim", false],
    ["otto", "noor", false],
    ["anna", "solo", false],
  ] as const)("%s opens the page of %s: %s", async (viewer, person, may) => {
    await seat(person, scene.sketching.id);
    const args = routeArgs(db(), `/festivals/spring/organise/attendees/${who(person).id}`, {
      cookie: await loginOf(db(), who(viewer).id),
      params: { festival: "spring", person: who(person).id },
      context: { now: () => now },
    });
    expect((await answerOf(attendeePage.loader(args as never))).status).toBe(may ? 200 : 404);
  });

  test("a page says what somebody has, waits for and gives", async () => {
    await seat("noor", scene.sketching.id, "waiting");
    await seat("lars", scene.sketching.id);
    const found = await findAttendee(db(), scene.organiser(who("bram")), who("noor").id, now);
    expect(found?.seats.map(({ session, status, place }) => [session.title, status, place])).toEqual([
      ["Sketching", "waiting", 1],
    ]);
    expect(found?.choices.map(({ title }) => title)).toEqual(["Sketching", "Walking"]);
  });
});

describe("the list", () => {
  test("takes the same queries for one person as for thirty, and so does the overview", async () => {
    const count = async () => {
      const counting = countingQueries(db());
      await findAttendees(counting.db, {
        ...{ festival: scene.festival, organisationId: scene.lumen.id, filter: noFilter },
      });
      const listed = counting.count();
      await findSeatsOverview(counting.db, scene.organiser(who("bram")), now);
      return [listed, counting.count() - listed];
    };
    await seat("noor", scene.walking.id);
    await seat("wim", scene.walking.id);
    const few = await count();
    const many = await makeSessions(
      db(),
      Array.from({ length: 30 }, (_, day) => ({
        ...{ festivalId: scene.festival.id, organisationId: scene.lumen.id },
        startsLocal: `2027-02-${String((day % 28) + 1).padStart(2, "0")}T${day < 28 ? 10 : 15}:00`,
      })),
    );
    const crowd = await makePeople(
      db(),
      Array.from({ length: 30 }, () => ({ organisationId: scene.lumen.id })),
    );
    await makeSignups(
      db(),
      crowd.flatMap((person, index) => [
        { sessionId: many[index]!.id, personId: person.id },
        { sessionId: many[(index + 1) % 30]!.id, personId: person.id },
      ]),
    );
    expect((await list("bram")).count).toBe(31);
    expect(await count()).toEqual(few);
  });

  test("says when there is more than it reads", async () => {
    await seat("noor", scene.walking.id);
    await seat("lars", scene.walking.id);
    expect((await list("bram", {}, 2)).cut).toBeNull();
    expect((await list("bram", {}, 1)).cut).toBe(1);
  });

  test.each<[string, Partial<AttendeeFilter>]>([
    ["nothing chosen", {}],
    ["a status", { status: "waiting" }],
    ["those without a seat", { show: "without" }],
    ["those signed up by an organiser", { show: "placed" }],
    ["a name", { text: "noor" }],
    ["a title", { text: "walk" }],
  ])("is exported as it is shown: %s", async (_, filter) => {
    await seat("noor", scene.walking.id);
    await seat("lars", scene.sketching.id);
    await seat("wim", scene.sketching.id);
    await seat("kim", scene.sketching.id, "waiting");
    await seat("bram", scene.sketching.id, "waiting");
    const placed = { personId: who("lars").id, sessionId: scene.walking.id, reason: "Asked", over: false };
    await signUpAttendee(db(), scene.organiser(who("bram")), placed, deps);
    const { people, totals } = await list("bram", filter);
    const shown = [
      ...people.flatMap(({ name, seats }) =>
        seats.length === 0
          ? [[name, null, null, 1]]
          : seats.map((one) => [name, one.sessionId, one.status, 1]),
      ),
      ...totals.map((one) => [null, one.sessionId, one.status, one.count]),
    ];
    const wanted = { ...noFilter, ...filter };
    const ids = [scene.sketching.id, scene.walking.id];
    const exported = await seatHoldersOf(wanted, scene.festival)(db(), ids, scene.lumen.id);
    expect(exported.map(({ name, sessionId, status, count }) => [name, sessionId, status, count])).toEqual(
      shown,
    );
    expect(shown.length).toBeGreaterThan(0);
  });

  test("stands for organisers alone", async () => {
    const look = async (key: keyof Scene["people"]) =>
      answerOf(
        attendeesPage.loader(
          routeArgs(db(), "/festivals/spring/organise/attendees", {
            cookie: await loginOf(db(), who(key).id),
            params: { festival: "spring" },
            context: { now: () => now },
          }) as never,
        ),
      );
    expect((await look("noor")).status).toBe(403);
    expect((await look("bram")).status).toBe(200);
  });
});

describe("signing somebody up", () => {
  const up = (
    by: keyof Scene["people"],
    person: keyof Scene["people"],
    given: { sessionId?: string; over?: boolean } = {},
  ) =>
    signUpAttendee(
      db(),
      scene.organiser(who(by)),
      {
        personId: who(person).id,
        sessionId: scene.sketching.id,
        reason: "You asked me to.",
        over: false,
        ...given,
      },
      deps,
    );

  test("gives a seat once, with who did it and why, and a mail that says so", async () => {
    const answer = { ok: true, already: false, passed: 0, raised: false };
    expect(await up("bram", "noor")).toEqual(answer);
    expect(await up("bram", "noor")).toEqual({ ...answer, already: true });
    expect(await changes()).toEqual(["placed"]);
    const deeds = await findDeeds(db(), who("noor").id, [scene.sketching.id]);
    const deed = { did: "placed", name: "Bram", organisation: "Lumen", reason: "You asked me to." };
    expect(deeds.get(scene.sketching.id)).toEqual(deed);
    await sweep(now);
    await sweep(now);
    const [mail, ...more] = await inbox();
    expect(more).toEqual([]);
    expect(mail?.recipient).toBe(who("noor").email);
    expect(mail?.kind).toBe("invite-placed");
    for (const said of ["Bram", "Lumen", "You asked me to."]) expect(mail?.text).toContain(said);
    expect((await cards()).map(([method]) => method)).toEqual(["REQUEST"]);
    const session = (await findSession(db(), scene.sketching.id))!;
    const asked = { session, personId: who("noor").id, admission: openAdmission };
    expect((await findPanel(db(), asked, now)).deed).toEqual(deed);
    const me = { personId: who("noor").id, organisationId: scene.lumen.id, role: "member" as const };
    expect((await listMySessions(db(), me, now)).map((one) => one.deed)).toEqual([deed]);
  });

  test("passes those who wait, and says how many before it is done", async () => {
    await seat("wim", scene.sketching.id);
    await seat("kim", scene.sketching.id, "waiting");
    const wish = { personId: who("noor").id, sessionId: scene.sketching.id };
    const preview = await previewSignUp(db(), scene.organiser(who("bram")), wish, deps);
    expect(preview?.answer).toEqual({ ok: true, already: false, passed: 1, raised: false });
    expect(await statusOf("noor", scene.sketching.id)).toBeNull();
    expect(await up("bram", "noor")).toEqual(preview?.answer);
  });

  test("over the capacity is for who may edit the session, and only when ticked", async () => {
    for (const key of ["wim", "anna"] as const) await seat(key, scene.sketching.id);
    expect(await up("bram", "noor")).toEqual({ ok: false, reason: "full" });
    expect(await up("otto", "kim", { over: true })).toEqual({ ok: false, reason: "full" });
    expect(await up("bram", "noor", { over: true })).toEqual({
      ok: true,
      already: false,
      passed: 0,
      raised: true,
    });
    const [row] = await db().select().from(sessions).where(eq(sessions.id, scene.sketching.id));
    expect([row?.capacity, row?.seatsTaken]).toEqual([3, 3]);
  });

  test("cannot overrule a clash", async () => {
    const beside = await makeSession(db(), {
      ...{ festivalId: scene.festival.id, organisationId: scene.lumen.id, title: "Beside" },
      startsLocal: "2027-01-11T10:30",
    });
    await seat("noor", beside.id);
    const answer = await up("bram", "noor", { over: true });
    expect(answer).toMatchObject({ ok: false, reason: "clash", obstacles: [{ title: "Beside" }] });
    expect(await changes()).toEqual([]);
  });

  test.each([
    ["anna", "noor", "not-found"],
    ["otto", "noor", "not-found"],
    ["bram", "wim", "not-found"],
    ["noor", "lars", "not-found"],
  ] as const)("%s cannot sign up %s", async (by, person, reason) => {
    expect(await up(by, person)).toEqual({ ok: false, reason });
    expect(await db().select().from(signups)).toEqual([]);
  });

  test("while sign-up is not open is for who may edit the session", async () => {
    const closed = { ...scene.festival, signupClosesAt: "2026-11-01T09:00:00Z" };
    const wish = { personId: who("noor").id, sessionId: scene.walking.id, reason: "x", over: false };
    const bram = { ...scene.organiser(who("bram")), festival: closed };
    expect(await signUpAttendee(db(), bram, wish, deps)).toEqual({ ok: false, reason: "forbidden" });
    const own = { ...wish, sessionId: scene.sketching.id };
    expect(await signUpAttendee(db(), bram, own, deps)).toMatchObject({ ok: true });
  });
});

describe("signing somebody up by address", () => {
  const byAddress = (
    by: keyof Scene["people"],
    email: string,
    given: { sessionId?: string; over?: boolean } = {},
  ) =>
    signUpByAddress(
      db(),
      scene.organiser(who(by)),
      { email, sessionId: scene.sketching.id, reason: "A seat for our guest.", over: false, ...given },
      deps,
    );

  test("answers the same whether anybody has it, is busy, or has the seat already", async () => {
    const beside = await makeSession(db(), {
      ...{ festivalId: scene.festival.id, organisationId: scene.kade.id, startsLocal: "2027-01-11T10:30" },
    });
    await seat("kim", beside.id);
    await seat("wim", scene.sketching.id);
    const answers = [];
    for (const email of ["nobody@x.example", "kim@x.example", "wim@x.example"])
      answers.push(await byAddress("bram", email));
    expect(answers).toEqual(Array(3).fill({ ok: true, title: "Sketching" }));
    expect(await changes()).toEqual([]);
    expect(await byAddress("bram", "otto@x.example")).toEqual(answers[0]);
    expect(await changes()).toEqual(["placed"]);
    expect(await statusOf("otto", scene.sketching.id)).toBe("confirmed");
  });

  test("says of a full session that it is, to whomever the address belongs", async () => {
    for (const key of ["wim", "anna"] as const) await seat(key, scene.sketching.id);
    const full = { ok: false, reason: "full", title: "Sketching" };
    expect(await byAddress("bram", "otto@x.example")).toEqual(full);
    expect(await byAddress("bram", "nobody@x.example")).toEqual(full);
    expect(await byAddress("bram", "nobody@x.example", { over: true })).toMatchObject({ ok: true });
    const [row] = await db().select().from(sessions).where(eq(sessions.id, scene.sketching.id));
    expect(row?.capacity).toBe(2);
  });

  test.each([
    ["otto", "sketching", false],
    ["bram", "walking", false],
    ["bram", "sketching", true],
    ["anna", "sketching", true],
  ] as const)("%s may for %s: %s", async (by, session, may) => {
    const answer = await byAddress(by, "kim@x.example", { sessionId: scene[session].id });
    expect(answer.ok || answer.reason).toBe(may || "not-found");
  });

  test("leads nobody in who may not see the festival", async () => {
    const hosts = { ...scene.festival, visibility: "hosts" as const };
    const bram = { ...scene.organiser(who("bram")), festival: hosts };
    const wish = { email: "solo@x.example", sessionId: scene.sketching.id, reason: "x", over: false };
    expect(await signUpByAddress(db(), bram, wish, deps)).toEqual({ ok: true, title: "Sketching" });
    expect(await db().select().from(signups)).toEqual([]);
  });
});

describe("signing somebody out", () => {
  const out = (by: keyof Scene["people"], person: keyof Scene["people"]) =>
    signOutAttendee(
      db(),
      scene.organiser(who(by)),
      { personId: who(person).id, sessionId: scene.sketching.id, reason: "You are ill." },
      { now },
    );

  test("frees the seat for the first in the queue, once, and one mail says who and why", async () => {
    await seat("noor", scene.sketching.id);
    await seat("wim", scene.sketching.id);
    await seat("kim", scene.sketching.id, "waiting");
    expect(await out("bram", "noor")).toEqual({ ok: true, left: "seat" });
    expect(await out("bram", "noor")).toEqual({ ok: true, left: null });
    expect(await changes()).toEqual(["removed", "promoted"]);
    expect(await statusOf("kim", scene.sketching.id)).toBe("confirmed");
    await sweep(now);
    const own = (await inbox()).filter(({ recipient }) => recipient === who("noor").email);
    expect(own.map(({ kind }) => kind)).toEqual(["invite-signedOut"]);
    for (const said of ["Bram", "Lumen", "You are ill."]) expect(own[0]?.text).toContain(said);
  });

  test("of the queue is told as well", async () => {
    for (const key of ["wim", "anna"] as const) await seat(key, scene.sketching.id);
    await seat("noor", scene.sketching.id, "waiting");
    expect(await out("bram", "noor")).toEqual({ ok: true, left: "queue" });
    await sweep(now);
    const own = (await inbox()).filter(({ recipient }) => recipient === who("noor").email);
    expect(own.map(({ kind }) => kind)).toEqual(["invite-signedOut"]);
  });

  test.each(["anna", "otto", "noor"] as const)("is not for %s", async (by) => {
    await seat("lars", scene.sketching.id);
    expect(await out(by, "lars")).toEqual({ ok: false, reason: "not-found" });
    expect(await statusOf("lars", scene.sketching.id)).toBe("confirmed");
  });

  test("is forgotten once the person acts themselves", async () => {
    const wish = { personId: who("noor").id, sessionId: scene.sketching.id, reason: "x", over: false };
    await signUpAttendee(db(), scene.organiser(who("bram")), wish, deps);
    const own = { personId: who("noor").id, sessionId: scene.sketching.id };
    await cancelSignup(db(), own, { now });
    expect(await findDeeds(db(), own.personId, [own.sessionId])).toEqual(new Map());
  });
});

describe("the forms of one person's page", () => {
  const send = async (form: Record<string, string>) => {
    const nudge = vi.fn();
    const args = routeArgs(db(), `/festivals/spring/organise/attendees/${who("noor").id}`, {
      cookie: await loginOf(db(), who("bram").id),
      params: { festival: "spring", person: who("noor").id },
      form,
      context: { now: () => now, nudge },
    });
    return answerOf(attendeePage.action(args as never));
  };

  test("want a reason, and keep what was typed", async () => {
    const answer = await send({ intent: "sign-up", session: scene.sketching.id, reason: "  " });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({
      intent: "sign-up",
      session: scene.sketching.id,
      errors: { reason: [expect.any(String)] },
    });
    expect(await db().select().from(signups)).toEqual([]);
  });

  test("sign up and out", async () => {
    const session = scene.sketching.id;
    expect((await send({ intent: "sign-up", session, reason: "Asked" })).status).toBe(303);
    expect(await statusOf("noor", session)).toBe("confirmed");
    expect((await send({ intent: "sign-out", session, reason: "Ill" })).status).toBe(303);
    expect(await statusOf("noor", session)).toBe("cancelled");
    expect(await db().select().from(commitments)).toEqual([]);
    expect(await db().select().from(mails)).toEqual([]);
  });
});

describe("the overview of the seats", () => {
  test("counts seats, places and what is kept, and says what to look at", async () => {
    await db()
      .insert(seatGuarantees)
      .values({ sessionId: scene.walking.id, organisationId: scene.kade.id, seats: 3 });
    for (const key of ["noor", "wim"] as const) await seat(key, scene.walking.id);
    for (const key of ["lars", "anna", "solo"] as const) await seat(key, scene.walking.id, "waiting");
    const { rows, attention } = await findSeatsOverview(db(), scene.organiser(who("anna")), now);
    expect(rows.map(({ title, taken, waiting, kept }) => [title, taken, waiting, kept])).toEqual([
      ["Sketching", 0, 0, 0],
      ["Walking", 2, 3, 3],
    ]);
    expect(attention).toEqual([{ need: "kept", sessionId: scene.walking.id, count: 3 }]);
    const bram = await findSeatsOverview(db(), scene.organiser(who("bram")), now);
    expect(bram.attention).toEqual([]);
  });
});

describe.skipIf(!postgresUrl)("two clicks at the same moment, on PostgreSQL", () => {
  const postgres = postgresDatabase();

  test("are one seat, one event and one seat more", async () => {
    scene = await makeScene(postgres());
    for (const key of ["wim", "anna"] as const)
      await makeSignup(postgres(), { sessionId: scene.sketching.id, personId: who(key).id });
    const wish = { personId: who("noor").id, sessionId: scene.sketching.id, reason: "Asked", over: true };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => signUpAttendee(postgres(), scene.organiser(who("bram")), wish, deps)),
    );
    expect(answers.filter((one) => one.ok && !one.already)).toHaveLength(1);
    expect(answers.filter((one) => one.ok && one.already)).toHaveLength(5);
    const placed = await postgres().select().from(events).where(eq(events.kind, "signup.changed"));
    expect(placed.map(({ payload }) => payload.change)).toEqual(["placed"]);
    const [row] = await postgres().select().from(sessions).where(eq(sessions.id, scene.sketching.id));
    expect([row?.capacity, row?.seatsTaken]).toEqual([3, 3]);
  });
});
