import type { PGlite } from "@electric-sql/pglite";
import { describe, expect, test, vi } from "vitest";
import type { NewFestival } from "#db/demo/factories.ts";
import {
  makeFestival,
  makeHost,
  makeOrganisation,
  makePerson,
  makeRoom,
  makeSessions,
  makeSignup,
  makeTrack,
  makeVenue,
} from "#db/demo/factories.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { loader as festivalsPage } from "~/routes/festivals._index.tsx";
import { loader as programmePage } from "~/routes/festivals.$festival._index.tsx";
import { action as upload, loader as uploadPage } from "~/routes/festivals.$festival.organise.import.tsx";

type Page = Awaited<ReturnType<typeof programmePage>>;
type List = Awaited<ReturnType<typeof festivalsPage>>;

const db = testDatabase();
const now = at("2027-01-11T09:30:00Z");

async function world(given: Partial<NewFestival> = {}) {
  const waterland = await makeOrganisation(db(), { slug: "waterland", name: "Waterland" });
  const lumen = await makeOrganisation(db(), { slug: "lumen", name: "Lumen" });
  const stranger = await makeOrganisation(db(), {});
  const festival = await makeFestival(db(), { slug: "spring", leadOrganisationId: waterland.id, ...given });
  await makeHost(db(), { festivalId: festival.id, organisationId: lumen.id });
  const viewer = async (organisationId: string, role: Viewer["role"] = "member"): Promise<Viewer> => {
    const { id, name, email } = await makePerson(db(), { organisationId, role });
    return {
      personId: id,
      name,
      email,
      organisationId,
      organisationSlug: "",
      role,
      language: null,
      timeZone: null,
    };
  };
  return { waterland, lumen, stranger, festival, viewer };
}

const asked = (viewer: Viewer | null, path: string, form?: Record<string, string | File>) =>
  routeArgs(db(), path, {
    ...(form && { form }),
    params: { festival: "spring" },
    context: { now: () => now, memo: new Map([["viewer", Promise.resolve(viewer)]]) },
  });
const open = (viewer: Viewer | null, query = "") =>
  answerOf(programmePage(asked(viewer, `/festivals/spring${query}`)));
const page = async (viewer: Viewer | null, query = "") => (await open(viewer, query)).data as Page;
const found = (html: string | undefined, pattern: RegExp) =>
  [...(html ?? "").matchAll(pattern)].map((match) => match[1]);
const titles = ({ programme }: Page) => found(programme?.html, /<h5[^>]*><a [^>]*>([^<]*)/g);

