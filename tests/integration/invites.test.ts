import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  makeFestival,
  makeOrganisation,
  makePerson,
  makeSession,
  makeSignup,
  makeSpeakers,
} from "#db/demo/factories.ts";
import { events, invites, mails, people, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { problemsOf, propertyOf } from "#tests/support/ics.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { tellPerson } from "~/calendar/invites.server.ts";
import { calendarHandlers } from "~/calendar/jobs.server.ts";
import { readConfig } from "~/platform/config.ts";
import { recordEvent, sweepEvents } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { messageOf } from "~/platform/mail/send.server.ts";
import { type Instant, plus } from "~/platform/time.ts";
import { cancelSession, changeSession, setSpeakers } from "~/sessions/sessions.server.ts";

const now = at("2026-11-23T09:00:00Z");
const minutes = (count: number): Instant => at(plus(now, { minutes: count }));
const config = readConfig({ PUBLIC_URL: "http://localhost:3000", MAIL_FROM: "hello@learn.example" });

function telling(db: () => Database) {
  const inbox = () => db().select().from(mails).orderBy(mails.createdAt, mails.subject);
  return {
    inbox,
    sweep: (when: Instant, mailFrom = config.mailFrom) =>
      sweepEvents(
        {
          db: db(),
          config: { ...config, mailFrom },
          ids: randomIds,
          uidDomain: "learn.example",
          log: createLog("silent"),
        },
        calendarHandlers,
        when,
      ),
    signed: (sessionId: string, personId: string, change: string, when: Instant = now) =>
      recordEvent(db(), {
        kind: "signup.changed",
        subject: sessionId,
        payload: { personId, change },
        now: when,
      }),
    /** Method, SEQUENCE and UID of each mail with a calendar in it, oldest first. */
    cards: async () =>
      (await inbox()).flatMap(({ ical }) =>
        ical ? [[propertyOf(ical, "METHOD"), propertyOf(ical, "SEQUENCE"), propertyOf(ical, "UID")]] : [],
      ),
    subjects: async () => (await inbox()).map(({ subject }) => subject),
  };
}

async function world(db: Database) {
  const waterland = await makeOrganisation(db, { name: "Waterland" });
  const daan = await makePerson(db, {
    name: "Daan",
    email: "daan@polder.example",
    organisationId: waterland.id,
  });
  const festival = await makeFestival(db, { slug: "spring", leadOrganisationId: waterland.id });
  const session = await makeSession(db, {
    festivalId: festival.id,
    organisationId: waterland.id,
    title: "Knitting with code",
    place: "The Mill",
    startsLocal: "2027-01-11T10:00",
  });
  return { waterland, daan, festival, session };
}

describe("invites", () => {
  const db = testDatabase();
  const { inbox, sweep, signed, cards, subjects } = telling(db);

  async function seated() {
    const here = await world(db());
    await makeSignup(db(), { sessionId: here.session.id, personId: here.daan.id });
    await signed(here.session.id, here.daan.id, "confirmed");
    await sweep(now);
    return here;
  }

  test("a seat is confirmed by one invite that needs no answer", async () => {
    const { session } = await seated();
    const [mail, ...more] = await inbox();
    expect(more).toEqual([]);
    expect([mail?.recipient, mail?.subject, mail?.icalMethod, mail?.status]).toEqual([
      "daan@polder.example",
      "You have a seat: Knitting with code (Mon 11 Jan)",
      "REQUEST",
      "kept",
    ]);
    const ics = mail?.ical ?? "";
    expect(problemsOf(ics)).toEqual([]);
    expect(ics.replace(/\r\n /g, "")).toContain(
      'ORGANIZER;CN="Percolate":mailto:hello@learn.example\r\n' +
        'ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Daan":MAILTO:daan@polder.example',
    );
    expect([propertyOf(ics, "METHOD"), propertyOf(ics, "SEQUENCE"), propertyOf(ics, "STATUS")]).toEqual([
      "REQUEST",
      "0",
      "CONFIRMED",
    ]);
    const page = `http://localhost:3000/festivals/spring/sessions/${session.id}`;
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain(page);
      expect(part).toContain("Mon 11 Jan, 10:00–11:00");
      expect(part).toContain("The Mill");
    }
  });

  test("telling again tells nothing", async () => {
    const { session, daan } = await seated();
    await signed(session.id, daan.id, "confirmed");
    await db().update(events).set({ handledAt: null });
    await sweep(minutes(1));
    await sweep(minutes(2));
    expect(await inbox()).toHaveLength(1);
  });

  test("a moved session says so once after ten quiet minutes: same UID, higher SEQUENCE, what was and what is", async () => {
    const { session } = await seated();
    await changeSession(db(), session.id, { startsLocal: "2027-01-11T11:00" }, { now: minutes(1) });
    await changeSession(
      db(),
      session.id,
      { startsLocal: "2027-01-11T13:00", place: "Attic" },
      { now: minutes(5) },
    );
    await sweep(minutes(14));
    expect(await inbox()).toHaveLength(1);
    await sweep(minutes(15));
    const [first, second] = await cards();
    expect(second).toEqual(["REQUEST", "1", first?.[2]]);
    const mail = (await inbox())[1];
    expect(mail?.subject).toBe("Changed: Knitting with code (Mon 11 Jan)");
    expect(mail?.text).toContain("Mon 11 Jan, 13:00–14:00");
    expect(mail?.text).toContain("before: Mon 11 Jan, 10:00–11:00");
    expect(mail?.text).toContain("before: The Mill");
    await sweep(minutes(60));
    expect(await inbox()).toHaveLength(2);
  });

  test("a session moved and moved back in the quiet time tells nobody", async () => {
    const { session } = await seated();
    await changeSession(db(), session.id, { startsLocal: "2027-01-11T11:00" }, { now: minutes(1) });
    await changeSession(db(), session.id, { startsLocal: "2027-01-11T10:00" }, { now: minutes(2) });
    await sweep(minutes(30));
    expect(await inbox()).toHaveLength(1);
  });

  test("a new title keeps SEQUENCE; a mended abstract is no reason to write", async () => {
    const { session } = await seated();
    await changeSession(db(), session.id, { title: "Code knitting" }, { now: minutes(1) });
    await sweep(minutes(12));
    await changeSession(db(), session.id, { abstract: "Bring wool." }, { now: minutes(20) });
    await sweep(minutes(40));
    expect((await cards()).map(([method, sequence]) => [method, sequence])).toEqual([
      ["REQUEST", "0"],
      ["REQUEST", "0"],
    ]);
  });

  test("a cancelled session takes itself out of the calendar", async () => {
    const { session } = await seated();
    await cancelSession(db(), session.id, { now: minutes(1) });
    await sweep(minutes(12));
    const [first, second] = await cards();
    expect(second).toEqual(["CANCEL", "1", first?.[2]]);
    const mail = (await inbox())[1];
    expect([mail?.icalMethod, propertyOf(mail?.ical ?? "", "STATUS"), mail?.subject]).toEqual([
      "CANCEL",
      "CANCELLED",
      "Cancelled: Knitting with code (Mon 11 Jan)",
    ]);
    expect(problemsOf(mail?.ical ?? "")).toEqual([]);
  });

  test("a seat given up is taken out at once, and a new one comes back into the same entry", async () => {
    const { session, daan } = await seated();
    await db().update(signups).set({ status: "cancelled" });
    await signed(session.id, daan.id, "cancelled", minutes(1));
    await sweep(minutes(1));
    await db().update(signups).set({ status: "confirmed" });
    await signed(session.id, daan.id, "confirmed", minutes(2));
    await sweep(minutes(2));
    const [first, ...later] = await cards();
    expect(later).toEqual([
      ["CANCEL", "1", first?.[2]],
      ["REQUEST", "2", first?.[2]],
    ]);
  });

  test("who waits gets a plain mail with their place, and an invite when a seat comes free", async () => {
    const { session, daan } = await world(db());
    const other = await makePerson(db());
    await makeSignup(db(), { sessionId: session.id, personId: other.id, status: "waiting" });
    await makeSignup(db(), { sessionId: session.id, personId: daan.id, status: "waiting" });
    await signed(session.id, daan.id, "waiting");
    await sweep(now);
    await signed(session.id, daan.id, "waiting");
    await sweep(now);
    const [queued, ...more] = await inbox();
    expect([more.length, queued?.ical, queued?.subject]).toEqual([
      0,
      null,
      "On the waiting list: Knitting with code (Mon 11 Jan)",
    ]);
    expect(queued?.text).toContain("number 2 in line");
    await db().update(signups).set({ status: "confirmed" }).where(eq(signups.personId, daan.id));
    await signed(session.id, daan.id, "promoted", minutes(1));
    await sweep(minutes(1));
    expect((await subjects())[1]).toBe("A seat came free for you: Knitting with code (Mon 11 Jan)");
    expect((await cards()).map(([method]) => method)).toEqual(["REQUEST"]);
  });

  test("speakers are invited, and told when they are no longer in the programme", async () => {
    const { session, daan } = await world(db());
    await setSpeakers(db(), session.id, [{ personId: daan.id, name: "Daan" }], { now });
    await sweep(minutes(11));
    await setSpeakers(db(), session.id, [{ personId: null, name: "A guest" }], { now: minutes(20) });
    await sweep(minutes(31));
    expect(await subjects()).toEqual([
      "You give: Knitting with code (Mon 11 Jan)",
      "You no longer give: Knitting with code (Mon 11 Jan)",
    ]);
    expect((await cards()).map(([method, sequence]) => [method, sequence])).toEqual([
      ["REQUEST", "0"],
      ["CANCEL", "1"],
    ]);
  });

  test("a speaker of something not settled is asked, not told", async () => {
    const { session, daan } = await world(db());
    await db().update(sessions).set({ status: "tentative" });
    await makeSpeakers(db(), { ...session, status: "tentative" }, [{ name: "Daan", personId: daan.id }]);
    await recordEvent(db(), { kind: "session.changed", subject: session.id, now });
    await sweep(now);
    const ics = (await inbox())[0]?.ical ?? "";
    expect([propertyOf(ics, "STATUS"), /PARTSTAT=([A-Z-]+)/.exec(ics)?.[1]]).toEqual([
      "TENTATIVE",
      "NEEDS-ACTION",
    ]);
  });

  test("nothing is told of the past", async () => {
    const { session, daan } = await seated();
    await changeSession(db(), session.id, { place: "Attic" }, { now: at("2027-01-11T10:30:00Z") });
    await signed(session.id, daan.id, "cancelled", at("2027-01-12T09:00:00Z"));
    await sweep(at("2027-01-12T09:00:00Z"));
    expect(await inbox()).toHaveLength(1);
  });

  test("the organizer of an invite stays, whatever the configuration says later", async () => {
    const { session } = await seated();
    await changeSession(db(), session.id, { place: "Attic" }, { now: minutes(1) });
    await sweep(minutes(12), "new@learn.example");
    const organizers = (await inbox()).map(({ ical }) => propertyOf(ical ?? "", "ORGANIZER"));
    expect(organizers).toEqual(["mailto:hello@learn.example", "mailto:hello@learn.example"]);
  });

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

  test("the mail that leaves is one that mail programs show as an invite", async () => {
    await seated();
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

describe.skipIf(!postgresUrl)("several workers on PostgreSQL", () => {
  const db = postgresDatabase();
  const { inbox, sweep, signed } = telling(db);

  /** A change that a person does not know of yet, and six workers who find out at the same moment. */
  async function tellAtOnce(worker: Database): Promise<number> {
    const { session, daan } = await world(db());
    await makeSignup(db(), { sessionId: session.id, personId: daan.id });
    await signed(session.id, daan.id, "confirmed");
    await sweep(now);
    await db().update(sessions).set({ place: "Attic" });
    const deps = { config, ids: randomIds, uidDomain: "learn.example", log: createLog("silent"), now };
    const concerned = { sessionId: session.id, personId: daan.id };
    const tell = () => worker.transaction((tx) => tellPerson(tx as unknown as Database, concerned, deps));
    await Promise.all(Array.from({ length: 6 }, tell));
    return (await inbox()).length - 1;
  }

  test("tell a person once", async () => {
    expect(await tellAtOnce(db())).toBe(1);
    expect((await db().select().from(invites))[0]?.sequence).toBe(1);
  });

  test("would tell them more than once without the lock", async () => {
    expect(await tellAtOnce(withoutRowLocks(db()))).toBeGreaterThan(1);
  });
});
