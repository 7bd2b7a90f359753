import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import { readConfig } from "~/platform/config.ts";
import { createLog } from "~/platform/log.server.ts";
import { closeTransport, sweepMail } from "~/platform/mail/send.server.ts";
import { Temporal } from "~/platform/time.ts";
import { faultScene, full } from "./scene.ts";

/** What a mail server does wrong: at the greeting, to the recipient, when it has the whole mail, or to us. */
type Fault =
  | "none"
  | "rejects"
  | "hangs"
  | "hangs after DATA"
  | "drops after DATA"
  | "we die before"
  | "we die after";

const many = full ? 200 : 20;
const start = Temporal.Instant.from("2026-11-23T09:00:00Z");

describe("mail while the mail server or we fail", () => {
  const scene = faultScene(1);
  const received: string[] = [];
  let fault: Fault = "none";
  let chances = 0;
  let faults = 0;
  let dead = false;
  let server: SMTPServer;

  /** Whether this mail is one of those that it goes wrong with. */
  const strikes = (...which: Fault[]) => {
    if (!which.includes(fault)) return false;
    chances += 1;
    // A pool keeps its connection, and to hang takes as long as we wait: once is enough.
    const strike = fault.startsWith("hangs") ? chances === 1 : chances % 3 === 0;
    faults += Number(strike);
    return strike;
  };

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      onConnect: (_session, done) => (strikes("hangs") ? undefined : done()),
      onRcptTo(_address, _session, done) {
        if (strikes("we die before")) dead = true;
        done(
          dead || strikes("rejects") ? Object.assign(new Error("not today"), { responseCode: 450 }) : null,
        );
      },
      onData(stream, session, done) {
        let text = "";
        stream.on("data", (chunk) => {
          text += chunk;
        });
        stream.on("end", () => {
          received.push(/^message-id: (.*)$/im.exec(text)?.[1]?.trim() ?? "");
          if (strikes("hangs after DATA")) return;
          if (strikes("we die after")) dead = true;
          if (strikes("drops after DATA"))
            for (const one of (server as unknown as { connections: Set<{ id: string; close(): void }> })
              .connections)
              if (one.id === session.id) return one.close();
          done();
        });
      },
    });
    server.on("error", () => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(async () => {
    received.length = 0;
    chances = 0;
    faults = 0;
    dead = false;
    const { db } = scene().connection;
    await db.delete(mails);
    await db.insert(mails).values(
      Array.from({ length: many }, (_, i) => ({
        ...{
          id: randomUUID(),
          kind: "news",
          recipient: `reader-${i}@example.org`,
          subject: "News",
          text: "News",
        },
        ...{
          html: "<p>News</p>",
          status: "queued" as const,
          createdAt: start.toString(),
          dueAt: start.toString(),
        },
      })),
    );
  });
  afterEach(() => closeTransport());
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  /** Sweeps until all is sent, or a day is over; after a death another process goes on. */
  async function sendAll(db: Database) {
    const { port } = server.server.address() as AddressInfo;
    const config = readConfig({ SMTP_URL: `smtp://127.0.0.1:${port}`, DATABASE_URL: "postgres://unused" });
    const platform = { config, uidDomain: "learn.example", log: createLog("silent") };
    const living = { ...platform, db: mortal(db) };
    for (let minutes = 0; minutes < 24 * 60; minutes += 6) {
      await sweepMail(living, start.add({ minutes })).catch(() => {});
      if (dead) await closeTransport();
      dead = false;
    }
    return db.select({ id: mails.id, status: mails.status }).from(mails);
  }

  /** A database that is not there for whoever has died. */
  const mortal = (db: Database) =>
    new Proxy(db, {
      get(target, name) {
        if (dead) throw new Error("dead");
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? value.bind(target) : value;
      },
    });

  test.each<Fault>([
    "rejects",
    "hangs",
    ...(full ? (["hangs after DATA"] as const) : []),
    "drops after DATA",
    "we die before",
    "we die after",
  ])("%s: nothing is lost, and twice comes at most what was under way", async (which) => {
    fault = which;
    const rows = await sendAll(scene().connection.db);
    expect(faults).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(["sent"]));
    expect(new Set(received)).toEqual(new Set(rows.map((row) => `<${row.id}@learn.example>`)));
    const twice = received.length - many;
    expect(twice).toBeLessThanOrEqual(which.includes("after") ? faults : 0);
  });

  test("marked as sent before it is, mail is lost when we die: this test would see it", async () => {
    fault = "we die before";
    const rows = await sendAll(markingFirst(scene().connection.db));
    expect(faults).toBeGreaterThan(0);
    expect(new Set(received).size).toBeLessThan(rows.length);
  });
});

/** A control: who claims a mail marks it as sent. */
function markingFirst(db: Database): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name !== "update") return Reflect.get(target, name);
      return (table: typeof mails) => ({
        set: (values: Partial<typeof mails.$inferInsert>) =>
          target.update(table).set(values.status === "sending" ? { ...values, status: "sent" } : values),
      });
    },
  });
}
