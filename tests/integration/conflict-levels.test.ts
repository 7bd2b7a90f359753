import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeRoom, makeVenue } from "#db/demo/factories.ts";
import { festivals, venueDistances } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { changeLevels, listWays } from "~/festivals/conflicts/level-settings.server.ts";
import { everyLevel } from "~/festivals/conflicts/levels.ts";
import { findSurroundings } from "~/festivals/conflicts/surroundings.server.ts";
import { saveDraft } from "~/festivals/edit-drafts.server.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
import { draftFields, makeAlliance } from "./festivals.support.ts";

const db = testDatabase();
const usual = everyLevel({});

test("a room taken twice holds the release back until the lead lets it be a warning, which is ticked off", async () => {
  const { waterland, festival, deps } = await makeAlliance(db());
  const lead = waterland.organiser;
  const { id: venueId } = await makeVenue(db(), { organisationId: waterland.organisation.id });
  const room = await makeRoom(db(), { venueId, festivalId: (await festival()).id });
  for (const title of ["One", "Other"]) {
    const fields = {
      organisationId: waterland.organisation.id,
      ...draftFields,
      place: "",
      roomId: room.id,
      title,
    };
    expect(await saveDraft(db(), lead, await festival(), fields, deps)).toMatchObject({ ok: true });
  }
  const release = async (despiteWarnings: boolean) =>
    releaseProgramme(db(), lead, await festival(), { note: "", despiteWarnings }, deps);
  expect((await release(true)).ok).toBe(false);
  const fields = { levels: { ...usual, room: "warn" as const }, travelMinutes: 15, distances: [] };
  expect(await changeLevels(db(), lead, await festival(), fields)).toEqual({ ok: true });
  expect((await festival()).conflictLevels).toEqual({ room: "warn" });
  expect((await release(false)).ok).toBe(false);
  expect((await release(true)).ok).toBe(true);
});

test("ways are kept for the buildings in use, and an empty one goes back to the usual minutes", async () => {
  const { waterland, festival } = await makeAlliance(db());
  const id = (await festival()).id;
  for (const name of ["Quay", "Mill"]) {
    const venue = await makeVenue(db(), { organisationId: waterland.organisation.id, name });
    await makeRoom(db(), { venueId: venue.id, festivalId: id });
  }
  const [way] = await listWays(db(), id);
  expect(way).toMatchObject({ from: "Mill", to: "Quay", minutes: null });
  const strange = `${"0".repeat(8)}-0000-4000-8000-000000000001 ${"0".repeat(8)}-0000-4000-8000-000000000002`;
  const set = async (minutes?: number) =>
    changeLevels(db(), waterland.organiser, await festival(), {
      levels: usual,
      travelMinutes: 10,
      distances: [
        { pair: way!.pair, minutes },
        { pair: strange, minutes: 5 },
      ],
    });
  await set(25);
  expect((await findSurroundings(db(), await festival())).distances).toEqual({ [way!.pair]: 25 });
  expect((await festival()).travelMinutes).toBe(10);
  await set();
  expect(await db().select().from(venueDistances)).toEqual([]);
});

test("only the lead says what matters", async () => {
  const { waterland, lumen, festival } = await makeAlliance(db());
  const fields = { levels: { ...usual, away: "block" as const }, travelMinutes: 1, distances: [] };
  for (const viewer of [lumen.organiser, waterland.member])
    expect(await changeLevels(db(), viewer, await festival(), fields)).toEqual({
      ok: false,
      reason: "forbidden",
    });
  const [row] = await db()
    .select()
    .from(festivals)
    .where(eq(festivals.id, (await festival()).id));
  expect([row?.conflictLevels, row?.travelMinutes]).toEqual([{}, 15]);
});
