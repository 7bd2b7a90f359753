import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, projectRoot } from "#db/connect.ts";
import { makeOrganisation } from "#db/demo/factories.ts";
import { acquireLock } from "#db/lock.ts";
import { draftSessions, festivals } from "#db/schema/index.ts";

const folder = mkdtempSync(join(tmpdir(), "percolate-import-"));
const dataDir = join(folder, "data");
const file = join(folder, "schedule.json");
const broken = join(folder, "broken.xml");

const event = (guid: string, title: string) => ({
  guid,
  title,
  date: "2027-01-11T10:00:00+01:00",
  duration: "00:45",
});

beforeAll(() => {
  const events = [event("one", "Listening well"), event("two", "Walking"), event("two", "Walking again")];
  const conference = {
    title: "Spring",
    time_zone_name: "Europe/Amsterdam",
    days: [{ rooms: { Hall: events } }],
  };
  writeFileSync(file, JSON.stringify({ schedule: { conference } }));
  writeFileSync(broken, "<schedule><day>");
  mkdirSync(dataDir);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function importCommand(...args: string[]): Promise<{ code: number | null; out: string[]; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/import.ts", ...args], {
      cwd: projectRoot(),
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, DEMO: "0", PORT: "3999", NODE_ENV: "production" },
    });
    let out = "";
    let error = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (error += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out: out.trim().split("\n"), error }));
  });
}

test("the import command is refused, taken and repeated without a server", async () => {
  const empty = await importCommand("schedule", file, "--festival", "spring");
  expect(empty).toMatchObject({ code: 1, out: ["0 taken, 0 left"] });
  expect(empty.error).toMatch(/^There is no organisation yet .* Nothing was changed\.\n$/);

  const first = await connect({ dataDir });
  await makeOrganisation(first.db);
  await first.close();

  for (const _ of ["once", "again"]) {
    expect(await importCommand("schedule", file, "--festival", "spring")).toEqual({
      code: 0,
      error: "",
      out: [
        "taken   Day 1, Hall, entry 1 · Listening well · No language given, taken as the festival's",
        "taken   Day 1, Hall, entry 2 · Walking · No language given, taken as the festival's",
        "left    Day 1, Hall, entry 3 · Walking again · An earlier entry has the same id.",
        "It is in the draft: look it over and release it at http://localhost:3999/festivals/spring/organise/releases",
        "2 taken, 1 left",
      ],
    });
  }

  const refused = await importCommand("schedule", broken, "--festival", "spring");
  expect(refused).toMatchObject({ code: 1, out: ["0 taken, 0 left"] });
  expect(refused.error).toMatch(/^The XML in this file breaks off .* Nothing was changed\.\n$/);

  const { db, close } = await connect({ dataDir });
  const [festival] = await db.select().from(festivals);
  expect(await db.$count(draftSessions, eq(draftSessions.festivalId, festival!.id))).toBe(2);
  await close();
}, 300_000);

test("the import command names the upload page while a server holds the database", async () => {
  const unlock = acquireLock(join(dataDir, "lock"), "http://localhost:4321");
  try {
    expect(await importCommand("schedule", file, "--festival", "spring")).toEqual({
      code: 1,
      out: [""],
      error:
        "A server is running on this database, so the import has to go through it: " +
        "open http://localhost:4321/festivals/spring/organise/import and send the file there.\n",
    });
  } finally {
    unlock();
  }
});

test.each([
  ["no file", ["schedule", "--festival", "spring"], /^Usage: /],
  ["an unknown option", ["schedule", file, "--festival", "spring", "--force"], /^Usage: /],
  ["something else than a schedule", ["people", file, "--festival", "spring"], /^Usage: /],
  ["a slug that is none", ["schedule", file, "--festival", "Spring time"], /^A festival's slug /],
  [
    "a file that is not there",
    ["schedule", join(folder, "nowhere"), "--festival", "spring"],
    /^The file .* cannot be read/,
  ],
])("the import command answers %s with one sentence", async (_, args, sentence) => {
  const { code, error } = await importCommand(...args);
  expect([code, error.trim().split("\n").length]).toEqual([1, 1]);
  expect(error).toMatch(sentence);
});
