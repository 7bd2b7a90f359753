import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { channelAnnouncements, seriesChannels } from "#db/schema/index.ts";
import type { Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import type { Lecture } from "../lecture.ts";
import { listComing } from "../lectures.server.ts";
import { isDue } from "./announcement.ts";

/**
 * Writes down what is to be told now: for each channel each lecture whose hour has come, once. Two workers at it write
 * the same rows, of which the database keeps one. Returns how many were written.
 */
export async function queueAnnouncements(
  db: Database,
  { now, ids }: { now: Instant; ids: Ids },
): Promise<number> {
  const channels = await db.select().from(seriesChannels).where(eq(seriesChannels.active, true));
  if (channels.length === 0) return 0;
  const coming = await listComing(db, [...new Set(channels.map(({ seriesId }) => seriesId))], now);
  const told = await toldOf(
    db,
    channels.map(({ id }) => id),
    coming,
  );
  const due = channels.flatMap((channel) =>
    coming
      .filter(({ series }) => series.id === channel.seriesId)
      .flatMap((lecture) => {
        const before = told.filter(
          ({ channelId, turnId }) => channelId === channel.id && turnId === lecture.turnId,
        );
        const about = isDue(lecture, channel, { now, told: before.map((one) => one.about) });
        return about ? [{ channelId: channel.id, turnId: lecture.turnId, about }] : [];
      }),
  );
  if (due.length === 0) return 0;
  const moment = now.toString();
  const written = await db
    .insert(channelAnnouncements)
    .values(
      due.map((one) => ({
        ...one,
        id: ids.uuid(),
        status: "queued" as const,
        createdAt: moment,
        dueAt: moment,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: channelAnnouncements.id });
  return written.length;
}

async function toldOf(db: Database, channelIds: string[], coming: readonly Lecture[]) {
  const turnIds = coming.map(({ turnId }) => turnId);
  if (turnIds.length === 0) return [];
  const { channelId, turnId, about } = channelAnnouncements;
  return db
    .select({ channelId, turnId, about })
    .from(channelAnnouncements)
    .where(and(inArray(channelId, channelIds), inArray(turnId, turnIds)));
}
