import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { fillDemo } from "#db/demo/demo.server.ts";
import { makeDraftSession, makeRoom, makeTrack, makeVenue } from "#db/demo/factories.ts";
import { draftEdits, draftSessions, festivals, rooms } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { rawServer } from "#tests/support/raw-server.ts";
import { haveRealSchedules, realSchedules } from "#tests/support/schedule-files.ts";
import { haveSchema, haveXsd, jsonProblems, xmlProblems } from "#tests/support/schedule-schemas.ts";
import type { Draft } from "~/festivals/draft.ts";
import { listDrafts } from "~/festivals/drafts.server.ts";
import type { Festival } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
import { importSchedule } from "~/festivals/schedule-import/import.server.ts";
import { createFestival } from "~/festivals/settings.server.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import { feedWorld } from "./feeds.support.ts";
import { makeAlliance, now, springFields } from "./festivals.support.ts";

const db = testDatabase();
const server = rawServer(db, () => now);
const names = ["schedule.json", "schedule.xml"] as const;

const text = async (path: string) => (await server.get(path)).body.toString("utf8");

describe.each(names)("%s", (name) => {
  const path = `/festivals/spring/${name}`;

  test("answers whoever has it already with 304, HEAD without a body, and gzip with a tag of its own", async () => {
    await feedWorld(db());
    const full = await server.get(path);
    expect([full.status, full.headers["cache-control"], full.headers.vary]).toEqual([
      200,
      "public, max-age=300",
      "Accept-Encoding",
    ]);
    const { etag = "", "last-modified": lastModified = "" } = full.headers;
    const status = async (conditions: Record<string, string>) => (await server.get(path, conditions)).status;
    expect(await status({ "if-none-match": etag })).toBe(304);
    expect(await status({ "if-none-match": '"other"' })).toBe(200);
    expect(await status({ "if-modified-since": lastModified })).toBe(304);
    expect(await status({ "if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT" })).toBe(200);
    const head = await server.get(path, {}, "HEAD");
    expect([head.status, head.body.length, head.headers["content-length"], head.headers.etag]).toEqual([
      200,
      0,
      String(full.body.length),
      etag,
    ]);
    const zipped = await server.get(path, { "accept-encoding": "gzip" });
    expect(zipped.headers.etag).not.toBe(etag);
    expect(gunzipSync(zipped.body)).toEqual(full.body);
  });

  test("follows what changes, and leaves out what is cancelled", async () => {
    const { session, room, festival } = await feedWorld(db());
    const steps: [() => Promise<unknown>, string][] = [
      [() => changeSession(db(), session.id, { title: "Knitting again" }, { now }), "Knitting again"],
      [() => db().update(rooms).set({ name: "Red room" }).where(eq(rooms.id, room.id)), "Red room"],
      [
        () => db().update(festivals).set({ name: "Spring again" }).where(eq(festivals.id, festival.id)),
        "Spring again",
      ],
    ];
    expect(await text(path)).toContain("Knitting with code");
    for (const [step, shown] of steps) {
      expect(await text(path)).not.toContain(shown);
      await step();
      expect(await text(path)).toContain(shown);
    }
    await cancelSession(db(), session.id, { now });
    expect(await text(path)).not.toContain("Knitting");
  });

  test("is not found where a stranger may not see the programme", async () => {
    const { festival } = await feedWorld(db());
    for (const hidden of [{ visibility: "hosts" as const }, { status: "draft" as const }]) {
      await db()
        .update(festivals)
        .set({ visibility: "public", status: "released", ...hidden })
        .where(eq(festivals.id, festival.id));
      expect((await server.get(path)).status).toBe(404);
    }
    expect((await server.get(`/festivals/nothing/${name}`)).status).toBe(404);
  });
});

describe.skipIf(!haveSchema)("the demo", () => {
  test("is valid, in both forms, also where nothing is released yet", async () => {
    await fillDemo(db(), { now: at("2026-11-23T09:00:00Z") });
    for (const slug of ["deell-spring", "deell-autumn"]) {
      expect(jsonProblems(await text(`/festivals/${slug}/schedule.json`))).toEqual([]);
      if (haveXsd) expect(xmlProblems(await text(`/festivals/${slug}/schedule.xml`))).toBe("");
    }
    const { schedule } = JSON.parse(await text("/festivals/deell-spring/schedule.json"));
    expect(schedule.conference.acronym).toBe("deell_spring");
    expect(schedule.conference.daysCount).toBe(2);
  });
});

/** What a programme is to its organisers, without what this database calls it. */
function shapeOf(drafts: Draft[]) {
  return drafts.map(
    ({ title, abstract, language, kind, startsLocal, durationMinutes, allDay, place, roomName, ...row }) => ({
      ...{ title, abstract, language, kind, startsLocal, durationMinutes, allDay },
      where: roomName ?? place,
      track: row.trackName,
      speakers: row.speakers.map(({ name }) => name),
    }),
  );
}

