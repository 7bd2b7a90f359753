import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  makeFestival,
  makeHost,
  makeOrganisation,
  makePeople,
  makePerson,
  makeSession,
} from "#db/demo/factories.ts";
import { events, festivals, seatGuarantees, sessions, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { answerOf, cookieOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { leaveFestival } from "~/festivals/hosting/leaving.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { guaranteeHandlers, releaseGuarantees } from "~/signups/guarantees/jobs.server.ts";
import type { ShownPreview } from "~/signups/guarantees/preview.server.ts";
import { findQueueFacts } from "~/signups/guarantees/queue-facts.server.ts";
import { changeGuarantees } from "~/signups/guarantees.server.ts";
import { signUp } from "~/signups/signups.server.ts";
import * as seatsPage from "../../app/routes/festivals.$festival.organise.seats._index.tsx";
import * as seatsOfSession from "../../app/routes/festivals.$festival.organise.seats.$session.tsx";
import { loginOf } from "./organisations.support.ts";

const now = at("2026-11-23T09:00:00Z");
const ends = "2026-12-03T11:00:00Z";
const db = testDatabase();
const ids = testIds();
let scene: Awaited<ReturnType<typeof makeScene>>;
type Host = "waterland" | "lumen" | "far";

/** A festival of Waterland's and Lumen's; Lumen's workshop has four seats, of which two are kept for Lumen. */
async function makeScene() {
  const organisations = {
    waterland: (await makeOrganisation(db(), { name: "Waterland", slug: "waterland" })).id,
    lumen: (await makeOrganisation(db(), { name: "Lumen", slug: "lumen" })).id,
    far: (await makeOrganisation(db(), { name: "Far", slug: "far" })).id,
  };
  const festival = await makeFestival(db(), {
    ...{ leadOrganisationId: organisations.waterland, slug: "open", status: "released" },
    ...{ startsOn: "2027-01-11", endsOn: "2027-01-12" },
  });
  await makeHost(db(), { festivalId: festival.id, organisationId: organisations.lumen, invitedBy: null });
  const given = { organisationId: organisations.lumen, festivalId: festival.id, title: "Sketching" };
  const session = await makeSession(db(), { ...given, capacity: 4, startsLocal: "2027-01-11T10:00" });
  const organiser = async (organisationId: string, name: string) => {
    const person = await makePerson(db(), { organisationId, name, role: "organiser" });
    return { ...person, cookie: await loginOf(db(), person.id) };
  };
  const guarantees = [{ organisationId: organisations.lumen, seats: 2 }];
  await changeGuarantees(db(), { sessionId: session.id, guarantees }, { now });
  return {
    organisations,
    festivalId: festival.id,
    sessionId: session.id,
    lead: await organiser(organisations.waterland, "Anna"),
    host: await organiser(organisations.lumen, "Bram"),
  };
}

beforeEach(async () => {
  scene = await makeScene();
});

/** So many people of a host ask for a seat, one after the other. */
async function ask(host: Host, count: number) {
  const organisationId = scene.organisations[host];
  const people = await makePeople(
    db(),
    Array.from({ length: count }, (_, i) => ({ organisationId, name: `${host} ${i + 1}` })),
  );
  for (const { id: personId } of people)
    await signUp(db(), { personId, sessionId: scene.sessionId }, { now, ids, window: "open" });
  return people.map((person) => person.id);
}

async function seats() {
  const { sessionId } = scene;
  const count = (status: "confirmed" | "waiting") =>
    db().$count(signups, and(eq(signups.sessionId, sessionId), eq(signups.status, status)));
  const [session] = await db().select().from(sessions).where(eq(sessions.id, sessionId));
  const kept = await db()
    .select({ organisationId: seatGuarantees.organisationId, seats: seatGuarantees.seats })
    .from(seatGuarantees)
    .where(eq(seatGuarantees.sessionId, sessionId))
    .orderBy(asc(seatGuarantees.seats));
  const nameOf = (id: string) => Object.entries(scene.organisations).find(([, one]) => one === id)?.[0];
  return {
    capacity: session!.capacity,
    confirmed: await count("confirmed"),
    waiting: await count("waiting"),
    kept: Object.fromEntries(kept.map((one) => [nameOf(one.organisationId), one.seats])),
  };
}

type Who = "lead" | "host";

function send(who: Who, page: "all" | "session", form: Record<string, string>, when = now) {
  const path = `/festivals/open/organise/seats${page === "all" ? "" : `/${scene.sessionId}`}`;
  const args = routeArgs(db(), path, {
    cookie: scene[who].cookie,
    form,
    params: { festival: "open", session: scene.sessionId },
    context: { now: () => when },
  });
  return answerOf((page === "all" ? seatsPage : seatsOfSession).action(args as never));
}

const keptField = (host: Host) => `kept.${scene.organisations[host]}`;
const errorsOf = (answer: { data: unknown }) =>
  (answer.data as { result: { error?: Record<string, string[]>; initialValue?: unknown } }).result;

describe("the seats of one session", () => {
  test("are shown with their effect before anything is saved: own people by name, others as totals", async () => {
    await ask("waterland", 2);
    await ask("waterland", 2);
    await ask("far", 1);
    await ask("lumen", 1);
    const before = await seats();
    expect(before).toEqual({ capacity: 4, confirmed: 3, waiting: 3, kept: { lumen: 2 } });
    const wish = { intent: "preview", capacity: "6", [keptField("lumen")]: "2" };
    const of = async (who: Who) =>
      ((await send(who, "session", wish)).data as { preview: ShownPreview }).preview;
    expect(await of("lead")).toEqual({
      own: [
        { name: "waterland 1", how: "seat" },
        { name: "waterland 2", how: "seat" },
      ],
      others: [],
      free: 1,
      kept: [{ organisation: "Lumen", seats: 1 }],
      pool: 0,
      waiting: 1,
    });
    expect(await of("host")).toMatchObject({ own: [], others: [{ organisation: "Waterland", count: 2 }] });
    expect(await seats()).toEqual(before);
  });

  test("change in one step: what is new and kept is not given to the queue in between", async () => {
    await ask("waterland", 4);
    expect(await seats()).toMatchObject({ confirmed: 2, waiting: 2 });
    const wish = { intent: "save", capacity: "6", [keptField("lumen")]: "4" };
    expect((await send("lead", "session", wish)).status).toBe(303);
    expect(await seats()).toEqual({ capacity: 6, confirmed: 2, waiting: 2, kept: { lumen: 4 } });
  });

  test("that are no longer kept go to the queue", async () => {
    await ask("waterland", 4);
    const wish = { intent: "save", capacity: "4", [keptField("lumen")]: "" };
    const said = decodeURIComponent(cookieOf(await send("lead", "session", wish)));
    expect(said).toContain('"key":"guarantees.toast.saved","values":{"count":2}');
    expect(await seats()).toEqual({ capacity: 4, confirmed: 4, waiting: 0, kept: {} });
  });

  test.each<[string, "preview" | "save"]>([
    ["looked at", "preview"],
    ["saved", "save"],
  ])(
    "fewer than are taken, or more kept than fit, are refused when %s, and what was typed stays",
    async (_, intent) => {
      await ask("waterland", 2);
      await ask("lumen", 1);
      const before = await seats();
      const few = await send("lead", "session", { intent, capacity: "2", [keptField("lumen")]: "1" });
      expect(few.status).toBe(409);
      expect(errorsOf(few).error).toEqual({ capacity: ["3 seats are taken, so there cannot be fewer."] });
      const many = await send("lead", "session", {
        ...{ intent, capacity: "5" },
        ...{ [keptField("lumen")]: "3", [keptField("waterland")]: "3" },
      });
      expect(many.status).toBe(409);
      expect(errorsOf(many).error?.[""]?.[0]).toContain("More seats would be kept than fit: 5 do.");
      expect(errorsOf(many).initialValue).toMatchObject({
        capacity: "5",
        kept: { [scene.organisations.lumen]: "3" },
      });
      expect(await seats()).toEqual(before);
    },
  );

  test("may be more or fewer by the host whose session it is, which keeps them for nobody", async () => {
    const wish = { intent: "save", capacity: "5", [keptField("waterland")]: "3", [keptField("lumen")]: "0" };
    expect((await send("host", "session", wish)).status).toBe(303);
    expect(await seats()).toMatchObject({ capacity: 5, kept: { lumen: 2 } });
    const fewer = await send("host", "session", { intent: "save", capacity: "1" });
    expect(errorsOf(fewer).error?.[""]?.[0]).toContain("More seats would be kept than fit");
  });
});

describe("the same in all sessions", () => {
  test("is shown first, then saved, and only the lead may", async () => {
    await ask("waterland", 4);
    const wish = { form: "bulk", how: "each", seats: "1" };
    const shown = await send("lead", "all", { ...wish, intent: "preview" });
    const { bulk } = shown.data as { bulk: { lines: { title: string; preview: ShownPreview }[] } };
    expect(bulk.lines.map((line) => [line.title, line.preview.own.map((one) => one.name)])).toEqual([
      ["Sketching", ["waterland 3"]],
    ]);
    expect(await seats()).toMatchObject({ confirmed: 2, kept: { lumen: 2 } });
    expect((await send("lead", "all", { ...wish, intent: "save" })).status).toBe(303);
    expect(await seats()).toMatchObject({ confirmed: 3, kept: { lumen: 1, waterland: 1 } });
    expect((await send("host", "all", { ...wish, intent: "save" })).status).toBe(403);
  });

  test("leaves alone a session with fewer seats than would be kept", async () => {
    const wish = { form: "bulk", intent: "save", how: "each", seats: "3" };
    const said = decodeURIComponent(cookieOf(await send("lead", "all", wish)));
    expect(said).toContain('"count":0');
    expect(await seats()).toMatchObject({ kept: { lumen: 2 } });
  });
});

describe("the end of guarantees", () => {
  const publish = (endsAt: string, when = now) =>
    send("lead", "all", { form: "end", ...(endsAt && { endsAt }) }, when);
  const endAt = async () =>
    (await db().select({ at: festivals.guaranteesEndAt }).from(festivals))[0]?.at ?? null;

  test("is published in the festival's time, may move while it has not come, and not after", async () => {
    expect((await publish("2026-12-03T12:00")).status).toBe(303);
    expect(await endAt()).toBe(ends);
    expect((await publish("2026-12-04T12:00")).status).toBe(303);
    const late = await publish("2026-12-09T12:00", at("2026-12-04T11:00:00Z"));
    expect(errorsOf(late).error?.endsAt?.[0]).toBe("That time has come: the seats are everybody's now.");
    expect((await publish("2026-11-01T12:00")).status).toBe(409);
    expect(await endAt()).toBe("2026-12-04T11:00:00Z");
  });

  test("gives what was kept to the queue, once, and not a moment before", async () => {
    await ask("waterland", 3);
    await ask("far", 2);
    await publish("2026-12-03T12:00");
    expect(await releaseGuarantees(db(), { now: at("2026-12-03T10:59:59Z") })).toBe(0);
    expect(await seats()).toMatchObject({ confirmed: 2, waiting: 3 });
    expect(await releaseGuarantees(db(), { now: at(ends) })).toBe(2);
    expect(await releaseGuarantees(db(), { now: at(ends) })).toBe(0);
    expect(await seats()).toEqual({ capacity: 4, confirmed: 4, waiting: 1, kept: { lumen: 2 } });
  });
});

describe("a host that leaves", () => {
  test("returns what was kept for it, and its people keep their seats", async () => {
    const [colleague] = await ask("lumen", 1);
    await ask("waterland", 4);
    expect(await seats()).toMatchObject({ confirmed: 3, waiting: 2 });
    const viewer = { ...scene.host, personId: scene.host.id };
    const wish = { reason: "", all: "stay", of: {} } as never;
    expect(await leaveFestival(db(), viewer, { id: scene.festivalId }, wish, { now })).toMatchObject({
      ok: true,
    });
    const platform = { ...requestContext(db()), ids };
    await sweepEvents(platform, guaranteeHandlers, now);
    expect(await seats()).toEqual({ capacity: 4, confirmed: 4, waiting: 1, kept: {} });
    const [kept] = await db().select().from(signups).where(eq(signups.personId, colleague!));
    expect(kept?.status).toBe("confirmed");
    // Told again, it changes nothing.
    await db().update(events).set({ handledAt: null }).where(eq(events.kind, "festival.host-answered"));
    await sweepEvents(platform, guaranteeHandlers, now);
    expect(await seats()).toMatchObject({ confirmed: 4, waiting: 1 });
  });
});

describe("a place in the queue", () => {
  test("says which free seats are kept for whom, and how many before may take them", async () => {
    await ask("waterland", 2);
    const [first, second] = await ask("far", 2);
    const session = (await findSession(db(), scene.sessionId))!;
    const of = (personId: string) => findQueueFacts(db(), { session, personId, waiting: 2 }, now);
    expect((await of(first!)).explained).toEqual({
      place: 1,
      endsAt: null,
      isFree: true,
      hosts: [{ name: "Lumen", isOwn: false, seats: 2, ahead: 0 }],
    });
    expect((await of(second!)).explained?.place).toBe(2);
    // Whoever works for Lumen would get one at once, whoever waits.
    const { seatsLeft, ahead, explained } = await of(scene.host.id);
    expect({ seatsLeft, ahead, explained }).toEqual({ seatsLeft: 2, ahead: 0, explained: null });
    expect(await of(scene.lead.id)).toMatchObject({ seatsLeft: 0 });
  });
});
