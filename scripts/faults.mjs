// Kills servers and database connections in the middle of a rush for seats, and takes the database and the mail server
// away: in full, where the other tests do it a few times.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
await buildIfNeeded((text) => console.log(text));
const args = ["run", "--project", "faults", "--reporter=verbose", ...process.argv.slice(2)];
const env = { FAULTS: "full", ...process.env, NODE_ENV: undefined };

spawn(`${root}/node_modules/.bin/vitest`, args, { cwd: root, stdio: "inherit", env }).on("close", (code) =>
  process.exit(code ?? 1),
);
