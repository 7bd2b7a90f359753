import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { channelAnnouncements, seriesChannels, turns } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { testReceiver } from "#tests/support/receiver.ts";
import { requestContext } from "#tests/support/requests.ts";
import { listChannels, tryAgain } from "~/lectures/channels/channels.server.ts";
import { queueAnnouncements } from "~/lectures/channels/queue.server.ts";
import { sweepAnnouncements } from "~/lectures/channels/send.server.ts";
import { plus, Temporal } from "~/platform/time.ts";
import { confirm, itsHour, startChannel, tell } from "./channels.support.ts";

const chat = testReceiver();
const later = (minutes: number) => Temporal.Instant.from(plus(itsHour, { minutes }));
const bodies = () => chat.received.map(({ body }) => (body as { text: string }).text.split("\n")[0]);

describe("a channel", () => {
  const db = testDatabase();

  test("is told of a lecture when its hour has come, and once", async () => {
    await startChannel(db(), chat.address());
    expect(await tell(db(), later(-1))).toBe(0);
    expect(await tell(db(), itsHour)).toBe(1);
    expect(await tell(db(), later(1))).toBe(0);
    expect(bodies()).toEqual(["**An agenda in three verbs**"]);
    expect(chat.received[0]).toMatchObject({
      path: new URL(chat.address()).pathname,
      headers: { "content-type": "application/json; charset=utf-8" },
    });
  });

  test("waits for a week without a speaker, and hears as soon as somebody has agreed", async () => {
    const { turnId } = await startChannel(db(), chat.address());
    await db().update(turns).set({ status: "offered" }).where(eq(turns.id, turnId));
    expect(await tell(db(), later(60))).toBe(0);
    await confirm(db(), turnId, "At the last moment");
    expect(await tell(db(), later(120))).toBe(1);
    expect(bodies()).toEqual(["**At the last moment**"]);
  });

  test("never hears of a lecture that has begun", async () => {
    await startChannel(db(), chat.address());
    expect(await tell(db(), at("2026-11-26T09:30:00Z"))).toBe(0);
    expect(chat.received).toEqual([]);
  });

  test("hears that a lecture it was told of is called off, and that once", async () => {
    const { turnId } = await startChannel(db(), chat.address());
    await tell(db(), itsHour);
    await db().update(turns).set({ status: "cancelled" }).where(eq(turns.id, turnId));
    expect(await tell(db(), later(5))).toBe(1);
    expect(await tell(db(), later(6))).toBe(0);
    expect(bodies()).toEqual(["**An agenda in three verbs**", "**This week's lecture is called off**"]);
  });

  test("does not hear of a lecture that was called off while its message waited", async () => {
    const { turnId } = await startChannel(db(), chat.address());
    chat.answers(503);
    await tell(db(), itsHour);
    await db().update(turns).set({ status: "cancelled" }).where(eq(turns.id, turnId));
    chat.answers(200);
    await tell(db(), later(5));
    expect(bodies().slice(1)).toEqual(["**This week's lecture is called off**"]);
  });

  test("is told nothing while paused, and not what it missed after its hour", async () => {
    const { channelId } = await startChannel(db(), chat.address());
    await db().update(seriesChannels).set({ active: false }).where(eq(seriesChannels.id, channelId));
    expect(await tell(db(), itsHour)).toBe(0);
    await db().update(seriesChannels).set({ active: true }).where(eq(seriesChannels.id, channelId));
    expect(await tell(db(), at("2026-11-26T10:00:00Z"))).toBe(0);
  });

  test("that has trouble is tried again, further and further apart, and then given up", async () => {
    await startChannel(db(), chat.address(), { hoursBefore: 168 });
    const start = at("2026-11-20T09:00:00Z");
    chat.answers(500);
    const tries: number[] = [];
    for (const minute of [0, 1, 2, 5, 6, 7, 20, 21, 22, 80, 81, 82, 260, 261, 262, 500]) {
      const before = chat.received.length;
      await tell(db(), Temporal.Instant.from(plus(start, { minutes: minute })));
      if (chat.received.length > before) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 6, 21, 81, 261]);
    expect(await db().select().from(channelAnnouncements)).toMatchObject([
      { status: "failed", attempts: 6, lastError: "troubled" },
    ]);
  });

  test("that asks to wait is left alone that long", async () => {
    await startChannel(db(), chat.address());
    chat.answers(429, { "retry-after": "900" });
    await tell(db(), itsHour);
    await tell(db(), later(14));
    expect(chat.received).toHaveLength(1);
    chat.answers(200);
    expect(await tell(db(), later(15))).toBe(1);
  });

  test.each([
    [404, "gone"],
    [403, "refused"],
    [302, "redirect"],
    [400, "not-understood"],
  ])("that answers %i is given up at once", async (status, fault) => {
    await startChannel(db(), chat.address());
    chat.answers(status, status === 302 ? { location: chat.address("/elsewhere") } : {});
    await tell(db(), itsHour);
    await tell(db(), later(60));
    expect(chat.received).toHaveLength(1);
    expect(await db().select().from(channelAnnouncements)).toMatchObject([
      { status: "failed", lastError: fault },
    ]);
  });

  test("whose retries outlast the lecture is not told of it any more", async () => {
    await startChannel(db(), chat.address(), { hoursBefore: 1 });
    chat.answers(429, { "retry-after": "7200" });
    await tell(db(), at("2026-11-26T09:00:00Z"));
    chat.answers(200);
    expect(await tell(db(), at("2026-11-26T11:00:00Z"))).toBe(0);
    expect(chat.received).toHaveLength(1);
    expect(await db().select().from(channelAnnouncements)).toMatchObject([
      { status: "failed", lastError: "too-late" },
    ]);
  });

  test("can be tried again by hand, unless it was told", async () => {
    const { seriesId } = await startChannel(db(), chat.address());
    chat.answers(404);
    await tell(db(), itsHour);
    const [failed] = await db().select().from(channelAnnouncements);
    const it = { seriesId, announcementId: failed!.id };
    chat.answers(200);
    expect(await tryAgain(db(), it, later(10))).toBe(true);
    expect(await tell(db(), later(10))).toBe(1);
    expect(await tryAgain(db(), it, later(11))).toBe(false);
    expect(await tell(db(), later(11))).toBe(0);
  });

  test("of another series is not tried again by this one's organisers", async () => {
    await startChannel(db(), chat.address());
    chat.answers(404);
    await tell(db(), itsHour);
    const [failed] = await db().select().from(channelAnnouncements);
    const other = { seriesId: "00000000-0000-4000-8000-000000000000", announcementId: failed!.id };
    expect(await tryAgain(db(), other, later(10))).toBe(false);
  });

  test("that leads into a private network is met with nothing", async () => {
    const { seriesId } = await startChannel(db(), "https://10.0.0.7/hooks/x");
    const context = requestContext(db(), { now: () => itsHour });
    await queueAnnouncements(db(), { now: itsHour, ids: context.ids });
    expect(await sweepAnnouncements(context, itsHour)).toBe(0);
    const [channel] = await listChannels(db(), seriesId);
    expect(channel!.announcements).toMatchObject([{ status: "failed", fault: "private" }]);
  });

  test("that does not answer holds up no other", async () => {
    const { seriesId } = await startChannel(db(), chat.address("/silent"));
    await db()
      .insert(seriesChannels)
      .values({
        id: "00000000-0000-4000-8000-000000000001",
        seriesId,
        kind: "slack",
        name: "Other",
        url: chat.address("/other"),
        language: "nl",
        createdAt: "2026-11-20T09:00:00Z",
      });
    const release = chat.hold();
    const telling = tell(db(), itsHour);
    await expect
      .poll(() => chat.received.map(({ path }) => path).toSorted(), { timeout: 5_000 })
      .toEqual(["/other", "/silent"]);
    release();
    expect(await telling).toBe(2);
  });
});

describe.skipIf(!postgresUrl)("two workers at the same minute", () => {
  const db = postgresDatabase({ connections: 6 });

  async function twice(second: Temporal.Instant) {
    await startChannel(db(), chat.address());
    const release = chat.hold();
    const first = tell(db(), itsHour);
    await expect.poll(() => chat.received.length, { timeout: 5_000 }).toBe(1);
    const other = tell(db(), second);
    setTimeout(release, 300);
    await Promise.all([first, other]);
    return chat.received.length;
  }

  test("tell a channel once: the row is one worker's as long as its lease", async () => {
    expect(await twice(itsHour)).toBe(1);
  });

  test("tell it twice when the lease is over before the answer came (control)", async () => {
    expect(await twice(later(3))).toBe(2);
  });

  test("that begin together tell it once", async () => {
    await startChannel(db(), chat.address());
    await Promise.all(Array.from({ length: 6 }, () => tell(db(), itsHour)));
    expect(chat.received).toHaveLength(1);
    expect(await db().$count(channelAnnouncements)).toBe(1);
  });
});
