import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeSession, makeSignups, makeSpeakers } from "#db/demo/factories.ts";
import { ballots, festivals, sessions, wishes } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { withoutRowLocks, withPauses } from "#tests/support/unlocked.ts";
import { action as autosave } from "~/routes/festivals.$festival.wishes.save.ts";
import { action, loader } from "~/routes/festivals.$festival.wishes.tsx";
import { findWishes, saveWishes } from "~/signups/ballot/wishes.server.ts";
import {
  afterwards,
  closesAt,
  emptyVersion,
  handIn,
  makeBallot,
  noon,
  now,
  type World,
} from "./ballot.support.ts";
import { loginOf } from "./organisations.support.ts";

const mine = async (db: Database, world: World, personId: string) =>
  (await findWishes(db, { festivalId: world.festivalId, personId }, { now })).list;

describe("handing in wishes", () => {
  const db = testDatabase();

  test("keeps ranks, vetoes and free time slots, and replaces them the next time", async () => {
    const world = await makeBallot(db());
    const [person] = world.people;
    const { sketching, asking, knitting } = world.workshops;
    const first = { ranks: { [sketching]: 2, [asking]: 1 }, vetoes: [knitting], free: [noon] };
    expect(await handIn(db(), world, person!.id, first)).toMatchObject({ ok: true });
    expect(await mine(db(), world, person!.id)).toEqual(first);
    expect(await handIn(db(), world, person!.id, { ranks: { [knitting]: 1 } })).toMatchObject({ ok: true });
    expect(await mine(db(), world, person!.id)).toEqual({ ranks: { [knitting]: 1 }, vetoes: [], free: [] });
  });

  test("is possible from the opening until the deadline, and not at it", async () => {
    const world = await makeBallot(db(), { ballot: { opensAt: "2026-11-24T09:00:00Z" } });
    const [person] = world.people;
    const ranks = { [world.workshops.sketching]: 1 };
    expect(await handIn(db(), world, person!.id, { ranks })).toEqual({ ok: false, reason: "not-open" });
    await db().update(ballots).set({ opensAt: now.toString(), closesAt });
    expect(await handIn(db(), world, person!.id, { ranks })).toMatchObject({ ok: true });
    const atDeadline = afterwards.subtract({ hours: 1 });
    expect(await handIn(db(), world, person!.id, { ranks: {} }, atDeadline)).toEqual({
      ok: false,
      reason: "not-open",
    });
    expect(await mine(db(), world, person!.id)).toMatchObject({ ranks });
  });

  test.each([
    ["that has no programme", { status: "calling" as const }],
    ["that is cancelled", { status: "cancelled" as const }],
    ["that waits for a date", { postponedAt: now.toString() }],
    ["where whoever comes first is served", { signupMode: "first-come" as const }],
  ])("is refused in a festival %s", async (_, given) => {
    const world = await makeBallot(db());
    await db().update(festivals).set(given).where(eq(festivals.id, world.festivalId));
    const ranks = { [world.workshops.sketching]: 1 };
    expect(await handIn(db(), world, world.people[0]!.id, { ranks })).toEqual({
      ok: false,
      reason: "not-open",
    });
  });

  test("refuses what one gives oneself and what belongs to another festival, and keeps what was there", async () => {
    const world = await makeBallot(db());
    const [person] = world.people;
    const { sketching, walking } = world.workshops;
    const own = world.sessions.find(({ id }) => id === walking)!;
    await makeSpeakers(db(), own, [{ name: person!.name, personId: person!.id }]);
    const elsewhere = await makeFestival(db(), { leadOrganisationId: world.waterland.id });
    const far = await makeSession(db(), { festivalId: elsewhere.id, organisationId: world.waterland.id });
    await handIn(db(), world, person!.id, { ranks: { [sketching]: 1 } });
    expect(await handIn(db(), world, person!.id, { ranks: { [walking]: 1 } })).toMatchObject({
      problems: [{ field: `rank.${walking}`, key: "gives" }],
    });
    expect(await handIn(db(), world, person!.id, { ranks: { [far.id]: 1 } })).toMatchObject({
      problems: [{ field: "", key: "gone" }],
    });
    expect(await mine(db(), world, person!.id)).toMatchObject({ ranks: { [sketching]: 1 } });
  });

  test("nobody wishes for what they have a seat in already, or for what is then", async () => {
    const world = await makeBallot(db());
    const [person] = world.people;
    const { sketching, asking } = world.workshops;
    await makeSignups(db(), [{ sessionId: sketching, personId: person!.id }]);
    expect(await handIn(db(), world, person!.id, { ranks: { [sketching]: 1, [asking]: 2 } })).toMatchObject({
      problems: [
        { field: `rank.${sketching}`, key: "has" },
        { field: `rank.${asking}`, key: "busy" },
      ],
    });
  });

  test("wishes for what is called off drop out, and come back with it", async () => {
    const world = await makeBallot(db());
    const [person] = world.people;
    const { sketching, asking, listening } = world.workshops;
    await handIn(db(), world, person!.id, { ranks: { [sketching]: 1, [asking]: 2 } });
    const call = (status: "cancelled" | "confirmed") =>
      db().update(sessions).set({ status }).where(eq(sessions.id, sketching));
    await call("cancelled");
    const seen = await findWishes(db(), { festivalId: world.festivalId, personId: person!.id }, { now });
    expect([seen.list.ranks, seen.droppedTitles]).toEqual([{ [asking]: 1 }, ["Sketching"]]);
    await handIn(db(), world, person!.id, { ranks: { [asking]: 1, [listening]: 2 } });
    await call("confirmed");
    expect(Object.keys((await mine(db(), world, person!.id)).ranks)).toHaveLength(3);
  });

  test("a page that is out of date does not replace what is newer unseen", async () => {
    const world = await makeBallot(db());
    const [person] = world.people;
    const { sketching, asking } = world.workshops;
    const read = await emptyVersion(db(), world, person!.id);
    await handIn(db(), world, person!.id, { ranks: { [sketching]: 1 } });
    const festival = await world.festival();
    const older = { ranks: { [asking]: "1" }, vetoes: [], free: [], version: read };
    const answer = await saveWishes(db(), { festival, personId: person!.id }, older, { now });
    expect(answer).toMatchObject({ ok: false, reason: "changed" });
    const version = answer.ok || answer.reason !== "changed" ? "" : answer.version;
    const again = await saveWishes(db(), { festival, personId: person!.id }, { ...older, version }, { now });
    expect(again).toMatchObject({ ok: true });
    expect(await mine(db(), world, person!.id)).toMatchObject({ ranks: { [asking]: 1 } });
  });
});

