import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeDraftSession, makeHost, makeRoom, makeVenue } from "#db/demo/factories.ts";
import { festivalRooms, rooms } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { leaveFestival } from "~/festivals/hosting/leaving.server.ts";
import { chooseRooms, removeRoom, saveRoom, saveVenue } from "~/festivals/venues.server.ts";
import { makeAlliance, now } from "./festivals.support.ts";

describe("rooms of several hosts", () => {
  const db = testDatabase();

  async function world() {
    const alliance = await makeAlliance(db());
    const { id: festivalId } = await alliance.festival();
    const lumen = alliance.lumen.organisation.id;
    await makeHost(db(), { festivalId, organisationId: lumen });
    const ids: Record<string, string> = {};
    let position = 0;
    for (const [organisationId, names] of [
      [alliance.waterland.organisation.id, ["Dune", "Delta"]],
      [lumen, ["Lens", "Lamp"]],
    ] as const) {
      const venue = await makeVenue(db(), { organisationId });
      for (const name of names) {
        ids[name] = (await makeRoom(db(), { venueId: venue.id, name, festivalId, position })).id;
        position += 1;
      }
      const spare = await makeRoom(db(), { venueId: venue.id, name: `Spare ${names[0]}` });
      ids[`Spare ${names[0]}`] = spare.id;
      ids[`venue of ${names[0]}`] = venue.id;
    }
    const named = async () =>
      (
        await db()
          .select({ name: rooms.name })
          .from(festivalRooms)
          .innerJoin(rooms, eq(rooms.id, festivalRooms.roomId))
          .where(eq(festivalRooms.festivalId, festivalId))
          .orderBy(asc(festivalRooms.position))
      ).map((room) => room.name);
    const choose = async (viewer: typeof alliance.lumen.organiser, ...names: string[]) =>
      chooseRooms(
        db(),
        viewer,
        await alliance.festival(),
        names.map((name) => ids[name]!),
      );
    return { ...alliance, festivalId, ids, named, choose };
  }

  test("a host adds, removes and orders its own and touches nobody else's", async () => {
    const { lumen, named, choose } = await world();
    expect(await named()).toEqual(["Dune", "Delta", "Lens", "Lamp"]);
    expect(await choose(lumen.organiser, "Lamp", "Lens", "Spare Lens")).toEqual({ ok: true });
    expect(await named()).toEqual(["Dune", "Delta", "Lamp", "Lens", "Spare Lens"]);
    expect(await choose(lumen.organiser, "Spare Dune", "Dune")).toEqual({ ok: true });
    expect(await named()).toEqual(["Dune", "Delta"]);
  });

  test("the lead orders all", async () => {
    const { waterland, named, choose } = await world();
    expect(await choose(waterland.organiser, "Lamp", "Spare Lens", "Dune")).toEqual({ ok: true });
    expect(await named()).toEqual(["Lamp", "Spare Lens", "Dune"]);
  });

  test("members choose nothing", async () => {
    const { lumen, choose } = await world();
    expect(await choose(lumen.member, "Lamp")).toEqual({ ok: false, reason: "forbidden" });
  });

  test("a room in which a session stands stays", async () => {
    const { waterland, lumen, festivalId, ids, named, choose } = await world();
    const standing = { festivalId, organisationId: waterland.organisation.id, roomId: ids.Lens };
    await makeDraftSession(db(), standing);
    expect(await choose(lumen.organiser, "Lamp")).toEqual({ ok: false, reason: "in-use" });
    expect(await named()).toEqual(["Dune", "Delta", "Lens", "Lamp"]);
  });

  test("rooms of a host that left stay in their place whatever the lead chooses, where something stands in them", async () => {
    const { waterland, lumen, festival, festivalId, ids, named, choose } = await world();
    const standing = { festivalId, organisationId: waterland.organisation.id, roomId: ids.Lens };
    await makeDraftSession(db(), standing);
    const wish = { all: { kind: "stay" as const }, of: {}, reason: "" };
    await leaveFestival(db(), lumen.organiser, await festival(), wish, { now });
    expect(await named()).toEqual(["Dune", "Delta", "Lens"]);
    expect(await choose(waterland.organiser, "Delta", "Dune")).toEqual({ ok: true });
    expect(await named()).toEqual(["Delta", "Dune", "Lens"]);
  });

  test("nobody builds or changes in another's building, the lead neither", async () => {
    const { waterland, lumen, festival, ids, deps } = await world();
    const forbidden = { ok: false, reason: "forbidden" };
    const room = { name: "Mine", capacity: null, accessibility: "", equipment: "" };
    const shared = await festival();
    for (const viewer of [waterland.organiser, lumen.member]) {
      const venueId = ids["venue of Lens"]!;
      expect(await saveRoom(db(), viewer, shared, { ...room, venueId }, deps)).toEqual(forbidden);
      expect(await saveRoom(db(), viewer, shared, { ...room, venueId, id: ids.Lens }, deps)).toEqual(
        forbidden,
      );
      expect(await saveVenue(db(), viewer, { id: venueId, name: "Mine", address: "" }, deps)).toEqual(
        forbidden,
      );
      expect(await removeRoom(db(), viewer, ids.Lamp!)).toEqual(forbidden);
    }
  });
});
