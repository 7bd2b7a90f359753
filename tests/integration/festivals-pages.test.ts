import type { PGlite } from "@electric-sql/pglite";
import { describe, expect, test, vi } from "vitest";
import { makeDraftSessions, makeHost } from "#db/demo/factories.ts";
import { draftSessions, festivals, mails, rooms, tracks } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { type Answer, answerOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { loader as overview } from "~/routes/festivals.$festival.organise._index.tsx";
import { action as decide, loader as hostsPage } from "~/routes/festivals.$festival.organise.hosts.tsx";
import {
  action as release,
  loader as releasesPage,
} from "~/routes/festivals.$festival.organise.releases.tsx";
import { loader as sessionsPage } from "~/routes/festivals.$festival.organise.sessions._index.tsx";
import {
  action as change,
  loader as sessionPage,
} from "~/routes/festivals.$festival.organise.sessions.$session.tsx";
import { action as addSession } from "~/routes/festivals.$festival.organise.sessions.new.tsx";
import { action as configure } from "~/routes/festivals.$festival.organise.settings.tsx";
import { action as editTracks } from "~/routes/festivals.$festival.organise.tracks.tsx";
import { action as editVenue } from "~/routes/festivals.$festival.organise.venue.tsx";
import { action as create, loader as newPage } from "~/routes/festivals.new.tsx";
import { makeAlliance, makeHostOrganisation, now, springFields } from "./festivals.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const context = { now: () => now };

async function world() {
  const alliance = await makeAlliance(db());
  const kade = await makeHostOrganisation(db(), "kade");
  const { id } = await alliance.festival();
  await makeHost(db(), { festivalId: id, organisationId: alliance.lumen.organisation.id });
  const cookie = (viewer: { personId: string }) => loginOf(db(), viewer.personId);
  const cookies = {
    lead: await cookie(alliance.waterland.organiser),
    member: await cookie(alliance.waterland.member),
    host: await cookie(alliance.lumen.organiser),
    stranger: await cookie(kade.organiser),
    nobody: "",
  };
  return { ...alliance, kade, cookies };
}

type Route = (args: never) => Promise<unknown>;
const params = (session?: string): Record<string, string> => ({
  festival: "deell-spring",
  ...(session && { session }),
});
const look = (route: Route, cookie: string, { session = "", query = "" } = {}) =>
  answerOf(route(routeArgs(db(), `/x${query}`, { cookie, params: params(session), context }) as never));
const send = (route: Route, cookie: string, form: Record<string, string>, session?: string) =>
  answerOf(route(routeArgs(db(), "/x", { cookie, form, params: params(session), context }) as never));
const errorsOf = ({ data }: Answer) => (data as { result: { error: Record<string, string[]> } }).result.error;
const typedOf = ({ data }: Answer) => (data as { result: { initialValue: unknown } }).result.initialValue;

const workshop = (organisationId: string) => ({
  kind: "workshop",
  title: "Sketching",
  organisationId,
  language: "en",
  place: "The quay",
  durationMinutes: "60",
  date: "2027-04-08",
  time: "10:00",
});

describe("making a festival", () => {
  test("an end before the start is refused at its field, and nothing typed is lost", async () => {
    const { cookies } = await world();
    const typed = { ...springFields, name: "Autumn", startsOn: "2027-04-08", endsOn: "2027-04-07" };
    const answer = await send(create, cookies.lead, typed);
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual({ endsOn: ["The last day is before the first. Choose a later one."] });
    expect(typedOf(answer)).toMatchObject({ outcome: springFields.outcome, name: "Autumn" });
    expect(await db().select().from(festivals)).toHaveLength(1);
  });

  test("an address that is taken is refused at its field", async () => {
    const { cookies } = await world();
    const answer = await send(create, cookies.lead, { ...springFields, slug: "deell-spring" });
    expect(answer.status).toBe(409);
    expect(Object.keys(errorsOf(answer))).toEqual(["slug"]);
  });

  test.each([
    ["lead", 200],
    ["host", 200],
    ["member", 403],
    ["nobody", 302],
  ] as const)("%s gets %d", async (who, status) => {
    const { cookies } = await world();
    expect((await look(newPage, cookies[who])).status).toBe(status);
    if (status !== 200) expect((await send(create, cookies[who], springFields)).status).toBe(status);
  });
});

describe("organisers' pages", () => {
  test.each(["€", "../../x", "a\r\nb"])("a deed on %j, which is no session, is not found", async (id) => {
    const { cookies } = await world();
    for (const intent of ["remove", "again"]) {
      expect((await send(change, cookies.lead, { intent }, id)).status).toBe(404);
    }
  });

  const pages = { overview, hostsPage, sessionsPage, releasesPage };

  test.each([
    ["lead", 200],
    ["host", 200],
    ["member", 404],
    ["stranger", 404],
    ["nobody", 302],
  ] as const)("of a draft answer the %s with %d", async (who, status) => {
    const { cookies } = await world();
    for (const page of Object.values(pages)) expect((await look(page, cookies[who])).status).toBe(status);
  });

  test("of an announced festival are forbidden to those who may only see it", async () => {
    const { cookies } = await world();
    await db().update(festivals).set({ status: "calling" });
    for (const page of Object.values(pages)) {
      expect((await look(page, cookies.member)).status).toBe(403);
      expect((await look(page, cookies.stranger)).status).toBe(403);
    }
  });

  test("lead who is only asked to the question", async () => {
    const { cookies, kade, festival } = await world();
    const { id } = await festival();
    await makeHost(db(), { festivalId: id, organisationId: kade.organisation.id, status: "invited" });
    const answer = await look(overview, cookies.stranger);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      302,
      "/festivals/deell-spring/organise/hosts",
    ]);
    expect((await look(hostsPage, cookies.stranger)).data).toMatchObject({
      asked: true,
      own: { organisation: { slug: "kade" } },
      byMail: [],
      mayLead: false,
    });
    expect((await send(decide, cookies.stranger, { form: "accepted" })).status).toBe(303);
    expect((await look(overview, cookies.stranger)).status).toBe(200);
  });

  test("let the lead alone change settings and tracks and release", async () => {
    const { cookies } = await world();
    const attempts: [Route, Record<string, string>][] = [
      [configure, springFields],
      [editTracks, { intent: "save", form: "track-new", name: "Craft", colour: "#a4502f" }],
      [release, { note: "" }],
    ];
    for (const [route, form] of attempts) {
      expect((await send(route, cookies.host, form)).status).toBe(403);
      expect((await send(route, cookies.stranger, form)).status).toBe(404);
    }
    expect(await db().select().from(tracks)).toEqual([]);
  });

  test("let each host build its own rooms and not another's", async () => {
    const { cookies } = await world();
    await send(editVenue, cookies.lead, {
      intent: "venue",
      form: "venue-new",
      name: "The Mill",
      address: "",
    });
    const [venue] = await db().query.venues.findMany();
    const room = { intent: "room", form: "room-new", venueId: venue!.id, name: "Loft", capacity: "12" };
    expect((await send(editVenue, cookies.host, room)).status).toBe(409);
    expect((await send(editVenue, cookies.lead, room)).status).toBe(303);
    const [loft] = await db().select().from(rooms);
    expect(loft).toMatchObject({ name: "Loft", capacity: 12 });
    const inUse = { intent: "use", form: "use", "rooms[0].id": loft!.id, "rooms[0].use": "on" };
    expect((await send(editVenue, cookies.host, inUse)).status).toBe(303);
    const add = { ...workshop(venue!.organisationId), place: "", roomId: loft!.id };
    expect((await send(addSession, cookies.lead, add)).status).toBe(303);
    const none = await send(editVenue, cookies.lead, { intent: "use", form: "use", "rooms[0].id": loft!.id });
    expect([none.status, errorsOf(none)]).toEqual([
      409,
      { "": ["Sessions stand in one of the rooms you took out. Move them first."] },
    ]);
    const remove = { intent: "remove-room", form: `room-${loft!.id}`, id: loft!.id };
    expect((await send(editVenue, cookies.lead, remove)).status).toBe(409);
  });
});