describe("the programme page", () => {
  test.each([
    ["draft", "public", [302, 404, 404, 200]],
    ["calling", "public", [200, 200, 200, 200]],
    ["released", "public", [200, 200, 200, 200]],
    ["released", "hosts", [302, 404, 200, 200]],
  ] as const)(
    "of a %s festival for %s answers strangers, others, members and organisers",
    async (status, visibility, answers) => {
      const { lumen, stranger, viewer } = await world({ status, visibility });
      const askers = [
        null,
        await viewer(stranger.id),
        await viewer(lumen.id),
        await viewer(lumen.id, "organiser"),
      ];
      expect(await Promise.all(askers.map(async (asker) => (await open(asker)).status))).toEqual(answers);
    },
  );

  test("says who holds it, where, and whether the zone is another than the reader's", async () => {
    const { waterland, festival } = await world({ timeZone: "Europe/Lisbon" });
    const venue = await makeVenue(db(), { organisationId: waterland.id, name: "De Sluis" });
    await makeRoom(db(), { venueId: venue.id, festivalId: festival.id });
    expect(await page(null)).toMatchObject({
      hosts: [{ name: "Waterland" }, { name: "Lumen" }],
      venues: ["De Sluis"],
      foreignZone: true,
      programme: null,
      mayOrganise: false,
    });
  });

  test("shows days, rooms in the festival's order and what is on now, and narrows as asked", async () => {
    const { waterland, lumen, festival } = await world();
    const venue = await makeVenue(db(), { organisationId: waterland.id });
    const [hall, attic] = [
      await makeRoom(db(), { venueId: venue.id, name: "Hall", festivalId: festival.id, position: 1 }),
      await makeRoom(db(), { venueId: venue.id, name: "Attic", festivalId: festival.id, position: 0 }),
    ];
    const track = await makeTrack(db(), { festivalId: festival.id, name: "Craft" });
    const common = { festivalId: festival.id, organisationId: waterland.id };
    await makeSessions(db(), [
      { ...common, title: "Walking", roomId: hall.id, trackId: track.id },
      { ...common, title: "Praten", roomId: attic.id, language: "nl", organisationId: lumen.id },
      { ...common, title: "Full", roomId: hall.id, startsLocal: "2027-01-12T10:00", seatsTaken: 20 },
      { ...common, title: "Party", roomId: hall.id, startsLocal: "2027-01-12T01:00" },
    ]);
    const all = await page(null);
    expect(titles(all)).toEqual(["Praten", "Walking", "Party", "Full"]);
    expect(all.programme).toMatchObject({
      shown: 4,
      total: 4,
      today: "2027-01-11",
      nowAt: "2027-01-11T09:00:00Z",
      tabs: [
        { date: "2027-01-11", count: 3 },
        { date: "2027-01-12", count: 1 },
      ],
    });
    expect(found(all.programme?.html, /<b style="grid-area[^>]*>([^<]*)/g)).toEqual([
      "Attic",
      "Hall",
      "Hall",
    ]);
    expect(all.programme?.html).toContain('style="grid-area:2/1/3/-1;--share:50.0%"');
    const narrowed = async (query: string) => titles(await page(null, query));
    expect(await narrowed("?host=lumen")).toEqual(["Praten"]);
    expect(await narrowed("?track=Craft")).toEqual(["Walking"]);
    expect(await narrowed("?language=nl")).toEqual(["Praten"]);
    expect(await narrowed("?free=on")).toEqual(["Praten", "Walking", "Party"]);
    expect(await narrowed("?day=2027-01-12")).toEqual(["Full"]);
    expect(await narrowed("?host=nobody")).toEqual([]);
  });

  test("tells the viewer what they have, and nobody else", async () => {
    const { waterland, festival, viewer } = await world();
    const daan = await viewer(waterland.id);
    const common = { festivalId: festival.id, organisationId: waterland.id };
    const [taken, waits, given] = await makeSessions(db(), [
      { ...common, title: "a" },
      { ...common, title: "b" },
      { ...common, title: "c" },
    ]);
    await makeSignup(db(), { sessionId: taken!.id, personId: daan.personId });
    await makeSignup(db(), { sessionId: waits!.id, personId: daan.personId, status: "waiting" });
    await makeSignup(db(), { sessionId: given!.id, personId: daan.personId, status: "cancelled" });
    const standings = async (asker: Viewer | null) =>
      found((await page(asker)).programme?.html, /class="badge"[^>]*>([^<]*)/g);
    const { t } = getText("en");
    const both = [t("programme.session.now"), t("programme.session.now"), t("programme.session.now")];
    expect(await standings(daan)).toEqual([
      both[0],
      t("programme.session.in"),
      both[1],
      t("programme.session.waiting"),
      both[2],
    ]);
    expect(await standings(await viewer(waterland.id))).toEqual(both);
    expect(await standings(null)).toEqual(both);
  });

  test("takes as many queries for thirty sessions as for one", async () => {
    const { waterland, festival, viewer } = await world();
    const daan = await viewer(waterland.id);
    const query = vi.spyOn((db() as unknown as { $client: PGlite }).$client, "query");
    const one = { festivalId: festival.id, organisationId: waterland.id };
    const counts: number[] = [];
    for (const more of [1, 29]) {
      await makeSessions(
        db(),
        Array.from({ length: more }, () => one),
      );
      query.mockClear();
      await page(daan);
      counts.push(query.mock.calls.length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(11);
    query.mockClear();
    await page(daan);
    // What nobody has changed is not read again; with whom one comes is.
    expect(query.mock.calls.length).toBeLessThanOrEqual(5);
  });
});

test("the list of festivals shows what is on and coming before what has been", async () => {
  const { waterland, viewer } = await world({ name: "Now", startsOn: "2027-01-11", endsOn: "2027-01-12" });
  const make = (name: string, startsOn: string, rest: Partial<NewFestival> = {}) =>
    makeFestival(db(), { name, startsOn, endsOn: startsOn, leadOrganisationId: waterland.id, ...rest });
  await make("Later", "2027-06-01", { status: "calling" });
  await make("Before", "2026-06-01");
  await make("Draft", "2027-07-01", { status: "draft" });
  await make("Off", "2027-08-01", { status: "cancelled" });
  const list = async (asker: Viewer | null) => (await festivalsPage(asked(asker, "/festivals"))) as List;
  const states = (shown: List["coming"]) => shown.map(({ name, state }) => [name, state]);
  const strangers = await list(null);
  expect(states(strangers.coming)).toEqual([
    ["Now", "on"],
    ["Later", "calling"],
    ["Off", "cancelled"],
  ]);
  expect(states(strangers.past)).toEqual([["Before", "over"]]);
  expect(strangers.coming[0]?.hosts.map((host) => host.name)).toEqual(["Waterland", "Lumen"]);
  expect(states((await list(await viewer(waterland.id, "organiser"))).coming)).toContainEqual([
    "Draft",
    "draft",
  ]);
});

describe("the upload page", () => {
  const file = (content: string) => new File([content], "schedule.json");
  const event = { guid: "one", title: "Listening", date: "2027-01-11T10:00:00+01:00", duration: "00:45" };
  const schedule = JSON.stringify({ schedule: { conference: { days: [{ rooms: { Hall: [event, {}] } }] } } });
  const path = "/festivals/spring/organise/import";
  const send = (viewer: Viewer | null, form: Record<string, string | File>) =>
    answerOf(upload(asked(viewer, path, form)));

  test("is for organisers of the hosts", async () => {
    const { waterland, lumen, stranger, viewer } = await world();
    const askers = [
      null,
      await viewer(waterland.id),
      await viewer(stranger.id, "organiser"),
      await viewer(lumen.id, "organiser"),
    ];
    const answers = askers.map(async (asker) => [
      (await answerOf(uploadPage(asked(asker, path)))).status,
      (await send(asker, { pasted: schedule })).status,
    ]);
    expect(await Promise.all(answers)).toEqual([
      [302, 302],
      [403, 403],
      [403, 403],
      [200, 200],
    ]);
  });

  test("takes a file, or what was pasted, and reports every entry", async () => {
    const { waterland, viewer } = await world();
    const anna = await viewer(waterland.id, "organiser");
    const report = {
      taken: 1,
      left: 1,
      lines: [
        { outcome: "taken" },
        { outcome: "left", reason: "noTitle", where: { day: 1, room: "Hall", entry: 2 } },
      ],
    };
    const forms: Record<string, string | File>[] = [
      { file: file(schedule), pasted: "" },
      { pasted: schedule },
    ];
    for (const form of forms) {
      expect(await send(anna, form)).toMatchObject({ status: 200, data: { imported: { ok: true, report } } });
    }
  });

  test.each([
    ["nothing", { pasted: "" }, "nothingSent", ""],
    ["an empty file", { file: file("") }, "nothingSent", ""],
    ["a broken file", { file: file("{") }, "brokenJson", ""],
    ["broken text, which stays", { pasted: "<schedule>" }, "brokenXml", "<schedule>"],
    ["a file that is too large", { file: file(" ".repeat(5 * 1024 * 1024 + 100_000)) }, "tooLarge", ""],
  ])("keeps the page and says why when it gets %s", async (_, form, refusal, pasted) => {
    const { waterland, viewer } = await world();
    expect(
      await send(await viewer(waterland.id, "organiser"), form as Record<string, string | File>),
    ).toMatchObject({
      status: 422,
      data: { imported: { ok: false, refusal }, pasted },
    });
  });
});
