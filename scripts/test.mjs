// Checks everything: lint, types, architecture, unit, integration (PGlite and PostgreSQL), build, faults, browser.
// The last line counts; in CI something left out is a failure.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);
const scratch = mkdtempSync(join(tmpdir(), "percolate-checks-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
const leftOut = [];

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: undefined },
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

async function check(name, command, args) {
  console.log(`\n— ${name}`);
  totals[(await run(command, args)) === 0 ? "passed" : "failed"] += 1;
}

async function vitest(name) {
  console.log(`\n— ${name}`);
  const report = join(scratch, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(bin("vitest"), ["run", "--project", name, ...reporters]);
  if (!existsSync(report)) {
    totals.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests || (code === 0 ? 0 : 1);
  totals.skipped += numPendingTests;
}

const installed = (name) =>
  (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, name)));
const debianPostgres = "/usr/lib/postgresql";
const hasPostgres =
  Boolean(process.env.TEST_DATABASE_URL) ||
  installed("initdb") ||
  (existsSync(debianPostgres) && readdirSync(debianPostgres).length > 0);
const hasChromium =
  Boolean(process.env.CHROMIUM) || ["chromium", "chromium-browser", "google-chrome"].some(installed);

if (!hasPostgres)
  leftOut.push(
    "PostgreSQL is not installed: the tests on it are left out. Debian: apt-get install postgresql",
  );
if (!installed("xmllint"))
  leftOut.push(
    "xmllint is not installed: schedule.xml is not checked against its schema. Debian: apt-get install libxml2-utils",
  );
if (!existsSync(join(root, "../shared/data")))
  leftOut.push(
    "The real conference schedules are not here: the tests that read them are left out. Nothing to install.",
  );

await check("lint", bin("biome"), ["check", "--error-on-warnings", "."]);
await check("types", bin("tsc"), ["--noEmit"]);
await vitest("unit");
await vitest("integration");
await check("build", process.execPath, [join(root, "scripts/build.mjs")]);
if (hasPostgres) await vitest("faults");
else totals.skipped += 1;
if (hasChromium) await vitest("browser");
else {
  leftOut.push(
    "Chromium is not installed: the browser journeys are left out. Debian: apt-get install chromium",
  );
  totals.skipped += 1;
}

rmSync(scratch, { recursive: true, force: true });
for (const line of leftOut) console.log(`Left out: ${line}`);
if (process.env.CI && totals.skipped > 0) {
  console.log("In CI nothing may be left out.");
  totals.failed += 1;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
