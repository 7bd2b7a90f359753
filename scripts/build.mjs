// Builds when something that goes into a build has changed since the last one.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const inputs = ["app", "db", "emails", "public", "package-lock.json", "remix.config.js", "vite.config.ts"];
const stampFile = join(root, "build/stamp");

function* filesIn(path) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = join(path, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield file;
  }
}

function stamp() {
  const hash = createHash("sha256");
  for (const input of inputs.map((name) => join(root, name)).filter(existsSync)) {
    const files = /\.[a-z]+$/.test(input) ? [input] : filesIn(input);
    for (const file of files)
      hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The build failed.\n${output}`))));
  });
}

export async function buildIfNeeded(say) {
  const wanted = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  rmSync(join(root, "build"), { recursive: true, force: true });
  say("Building (about half a minute, only when something changed) …");
  const started = Date.now();
  const tick = setInterval(
    () => say(`  still building, ${Math.round((Date.now() - started) / 1000)} s`),
    10_000,
  );
  try {
    await run(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"]);
    say("Preparing an empty database …");
    mkdirSync(join(root, "build"), { recursive: true });
    const { writeSeed } = await import(pathToFileURL(join(root, "build/server/index.js")).href);
    await writeSeed(join(root, "build/seed.tar.gz"));
    writeFileSync(stampFile, wanted);
  } finally {
    clearInterval(tick);
  }
  say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfNeeded((text) => console.log(text));
