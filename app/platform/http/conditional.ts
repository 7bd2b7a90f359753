import type { IncomingHttpHeaders } from "node:http";
import { type IsoInstant, Temporal } from "~/platform/time.ts";

/** A representation's validators. */
export interface Validators {
  /** Strong, with its quotes. */
  etag: string;
  /** Null for what changes with the hour, which only the tag can tell. */
  lastModified: IsoInstant | null;
}

/** Whether a conditional GET or HEAD may be answered 304 (RFC 9110 §13.2.2): If-None-Match goes before the date. */
export function isNotModified(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags.trim() === "*" || listed(tags).includes(etag);
  if (lastModified === null) return false;
  const since = Date.parse(headers["if-modified-since"] ?? "");
  // HTTP dates have whole seconds.
  const changed = Math.floor(Temporal.Instant.from(lastModified).epochMilliseconds / 1000) * 1000;
  return Number.isFinite(since) && changed <= since;
}

/** The opaque tags of a list; for GET, weak and strong ones compare alike (§8.8.3.2). */
function listed(tags: string): string[] {
  return tags.match(/"[^"]*"/g) ?? [];
}

/**
 * Whether to answer gzipped. Outlook.com has failed to subscribe to compressed feeds, so Microsoft's fetchers get
 * them plain whatever they say they accept.
 */
export function wantsGzip(headers: IncomingHttpHeaders): boolean {
  if (/microsoft|outlook|exchange|office|owa/i.test(headers["user-agent"] ?? "")) return false;
  return accepts(headers, "gzip");
}

/** Whether a content coding is among those a client takes (RFC 9110 §12.5.3). */
export function accepts(headers: IncomingHttpHeaders, coding: "gzip" | "br"): boolean {
  const accepted = String(headers["accept-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map(quality);
  const named = accepted.find((one) => one.coding === coding || one.coding === `x-${coding}`);
  return (named ?? accepted.find((one) => one.coding === "*") ?? { q: 0 }).q > 0;
}

function quality(item: string): { coding: string; q: number } {
  const [coding = "", ...parameters] = item.split(";").map((part) => part.trim());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  return { coding, q: q ? Number(q.slice(2)) || 0 : 1 };
}
