import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  makeAllSpeakers,
  makeFestival,
  makePerson,
  makeRoom,
  makeSession,
  makeSignup,
  makeVenue,
} from "#db/demo/factories.ts";
import { dayReminders, festivals, mailedLinks, mailRefusals, mails } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { withPauses } from "#tests/support/unlocked.ts";
import "~/jobs.ts";
import { sql } from "drizzle-orm";
import { findLink } from "~/platform/mailed-links.server.ts";
import type { Instant } from "~/platform/time.ts";
import { remindOfDays } from "~/signups/reminders/remind.server.ts";
import { makeHostOrganisation } from "./festivals.support.ts";

const db = testDatabase();

const codeUrl = ({ personId }: { personId: string }) => `http://localhost:3000/door/code-of-${personId}`;

const remind = (database: Database, now: Instant) =>
  remindOfDays({ ...requestContext(database), codeUrl }, now);

/** A festival of two days that begins on a date, with two workshops on the first and one on the second. */
async function makeDays(database: Database, startsOn: string, endsOn: string) {
  const { organisation } = await makeHostOrganisation(database, "waterland");
  const festival = await makeFestival(database, {
    ...{ slug: "spring", name: "Spring", startsOn, endsOn, leadOrganisationId: organisation.id },
  });
  const address = "Kade 1, Waterstad";
  const venue = await makeVenue(database, {
    name: "Main building",
    address,
    organisationId: organisation.id,
  });
  const given = { venueId: venue.id, festivalId: festival.id };
  const room = await makeRoom(database, { ...given, name: "Garden room" });
  const workshop = (title: string, startsLocal: string) =>
    makeSession(database, {
      ...{ festivalId: festival.id, organisationId: organisation.id, roomId: room.id },
      ...{ title, startsLocal, timeZone: "Europe/Amsterdam", durationMinutes: 60, capacity: 20 },
    });
  return {
    festival,
    organisation,
    early: await workshop("Early bird", `${startsOn}T09:00`),
    late: await workshop("Night owl", `${startsOn}T16:00`),
    next: await workshop("Second thoughts", `${endsOn}T10:00`),
    person: (name: string, language = "en") =>
      makePerson(database, { name, email: `${name.split(" ")[0]!.toLowerCase()}@people.example`, language }),
  };
}

const sentTo = async () =>
  (await db().select().from(mails).orderBy(mails.recipient)).map(({ recipient }) => recipient.split("@")[0]);

