import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { rowsOf } from "#db/connect.ts";
import type { RushServer } from "#tests/support/rush/servers.ts";
import { judge } from "#tests/support/rush/truth.ts";
import type { BenchResult } from "../scripts/bench.ts";
import { buildIfNeeded } from "../scripts/build.mjs";
import { type Measured, quantile, summary } from "./rush/figures.ts";
import { runPgbench } from "./rush/pgbench.ts";
import { makeWorld, type World } from "./rush/world.ts";

const rounds = Number(process.env.RUSH_ROUNDS ?? 5);
const seconds = Number(process.env.RUSH_SECONDS ?? 3);
const callers = 256;
const crowd = 30_000 * seconds;

/**
 * The product as it is, and without each of its two parts. `naive` is what a Remix product ordinarily does. `most` is
 * more than it can answer in a second: so many people are ready to ask.
 */
const rows = {
  naive: { raw: false, batch: false, most: 3_000 },
  ours: { raw: true, batch: true, most: 30_000 },
  raw_alone: { raw: true, batch: false, most: 8_000 },
  batch_alone: { raw: false, batch: true, most: 8_000 },
};
type Row = keyof typeof rows;
const names = Object.keys(rows) as Row[];

/** One workshop that everybody wants, and fifty with room for all. */
const scenes = { hot: { workshops: 1, capacity: 100 }, spread: { workshops: 50, capacity: crowd } };
type Scene = keyof typeof scenes;

/** Over all rounds, every row of them. */
const wrong = { oversold: 0, untruthful: 0, lost: 0 };

export async function run(): Promise<BenchResult> {
  await buildIfNeeded(console.log);
  const world = await makeWorld(crowd);
  const folder = mkdtempSync(join(tmpdir(), "percolate-pgbench-"));
  try {
    const servers = {} as Record<Row, RushServer>;
    for (const name of names) servers[name] = await world.startServer(rows[name]);
    const measured: Record<string, Measured[]> = Object.fromEntries(
      Object.keys(scenes).flatMap((scene) => names.map((name) => [`${scene} ${name}`, []])),
    );
    const pgbench: number[] = [];
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const scene of Object.keys(scenes) as Scene[]) {
        // Each round begins with another row: whoever comes later may find a busier machine.
        for (const name of names.map((_, i) => names[(i + round) % names.length] as Row)) {
          const one = await measure(world, [servers[name]], { scene, name, round });
          if (round > 0) measured[`${scene} ${name}`]?.push(one);
        }
      }
      const rate = await measurePgbench(world, folder, `pgbench-${round}`);
      if (round > 0) pgbench.push(rate);
      if (round > 0) console.log(line(round, measured, pgbench));
    }
    const second = await world.startServer(rows.ours);
    const two = await measure(world, [servers.ours, second], {
      scene: "hot",
      name: "ours",
      round: rounds + 1,
    });
    await killInMidRush(world, second);
    const { ratios, figures } = summary(measured, pgbench);
    return {
      ratios,
      figures: {
        ...figures,
        "hot, two processes per second": Math.round(two.rate),
        ...wrong,
        ...(await settingsOf(world)),
      },
    };
  } finally {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  world: World,
  servers: RushServer[],
  { scene, name, round }: { scene: Scene; name: Row; round: number },
): Promise<Measured> {
  const { workshops, capacity } = scenes[scene];
  const sessionIds = await world.makeWorkshops(`${scene}-${name}-${round}`, workshops, capacity);
  const ports = servers.map((server) => server.port);
  const people = { from: 0, many: rows[name].most * seconds };
  const forMs = (round === 0 ? 0.5 : 1) * seconds * 1000;
  const { told, ranOut } = await world.rush({ ports, callers, people, sessionIds, forMs });
  if (ranOut) throw new Error(`More people are needed: ${told.length} asked of ${name}.`);
  const unanswered = told.find((one) => one.place === null);
  if (unanswered) throw new Error(`${scene} ${name}: ${unanswered.instead} instead of an answer`);
  const verdict = await judge(world.connection.db, told, sessionIds);
  wrong.oversold += verdict.oversold;
  wrong.untruthful += verdict.untruthful + verdict.outOfOrder + verdict.notOnce + verdict.unheard;
  wrong.lost += verdict.lost;
  await world.forget(sessionIds);
  const waited = told.map((one) => one.toldAt - one.sentAt);
  // Everybody asks again at once, so that callers and waiting time make the rate, also of a row too slow for the time
  // it has (Little's law).
  const mean = waited.reduce((sum, one) => sum + one, 0) / waited.length;
  return { rate: (callers / mean) * 1000, p50: quantile(waited, 0.5), p99: quantile(waited, 0.99) };
}

async function measurePgbench(world: World, folder: string, name: string): Promise<number> {
  const { workshops, capacity } = scenes.spread;
  const sessionIds = await world.makeWorkshops(name, workshops, capacity);
  const rate = await runPgbench({ ...world, folder, name, workshops, firstPerson: 0, seconds });
  await world.forget(sessionIds);
  return rate;
}

/** Whoever was told something before the process died has it. */
async function killInMidRush(world: World, server: RushServer): Promise<void> {
  const sessionIds = await world.makeWorkshops("killed", 1, 100);
  const people = { from: 0, many: rows.ours.most * seconds };
  const rush = world.rush({ ports: [server.port], callers, people, sessionIds, forMs: seconds * 1000 });
  await new Promise((resolve) => setTimeout(resolve, seconds * 500));
  await server.stop("SIGKILL");
  const { told } = await rush;
  const heard = told.filter((one) => one.place !== null);
  if (heard.length === 0 || heard.length === told.length) throw new Error("nobody was asking when it died");
  const verdict = await judge(world.connection.db, told, sessionIds);
  wrong.oversold += verdict.oversold;
  wrong.untruthful += verdict.untruthful + verdict.outOfOrder + verdict.notOnce;
  wrong.lost += verdict.lost;
}

function line(round: number, measured: Record<string, Measured[]>, pgbench: number[]): string {
  const last = Object.entries(measured).map(([row, all]) => `${row} ${Math.round(all.at(-1)?.rate ?? 0)}`);
  return `${round}: ${[...last, `pgbench ${Math.round(pgbench.at(-1) ?? 0)}`].join(" · ")}`;
}

async function settingsOf({ connection }: World) {
  const shown = rowsOf<{ name: string; setting: string }>(
    await connection.db.execute(sql`select name, setting from pg_settings where name in
      ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'default_transaction_isolation')`),
  );
  return Object.fromEntries(shown.map(({ name, setting }) => [name, setting]));
}
