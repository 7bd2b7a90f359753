import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { freePort } from "#tests/support/postgres.ts";
import { startServer } from "#tests/support/server.ts";
import type { BenchResult } from "../scripts/bench.ts";
import { programmeUrl, startServers } from "./pages/servers.ts";

const categories = ["performance", "accessibility", "best-practices"] as const;
/** The middle of three: what else the machine does weighs on one. */
const rounds = 3;

/** Lighthouse's own phone: a slow processor on a slow line. A limit of ours is 95 of 100 in each category. */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "percolate-lighthouse-"));
  const demo = await startServer({ DATA_DIR: folder });
  const large = await startServers();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", `--remote-debugging-port=${port}`],
  });
  try {
    const figures: Record<string, number> = {};
    const programme = `${demo.url}/festivals/deell-spring`;
    const pages = {
      programme,
      session: new URL(await firstSession(programme), demo.url).href,
      large_programme: programmeUrl(large.ours),
    };
    for (const [name, url] of Object.entries(pages)) {
      const found = [];
      for (let round = 0; round < rounds; round += 1) found.push(await scores(url, port));
      for (const category of categories)
        figures[`${name}_${category.replace("-", "_")}`] = median(found.map((one) => one[category]));
    }
    return { ratios: {}, figures };
  } finally {
    await browser.close();
    await demo.stop();
    await large.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstSession(programme: string): Promise<string> {
  const html = await (await fetch(programme)).text();
  const path = /\/festivals\/deell-spring\/sessions\/[0-9a-f-]{36}/.exec(html)?.[0];
  if (!path) throw new Error("The programme names no session.");
  return path;
}

async function scores(url: string, port: number): Promise<Record<(typeof categories)[number], number>> {
  const result = await lighthouse(url, { port, onlyCategories: [...categories], logLevel: "error" });
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`);
  const failed = Object.values(result.lhr.audits)
    .filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== "informative",
    )
    .map(({ id, displayValue }) => [id, displayValue].filter(Boolean).join(" "));
  console.log(`${new URL(url).pathname}: below 0.9: ${failed.join(", ") || "nothing"}`);
  const score = (category: string) => Math.round((result.lhr.categories[category]?.score ?? 0) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
  };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