describe("the day before", () => {
  test("everybody is mailed what they give, attend, are offered and wait for, and nobody else", async () => {
    const { festival, early, late, person } = await makeDays(db(), "2027-04-08", "2027-04-09");
    const daan = await person("Daan Verhoeven");
    const rival = await person("Rival");
    await makeAllSpeakers(db(), [{ session: early, speakers: [{ personId: daan.id, name: daan.name }] }]);
    await makeSignup(db(), { personId: rival.id, sessionId: late.id, status: "waiting" });
    await makeSignup(db(), { personId: daan.id, sessionId: late.id, status: "waiting" });
    const lena = await person("Lena", "nl");
    await makeSignup(db(), { personId: lena.id, sessionId: early.id });
    const offered = { status: "offered" as const, offeredUntil: "2027-04-07T15:30:00Z" };
    await makeSignup(db(), { personId: lena.id, sessionId: late.id, ...offered });
    const gone = await person("Gone");
    await makeSignup(db(), { personId: gone.id, sessionId: early.id, status: "cancelled" });
    const absent = await person("Tomorrow");
    void absent;
    expect(await remind(db(), at("2027-04-07T13:59:00Z"))).toBe(0);
    expect(await remind(db(), at("2027-04-07T14:00:00Z"))).toBe(3);
    expect(await sentTo()).toEqual(["daan", "lena", "rival"]);
    const rows = await db().select().from(mails).orderBy(mails.recipient);
    const [toDaan, toLena] = rows.map(({ text }) => text);
    expect(rows[0]?.subject).toBe("Thu 8 Apr: your day at Spring");
    for (const words of [
      "Hi Daan, this is what you have on Thursday, 8 April 2027.",
      "09:00–10:00",
      "Early bird",
      "You give this",
      "Garden room, Main building",
      "You wait: place 2 in the queue",
      "Kade 1, Waterstad",
      `http://localhost:3000/door/code-of-${daan.id}`,
    ]) {
      expect(toDaan).toContain(words);
    }
    expect(toDaan).not.toContain("/not-coming/");
    expect(toLena).toContain("Je hebt een plek");
    expect(toLena).toContain("Er is een plek voor je, tot 17:30");
    expect(rows[1]?.html).toContain('lang="nl"');
    const tokens = [...(toLena?.matchAll(/\/not-coming\/([\w-]+)/g) ?? [])].map(([, token]) => token!);
    const links = [];
    for (const token of tokens) links.push(await findLink(db(), "not-coming", token));
    expect(links).toEqual([
      { subject: early.id, personId: lena.id },
      { subject: late.id, personId: lena.id },
    ]);
    expect(rows.every(({ unsubscribeUrl }) => unsubscribeUrl !== null)).toBe(true);
    expect(await db().$count(dayReminders, eq(dayReminders.festivalId, festival.id))).toBe(3);
  });

  test("once a person and day, whatever they join that evening; who joins only then is told once too", async () => {
    const { early, late, next, person } = await makeDays(db(), "2027-04-08", "2027-04-09");
    const daan = await person("Daan");
    await makeSignup(db(), { personId: daan.id, sessionId: early.id });
    expect(await remind(db(), at("2027-04-07T14:00:00Z"))).toBe(1);
    await makeSignup(db(), { personId: daan.id, sessionId: late.id });
    const joris = await person("Joris");
    await makeSignup(db(), { personId: joris.id, sessionId: late.id });
    expect(await remind(db(), at("2027-04-07T15:00:00Z"))).toBe(1);
    expect(await remind(db(), at("2027-04-07T16:00:00Z"))).toBe(0);
    expect(await sentTo()).toEqual(["daan", "joris"]);
    await makeSignup(db(), { personId: daan.id, sessionId: next.id });
    expect(await remind(db(), at("2027-04-08T14:00:00Z"))).toBe(1);
    expect(await sentTo()).toEqual(["daan", "daan", "joris"]);
  });

  test.each([
    [
      "the short night of 28 March",
      "2027-03-28",
      "2027-03-29",
      "2027-03-27T15:00:00Z",
      "2027-03-28T14:00:00Z",
    ],
    [
      "the long night of 31 October",
      "2027-10-31",
      "2027-11-01",
      "2027-10-30T14:00:00Z",
      "2027-10-31T15:00:00Z",
    ],
  ])(
    "around %s it is four in the afternoon too, and the times are those on the wall",
    async (_, first, second, before, between) => {
      const { early, next, person } = await makeDays(db(), first, second);
      const daan = await person("Daan");
      await makeSignup(db(), { personId: daan.id, sessionId: early.id });
      await makeSignup(db(), { personId: daan.id, sessionId: next.id });
      expect(await remind(db(), at(before).subtract({ minutes: 1 }))).toBe(0);
      expect(await remind(db(), at(before))).toBe(1);
      expect(await remind(db(), at(between).subtract({ minutes: 1 }))).toBe(0);
      expect(await remind(db(), at(between))).toBe(1);
      const texts = (await db().select({ text: mails.text }).from(mails).orderBy(mails.createdAt)).map(
        ({ text }) => text,
      );
      expect(texts[0]).toContain("09:00–10:00");
      expect(texts[0]).not.toContain("Second thoughts");
      expect(texts[1]).toContain("10:00–11:00");
      expect(texts[1]).not.toContain("Early bird");
    },
  );

  test("nothing is said of a festival that is cancelled, put off or not released, nor of a session called off", async () => {
    const { festival, early, person } = await makeDays(db(), "2027-04-08", "2027-04-09");
    const daan = await person("Daan");
    await makeSignup(db(), { personId: daan.id, sessionId: early.id });
    const now = at("2027-04-07T14:00:00Z");
    for (const state of [
      { status: "cancelled" as const },
      { status: "calling" as const },
      { status: "released" as const, postponedAt: "2027-04-01T10:00:00Z" },
    ]) {
      await db()
        .update(festivals)
        .set({ postponedAt: null, ...state })
        .where(eq(festivals.id, festival.id));
      expect(await remind(db(), now)).toBe(0);
    }
    await db().update(festivals).set({ postponedAt: null }).where(eq(festivals.id, festival.id));
    await db().execute(sql`update sessions set status = 'cancelled'`);
    expect(await remind(db(), now)).toBe(0);
    await db().execute(sql`update sessions set status = 'confirmed'`);
    expect(await remind(db(), now)).toBe(1);
  });

  test("who wants none gets none, and is not asked again", async () => {
    const { early, person } = await makeDays(db(), "2027-04-08", "2027-04-09");
    const daan = await person("Daan");
    await makeSignup(db(), { personId: daan.id, sessionId: early.id });
    const refusedAt = "2027-04-01T10:00:00Z";
    await db().insert(mailRefusals).values({ personId: daan.id, topic: "reminders", refusedAt });
    await remind(db(), at("2027-04-07T14:00:00Z"));
    expect(await remind(db(), at("2027-04-07T15:00:00Z"))).toBe(0);
    expect(await sentTo()).toEqual([]);
  });
});

describe.skipIf(!postgresUrl)("two workers at four o'clock", () => {
  const pg = postgresDatabase({ connections: 6 });

  async function reminded(guarded: boolean) {
    const { early, person } = await makeDays(pg(), "2027-04-08", "2027-04-09");
    for (const name of ["Ada", "Bea", "Cleo"]) {
      await makeSignup(pg(), { personId: (await person(name)).id, sessionId: early.id });
    }
    if (!guarded) {
      await pg().execute(
        sql`alter table ${dayReminders} drop constraint day_reminders_festival_id_person_id_day_pk`,
      );
    }
    const now = at("2027-04-07T14:00:00Z");
    await Promise.all([remind(withPauses(pg()), now), remind(withPauses(pg()), now)]);
    return pg().$count(mails);
  }

  test("mail everybody once, and mint no link for nobody", async () => {
    expect(await reminded(true)).toBe(3);
    expect(await pg().$count(mailedLinks, eq(mailedLinks.purpose, "not-coming"))).toBe(3);
  });

  test("control: without the key of festival, person and day they mail twice", async () => {
    expect(await reminded(false)).toBe(6);
  });
});
