import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import type { AnnouncementKind, AnnouncementStatus, ChatKind } from "#db/schema/channels.ts";
import { channelAnnouncements, seriesChannels, turns } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant, IsoDate, IsoInstant } from "~/platform/time.ts";
import { type ChannelFields, maskAddress } from "./channel.ts";

export interface ShownAnnouncement {
  id: string;
  about: AnnouncementKind;
  /** Of its lecture; null for a trial. */
  date: IsoDate | null;
  status: AnnouncementStatus;
  attempts: number;
  /** A key of the catalogue under `visible.fault`. */
  fault: string | null;
  /** When it was sent, or is tried again. */
  at: IsoInstant;
}

export interface ShownChannel {
  id: string;
  kind: ChatKind;
  name: string;
  /** Host and last letters; the whole address leaves the database only to be posted to. */
  address: string;
  language: string;
  hoursBefore: number;
  active: boolean;
  announcements: ShownAnnouncement[];
}

const announcementsShown = 5;

/** The channels of a series with what they were told last, in two queries. */
export async function listChannels(db: Database, seriesId: string): Promise<ShownChannel[]> {
  const channels = await db
    .select()
    .from(seriesChannels)
    .where(eq(seriesChannels.seriesId, seriesId))
    .orderBy(asc(seriesChannels.name), asc(seriesChannels.id));
  if (channels.length === 0) return [];
  const place = sql<number>`row_number() over (partition by ${channelAnnouncements.channelId} order by ${channelAnnouncements.createdAt} desc, ${channelAnnouncements.id})`;
  const latest = db
    .select({ id: channelAnnouncements.id, place: place.as("place") })
    .from(channelAnnouncements)
    .where(
      inArray(
        channelAnnouncements.channelId,
        channels.map(({ id }) => id),
      ),
    )
    .as("latest");
  const rows = await db
    .select({ row: channelAnnouncements, date: turns.heldOn })
    .from(channelAnnouncements)
    .innerJoin(
      latest,
      and(eq(latest.id, channelAnnouncements.id), sql`${latest.place} <= ${announcementsShown}`),
    )
    .leftJoin(turns, eq(turns.id, channelAnnouncements.turnId))
    .orderBy(desc(channelAnnouncements.createdAt), asc(channelAnnouncements.id));
  return channels.map(({ id, kind, name, url, language, hoursBefore, active }) => ({
    ...{ id, kind, name, language, hoursBefore, active },
    address: maskAddress(url),
    announcements: rows.filter(({ row }) => row.channelId === id).map(({ row, date }) => shown(row, date)),
  }));
}

function shown(row: typeof channelAnnouncements.$inferSelect, date: IsoDate | null): ShownAnnouncement {
  const { id, about, status, attempts, lastError, sentAt, dueAt } = row;
  return { id, about, date, status, attempts, fault: lastError, at: sentAt ?? dueAt };
}

export const mostChannels = 20;

/** Adds a channel, unless it is there already; refused when a series has more than enough of them. */
export async function addChannel(
  db: Database,
  channel: ChannelFields & { seriesId: string; createdBy: string },
  { now, ids }: { now: Instant; ids: Ids },
): Promise<{ ok: true; id: string } | { ok: false; reason: "too-many" }> {
  const there = await db
    .select({ id: seriesChannels.id, url: seriesChannels.url })
    .from(seriesChannels)
    .where(eq(seriesChannels.seriesId, channel.seriesId));
  const same = there.find(({ url }) => url === channel.url);
  if (same) return { ok: true, id: same.id };
  if (there.length >= mostChannels) return { ok: false, reason: "too-many" };
  const id = ids.uuid();
  await db.insert(seriesChannels).values({ ...channel, id, createdAt: now.toString() });
  return { ok: true, id };
}

interface OneChannel {
  seriesId: string;
  channelId: string;
}

const itself = ({ seriesId, channelId }: OneChannel) =>
  and(eq(seriesChannels.id, channelId), eq(seriesChannels.seriesId, seriesId));

/** A channel of this series, its address included; for sending alone. Null when it is another's, or gone. */
export async function findChannel(db: Database, channel: OneChannel) {
  const [found] = await db.select().from(seriesChannels).where(itself(channel));
  return found ?? null;
}

/** Tells a channel nothing for now, or again; what it missed meanwhile stays untold. */
export async function setActive(db: Database, channel: OneChannel, active: boolean): Promise<void> {
  await db.update(seriesChannels).set({ active }).where(itself(channel));
}

/** Forgets a channel, its address and what it was told. */
export async function removeChannel(db: Database, channel: OneChannel): Promise<void> {
  await db.delete(seriesChannels).where(itself(channel));
}

/** Has an announcement that failed, or waits for its next try, tried at once; one that was sent stays sent. */
export async function tryAgain(
  db: Database,
  { seriesId, announcementId }: { seriesId: string; announcementId: string },
  now: Instant,
): Promise<boolean> {
  const own = db
    .select({ id: seriesChannels.id })
    .from(seriesChannels)
    .where(eq(seriesChannels.seriesId, seriesId));
  const changed = await db
    .update(channelAnnouncements)
    .set({ status: "queued", attempts: 0, dueAt: now.toString() })
    .where(
      and(
        eq(channelAnnouncements.id, announcementId),
        inArray(channelAnnouncements.channelId, own),
        inArray(channelAnnouncements.status, ["failed", "queued"]),
        sql`${channelAnnouncements.about} <> 'trial'`,
      ),
    )
    .returning({ id: channelAnnouncements.id });
  return changed.length === 1;
}
