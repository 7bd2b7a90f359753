import type { IncomingMessage, ServerResponse } from "node:http";
import { bytesOf, keptBytes, sendBytes, sendNotFound } from "~/platform/http/kept-bytes.server.ts";
import type { RawHandler } from "~/platform/http/raw.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { preferredLocale } from "~/platform/i18n/languages.ts";
import {
  type Feed,
  type FeedPlatform,
  findFestivalFeed,
  findLectureFeed,
  findOrganisationFeed,
  findSeriesFeed,
  findSessionFeed,
} from "./feeds.server.ts";
import { renderFeed } from "./ics/feed.ts";
import { openPersonalFeed } from "./personal-feed.server.ts";

const type = "text/calendar; charset=utf-8";

type Find = (platform: FeedPlatform, params: Record<string, string>) => Promise<Feed | null>;

const handlerOf =
  (find: Find): RawHandler =>
  async (request, response, params, platform) => {
    const feed = await find(platform, params);
    if (!feed) return notFound(request, response);
    response.setHeader("Cache-Control", "public, max-age=300");
    const { lastModified } = feed;
    sendBytes(request, response, await keptBytes(feed, () => render(feed)), { type, lastModified });
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
    const { lastModified } = feed;
    sendBytes(request, response, await bytesOf(await render(feed)), { type, lastModified });
  }) satisfies RawHandler,
};

async function render({ head, entries }: Pick<Feed, "head" | "entries">): Promise<string> {
  return renderFeed(head, await entries());
}

/** The same for what is not there, not public and no longer valid. */
function notFound(request: IncomingMessage, response: ServerResponse) {
  const { t } = getText(preferredLocale(request.headers["accept-language"] ?? null));
  sendNotFound(response, t("calendar.feed.notFound"));
}