async function released() {
  const alliance = await makeAlliance(db());
  const release = async (festival: Festival) => {
    await db()
      .update(festivals)
      .set({ visibility: "public", conflictLevels: { room: "warn", speaker: "warn" } })
      .where(eq(festivals.id, festival.id));
    const outcome = await releaseProgramme(
      db(),
      alliance.waterland.organiser,
      festival,
      { note: "", despiteWarnings: true },
      alliance.deps,
    );
    if (!outcome.ok) throw new Error(outcome.reason);
  };
  const take = (festival: Festival, file: string | Uint8Array) =>
    importSchedule(
      db(),
      festival,
      typeof file === "string" ? new TextEncoder().encode(file) : file,
      alliance.waterland.organiser,
      alliance.deps,
    );
  const another = async () => {
    const fields = { ...springFields, name: "Another" };
    const created = await createFestival(db(), alliance.waterland.organiser, fields, alliance.deps);
    if (!created.ok) throw new Error(created.reason);
    return (await findFestival(db(), created.slug))!;
  };
  return { ...alliance, release, take, another };
}

describe.each(names)("a programme that went out as %s", (name) => {
  async function awkward() {
    const world = await released();
    const festival = await world.festival();
    const organisationId = world.waterland.organisation.id;
    const mine = { festivalId: festival.id, organisationId };
    const [mill, barn] = [
      await makeVenue(db(), { organisationId, name: "Mill" }),
      await makeVenue(db(), { organisationId, name: "Barn" }),
    ];
    const one = await makeRoom(db(), { venueId: mill.id, name: "Hall", festivalId: festival.id });
    const two = await makeRoom(db(), { venueId: barn.id, name: "Hall", festivalId: festival.id });
    const track = await makeTrack(db(), { festivalId: festival.id, name: "Craft & care" });
    const speakers = [{ name: "Noor <noor>", personId: null }];
    const day = "2027-04-08";
    await makeDraftSession(db(), {
      ...mine,
      title: "A ]]> & B",
      roomId: one.id,
      startsLocal: `${day}T10:00`,
      speakers,
      trackId: track.id,
    });
    await makeDraftSession(db(), {
      ...mine,
      title: "Again",
      roomId: two.id,
      startsLocal: `${day}T23:30`,
      durationMinutes: 90,
      abstract: "<b>a & b</b>\n\nA list",
    });
    await makeDraftSession(db(), {
      ...mine,
      title: "Lunch",
      kind: "break",
      startsLocal: `${day}T12:00`,
      place: "The quay",
    });
    await makeDraftSession(db(), {
      ...mine,
      title: "Open house",
      kind: "plenary",
      startsLocal: `${day}T00:00`,
      allDay: true,
      durationMinutes: 480,
    });
    await makeDraftSession(db(), {
      ...mine,
      title: "Told in New York",
      startsLocal: `${day}T15:00`,
      timeZone: "America/New_York",
    });
    await makeDraftSession(db(), { ...mine, title: "Off", startsLocal: `${day}T15:00`, cancelled: true });
    await world.release(festival);
    return { ...world, spring: (await findFestival(db(), festival.slug))! };
  }

  test("and comes back into its own festival changes nothing", async () => {
    const { spring, take } = await awkward();
    const before = await db().select().from(draftSessions);
    const imported = await take(spring, await text(`/festivals/${spring.slug}/${name}`));
    expect(imported).toMatchObject({ ok: true, report: { taken: 5, left: 0 } });
    expect(await db().select().from(draftSessions)).toEqual(before);
    expect(await db().select().from(draftEdits)).toEqual([]);
    expect(await db().$count(rooms)).toBe(2);
  });

  test("and comes into another festival is the same programme there", async () => {
    const { spring, take, another } = await awkward();
    const copy = await another();
    await take(copy, await text(`/festivals/${spring.slug}/${name}`));
    const labels = new Map([["Hall", "Hall (Mill)"]]);
    const wanted = shapeOf(await listDrafts(db(), spring.id))
      .filter(({ title }) => title !== "Off")
      .map((row) => ({
        ...row,
        where: row.title === "Again" ? "Hall (Barn)" : (labels.get(row.where) ?? row.where),
        durationMinutes: row.allDay ? 1440 : row.durationMinutes,
      }));
    expect(shapeOf(await listDrafts(db(), copy.id))).toEqual(wanted);
  });
});

describe.skipIf(!haveRealSchedules)("a real schedule", () => {
  test.each(["camp", "democon"] as const)(
    "of %s goes through valid, and comes back the same",
    async (real) => {
      const { festival, take, release, another } = await released();
      const spring = await festival();
      await take(spring, readFileSync(realSchedules[real]));
      await release(spring);
      const json = await text(`/festivals/${spring.slug}/schedule.json`);
      const xml = await text(`/festivals/${spring.slug}/schedule.xml`);
      expect(jsonProblems(json)).toEqual([]);
      if (haveXsd) expect(xmlProblems(xml)).toBe("");
      const wanted = shapeOf(await listDrafts(db(), spring.id));
      expect(wanted.length).toBe(real === "camp" ? 79 : 36);
      for (const body of [json, xml]) {
        const copy = await another();
        await take(copy, body);
        expect(shapeOf(await listDrafts(db(), copy.id))).toEqual(wanted);
      }
    },
  );
});