describe("a session's page", () => {
  test("says at the field what is wrong, and keeps what was typed", async () => {
    const { cookies, waterland } = await world();
    const typed = { ...workshop(waterland.organisation.id), "speakers[1]": "nobody@kade.example" };
    const answer = await send(addSession, cookies.lead, typed);
    expect(answer.status).toBe(409);
    expect(errorsOf(answer)).toEqual({ "speakers[1]": [expect.stringContaining("nobody@kade.example")] });
    expect(typedOf(answer)).toMatchObject({ title: "Sketching", time: "10:00" });
    const { date, ...undated } = workshop(waterland.organisation.id);
    expect(Object.keys(errorsOf(await send(addSession, cookies.lead, undated)))).toEqual(["date"]);
  });

  test("another host reads it and cannot change it", async () => {
    const { cookies, waterland } = await world();
    await send(addSession, cookies.lead, workshop(waterland.organisation.id));
    const [draft] = await db().select().from(draftSessions);
    expect((await look(sessionPage, cookies.host, { session: draft!.id })).data).toMatchObject({
      mayEdit: false,
    });
    const saved = await send(change, cookies.host, workshop(waterland.organisation.id), draft!.id);
    expect(saved.status).toBe(403);
    await send(change, cookies.host, { intent: "remove" }, draft!.id);
    expect(await db().select().from(draftSessions)).toHaveLength(1);
  });

  test("an address that is no session's is not found", async () => {
    const { cookies } = await world();
    expect((await look(sessionPage, cookies.lead, { session: "not-an-id" })).status).toBe(404);
  });
});

