import { readFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  makeDraftSession,
  makeFestival,
  makeHost,
  makeOrganisation,
  makeRoom,
  makeVenue,
} from "#db/demo/factories.ts";
import {
  draftSessions,
  festivalRooms,
  festivals,
  rooms,
  sessions,
  tracks,
  venues,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { asXml, haveRealSchedules, realSchedules } from "#tests/support/schedule-files.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import type { Importer } from "~/festivals/schedule-import/apply.server.ts";
import { importBySlug, importSchedule } from "~/festivals/schedule-import/import.server.ts";
import type { Imported } from "~/festivals/schedule-import/report.ts";
import type { Ids } from "~/platform/ids.ts";

const now = at("2026-11-23T09:00:00Z");
const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));

const workshop = {
  guid: "9ff4b0ab-8bd3-4b4d-a2f6-6f6b1f8c9f01",
  id: 1,
  title: "Listening well",
  date: "2027-01-11T10:00:00+01:00",
  duration: "00:45",
  language: "en",
  track: "Craft",
  persons: [{ name: "Noor" }],
};
const schedule = (events: unknown[], rest: object = {}) =>
  bytes({
    schedule: {
      conference: {
        title: "Spring",
        time_zone_name: "Europe/Amsterdam",
        days: [{ rooms: { Hall: events } }],
        ...rest,
      },
    },
  });

function reportOf(imported: Imported) {
  if (!imported.ok) throw new Error(imported.refusal);
  return imported.report;
}

