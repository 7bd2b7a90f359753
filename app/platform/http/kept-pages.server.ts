import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { accepts, isNotModified } from "./conditional.ts";

const codings = ["br", "gzip"] as const;
type Coding = (typeof codings)[number];

const squeeze = {
  gzip: (body: Buffer) => promisify(gzip)(body),
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
};

/** A page's bytes; it is compressed when somebody first asks for that. */
export interface KeptPage {
  body: Buffer;
  hash: string;
  squeezed: Partial<Record<Coding, Promise<Buffer>>>;
}

export function keepable(html: string): KeptPage {
  const body = Buffer.from(html, "utf8");
  return { body, hash: createHash("sha256").update(body).digest("base64url").slice(0, 27), squeezed: {} };
}

const kept = new Map<string, { revision: string; page: Promise<KeptPage | null> }>();
const mostKept = 100;

export interface Made {
  html: string;
  /** Whether the revision was the same when it was done: only then do they belong together. */
  keep: boolean;
}

/**
 * The page of a key, made anew when its revision is another; null where it could not be made. Who asks while it is
 * being made waits for the same one.
 */
export function keptPage(
  { key, revision }: { key: string; revision: string },
  make: () => Promise<Made | null>,
): Promise<KeptPage | null> {
  const found = kept.get(key);
  if (found?.revision === revision) return found.page;
  const forget = () => {
    if (kept.get(key)?.page === page) kept.delete(key);
  };
  const page = make().then((made) => {
    if (!made?.keep) forget();
    return made && keepable(made.html);
  });
  page.catch(forget);
  kept.delete(key);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(key, { revision, page });
  return page;
}

/** Answers GET and HEAD, also conditional ones; headers set before stay. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
): Promise<void> {
  const coding = codings.find((one) => accepts(request.headers, one));
  const etag = coding ? `"${page.hash}-${coding}"` : `"${page.hash}"`;
  response.setHeader("ETag", etag);
  if (isNotModified(request.headers, { etag, lastModified: null })) {
    response.writeHead(304).end();
    return;
  }
  const body = coding ? await squeezed(page, coding) : page.body;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Length", body.length);
  if (coding) response.setHeader("Content-Encoding", coding);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
}

function squeezed(page: KeptPage, coding: Coding): Promise<Buffer> {
  const made = page.squeezed[coding] ?? squeeze[coding](page.body);
  page.squeezed[coding] = made;
  return made;
}
