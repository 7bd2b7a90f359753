import { and, asc, eq, inArray, lte } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { channelAnnouncements, seriesChannels } from "#db/schema/index.ts";
import type { Platform } from "~/platform/context.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { type Instant, isBefore, plus } from "~/platform/time.ts";
import { findLectureOfTurn } from "../lectures.server.ts";
import { requireSeries } from "../series.server.ts";
import { type Announcement, announce, trial } from "./announcement.ts";
import { nextTry, type Posted } from "./outcome.ts";
import { post } from "./post.server.ts";

type Row = typeof channelAnnouncements.$inferSelect;
type Channel = typeof seriesChannels.$inferSelect;
type Sending = Pick<Platform, "db" | "config" | "outbound" | "now" | "ids" | "log">;

/** Longer than a try can take, so that only a worker that died leaves its row to another. */
const lease = { minutes: 2 } as const;
const atOnce = 5;
const mostAtATime = 50;

/**
 * Sends what is due. Each row is claimed by an update with a lease, sent outside any transaction and then marked. Who
 * does not answer holds up nobody but itself: a few are sent beside each other. Returns how many arrived.
 */
export async function sweepAnnouncements(platform: Sending, now: Instant): Promise<number> {
  const due = await platform.db
    .select({ id: channelAnnouncements.id })
    .from(channelAnnouncements)
    .innerJoin(seriesChannels, eq(seriesChannels.id, channelAnnouncements.channelId))
    .where(and(dueAt(now), eq(seriesChannels.active, true)))
    .orderBy(asc(channelAnnouncements.dueAt))
    .limit(mostAtATime);
  let arrived = 0;
  for (let from = 0; from < due.length; from += atOnce) {
    const sent = await Promise.all(
      due.slice(from, from + atOnce).map(({ id }) => sendOne(platform, id, now)),
    );
    arrived += sent.filter(Boolean).length;
  }
  return arrived;
}

const dueAt = (now: Instant) =>
  and(
    inArray(channelAnnouncements.status, ["queued", "sending"]),
    lte(channelAnnouncements.dueAt, now.toString()),
  );

async function sendOne(platform: Sending, id: string, now: Instant): Promise<boolean> {
  const { db, log } = platform;
  const row = await claim(db, id, now);
  if (!row) return false;
  try {
    const [channel] = await db.select().from(seriesChannels).where(eq(seriesChannels.id, row.channelId));
    if (!channel) return false;
    const words = await wordsOf(platform, row, channel, now);
    if (words === "not-needed") {
      await db.delete(channelAnnouncements).where(eq(channelAnnouncements.id, id));
      return false;
    }
    const posted: Posted =
      words === "too-late"
        ? { arrived: false, fault: "too-late", again: false }
        : await post(platform, channel, words);
    await mark(db, row, posted, now);
    if (!posted.arrived) log.warn({ announcement: id, fault: posted.fault }, "announcement did not arrive");
    return posted.arrived;
  } catch (error) {
    // Its lease ends by itself.
    log.error({ err: error, announcement: id }, "announcement not sent");
    return false;
  }
}

async function claim(db: Database, id: string, now: Instant): Promise<Row | undefined> {
  const [row] = await db
    .update(channelAnnouncements)
    .set({ status: "sending", dueAt: plus(now, lease) })
    .where(and(eq(channelAnnouncements.id, id), dueAt(now)))
    .returning();
  return row;
}

/** What a row says as things stand now. What was called off before anybody was told is told as that, or not. */
async function wordsOf(
  { db, config }: Sending,
  row: Row,
  channel: Channel,
  now: Instant,
): Promise<Announcement | "too-late" | "not-needed"> {
  const lecture = row.turnId ? await findLectureOfTurn(db, row.turnId) : null;
  if (!lecture) return "not-needed";
  const isCalledOff = lecture.status === "cancelled";
  const isStill = row.about === "called-off" ? isCalledOff : lecture.status === "confirmed";
  if (!isStill) return "not-needed";
  if (!isBefore(now, lecture.startsAt)) return "too-late";
  return announce(lecture, { text: textOf(channel, lecture.timeZone), now, publicUrl: config.publicUrl });
}

const textOf = ({ language }: Channel, timeZone: string) =>
  getText(isLocale(language) ? language : "en", timeZone);

async function mark(db: Database, row: Row, posted: Posted, now: Instant): Promise<void> {
  const attempts = row.attempts + 1;
  // Only while the lease is ours: another may have taken the row over meanwhile.
  const ours = and(
    eq(channelAnnouncements.id, row.id),
    eq(channelAnnouncements.status, "sending"),
    eq(channelAnnouncements.dueAt, row.dueAt),
  );
  if (posted.arrived) {
    await db
      .update(channelAnnouncements)
      .set({ status: "sent", attempts, lastError: null, sentAt: now.toString() })
      .where(ours);
    return;
  }
  const again = posted.again ? nextTry(attempts, posted.notBefore, now) : null;
  await db
    .update(channelAnnouncements)
    .set({
      attempts,
      lastError: posted.fault,
      status: again ? "queued" : "failed",
      dueAt: again ?? now.toString(),
    })
    .where(ours);
}

/**
 * Sends a trial to a channel and waits for the answer, ten seconds at most: whoever pressed the button is watching.
 * It is tried once and written down among what the channel was told.
 */
export async function sendTrial(platform: Sending, channel: Channel): Promise<Posted> {
  const { db, config, ids } = platform;
  const now = platform.now();
  const series = await requireSeries(db, channel.seriesId);
  const words = trial(series, { text: textOf(channel, series.timeZone), publicUrl: config.publicUrl });
  const posted = await post(platform, channel, words);
  await db.insert(channelAnnouncements).values({
    id: ids.uuid(),
    channelId: channel.id,
    about: "trial",
    status: posted.arrived ? "sent" : "failed",
    attempts: 1,
    lastError: posted.arrived ? null : posted.fault,
    createdAt: now.toString(),
    dueAt: now.toString(),
    sentAt: posted.arrived ? now.toString() : null,
  });
  return posted;
}
