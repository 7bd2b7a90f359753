// Tries the rules with ten thousand histories each, or as many as MODEL_RUNS says, where the other tests try fewer, and
// lists who got which mails in a year of lectures.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = [
  "app/lectures/roster.property",
  "tests/integration/escalation.model",
  "tests/integration/lectures-year",
  "tests/integration/signups-model",
];
const args = ["run", "--project", "unit", "--project", "integration", ...files, ...process.argv.slice(2)];
const env = { MODEL_RUNS: "10000", ...process.env, NODE_ENV: undefined };

spawn(`${root}/node_modules/.bin/vitest`, args, { cwd: root, stdio: "inherit", env }).on("close", (code) =>
  process.exit(code ?? 1),
);
