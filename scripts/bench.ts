import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface BenchResult {
  /** Against the rival or the limit measured in the same run. */
  ratios: Record<string, number>;
  /** Everything else worth keeping, in the units its name says. */
  figures: Record<string, number | string>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const known = readdirSync(here("../bench"))
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(1);
}

for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n— ${name}`);
  const { run } = (await import(`../bench/${name}.bench.ts`)) as { run(): Promise<BenchResult> };
  const result = await run();
  console.table({ ...result.ratios, ...result.figures });
  mkdirSync(here("../bench-results"), { recursive: true });
  writeFileSync(here(`../bench-results/${name}.json`), `${JSON.stringify({ name, ...result }, null, 2)}\n`);
}
process.exit(0);
