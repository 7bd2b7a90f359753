import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePerson, makeSignup, makeSpeakers } from "#db/demo/factories.ts";
import { events, invites, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { problemsOf, propertyOf } from "#tests/support/ics.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { tellPerson } from "~/calendar/invites.server.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { cancelSession, changeSession, setSpeakers } from "~/sessions/sessions.server.ts";

import { config, minutes, now, telling, world } from "./invites.support.ts";

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
});

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
