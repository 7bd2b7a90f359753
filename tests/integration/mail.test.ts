import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/postgres.ts";
import { readConfig } from "~/platform/config.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { type NewMail, queueMail } from "~/platform/mail/queue.server.ts";
import { setMailRule } from "~/platform/mail/rule.ts";
import { closeTransport, sweepMail } from "~/platform/mail/send.server.ts";
import { Temporal } from "~/platform/time.ts";

const publicUrl = "https://learn.example";
const start = Temporal.Instant.from("2026-11-23T09:00:00Z");
const hello: NewMail = {
  kind: "test",
  to: "daan@polder.example",
  toName: "Daan",
  subject: "Hello",
  text: "Hi",
  html: "<p>Hi</p>",
};

/** A mail server that keeps what it is given; `refuse` makes it turn every mail away. */
async function mailServer({ refuse = false } = {}) {
  const received: { raw: string; to: string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        if (refuse) return done(new Error("not today"));
        received.push({
          raw: Buffer.concat(chunks).toString(),
          to: session.envelope.rcptTo.map((r) => r.address),
        });
        done();
      });
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

describe("the mail queue", () => {
  const db = testDatabase();
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await closeTransport();
    for (const close of closers.splice(0)) await close();
  });
  const platform = (smtpUrl: string) => ({
    db: db() as Database,
    config: readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: "learn@waterland.example" }),
    uidDomain: "learn.example",
    log: createLog("silent"),
  });
  const queue = (smtpUrl: string, mail: NewMail = hello) =>
    queueMail(db(), mail, { config: { smtpUrl, publicUrl }, ids: randomIds, now: start });

  test("a mail is sent once, with a Message-ID of its own", async () => {
    const server = await mailServer();
    closers.push(server.close);
    const id = randomIds.uuid();
    await queue(server.url, { ...hello, id });
    expect(await sweepMail(platform(server.url), start)).toBe(1);
    expect(await sweepMail(platform(server.url), start.add({ hours: 1 }))).toBe(0);
    expect(server.received).toHaveLength(1);
    const parsed = await simpleParser(server.received[0]?.raw ?? "");
    expect(parsed).toMatchObject({ subject: "Hello", messageId: `<${id}@learn.example>` });
  });

  test("a mail program is told how to stop what can be stopped, and nothing of what cannot", async () => {
    const server = await mailServer();
    closers.push(server.close);
    const unsubscribeUrl = `${publicUrl}/unsubscribe/s3cret`;
    setMailRule(async (_, { kind }) =>
      kind === "login-code" ? null : { unsubscribeUrl, html: "<p>Stop</p>", text: "Stop" },
    );
    closers.push(async () => setMailRule(async () => null));
    await queue(server.url);
    await queue(server.url, { ...hello, kind: "login-code" });
    expect(await sweepMail(platform(server.url), start)).toBe(2);
    const heads = server.received.map(({ raw }) => raw.slice(0, raw.indexOf("\r\n\r\n")));
    const [stoppable, login] = heads.toSorted((a, b) => b.length - a.length);
    // RFC 8058, 3.1: one HTTPS address in angle brackets, and this word for word.
    expect(stoppable).toMatch(/^List-Unsubscribe: <https:\/\/learn\.example\/unsubscribe\/s3cret>$/m);
    expect(stoppable).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    expect(login).not.toMatch(/unsubscribe/i);
  });

  test("a mail that its reader has refused is not queued", async () => {
    setMailRule(async () => "refused");
    closers.push(async () => setMailRule(async () => null));
    await queue("smtp://127.0.0.1:1");
    expect(await db().select().from(mails)).toEqual([]);
  });

  test("nothing in a name or subject becomes a header or a recipient", async () => {
    const server = await mailServer();
    closers.push(server.close);
    const hostile = "Hi\r\nBcc: evil@evil.example\r\n\r\nbody";
    await queue(server.url, { ...hello, subject: hostile, toName: hostile });
    await sweepMail(platform(server.url), start);
    const [received] = server.received;
    expect(received?.to).toEqual(["daan@polder.example"]);
    const parsed = await simpleParser(received?.raw ?? "");
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.subject).toBe("Hi Bcc: evil@evil.example body");
  });

  test("a refused mail is tried again later and given up after six times", async () => {
    const server = await mailServer({ refuse: true });
    closers.push(server.close);
    await queue(server.url);
    let now = start;
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      expect(await sweepMail(platform(server.url), now)).toBe(0);
      const [row] = await db().select().from(mails);
      expect(row).toMatchObject({ attempts: attempt, status: attempt < 6 ? "queued" : "failed" });
      now = now.add({ hours: 9 });
    }
    expect(await sweepMail(platform(server.url), now)).toBe(0);
  });

  test("a server that cannot be reached loses nothing", async () => {
    const closed = await freePort();
    await queue(`smtp://127.0.0.1:${closed}`);
    await sweepMail(platform(`smtp://127.0.0.1:${closed}`), start);
    expect(await db().select().from(mails)).toMatchObject([{ status: "queued", attempts: 1 }]);
  });

  test("a mail whose sender died while sending is sent when the lease is over", async () => {
    const server = await mailServer();
    closers.push(server.close);
    await queue(server.url);
    await db()
      .update(mails)
      .set({ status: "sending", dueAt: start.add({ minutes: 5 }).toString() });
    expect(await sweepMail(platform(server.url), start.add({ minutes: 4 }))).toBe(0);
    expect(await sweepMail(platform(server.url), start.add({ minutes: 5 }))).toBe(1);
  });

  test("without SMTP it is kept and never sent", async () => {
    await queueMail(db(), hello, { config: { smtpUrl: undefined, publicUrl }, ids: randomIds, now: start });
    expect(await db().select().from(mails)).toMatchObject([
      { status: "kept", recipient: "daan@polder.example" },
    ]);
  });
});
