import { asc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { events } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { readConfig } from "~/platform/config.ts";
import { type EventHandler, quietPeriod, recordEvent, sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { Temporal } from "~/platform/time.ts";

const start = Temporal.Instant.from("2026-11-23T09:00:00Z");
const later = (minutes: number) => start.add({ minutes });
const subject = randomIds.uuid();
const platform = (db: Database) => ({
  db,
  config: readConfig({}),
  ids: randomIds,
  uidDomain: "learn.example",
  log: createLog("silent"),
});

function listener() {
  const told: unknown[] = [];
  const handler: EventHandler = async (_tx, event) => void told.push(event.payload.n);
  return { told, handlers: { changed: handler } };
}

describe("event rows", () => {
  const db = testDatabase();

  test("an event is told once, however often the sweep runs", async () => {
    const { told, handlers } = listener();
    await recordEvent(db(), { kind: "changed", subject, payload: { n: 1 }, now: start });
    expect(await sweepEvents(platform(db()), handlers, start)).toBe(1);
    expect(await sweepEvents(platform(db()), handlers, start)).toBe(0);
    expect(told).toEqual([1]);
  });

  test("a rolled back change tells nobody", async () => {
    const { told, handlers } = listener();
    const change = db().transaction(async (tx) => {
      await recordEvent(tx as unknown as Database, {
        kind: "changed",
        subject,
        payload: { n: 1 },
        now: start,
      });
      throw new Error("no");
    });
    await expect(change).rejects.toThrow("no");
    await sweepEvents(platform(db()), handlers, start);
    expect(told).toEqual([]);
  });

  test("each further change starts the quiet time anew, and the last one tells", async () => {
    const { told, handlers } = listener();
    const record = (n: number, minutes: number) =>
      recordEvent(db(), {
        kind: "changed",
        subject,
        payload: { n },
        now: later(minutes),
        delay: quietPeriod,
      });
    await record(1, 0);
    await record(2, 5);
    await sweepEvents(platform(db()), handlers, later(9));
    expect(told).toEqual([]);
    await sweepEvents(platform(db()), handlers, later(12));
    expect(told).toEqual([]);
    await sweepEvents(platform(db()), handlers, later(15));
    expect(told).toEqual([2]);
  });

  test("a failing handler leaves nothing behind, keeps its error and is tried again later", async () => {
    let broken = true;
    const told: string[] = [];
    const handlers: Record<string, EventHandler> = {
      async changed(tx, event, { now }) {
        await recordEvent(tx, { kind: "written", subject, now });
        if (broken) throw new Error("mail template");
        told.push(event.kind);
      },
    };
    await recordEvent(db(), { kind: "changed", subject, now: start });
    await sweepEvents(platform(db()), handlers, start);
    const [row, ...others] = await db().select().from(events).orderBy(asc(events.id));
    expect(row).toMatchObject({ attempts: 1, lastError: "Error: mail template", handledAt: null });
    expect(others).toEqual([]);
    broken = false;
    await sweepEvents(platform(db()), handlers, start);
    expect(told).toEqual([]);
    await sweepEvents(platform(db()), handlers, later(2));
    expect(told).toEqual(["changed"]);
  });
});

describe.skipIf(!postgresUrl)("several workers at once", () => {
  const db = postgresDatabase({ connections: 8 });

  test("tell each event once", async () => {
    const { told, handlers } = listener();
    for (let n = 0; n < 40; n += 1) {
      await recordEvent(db(), { kind: "changed", subject: randomIds.uuid(), payload: { n }, now: start });
    }
    await Promise.all(Array.from({ length: 4 }, () => sweepEvents(platform(db()), handlers, start)));
    expect([...told].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });
});