describe("the list of sessions", () => {
  test("shows those without a time first, filters them and names what does not fit", async () => {
    const { cookies, waterland, lumen, festival } = await world();
    const common = { festivalId: (await festival()).id, organisationId: waterland.organisation.id };
    const speakers = [{ personId: null, name: "Ada" }];
    await makeDraftSessions(db(), [
      { ...common, title: "Later", startsLocal: "2027-04-09T10:00", speakers },
      { ...common, title: "Unplaced", startsLocal: null, organisationId: lumen.organisation.id },
      { ...common, title: "Sooner", startsLocal: "2027-04-09T09:30", speakers },
    ]);
    const page = async (query: string) =>
      (await look(sessionsPage, cookies.lead, { query })).data as {
        drafts: { title: string }[];
        conflicts: { kind: string }[];
      };
    const titles = async (query: string) => (await page(query)).drafts.map((draft) => draft.title);
    expect(await titles("")).toEqual(["Unplaced", "Sooner", "Later"]);
    expect(await titles("?order=title")).toEqual(["Unplaced", "Later", "Sooner"]);
    expect(await titles("?state=conflicts")).toEqual(["Sooner", "Later"]);
    expect(await titles("?state=no-time")).toEqual(["Unplaced"]);
    expect(await titles("?host=lumen")).toEqual(["Unplaced"]);
    expect((await page("")).conflicts.map((conflict) => conflict.kind)).toEqual(["speaker"]);
  });

  test("takes as many queries for thirty sessions as for one, and so do overview and release", async () => {
    const { cookies, waterland, festival } = await world();
    const one = { festivalId: (await festival()).id, organisationId: waterland.organisation.id };
    const query = vi.spyOn((db() as unknown as { $client: PGlite }).$client, "query");
    const counts: number[][] = [];
    for (const more of [1, 29]) {
      await makeDraftSessions(
        db(),
        Array.from({ length: more }, () => one),
      );
      const count = async (page: Route) => {
        query.mockClear();
        await look(page, cookies.lead);
        return query.mock.calls.length;
      };
      counts.push([await count(sessionsPage), await count(overview), await count(releasesPage)]);
    }
    query.mockRestore();
    expect(counts[1]).toEqual(counts[0]);
  });
});

describe("the mail of an invitation to host", () => {
  const sweep = () => sweepEvents(requestContext(db(), context), eventHandlers, now);
  const ask = async (cookie: string, organisationId: string) =>
    send(decide, cookie, { form: "ask", organisationId, message: "Come along" });

  test("goes to the organisers of the organisation that is asked, with a link that only shows", async () => {
    const { cookies, kade } = await world();
    expect((await ask(cookies.lead, kade.organisation.id)).status).toBe(303);
    await sweep();
    const [mail, ...more] = await db().select().from(mails);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      kind: "host-invitation",
      recipient: "organiser@kade.example",
      subject: "Host DEELL spring together with waterland?",
    });
    expect(mail?.text).toContain("Come along");
    expect(mail?.text).toContain("http://localhost:3000/festivals/deell-spring/organise/hosts");
  });

  test("is not sent when it was taken back before", async () => {
    const { cookies, kade } = await world();
    await ask(cookies.lead, kade.organisation.id);
    await send(decide, cookies.lead, { form: "withdraw", organisationId: kade.organisation.id });
    await sweep();
    expect(await db().select().from(mails)).toEqual([]);
  });

  test.each([
    ["accepted", "kade hosts DEELL spring with you"],
    ["declined", "kade does not host DEELL spring"],
  ])("is answered: %s", async (answer, subject) => {
    const { cookies, kade } = await world();
    await ask(cookies.lead, kade.organisation.id);
    await sweep();
    await send(decide, cookies.stranger, { form: answer });
    await sweep();
    const told = await db().select().from(mails);
    expect(told.map((mail) => [mail.kind, mail.recipient, mail.subject])).toEqual([
      ["host-invitation", "organiser@kade.example", expect.any(String)],
      ["host-answer", "organiser@waterland.example", subject],
    ]);
  });
});
