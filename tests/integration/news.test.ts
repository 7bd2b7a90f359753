import { eq } from "drizzle-orm";
import { type Attachment, simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePerson, makeSession, makeSignup } from "#db/demo/factories.ts";
import { events, invites, type mails, people } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { problemsOf, propertyOf } from "#tests/support/ics.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { calendarHandlers } from "~/calendar/jobs.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { messageOf } from "~/platform/mail/send.server.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import { cancelSignup } from "~/signups/signups.server.ts";
import { config, minutes, now, telling, world } from "./invites.support.ts";

/** Daan and two others have a seat in two sessions, and know it. */
async function twoSeats(db: () => Database) {
  const { sweep, signed, inbox } = telling(db);
  const here = await world(db());
  const { festival, waterland, daan } = here;
  const second = await makeSession(db(), {
    festivalId: festival.id,
    organisationId: waterland.id,
    title: "Asking better questions",
    place: "Loft",
    startsLocal: "2027-01-11T14:00",
  });
  const others = [await makePerson(db()), await makePerson(db())];
  for (const { id: personId } of [daan, ...others])
    for (const { id: sessionId } of [here.session, second]) {
      await makeSignup(db(), { sessionId, personId });
      await signed(sessionId, personId, "confirmed");
    }
  await sweep(now);
  const first = (await inbox()).length;
  const later = async () => (await inbox()).slice(first);
  const toDaan = async () => (await later()).filter(({ recipient }) => recipient === daan.email);
  return { ...here, second, others, later, toDaan };
}

const cardsOf = (mail: typeof mails.$inferSelect | undefined) =>
  [{ method: mail?.icalMethod, ics: mail?.ical ?? "" }, ...(mail?.moreIcals ?? [])].map(({ method, ics }) => [
    method,
    propertyOf(ics, "METHOD"),
    propertyOf(ics, "SEQUENCE"),
    propertyOf(ics, "SUMMARY"),
  ]);

