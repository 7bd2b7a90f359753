import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { allocations, festivals, seatGuarantees } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { randomIds } from "~/platform/ids.ts";
import { loader } from "~/routes/festivals.$festival.ballot[.]json.ts";
import { allocate } from "~/signups/allocation/allocate.ts";
import { carryOut } from "~/signups/ballot/carry-out.server.ts";
import { replay } from "~/signups/ballot/replay.ts";
import { findReplayFile } from "~/signups/ballot/replay-file.server.ts";
import { simulate } from "~/signups/ballot/simulate.server.ts";
import { afterwards, handIn, makeBallot, type World } from "./ballot.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();

/** A ballot that was carried out, with seats kept for Lumen unless they are not. */
async function given(database: Database, { people = 12, kept = true } = {}): Promise<World> {
  const world = await makeBallot(database, { people, ballot: { mode: "fewest-without" } });
  const { sketching, asking, listening, knitting, walking } = world.workshops;
  if (kept)
    await database
      .insert(seatGuarantees)
      .values({ sessionId: sketching, organisationId: world.lumen.id, seats: 1 });
  for (const [index, { id }] of world.people.entries()) {
    const [first, second] = index % 3 === 0 ? [asking, sketching] : [sketching, listening];
    await handIn(database, world, id, { ranks: { [first]: 1, [second]: 2, [knitting]: 1, [walking]: 2 } });
  }
  const deps = { now: afterwards, ids: randomIds };
  await simulate(database, world.lead, await world.festival(), { ...deps, allocate });
  const [trial] = await database
    .select()
    .from(allocations)
    .where(and(eq(allocations.festivalId, world.festivalId), eq(allocations.mode, "fewest-without")));
  const done = await carryOut(database, world.lead, await world.festival(), trial!.id, deps);
  expect(done).toMatchObject({ ok: true, again: false });
  return world;
}

async function fileOf(world: World): Promise<string> {
  const viewer = { personId: world.people[0]!.id };
  const found = await findReplayFile(db(), { festival: await world.festival(), viewer });
  return found.is === "file" ? found.bytes : "";
}

describe("a replay", () => {
  let world: World;
  beforeEach(async () => {
    world = await given(db());
  });

  test("comes to the same, and the file has the same bytes each time", async () => {
    const file = await fileOf(world);
    expect(replay(file)).toMatchObject({ same: true, people: 12 });
    expect(await fileOf(world)).toBe(file);
  });

  test("by the command says so, and ends with 1 where the file was changed", async () => {
    const file = await fileOf(world);
    const folder = await mkdtemp(join(tmpdir(), "replay-"));
    const run = async (text: string) => {
      await writeFile(join(folder, "ballot.json"), text);
      const args = ["tsx", "scripts/replay.ts", join(folder, "ballot.json")];
      return promisify(execFile)("npx", args).then(
        ({ stdout }) => [0, stdout.trim()],
        (error: { code: number; stderr: string }) => [error.code, error.stderr.trim()],
      );
    };
    expect(await run(file)).toEqual([0, expect.stringMatching(/^The same: 12 people, \d+ seats\.$/)]);
    expect((await run(file.replace(/"rank":2/, '"rank":3')))[0]).toBe(1);
  });

  test.each([
    ["a wish", (file: string) => file.replace(/("wishes":\{"[^"]+":)1/, "$12"), "inputs"],
    ["the seed", (file: string) => file.replace("everybody read", "nobody read"), "result"],
    ["a seat", (file: string) => file.replace(/"seats":\[\{[^}]*\},/, '"seats":['), "result"],
    ["everything", () => "{}", "no-ballot"],
  ])("sees that %s was changed", async (_, change, because) => {
    const file = await fileOf(world);
    const changed = change(file);
    expect(changed).not.toBe(file);
    expect(replay(changed)).toEqual({ same: false, because });
  });
});

describe("the file of a ballot", () => {
  const get = async (cookie?: string) =>
    (
      await answerOf(
        loader(
          routeArgs(db(), "/x", { ...(cookie && { cookie }), params: { festival: "by-wishes" } }) as never,
        ),
      )
    ).status;

  test("is there for whoever may see the festival, once the seats are given", async () => {
    await makeBallot(db());
    expect(await get()).toBe(404);
  });

  test("of large groups is open to strangers where the festival is", async () => {
    const world = await given(db(), { people: 12 });
    expect(await get()).toBe(200);
    await db().update(festivals).set({ visibility: "hosts" }).where(eq(festivals.id, world.festivalId));
    expect(await get()).toBe(302);
    expect(await get(await loginOf(db(), world.anna.id))).toBe(200);
  });

  test("that shows fewer than five people of an organisation is for those who took part", async () => {
    const world = await given(db(), { people: 8 });
    expect([
      await get(),
      await get(await loginOf(db(), world.anna.id)),
      await get(await loginOf(db(), world.people[0]!.id)),
    ]).toEqual([302, 403, 200]);
  });

  test("shows no organisation where no seats are kept, and then its size does not matter", async () => {
    const world = await given(db(), { people: 8, kept: false });
    expect(await get()).toBe(200);
    expect(await fileOf(world)).not.toContain("lumen");
  });
});
