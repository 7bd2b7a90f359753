import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import { describe, expect, test } from "vitest";
import { makeOrganisation, makeSeries, makeSignup, makeSpeakers, makeTurn } from "#db/demo/factories.ts";
import { type mails, people, sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { problemsOf, propertyOf } from "#tests/support/ics.ts";
import { messageOf } from "~/platform/mail/send.server.ts";

import { config, now, telling, world } from "./invites.support.ts";

describe("a mail about a session", () => {
  const db = testDatabase();
  const { inbox, sweep, signed } = telling(db);

  test("speaks the reader's language and names the time where they are", async () => {
    const { session, daan } = await world(db());
    await db()
      .update(people)
      .set({ language: "nl", timeZone: "America/New_York" })
      .where(eq(people.id, daan.id));
    await makeSignup(db(), { sessionId: session.id, personId: daan.id });
    await signed(session.id, daan.id, "confirmed");
    await sweep(now);
    const [mail] = await inbox();
    expect(mail?.subject).toBe("Je hebt een plek: Knitting with code (ma 11 jan)");
    expect(mail?.text).toContain("10:00–11:00 (tijd in Amsterdam)");
    expect(mail?.text).toContain("04:00–05:00 waar jij bent (New York)");
  });

  test("hostile text reaches neither the subject nor the calendar as more than text", async () => {
    const hostile =
      'x\r\nBcc: evil@example.org\r\nX-EVIL:1\r\nBEGIN:VEVENT {{title}} $t(common.signIn) <b>"☕'.padEnd(
        300,
        "é",
      );
    const { session, daan } = await world(db());
    await db().update(sessions).set({ title: hostile, place: hostile, abstract: hostile });
    await db().update(people).set({ name: hostile }).where(eq(people.id, daan.id));
    await makeSpeakers(db(), session, [{ name: hostile }]);
    await makeSignup(db(), { sessionId: session.id, personId: daan.id });
    await signed(session.id, daan.id, "confirmed");
    await sweep(now);
    const [mail] = await inbox();
    if (!mail) throw new Error("no mail");
    expect(problemsOf(mail.ical ?? "")).toEqual([]);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject).toContain("{{title}} $t(common.signIn)");
    expect(mail.html).not.toContain("<b>");
    const parsed = await simpleParser(await written(mail));
    expect([parsed.bcc, parsed.headers.has("x-evil")]).toEqual([undefined, false]);
  });

  test("a listener of a lecture reads where they could speak themselves, a guest of a workshop does not", async () => {
    const { session, daan } = await world(db());
    const { id: leadOrganisationId } = await makeOrganisation(db());
    const series = await makeSeries(db(), { slug: "coffee-machine", leadOrganisationId });
    const turn = await makeTurn(db(), { seriesId: series.id, heldOn: "2026-12-10" });
    for (const sessionId of [session.id, turn.sessionId]) {
      await makeSignup(db(), { sessionId, personId: daan.id });
      await signed(sessionId, daan.id, "confirmed");
    }
    await sweep(now);
    const inviting = (await inbox()).filter(({ text }) => text.includes("/lectures/coffee-machine/join"));
    expect(inviting).toHaveLength(1);
    expect(inviting[0]?.text).toContain("/lectures/coffee-machine/2026-12-10");
    expect(await inbox()).toHaveLength(2);
  });

  test("the mail that leaves is one that mail programs show as an invite", async () => {
    const { session, daan } = await world(db());
    await makeSignup(db(), { sessionId: session.id, personId: daan.id });
    await signed(session.id, daan.id, "confirmed");
    await sweep(now);
    const [mail] = await inbox();
    if (!mail) throw new Error("no mail");
    const raw = (await written(mail)).toString("utf8");
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    const parsed = await simpleParser(raw);
    const [card] = parsed.attachments.filter(({ contentType }) => contentType === "application/ics");
    expect(propertyOf(card?.content.toString("utf8") ?? "", "METHOD")).toBe("REQUEST");
    expect(parsed.text).toContain("You have a seat");
  });
});

async function written(mail: typeof mails.$inferSelect): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail(messageOf(mail, config, "learn.example"));
  return message as Buffer;
}