describe("the page of wishes", () => {
  const db = testDatabase();
  const context = { now: () => now };
  const params = { festival: "by-wishes" };
  type Route = (args: never) => Promise<unknown>;
  const send = (route: Route, cookie: string, form?: Record<string, string>) =>
    answerOf(route(routeArgs(db(), "/x", { cookie, ...(form && { form }), params, context }) as never));

  test("says what is wrong at its field and loses nothing that was typed", async () => {
    const world = await makeBallot(db());
    const cookie = await loginOf(db(), world.people[0]!.id);
    const { sketching, asking } = world.workshops;
    const form = { version: "", [`rank.${sketching}`]: "1", [`rank.${asking}`]: "1", free: noon };
    const answer = await send(action, cookie, form);
    expect(answer.status).toBe(422);
    const { result } = answer.data as {
      result: { error: Record<string, string[]>; initialValue: Record<string, unknown> };
    };
    expect(result.error).toEqual({
      [`rank.${asking}`]: ["“Sketching” is your number 1 already. Give each of them another number."],
    });
    expect(result.initialValue).toMatchObject({ rank: { [sketching]: "1", [asking]: "1" }, free: noon });
  });

  test("shows the seed from the first day, and to nobody another one's wishes", async () => {
    const world = await makeBallot(db());
    const [person, other] = world.people;
    await handIn(db(), world, person!.id, { ranks: { [world.workshops.sketching]: 1 } });
    const look = async (id: string) => (await send(loader, await loginOf(db(), id))).data;
    expect(await look(person!.id)).toMatchObject({
      state: "open",
      ballot: { seed: "a seed that everybody read before" },
      list: { ranks: { [world.workshops.sketching]: 1 } },
    });
    expect(await look(other!.id)).toMatchObject({ list: { ranks: {}, vetoes: [], free: [] } });
  });

  test("saves what is typed, and answers truthfully where it does not", async () => {
    const world = await makeBallot(db());
    const [person] = world.people;
    const cookie = await loginOf(db(), person!.id);
    const { sketching } = world.workshops;
    const save = async (form: Record<string, string>) =>
      (await autosave(routeArgs(db(), "/x", { cookie, form, params, context }) as never)) as Response;
    const version = await emptyVersion(db(), world, person!.id);
    const saved = await save({ version, [`rank.${sketching}`]: "1" });
    expect([saved.status, await mine(db(), world, person!.id)]).toMatchObject([
      200,
      { ranks: { [sketching]: 1 } },
    ]);
    expect((await save({ version, [`rank.${sketching}`]: "2" })).status).toBe(422);
    expect((await save({ version })).status).toBe(409);
    await db().update(ballots).set({ closesAt: now.toString() });
    const late = await save({ version: (await saved.json()).version });
    expect([late.status, await late.json()]).toEqual([
      409,
      { message: "Not saved: wishes are not taken now." },
    ]);
    expect(await mine(db(), world, person!.id)).toMatchObject({ ranks: { [sketching]: 1 } });
  });
});

describe.skipIf(!postgresUrl)("two tabs that save at the same moment", () => {
  const db = postgresDatabase();

  async function both(database: Database) {
    const world = await makeBallot(db());
    const [person] = world.people;
    const { sketching, asking } = world.workshops;
    const version = await emptyVersion(db(), world, person!.id);
    const festival = await world.festival();
    const answers = await Promise.all(
      [sketching, asking].map((id) =>
        saveWishes(
          database,
          { festival, personId: person!.id },
          { version, ranks: { [id]: "1" }, vetoes: [], free: [] },
          { now },
        ),
      ),
    );
    const kept = await db().select().from(wishes);
    return { saved: answers.filter(({ ok }) => ok).length, kept: kept.length };
  }

  test("one is saved, and the other is told", async () => {
    expect(await both(withPauses(db()))).toEqual({ saved: 1, kept: 1 });
  });

  test("the control: without the lock both are, and two first wishes stand beside each other", async () => {
    expect(await both(withoutRowLocks(db()))).toEqual({ saved: 2, kept: 2 });
  });
});