describe("news of several sessions", () => {
  const db = testDatabase();
  const { sweep, signed } = telling(db);

  test("is one mail a person, with what was and what is, and an invite of each", async () => {
    const { session, second, later, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { startsLocal: "2027-01-11T11:00" }, { now: minutes(1) });
    await cancelSession(db(), second.id, { now: minutes(1) });
    await sweep(minutes(10));
    expect(await later()).toEqual([]);
    await sweep(minutes(11));
    expect((await later()).map(({ kind }) => kind)).toEqual(["invite-news", "invite-news", "invite-news"]);
    const [mail, ...more] = await toDaan();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("News about 2 of your sessions: Knitting with code, Asking better questions");
    expect(cardsOf(mail)).toEqual([
      ["REQUEST", "REQUEST", "1", "Knitting with code"],
      ["CANCEL", "CANCEL", "1", "Asking better questions"],
    ]);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain("Mon 11 Jan, 11:00–12:00");
      expect(part).toContain("before: Mon 11 Jan, 10:00–11:00");
      expect(part).toContain("This session is cancelled");
      expect(part).toContain(`/festivals/spring/sessions/${second.id}`);
    }
  });

  test("waits until it is quiet about all of a person's sessions, and not about others", async () => {
    const { session, second, others, toDaan, later } = await twoSeats(db);
    const elsewhere = others[0]!;
    await cancelSignup(db(), { personId: elsewhere.id, sessionId: second.id }, { now: minutes(1) });
    await sweep(minutes(1));
    const before = (await later()).length;
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(2) });
    await changeSession(db(), second.id, { place: "Attic" }, { now: minutes(8) });
    await sweep(minutes(12));
    expect((await later()).slice(before).map(({ recipient }) => recipient)).toEqual([elsewhere.email]);
    await sweep(minutes(18));
    expect((await toDaan()).map((mail) => cardsOf(mail).length)).toEqual([2]);
  });

  test("of a text that was mended holds nobody up", async () => {
    const { session, second, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(2) });
    await changeSession(db(), second.id, { abstract: "Bring wool." }, { now: minutes(8) });
    await sweep(minutes(12));
    expect((await toDaan()).map(({ kind }) => kind)).toEqual(["invite-changed"]);
  });

  test("of one session alone is the mail it has always been", async () => {
    const { session, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    await sweep(minutes(11));
    const [mail, ...more] = await toDaan();
    expect([more.length, mail?.kind, mail?.subject, mail?.moreIcals]).toEqual([
      0,
      "invite-changed",
      "Changed: Knitting with code (Mon 11 Jan)",
      null,
    ]);
  });

  test("is told to somebody who gave up the other session in the meantime", async () => {
    const { session, second, daan, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    await changeSession(db(), second.id, { place: "Attic" }, { now: minutes(6) });
    await sweep(minutes(11));
    await cancelSignup(db(), { personId: daan.id, sessionId: second.id }, { now: minutes(12) });
    await sweep(minutes(12));
    for (const minute of [16, 17, 30]) await sweep(minutes(minute));
    expect((await toDaan()).map(({ kind }) => kind)).toEqual(["invite-seatGone", "invite-changed"]);
  });

  test("leaves a confirmation as quick as ever", async () => {
    const { session, daan, festival, waterland, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    const third = await makeSession(db(), {
      festivalId: festival.id,
      organisationId: waterland.id,
      startsLocal: "2027-01-12T10:00",
    });
    await makeSignup(db(), { sessionId: third.id, personId: daan.id });
    await signed(third.id, daan.id, "confirmed", minutes(2));
    await sweep(minutes(2));
    expect((await toDaan()).map(({ kind }) => kind)).toEqual(["invite-seat"]);
    await sweep(minutes(11));
    expect((await toDaan()).map(({ kind }) => kind)).toEqual(["invite-seat", "invite-changed"]);
  });

  test("takes up a seat that came free through the same change", async () => {
    const { session, second, daan, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    await changeSession(db(), second.id, { place: "Attic" }, { now: minutes(1) });
    await sweep(minutes(10));
    await db()
      .insert(events)
      .values({
        kind: "person.news",
        subject: daan.id,
        createdAt: minutes(10).toString(),
        dueAt: minutes(11).toString(),
      });
    await signed(session.id, daan.id, "promoted", minutes(10));
    await sweep(minutes(10));
    expect(await toDaan()).toEqual([]);
    await sweep(minutes(11));
    expect((await toDaan()).map(({ kind }) => kind)).toEqual(["invite-news"]);
  });

  test("told again tells nothing", async () => {
    const { session, second, later } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    await changeSession(db(), second.id, { place: "Attic" }, { now: minutes(1) });
    await sweep(minutes(11));
    await db().update(events).set({ handledAt: null });
    await sweep(minutes(12));
    await sweep(minutes(20));
    expect(await later()).toHaveLength(3);
    expect((await db().select().from(invites)).map(({ sequence }) => sequence)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test("is one invite and attached calendars to a mail program", async () => {
    const { session, second, toDaan } = await twoSeats(db);
    await changeSession(db(), session.id, { title: "Knitting, purling\nand code" }, { now: minutes(1) });
    await cancelSession(db(), second.id, { now: minutes(1) });
    await sweep(minutes(11));
    const [mail] = await toDaan();
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
    const { message } = await transport.sendMail(messageOf(mail!, config, "learn.example"));
    const raw = (message as Buffer).toString("utf8");
    expect(raw.match(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/gm)).toHaveLength(1);
    expect(raw.match(/^Content-Type: text\/calendar;.*method=CANCEL/gm)).toHaveLength(1);
    const parsed = await simpleParser(raw);
    const ics = ({ content }: Attachment) => content.toString("utf8");
    const attached = parsed.attachments.find(({ filename }) => filename === "invite-2.ics");
    expect(attached?.contentType).toBe("text/calendar");
    expect([propertyOf(ics(attached!), "METHOD"), propertyOf(ics(attached!), "STATUS")]).toEqual([
      "CANCEL",
      "CANCELLED",
    ]);
    const shown = parsed.attachments.find(({ contentType }) => contentType === "application/ics");
    expect(propertyOf(ics(shown!), "METHOD")).toBe("REQUEST");
    for (const one of parsed.attachments) expect(problemsOf(ics(one))).toEqual([]);
    expect(parsed.subject).not.toMatch(/[\r\n]/);
  });

  test("speaks the reader's language", async () => {
    const { session, second, daan, toDaan } = await twoSeats(db);
    await db().update(people).set({ language: "nl" }).where(eq(people.id, daan.id));
    await cancelSession(db(), session.id, { now: minutes(1) });
    await cancelSession(db(), second.id, { now: minutes(1) });
    await sweep(minutes(11));
    expect((await toDaan()).map(({ subject }) => subject)).toEqual([
      "Afgelast, 2 van je sessies: Knitting with code, Asking better questions",
    ]);
  });
});

describe.skipIf(!postgresUrl)("several workers who sweep at once on PostgreSQL", () => {
  const db = postgresDatabase();

  /** Two sessions change, and four workers sweep at the same moment until nothing is left to do. */
  async function mailsOfWorkers(worker: Database): Promise<string[]> {
    const { session, second, later } = await twoSeats(db);
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    await changeSession(db(), second.id, { place: "Attic" }, { now: minutes(1) });
    const platform = {
      db: worker,
      config,
      ids: randomIds,
      uidDomain: "learn.example",
      log: createLog("silent"),
    };
    for (const minute of [11, 12, 13])
      await Promise.all(
        Array.from({ length: 4 }, () => sweepEvents(platform, calendarHandlers, minutes(minute))),
      );
    return (await later()).map(({ recipient, kind }) => `${kind} ${recipient}`).sort();
  }

  test("send each person one mail about both", async () => {
    const sent = await mailsOfWorkers(db());
    expect(sent.map((line) => line.split(" ")[0])).toEqual(["invite-news", "invite-news", "invite-news"]);
    expect(new Set(sent).size).toBe(3);
  });

  test("control: without row locks somebody gets more than one", async () => {
    expect((await mailsOfWorkers(withoutRowLocks(db()))).length).toBeGreaterThan(3);
  });
});
