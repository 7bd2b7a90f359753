import type { IncomingMessage, ServerResponse } from "node:http";
import type { RawHandler } from "~/platform/http/raw.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { preferredLocale } from "~/platform/i18n/languages.ts";
import { bytesOf, type FeedBytes } from "./feed-bytes.server.ts";
import {
  type Feed,
  type FeedPlatform,
  findFestivalFeed,
  findLectureFeed,
  findOrganisationFeed,
  findSeriesFeed,
  findSessionFeed,
} from "./feeds.server.ts";
import { isNotModified, wantsGzip } from "./http.ts";
import { openPersonalFeed } from "./personal-feed.server.ts";

type Find = (platform: FeedPlatform, params: Record<string, string>) => Promise<Feed | null>;

const handlerOf =
  (find: Find): RawHandler =>
  async (request, response, params, platform) => {
    const feed = await find(platform, params);
    if (!feed) return notFound(request, response);
    response.setHeader("Cache-Control", "public, max-age=300");
    send(request, response, await bytesOf(feed), feed.lastModified);
  };

export const feeds = {
  festival: handlerOf((platform, { festival = "" }) => findFestivalFeed(platform, festival)),
  series: handlerOf((platform, { series = "" }) => findSeriesFeed(platform, series)),
  organisation: handlerOf((platform, { organisation = "" }) => findOrganisationFeed(platform, organisation)),
  session: handlerOf((platform, { festival = "", session = "" }) =>
    findSessionFeed(platform, festival, session),
  ),
  lecture: handlerOf((platform, { series = "", date = "" }) => findLectureFeed(platform, series, date)),
  personal: (async (request, response, { token = "" }, platform) => {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    const feed = await openPersonalFeed(platform, token);
    if (!feed) return notFound(request, response);
    response.setHeader("Cache-Control", "private, max-age=300");
    // The name of the file a browser saves must not be the secret.
    response.setHeader("Content-Disposition", 'inline; filename="agenda.ics"');
    send(request, response, feed.bytes, feed.lastModified);
  }) satisfies RawHandler,
};

function send(request: IncomingMessage, response: ServerResponse, bytes: FeedBytes, lastModified: string) {
  const gzipped = wantsGzip(request.headers);
  const { body, etag } = gzipped ? bytes.gzip : bytes.plain;
  response.setHeader("ETag", etag);
  response.setHeader("Last-Modified", new Date(lastModified).toUTCString());
  response.setHeader("Vary", "Accept-Encoding");
  if (isNotModified(request.headers, { etag, lastModified })) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", "text/calendar; charset=utf-8");
  response.setHeader("Content-Length", body.length);
  if (gzipped) response.setHeader("Content-Encoding", "gzip");
  response.writeHead(200).end(request.method === "HEAD" ? undefined : body);
}

/** The same for what is not there, not public and no longer valid. */
function notFound(request: IncomingMessage, response: ServerResponse) {
  const { t } = getText(preferredLocale(request.headers["accept-language"] ?? null));
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${t("calendar.feed.notFound")}\n`);
}
