import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type Database, rowsOf } from "#db/connect.ts";
import { cookieOf, idOf } from "#tests/support/rush/people.ts";
import { judge } from "#tests/support/rush/truth.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { randomIds } from "~/platform/ids.ts";
import { Temporal } from "~/platform/time.ts";
import { signUp } from "~/signups/signups.server.ts";
import { everybodyAsks, send } from "./clients.ts";
import { faultScene, full, type Scene } from "./scene.ts";

const scale = full
  ? { people: 5000, seats: 100, kills: 50, terminations: 20, callers: 64, seeds: [1, 2, 3, 4, 5] }
  : { people: 200, seats: 20, kills: 3, terminations: 2, callers: 32, seeds: [1] };

const fine = { oversold: 0, lost: 0, untruthful: 0, outOfOrder: 0, notOnce: 0, unheard: 0 };

describe("a rush on seats while servers die", () => {
  const scene = faultScene(scale.people);

  test.each(scale.seeds)("nobody's answer is lost and nobody has a seat too many (seed %i)", async (seed) => {
    const { told, strange, sessionId } = await stormyRush(scene(), seed);
    expect(strange).toEqual({});
    expect(told.filter((one) => one.place === null)).toEqual([]);
    const { db } = scene().connection;
    expect(await judge(db, told, [sessionId])).toEqual(fine);
    expect(told.filter((one) => one.place === 0)).toHaveLength(scale.seats);

    const server = await scene().startServer();
    expect(await repeat(scene(), sessionId, told.slice(0, 40))).toEqual(
      told.slice(0, 40).map((one) => one.place),
    );
    expect(await judge(db, told, [sessionId])).toEqual(fine);
    await untilAllIsTold(db);
    const expected = told.map(({ person, place }) => [
      `person-${person}@crowd.example`,
      place === 0 ? "invite-seat" : "invite-queued",
    ]);
    expect(await mailsAbout(db, told)).toEqual(expected.sort());
    await server.stop("SIGKILL");
  });

  test("whoever says yes before it is written down loses seats: this test would see it", async () => {
    const { told, sessionId } = await stormyRush(scene(), 99, { hasty: true });
    expect((await judge(scene().connection.db, told, [sessionId])).lost).toBeGreaterThan(0);
  });

  test("without locks a workshop is oversold: this test would see it", async () => {
    const { db } = scene().connection;
    const sessionId = await scene().makeWorkshop(10);
    const deps = { now: Temporal.Now.instant(), ids: randomIds, window: "open" as const };
    const unlocked = withoutRowLocks(db);
    const asks = Array.from({ length: 40 }, (_, i) => ({ sessionId, personId: idOf("person", i) }));
    await Promise.allSettled(asks.map((ask) => signUp(unlocked, ask, deps)));
    expect((await judge(db, [], [sessionId])).oversold).toBeGreaterThan(0);
  });
});

/** Everybody asks while servers and their connections are killed, evenly spread over the answers. */
async function stormyRush(scene: Scene, seed: number, { hasty = false } = {}) {
  const { connection, port, secret } = scene;
  const sessionId = await scene.makeWorkshop(scale.seats);
  let server = await scene.startServer({ hasty });
  let restarting = Promise.resolve();
  let kills = 0;
  let terminations = 0;
  const draw = drawFrom(seed);
  const due = (done: number, all: number, heard: number) =>
    done < all && heard > ((done + 0.5) * scale.people) / all;
  const onAnswer = (heard: number) => {
    if (due(kills, scale.kills, heard)) {
      kills += 1;
      restarting = restarting.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, draw() * 20));
        await server.stop("SIGKILL");
        server = await scene.startServer({ hasty });
      });
    }
    if (due(terminations, scale.terminations, heard)) {
      terminations += 1;
      restarting = restarting.then(() => terminateBackends(connection.db));
    }
  };
  const result = await everybodyAsks({ ...scale, port, secret, sessionId, onAnswer });
  await restarting;
  await server.stop("SIGKILL");
  await untilQuiet(connection.db);
  expect([kills, terminations]).toEqual([scale.kills, scale.terminations]);
  return { ...result, sessionId };
}

/** A small generator (mulberry32), so that a seed gives the same storm again. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const others = sql`datname = current_database() and application_name <> 'faults' and backend_type = 'client backend'`;

/** All connections but those of the test itself. */
async function terminateBackends(db: Database): Promise<void> {
  await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
}

/** What a killed server had asked for may still be under way. */
async function untilQuiet(db: Database): Promise<void> {
  await until(async () => {
    const [row] = rowsOf<{ busy: number }>(
      await db.execute(
        sql`select count(*)::int as busy from pg_stat_activity where ${others} and state <> 'idle'`,
      ),
    );
    return row?.busy === 0;
  });
}

async function untilAllIsTold(db: Database): Promise<void> {
  await until(async () => {
    // What failed when its connection was lost waits for a minute and more before it is tried again.
    const left = await db.execute(
      sql`update events set due_at = now() where handled_at is null returning id`,
    );
    return rowsOf(left).length === 0;
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 2400) throw new Error("waited for four minutes");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function repeat({ port, secret }: Scene, sessionId: string, told: { person: number }[]) {
  return Promise.all(
    told.map(async ({ person }) => {
      const headers = { Cookie: cookieOf(person, secret), Accept: "application/json" };
      const { body } = await send(port, "POST", `/sessions/${sessionId}/sign-up`, headers);
      return (JSON.parse(body) as { place?: number }).place ?? 0;
    }),
  );
}

/** Every mail to the people who asked, and of what kind; the workshop before is forgotten. */
async function mailsAbout(db: Database, told: { person: number }[]): Promise<string[][]> {
  const addresses = told.map(({ person }) => `person-${person}@crowd.example`);
  const rows = rowsOf<{ recipient: string; kind: string }>(
    await db.execute(sql`delete from mails where recipient = any(${`{${addresses.join(",")}}`}::text[])
      returning recipient, kind`),
  );
  return rows.map(({ recipient, kind }) => [recipient, kind]).sort();
}