describe("importing into a festival", () => {
  const db = testDatabase();
  let festival: Festival;
  let lead: Importer;
  let partner: Importer;
  let ids: Ids;

  beforeEach(async () => {
    ids = testIds();
    const waterland = await makeOrganisation(db(), {});
    const lumen = await makeOrganisation(db(), {});
    const { id } = await makeFestival(db(), { leadOrganisationId: waterland.id, status: "draft" });
    await makeHost(db(), { festivalId: id, organisationId: lumen.id });
    festival = (await findFestivalById(db(), id))!;
    lead = { organisationId: waterland.id, role: "organiser", personId: null };
    partner = { organisationId: lumen.id, role: "organiser", personId: null };
  });

  const take = (file: Uint8Array, importer = lead) =>
    importSchedule(db(), festival, file, importer, { now, ids });
  const drafts = () => db().select().from(draftSessions).orderBy(asc(draftSessions.title));
  const everything = async () => ({
    drafts: await drafts(),
    rooms: await db().select().from(rooms),
    tracks: await db().select().from(tracks),
    venues: await db().select().from(venues),
    grid: await db().select().from(festivalRooms),
  });

  test("writes a draft, and no session that attendees could see", async () => {
    expect(reportOf(await take(schedule([workshop])))).toMatchObject({
      taken: 1,
      left: 0,
      missing: [],
      zone: null,
    });
    expect(await drafts()).toMatchObject([
      {
        festivalId: festival.id,
        organisationId: lead.organisationId,
        externalId: workshop.guid,
        title: "Listening well",
        startsLocal: "2027-01-11T10:00",
        timeZone: null,
        durationMinutes: 45,
        speakers: [{ name: "Noor", personId: null }],
        cancelled: false,
      },
    ]);
    const { venues: buildings, grid } = await everything();
    expect(buildings).toMatchObject([{ organisationId: lead.organisationId, name: "Spring" }]);
    expect(grid).toHaveLength(1);
    expect(await db().select().from(sessions)).toEqual([]);
  });

  test("twice leaves the same rows", async () => {
    await take(schedule([workshop]));
    const before = await everything();
    expect(reportOf(await take(schedule([workshop])))).toMatchObject({ taken: 1, left: 0 });
    expect(await everything()).toEqual(before);
  });

  test("again updates what the file says and keeps what organisers decided", async () => {
    await take(schedule([workshop]));
    const [row] = await drafts();
    const own = { capacity: 12, kind: "plenary" as const, organisationId: partner.organisationId };
    await db().update(draftSessions).set(own).where(eq(draftSessions.id, row!.id));
    await take(schedule([{ ...workshop, title: "Listening better", date: "2027-01-12T11:00:00+01:00" }]));
    expect(await drafts()).toMatchObject([
      { ...own, id: row!.id, title: "Listening better", startsLocal: "2027-01-12T11:00" },
    ]);
  });

  test("says what is no longer in the file and removes nothing", async () => {
    await take(schedule([workshop, { ...workshop, guid: "two", title: "Walking" }]));
    const [, walking] = await drafts();
    expect(reportOf(await take(schedule([workshop]))).missing).toEqual([
      { id: walking!.id, title: "Walking" },
    ]);
    expect(await drafts()).toHaveLength(2);
  });

  test("uses rooms that are there already, of the festival before those of the organisation", async () => {
    const venue = await makeVenue(db(), { organisationId: lead.organisationId });
    const other = await makeVenue(db(), { organisationId: partner.organisationId });
    const ours = await makeRoom(db(), { venueId: venue.id, name: "Hall" });
    const used = await makeRoom(db(), { venueId: other.id, name: "Attic", festivalId: festival.id });
    await makeRoom(db(), { venueId: venue.id, name: "Attic" });
    await take(
      schedule([], {
        days: [{ rooms: { Hall: [workshop], Attic: [{ ...workshop, guid: "two", title: "Walking" }] } }],
      }),
    );
    expect((await drafts()).map((draft) => draft.roomId)).toEqual([ours.id, used.id]);
    expect((await everything()).rooms).toHaveLength(3);
  });

  test("shows wall-clock times in the festival's zone, whatever zone the file is in", async () => {
    await take(
      schedule([{ ...workshop, date: "2027-01-11T04:00:00-05:00" }], { time_zone_name: "America/New_York" }),
    );
    expect(await drafts()).toMatchObject([{ startsLocal: "2027-01-11T10:00" }]);
  });

  test("by a partner changes only its own sessions and makes no track", async () => {
    await makeDraftSession(db(), {
      festivalId: festival.id,
      organisationId: lead.organisationId,
      title: "Ours",
      externalId: workshop.guid,
    });
    const report = reportOf(
      await take(schedule([workshop, { ...workshop, guid: "two", title: "Walking" }]), partner),
    );
    expect(report.lines.map(({ where, title, ...line }) => line)).toEqual([
      { outcome: "left", reason: "otherHost" },
      { outcome: "taken", notes: ["noTrack"] },
    ]);
    expect(await drafts()).toMatchObject([
      { title: "Ours", organisationId: lead.organisationId },
      { title: "Walking", organisationId: partner.organisationId, trackId: null },
    ]);
    expect((await everything()).tracks).toEqual([]);
  });

  test("marks what falls outside the dates, but not the night of the last day", async () => {
    const night = { ...workshop, guid: "night", date: "2027-01-13T00:30:00+01:00" };
    const late = { ...workshop, guid: "late", date: "2027-01-13T09:00:00+01:00" };
    const { lines } = reportOf(await take(schedule([night, late])));
    expect(lines.map((line) => line.outcome === "taken" && line.notes)).toEqual([[], ["outsideDates"]]);
  });

  test.each([
    ["broken", "{", "brokenJson"],
    ["of another kind", { title: "package" }, "notASchedule"],
    [
      "with nothing to take",
      { schedule: { conference: { days: [{ rooms: { Hall: [{}, 7] } }] } } },
      "nothingToTake",
    ],
  ])("changes nothing when the file is %s", async (_, file, refusal) => {
    expect(await take(bytes(file))).toMatchObject({ ok: false, refusal });
    expect(await everything()).toEqual({ drafts: [], rooms: [], tracks: [], venues: [], grid: [] });
  });

  test("is all or nothing when it fails half-way", async () => {
    const twice: Ids = { ...ids, uuid: () => "00000000-0000-4000-8000-000000000001" };
    const file = schedule([workshop, { ...workshop, guid: "two" }]);
    await expect(importSchedule(db(), festival, file, lead, { now, ids: twice })).rejects.toThrow();
    expect(await everything()).toEqual({ drafts: [], rooms: [], tracks: [], venues: [], grid: [] });
  });
});

