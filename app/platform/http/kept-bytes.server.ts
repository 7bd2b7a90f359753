import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { IsoInstant } from "~/platform/time.ts";
import { isNotModified, wantsGzip } from "./conditional.ts";

export interface Representation {
  body: Buffer;
  /** Strong, from the body; the compressed one has a tag of its own. */
  etag: string;
}

export interface Bytes {
  plain: Representation;
  gzip: Representation;
}

const compress = promisify(gzip);

/** The last bytes of each document, good as long as its revision is. Nothing is lost with them. */
const kept = new Map<string, { revision: string; bytes: Promise<Bytes> }>();
const mostKept = 100;

export interface Kept {
  /** Which document it is; there is one of each. */
  key: string;
  /** Differs whenever its bytes would. */
  revision: string;
}

/** The bytes of a document; who asks while they are put together waits for the same ones. */
export function keptBytes({ key, revision }: Kept, render: () => Promise<string>): Promise<Bytes> {
  const found = kept.get(key);
  if (found?.revision === revision) return found.bytes;
  const bytes = render().then(bytesOf);
  kept.delete(key);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, { revision, bytes });
  bytes.catch(() => {
    if (kept.get(key)?.bytes === bytes) kept.delete(key);
  });
  return bytes;
}

export async function bytesOf(text: string): Promise<Bytes> {
  const body = Buffer.from(text, "utf8");
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  return {
    plain: { body, etag: `"${hash}"` },
    gzip: { body: await compress(body), etag: `"${hash}-gzip"` },
  };
}

/** Answers GET and HEAD, also conditional ones; headers set before stay. */
export function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Bytes,
  { type, lastModified }: { type: string; lastModified: IsoInstant },
): void {
  const gzipped = wantsGzip(request.headers);
  const { body, etag } = gzipped ? bytes.gzip : bytes.plain;
  response.setHeader("ETag", etag);
  response.setHeader("Last-Modified", new Date(lastModified).toUTCString());
  response.setHeader("Vary", "Accept-Encoding");
  if (isNotModified(request.headers, { etag, lastModified })) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", body.length);
  if (gzipped) response.setHeader("Content-Encoding", "gzip");
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
}

/** The same for what is not there, not public and no longer valid. */
export function sendNotFound(response: ServerResponse, sentence: string): void {
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${sentence}\n`);
}
