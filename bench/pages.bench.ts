import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import type { BenchResult } from "../scripts/bench.ts";
import { programmeUrl, startServers } from "./pages/servers.ts";

const rounds = 5;
const seconds = 4;
/** A page whose address is this long is made and not kept: what a release fixes is all that is there before. */
const notKept = `&${"x".repeat(220)}`;

interface Load {
  url: string;
  connections: number;
  headers: Record<string, string>;
}

async function rate({ url, connections, headers }: Load): Promise<number> {
  const result = await autocannon({ url, connections, headers, duration: seconds });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} failed`);
  return result.requests.total / result.duration;
}

/** Rates in turn, and the median of the ratios of each turn: what else the machine does weighs on both. */
async function compare(ours: Load, rival: Load) {
  await rate(ours);
  await rate(rival);
  const turns: { ours: number; rival: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    turns.push({ ours: await rate(ours), rival: await rate(rival) });
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    ours: Math.round(median(turns.map((turn) => turn.ours))),
    rival: Math.round(median(turns.map((turn) => turn.rival))),
    ratio: Number(median(turns.map((turn) => turn.ours / turn.rival)).toFixed(3)),
  };
}

/** All script a reader of the page is sent, compressed. */
async function scriptSize(base: string, html: string): Promise<number> {
  const addresses = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1] ?? "");
  let bytes = 0;
  for (const address of new Set(addresses)) {
    bytes += gzipSync(await (await fetch(new URL(address, base))).text(), { level: 9 }).length;
  }
  return bytes / 1024;
}

export async function run(): Promise<BenchResult> {
  const servers = await startServers();
  try {
    const page = programmeUrl(servers.ours, "?day=all");
    const rival = await servers.startRival(page);
    const html = await (await fetch(page)).text();
    const made = await (await fetch(`${rival}/made`)).text();
    const cards = (text: string) => text.split("<article ").length - 1;
    if (cards(html) !== 900 || cards(made) !== 900)
      throw new Error(`${cards(html)} and ${cards(made)} cards`);
    const gzip = { "accept-encoding": "gzip" };
    const cached = await compare(
      { url: page, connections: 64, headers: gzip },
      { url: `${rival}/kept`, connections: 64, headers: gzip },
    );
    const uncached = await compare(
      { url: page + notKept, connections: 8, headers: {} },
      { url: `${rival}/made`, connections: 8, headers: {} },
    );
    const script = await scriptSize(servers.ours, html);
    return {
      ratios: { cached_vs_node: cached.ratio, uncached_vs_node: uncached.ratio },
      figures: {
        public_script_kb: Number(script.toFixed(2)),
        cached_per_second: cached.ours,
        node_kept_per_second: cached.rival,
        uncached_per_second: uncached.ours,
        node_made_per_second: uncached.rival,
        page_kb: Math.round(html.length / 1024),
        rival_page_kb: Math.round(made.length / 1024),
      },
    };
  } finally {
    await servers.stop();
  }
}
