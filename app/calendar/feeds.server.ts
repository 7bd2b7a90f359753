import { eq, inArray, or, type SQL } from "drizzle-orm";
import { organisations, sessions } from "#db/schema/index.ts";
import { findFestival, listFestivals } from "~/festivals/festivals.server.ts";
import { findMovedDate } from "~/lectures/lectures.server.ts";
import { findSeries, listSeries } from "~/lectures/series.server.ts";
import type { Platform } from "~/platform/context.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { findRevision } from "~/sessions/revision.server.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions, type SessionFilter } from "~/sessions/sessions.server.ts";
import { mayAnyoneSubscribeToFestival, mayAnyoneSubscribeToSeries } from "./access.ts";
import { entryOf } from "./entry.ts";
import type { CalendarEntry } from "./ics/event.ts";
import type { FeedHead } from "./ics/feed.ts";
import { isShown, windowAt } from "./window.ts";
import { wordsOf } from "./words.ts";

/** A calendar that can be subscribed to, before it is put together. */
export interface Feed {
  /** Which feed it is; there is one of each. */
  key: string;
  /** Differs whenever its bytes would. */
  revision: string;
  lastModified: IsoInstant;
  head: FeedHead;
  entries(): Promise<CalendarEntry[]>;
}

export type FeedPlatform = Pick<Platform, "db" | "config" | "uidDomain"> & {
  now(): ReturnType<Platform["now"]>;
};

interface Source {
  key: string;
  head: FeedHead;
  language: string;
  /** The same sessions for the revision and for the entries. */
  where: SQL;
  filter: SessionFilter;
  keep?: (session: Session) => boolean;
  /** What else the bytes depend on. */
  also: string;
}

/** Every session of a festival's programme; null where a stranger may not see it. */
export async function findFestivalFeed(platform: FeedPlatform, slug: string): Promise<Feed | null> {
  const festival = await findFestival(platform.db, slug);
  if (!festival || !mayAnyoneSubscribeToFestival(festival)) return null;
  return windowed(platform, {
    key: `festival ${festival.id}`,
    head: { name: festival.name, colour: null },
    language: festival.language,
    where: eq(sessions.festivalId, festival.id),
    filter: { festivalId: festival.id },
    also: festival.slug,
  });
}

export async function findSeriesFeed(platform: FeedPlatform, slug: string): Promise<Feed | null> {
  const series = await findSeries(platform.db, slug);
  if (!series || !mayAnyoneSubscribeToSeries(series)) return null;
  return windowed(platform, {
    key: `series ${series.id}`,
    head: { name: series.name, colour: null },
    language: series.language,
    where: eq(sessions.seriesId, series.id),
    filter: { seriesId: series.id },
    also: series.slug,
  });
}

/**
 * What an organisation gives, alone or, as with a lecture series, with others, as far as a stranger may see it; breaks
 * are nobody's gift.
 */
export async function findOrganisationFeed(platform: FeedPlatform, slug: string): Promise<Feed | null> {
  const { db } = platform;
  const [organisation] = await db.select().from(organisations).where(eq(organisations.slug, slug));
  if (!organisation) return null;
  const festivals = await listFestivals(db, null, platform.now());
  const allSeries = await listSeries(db, null);
  const hosted = allSeries.filter(({ hosts }) => hosts.some(({ id }) => id === organisation.id));
  const orSeriesIds = hosted.map(({ id }) => id);
  const shown = [...festivals, ...allSeries];
  const visible = new Set(shown.map(({ id }) => id));
  return windowed(platform, {
    key: `organisation ${organisation.id}`,
    head: { name: organisation.name, colour: organisation.colour },
    language: organisation.language,
    where: or(eq(sessions.organisationId, organisation.id), inArray(sessions.seriesId, orSeriesIds))!,
    filter: { organisationId: organisation.id, orSeriesIds },
    keep: (session) => session.kind !== "break" && visible.has(session.festivalId ?? session.seriesId ?? ""),
    also: [...shown.map(({ id, slug }) => id + slug), ...orSeriesIds].sort().join(),
  });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One workshop, whenever it is. */
export async function findSessionFeed(
  platform: FeedPlatform,
  festivalSlug: string,
  sessionId: string,
): Promise<Feed | null> {
  if (!uuid.test(sessionId)) return null;
  const festival = await findFestival(platform.db, festivalSlug);
  if (!festival || !mayAnyoneSubscribeToFestival(festival)) return null;
  const [session] = await listSessions(platform.db, { ids: [sessionId], festivalId: festival.id });
  return session ? single(platform, session, festival.language) : null;
}

/** One week's lecture. */
export async function findLectureFeed(
  platform: FeedPlatform,
  slug: string,
  date: string,
): Promise<Feed | null> {
  const series = await findSeries(platform.db, slug);
  if (!series || !mayAnyoneSubscribeToSeries(series)) return null;
  const all = await listSessions(platform.db, { seriesId: series.id });
  const on = (day: string | null) => all.find(({ startsLocal }) => startsLocal.startsWith(`${day}T`));
  const session = on(date) ?? on(await findMovedDate(platform.db, series.id, date));
  return session ? single(platform, session, series.language) : null;
}

function single(platform: FeedPlatform, session: Session, language: string): Feed {
  const entry = entryOf(session, sourceOf(platform, language), { busy: true });
  return {
    key: `session ${session.id}`,
    revision: JSON.stringify(entry),
    lastModified: session.updatedAt,
    head: { name: session.title, colour: null },
    entries: async () => [entry],
  };
}

async function windowed(platform: FeedPlatform, source: Source): Promise<Feed> {
  const { db } = platform;
  const window = windowAt(platform.now());
  const { language, head, key } = source;
  const { revision, lastModified } = await findRevision(db, source.where, window);
  return {
    key,
    revision: JSON.stringify([revision, head, language, window.day, source.also]),
    lastModified,
    head,
    entries: async () => {
      const found = await listSessions(db, {
        ...source.filter,
        endsAfter: window.from,
        startsBefore: window.until,
      });
      const shown = found.filter((session) => isShown(session, window) && (source.keep?.(session) ?? true));
      const words = sourceOf(platform, language);
      return shown.map((session) => entryOf(session, words, { busy: false }));
    },
  };
}

export function sourceOf({ config, uidDomain }: Omit<FeedPlatform, "db" | "now">, language: string | null) {
  return { publicUrl: config.publicUrl, uidDomain, words: wordsOf(language) };
}
