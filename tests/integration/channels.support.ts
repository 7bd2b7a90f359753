import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { seriesChannels, turns } from "#db/schema/index.ts";
import { at } from "#tests/support/ids.ts";
import { toThisMachine } from "#tests/support/receiver.ts";
import { requestContext } from "#tests/support/requests.ts";
import { queueAnnouncements } from "~/lectures/channels/queue.server.ts";
import { sweepAnnouncements } from "~/lectures/channels/send.server.ts";
import { randomIds } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { startRoster, weeksOf } from "./lectures.support.ts";

/** The first lecture is on Thursday 26 November, 10:30 in Amsterdam; its hour to be told is a day before. */
export const itsHour = at("2026-11-25T09:30:00Z");

/** A series whose first week Ada has agreed to, and one channel of it. */
export async function startChannel(
  db: Database,
  url: string,
  changes: Partial<typeof seriesChannels.$inferInsert> = {},
) {
  const scene = await startRoster(db, ["Ada", "Bo"]);
  const [week] = await weeksOf(db, scene.seriesId);
  await confirm(db, week!.id, "An agenda in three verbs");
  const channel = {
    id: randomIds.uuid(),
    seriesId: scene.seriesId,
    kind: "mattermost" as const,
    name: "Coffee",
    url,
    language: "en",
    hoursBefore: 24,
    createdAt: "2026-11-20T09:00:00Z",
    ...changes,
  };
  await db.insert(seriesChannels).values(channel);
  return { ...scene, turnId: week!.id, channelId: channel.id };
}

export async function confirm(db: Database, turnId: string, topic: string): Promise<void> {
  await db.update(turns).set({ status: "confirmed", topic }).where(eq(turns.id, turnId));
}

/** What the job does every minute, at this one. */
export async function tell(db: Database, now: Instant): Promise<number> {
  await queueAnnouncements(db, { now, ids: randomIds });
  return sweepAnnouncements(requestContext(db, { outbound: toThisMachine, now: () => now }), now);
}
