import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Feed } from "./feeds.server.ts";
import { renderFeed } from "./ics/feed.ts";

export interface Representation {
  body: Buffer;
  /** Strong, from the body; the compressed one has a tag of its own. */
  etag: string;
}

export interface FeedBytes {
  plain: Representation;
  gzip: Representation;
}

const compress = promisify(gzip);

/** The last bytes of each feed, good as long as its revision is. Nothing is lost with them. */
const kept = new Map<string, { revision: string; bytes: Promise<FeedBytes> }>();
const mostKept = 100;

/** The bytes of a feed; who asks while they are put together waits for the same ones. */
export function bytesOf(feed: Feed): Promise<FeedBytes> {
  const found = kept.get(feed.key);
  if (found?.revision === feed.revision) return found.bytes;
  const bytes = build(feed);
  kept.delete(feed.key);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(feed.key, { revision: feed.revision, bytes });
  bytes.catch(() => kept.delete(feed.key));
  return bytes;
}

/** Puts a feed together anew: for those that hardly anybody asks for twice. */
export async function build({ head, entries }: Pick<Feed, "head" | "entries">): Promise<FeedBytes> {
  const body = Buffer.from(await renderFeed(head, await entries()), "utf8");
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  return {
    plain: { body, etag: `"${hash}"` },
    gzip: { body: await compress(body), etag: `"${hash}-gzip"` },
  };
}