describe("importing by slug", () => {
  const db = testDatabase();
  const ids = testIds();
  const making = () => ({ now, ids });

  test("makes the festival that is new, owned by the first organisation", async () => {
    const second = await makeOrganisation(db(), { slug: "b", createdAt: "2026-02-01T00:00:00Z" });
    const first = await makeOrganisation(db(), { slug: "c", createdAt: "2026-01-01T00:00:00Z" });
    const file = schedule([workshop, { ...workshop, guid: "two", date: "2027-01-14T01:00:00+01:00" }]);
    await importBySlug(db(), file, { festival: "spring", organisation: undefined }, making());
    await importBySlug(db(), file, { festival: "autumn", organisation: "b" }, making());
    expect(await db().select().from(festivals).orderBy(asc(festivals.slug))).toMatchObject([
      { slug: "autumn", leadOrganisationId: second.id },
      {
        slug: "spring",
        name: "Spring",
        leadOrganisationId: first.id,
        status: "draft",
        startsOn: "2027-01-11",
        endsOn: "2027-01-13",
        timeZone: "Europe/Amsterdam",
        language: "en",
      },
    ]);
  });

  test("makes no festival for a file that holds nothing", async () => {
    await makeOrganisation(db(), {});
    const imported = await importBySlug(
      db(),
      schedule([{}]),
      { festival: "spring", organisation: undefined },
      making(),
    );
    expect(imported).toMatchObject({ ok: false, refusal: "nothingToTake", lines: [{ reason: "noTitle" }] });
    expect(await db().select().from(festivals)).toEqual([]);
  });

  test("refuses where there is no organisation, not this one, or not a host", async () => {
    const file = schedule([workshop]);
    const into = (organisation?: string) =>
      importBySlug(db(), file, { festival: "spring", organisation }, making());
    expect(await into()).toMatchObject({ refusal: "noOrganisation" });
    const lead = await makeOrganisation(db(), {});
    await makeOrganisation(db(), { slug: "stranger" });
    expect(await into("nobody")).toMatchObject({ refusal: "unknownOrganisation" });
    await makeFestival(db(), { slug: "spring", leadOrganisationId: lead.id });
    expect(await into("stranger")).toMatchObject({ refusal: "notAHost" });
    expect(await into()).toMatchObject({ ok: true });
  });

  describe.skipIf(!haveRealSchedules)("takes real schedules", () => {
    const shape = async () => ({
      drafts: (await db().select().from(draftSessions).orderBy(asc(draftSessions.externalId))).map(
        ({ id, roomId, trackId, ...row }) => ({ ...row, inRoom: roomId !== null, inTrack: trackId !== null }),
      ),
      rooms: (await db().select().from(rooms).orderBy(asc(rooms.position))).map((room) => room.name),
      festival: (await db().select().from(festivals)).map(({ id, ...row }) => row),
    });
    const take = async (file: Uint8Array) =>
      reportOf(
        (await importBySlug(db(), file, { festival: "real", organisation: undefined }, making())) as Imported,
      );

    beforeEach(async () => {
      await makeOrganisation(db(), { timeZone: "Europe/Amsterdam" });
    });

    test("of the Chaos Communication Camp, all 79 entries", async () => {
      expect(await take(readFileSync(realSchedules.camp))).toMatchObject({ taken: 79, left: 0, zone: null });
      const { drafts, rooms: names, festival } = await shape();
      expect(names).toEqual(["Curie", "Meitner"]);
      expect(festival).toMatchObject([
        { startsOn: "2019-08-21", endsOn: "2019-08-25", timeZone: "Europe/Berlin" },
      ]);
      expect(drafts.every((draft) => draft.inRoom && draft.inTrack)).toBe(true);
      expect(drafts.filter((draft) => /<\/?[a-z]+>/i.test(draft.abstract))).toEqual([]);
      expect(drafts.find((draft) => draft.title === "Opening Ceremony")).toMatchObject({
        kind: "talk",
        startsLocal: "2019-08-21T11:00",
        durationMinutes: 30,
        speakers: [{ name: "jinxx" }, { name: "smtw" }],
      });
    });

    test("of DemoCon, all 36 entries in two rooms of one guid, at their true times", async () => {
      const report = await take(readFileSync(realSchedules.democon));
      expect(report).toMatchObject({ taken: 36, left: 0, zone: { named: "UTC", used: "Europe/Amsterdam" } });
      const { drafts, rooms: names } = await shape();
      expect(names).toEqual(["Gray Room", "Tan Room"]);
      expect(drafts.find((draft) => draft.title.startsWith("Focused 5th"))).toMatchObject({
        startsLocal: "2020-12-14T09:00",
      });
    });

    test.each(["camp", "democon"] as const)(
      "of %s the same from XML as from JSON, updating what is there",
      async (name) => {
        await take(readFileSync(realSchedules[name]));
        const fromJson = await shape();
        const report = await take(bytes(asXml(realSchedules[name])));
        expect([report.left, report.missing]).toEqual([0, []]);
        expect(await shape()).toEqual(fromJson);
      },
    );
  });
});
