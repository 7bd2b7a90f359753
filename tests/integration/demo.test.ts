import { and, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { alias, PgTable } from "drizzle-orm/pg-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { fillDemo } from "#db/demo/demo.server.ts";
import { makeOrganisation } from "#db/demo/factories.ts";
import * as schema from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { tellPerson } from "~/calendar/invites.server.ts";
import { diffProgrammes } from "~/festivals/diff.ts";
import { listDrafts } from "~/festivals/drafts.server.ts";
import { findEditions } from "~/festivals/editions/editions.server.ts";
import { isOver } from "~/festivals/festival.ts";
import { findFestival } from "~/festivals/festivals.server.ts";
import { currentProgramme, programmeOf } from "~/festivals/programmes.server.ts";
import { findConflicts } from "~/festivals/progress.server.ts";
import { readSnapshot } from "~/festivals/releases/snapshot.ts";
import { listReleases } from "~/festivals/releases.server.ts";
import { readConfig } from "~/platform/config.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { randomIds } from "~/platform/ids.ts";
import { createLog } from "~/platform/log.server.ts";
import { isBefore, Temporal } from "~/platform/time.ts";
import { changeSession } from "~/sessions/sessions.server.ts";
import { findBallotPage } from "~/signups/ballot/ballot-page.server.ts";
import { findMyResult } from "~/signups/ballot/mine.server.ts";
import { replay } from "~/signups/ballot/replay.ts";
import { findReplayFile } from "~/signups/ballot/replay-file.server.ts";
import { countHeads } from "~/signups/door/list.server.ts";
import { findDeliveries } from "~/signups/messages/delivery.server.ts";
import { findMessagesPage } from "~/signups/messages/overview.server.ts";
import { previewSeats } from "~/signups/preview.server.ts";

const {
  commitments,
  events,
  festivals,
  invites,
  mails,
  offers,
  organisations,
  partyMembers,
  people,
  releases,
  rooms,
  rosterMembers,
  seatGuarantees,
  sessionSpeakers,
  sessions,
  signups,
  turns,
  venues,
} = schema;
const now = at("2026-11-23T09:00:00Z");
const deps = {
  now,
  ids: randomIds,
  config: readConfig({}),
  uidDomain: "localhost",
  log: createLog("silent"),
};

const tables = Object.values(schema as Record<string, unknown>).filter((value) => value instanceof PgTable);

async function everything(db: Database): Promise<string[][]> {
  const rows = await Promise.all(tables.map((table) => db.select().from(table)));
  return rows.map((list) => list.map((row) => JSON.stringify(row)).sort());
}

describe("filling the demo", () => {
  const first = testDatabase();
  const second = testDatabase();

  test("tells the same story, to the last row, whenever it starts at the same moment", async () => {
    await fillDemo(first(), { now });
    await fillDemo(second(), { now });
    expect(await everything(second())).toEqual(await everything(first()));
  });
});

describe.skipIf(!postgresUrl)("filling the demo on PostgreSQL", () => {
  const embedded = testDatabase();
  const db = postgresDatabase();

  test("gives the rows of the embedded database, once, though two servers start together", async () => {
    await Promise.all([fillDemo(db(), { now }), fillDemo(db(), { now })]);
    await fillDemo(embedded(), { now });
    expect(await everything(db())).toEqual(await everything(embedded()));
  });

  test("control: without the lock the second of two servers fails", async () => {
    const unlocked = withoutRowLocks(db());
    const outcomes = await Promise.allSettled([fillDemo(unlocked, { now }), fillDemo(unlocked, { now })]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("an installation with something in it", () => {
  const db = testDatabase();

  test("is left as it is", async () => {
    await makeOrganisation(db());
    const before = await everything(db());
    await fillDemo(db(), { now });
    expect(await everything(db())).toEqual(before);
  });
});

describe("the demo", () => {
  const db = testDatabase();
  beforeEach(() => fillDemo(db(), { now }));

  async function spring() {
    const festival = await findFestival(db(), "deell-spring");
    if (!festival) throw new Error("no spring festival");
    return festival;
  }

  test("has the four organisations and the people whom the documents name", async () => {
    const rows = await db()
      .select({ email: people.email, role: people.role, slug: organisations.slug })
      .from(people)
      .innerJoin(organisations, eq(organisations.id, people.organisationId))
      .where(inArray(people.name, ["Anna de Vries", "Bram Hendriks", "Chloé Martens", "Daan Verhoeven"]))
      .orderBy(people.email);
    expect(rows).toEqual([
      { email: "anna@waterland.example", role: "admin", slug: "waterland" },
      { email: "bram@lumen.example", role: "organiser", slug: "lumen" },
      { email: "chloe@kade.example", role: "member", slug: "kade" },
      { email: "daan@polder.example", role: "member", slug: "polder" },
    ]);
    expect(await db().$count(organisations)).toBe(4);
    expect(await db().$count(people)).toBe(28);
  });

  test("has forty workshops, four of them twice, on two days in six rooms of two buildings", async () => {
    const { id } = await spring();
    const rows = await db()
      .select({ session: sessions, venue: venues.name })
      .from(sessions)
      .innerJoin(rooms, eq(rooms.id, sessions.roomId))
      .innerJoin(venues, eq(venues.id, rooms.venueId))
      .where(and(eq(sessions.festivalId, id), eq(sessions.kind, "workshop")));
    const distinct = <T>(values: T[]) => new Set(values).size;
    expect(rows.length).toBe(44);
    expect(distinct(rows.map(({ session }) => session.title))).toBe(40);
    expect(distinct(rows.map(({ session }) => session.proposalId).filter((id) => id !== null))).toBe(4);
    expect(distinct(rows.map(({ session }) => session.startsAt.slice(0, 10)))).toBe(2);
    expect(distinct(rows.map(({ session }) => session.roomId))).toBe(6);
    expect(distinct(rows.map(({ venue }) => venue))).toBe(2);
    expect(new Set(rows.map(({ session }) => session.language))).toEqual(new Set(["en", "nl"]));
    expect(new Set(rows.map(({ session }) => session.timeZone))).toEqual(
      new Set(["Europe/Amsterdam", "Europe/Lisbon", "America/New_York"]),
    );
    expect(await db().$count(sessions, and(eq(sessions.festivalId, id), eq(sessions.allDay, true)))).toBe(1);
  });

  test("has no room and no speaker in two places at once", async () => {
    const festival = await spring();
    expect((await findConflicts(db(), festival)).conflicts).toEqual([]);
  });

  test("shows attendees what is drafted, which is the last of three releases with changes worth reading", async () => {
    const festival = await spring();
    const programme = await currentProgramme(db(), festival.id);
    expect(
      diffProgrammes(programme, programmeOf(await listDrafts(db(), festival.id), festival.timeZone)),
    ).toEqual([]);
    const history = await listReleases(db(), festival.id);
    const words = history.map(({ number, changes }) => [
      number,
      ...changes.map((change) => [
        change.session.title,
        change.kind === "changed" ? change.aspects.join() : change.kind,
      ]),
    ]);
    expect(words.slice(0, 2)).toEqual([
      [
        3,
        ["Posters with one idea", "title"],
        ["Repair café: bring one broken thing", "capacity"],
        ["Git for writers", "time"],
        ["Evening walk along the quay", "cancelled"],
      ],
      [
        2,
        ["Improvise! Theatre for people who plan", "added"],
        ["Slow reading: one page, one hour", "speakers"],
        ["Open data, open vragen", "room"],
        ["Planten die een kantoor overleven", "time"],
      ],
    ]);
    expect(words[2]?.[0]).toBe(1);
    expect(new Set(history[2]?.changes.map(({ kind }) => kind))).toEqual(new Set(["added"]));
    const [last] = (await db().select().from(releases)).filter(
      ({ festivalId, number }) => festivalId === festival.id && number === 3,
    );
    expect(diffProgrammes(readSnapshot(last?.snapshot), programme)).toEqual([]);
  });

  test("knows who came to the edition before this one, and who did not", async () => {
    const autumn = await findFestival(db(), "deell-autumn");
    const { earlier } = await findEditions(db(), null, autumn!);
    const held = await db()
      .select({ id: sessions.id, title: sessions.title })
      .from(sessions)
      .innerJoin(festivals, eq(festivals.id, sessions.festivalId))
      .where(eq(festivals.slug, earlier[0]!.slug));
    const heads = await countHeads(
      db(),
      held.map(({ id }) => id),
    );
    const sum = (key: "arrived" | "walkIns" | "absent" | "notComing") =>
      [...heads.values()].reduce((total, one) => total + one[key], 0);
    expect(sum("arrived")).toBeGreaterThan(20);
    for (const key of ["walkIns", "absent", "notComing"] as const) expect(sum(key)).toBeGreaterThan(0);
  });

  test("has the autumn edition before this one in the archive", async () => {
    const autumn = await findFestival(db(), "deell-autumn");
    const { earlier, later } = await findEditions(db(), null, autumn!);
    expect(later).toEqual([]);
    expect(earlier.map(({ name }) => name)).toEqual(["DEELL Autumn"]);
    const before = await findFestival(db(), earlier[0]!.slug);
    expect([before?.archivedAt === null, isOver(before!, now)]).toEqual([false, true]);
  });

  test("takes the time of everybody who gives or attends something, and of nobody else", async () => {
    const given = await db()
      .select({ personId: sessionSpeakers.personId, sessionId: sessionSpeakers.sessionId })
      .from(sessionSpeakers)
      .where(isNotNull(sessionSpeakers.personId));
    const attended = await db()
      .select({ personId: signups.personId, sessionId: signups.sessionId })
      .from(signups)
      .where(inArray(signups.status, ["confirmed", "attended"]));
    const taken = await db()
      .select({
        personId: commitments.personId,
        sessionId: commitments.sessionId,
        mark: commitments.clashSince,
      })
      .from(commitments);
    const text = (row: { personId: string | null; sessionId: string }) => `${row.personId} ${row.sessionId}`;
    expect(taken.map(text).sort()).toEqual([...given, ...attended].map(text).sort());
    expect(taken.filter((row) => row.mark !== null)).toEqual([]);
  });

  test("has one full workshop with a queue, one with a single seat left, and seats that are counted right", async () => {
    const seats = await db()
      .select()
      .from(signups)
      .where(inArray(signups.status, ["confirmed", "offered", "attended"]));
    const all = await db().select().from(sessions);
    for (const session of all) {
      expect(seats.filter((seat) => seat.sessionId === session.id).length).toBe(session.seatsTaken);
    }
    const rows = all.filter((row) => isBefore(now, row.startsAt));
    const left = (count: number) =>
      rows.filter((row) => row.capacity === row.seatsTaken + count).map((row) => row.title);
    expect(left(0)).toEqual(["Repair café: bring one broken thing"]);
    expect(left(1)).toEqual(["Twelve ways to say no"]);
    const waiting = await db().select().from(signups).where(eq(signups.status, "waiting"));
    expect(waiting.filter(({ sessionId }) => rows.some(({ id }) => id === sessionId))).toHaveLength(7);
  });

  test("keeps seats for each host in one workshop, where some stand empty and people of two hosts wait", async () => {
    const kept = await db()
      .select({
        title: sessions.title,
        host: organisations.slug,
        seats: seatGuarantees.seats,
        capacity: sessions.capacity,
        taken: sessions.seatsTaken,
      })
      .from(seatGuarantees)
      .innerJoin(sessions, eq(sessions.id, seatGuarantees.sessionId))
      .innerJoin(organisations, eq(organisations.id, seatGuarantees.organisationId))
      .orderBy(organisations.slug);
    const workshop = { title: "Testen met je buurvrouw", seats: 3, capacity: 12, taken: 8 };
    expect(kept).toEqual(["kade", "lumen", "polder", "waterland"].map((host) => ({ ...workshop, host })));
    const [session] = await db().select().from(sessions).where(eq(sessions.title, workshop.title));
    const preview = await previewSeats(db(), { sessionId: session!.id }, { now });
    expect(preview).toMatchObject({ seated: [], pool: 0, waiting: 3 });
    const members = await db()
      .select({ email: people.email, status: partyMembers.status })
      .from(partyMembers)
      .innerJoin(people, eq(people.id, partyMembers.personId))
      .orderBy(people.email);
    expect(members).toEqual([
      { email: "daan@polder.example", status: "agreed" },
      { email: "grace@lumen.example", status: "agreed" },
    ]);
  });

  test("gives Daan two workshops, a lecture and a place in the queue, and Anna a workshop to give", async () => {
    const daan = await db()
      .select({ title: sessions.title, status: signups.status })
      .from(signups)
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .innerJoin(people, eq(people.id, signups.personId))
      .innerJoin(festivals, eq(festivals.id, sessions.festivalId))
      .where(and(eq(people.email, "daan@polder.example"), eq(festivals.slug, "deell-spring")))
      .orderBy(sessions.startsAt);
    expect(daan).toEqual([
      { title: "Schetsen wat je bedoelt", status: "confirmed" },
      { title: "Repair café: bring one broken thing", status: "waiting" },
      { title: "Breakfast in Brooklyn", status: "confirmed" },
    ]);
    const anna = await db()
      .select({ title: sessions.title })
      .from(sessionSpeakers)
      .innerJoin(sessions, eq(sessions.id, sessionSpeakers.sessionId))
      .innerJoin(people, eq(people.id, sessionSpeakers.personId))
      .where(and(eq(people.email, "anna@waterland.example"), eq(sessions.kind, "workshop")));
    expect(anna).toEqual([{ title: "Vergaderen zonder vergadering" }]);
  });

  test("has a person of Waterland's and one of Polder's whom an organiser signed up, and says why", async () => {
    const organiser = alias(people, "organiser");
    const placed = await db()
      .select({ title: sessions.title, person: people.email, by: organiser.email, reason: signups.reason })
      .from(signups)
      .innerJoin(sessions, eq(sessions.id, signups.sessionId))
      .innerJoin(people, eq(people.id, signups.personId))
      .innerJoin(organiser, eq(organiser.id, signups.placedBy))
      .orderBy(people.email);
    expect(placed.map(({ title, person, by, reason }) => [title, person, by, reason !== ""])).toEqual([
      ["Schetsen wat je bedoelt", "daan@polder.example", "marieke@polder.example", true],
      ["Twelve ways to say no", "joris@waterland.example", "anna@waterland.example", true],
    ]);
  });

  test("leaves nothing to be told but that somebody is asked to speak", async () => {
    const told = await db().select({ kind: events.kind }).from(events);
    expect(told).toEqual([{ kind: "turn.offered" }]);
    // What came back of a message stays with it.
    expect(await db().select({ kind: mails.kind, status: mails.status }).from(mails)).toEqual([
      { kind: "message", status: "failed" },
    ]);
  });

  test("has told everybody what they have, and tells of a move only those whom it concerns", async () => {
    const tell = async (sessionId: string) => {
      const concerned = await db().select().from(invites).where(eq(invites.sessionId, sessionId));
      for (const { personId } of concerned) await tellPerson(db(), { sessionId, personId }, deps);
      return db()
        .select({ kind: mails.kind, method: mails.icalMethod })
        .from(mails)
        .where(ne(mails.kind, "message"))
        .orderBy(mails.kind);
    };
    for (const { id } of await db().select().from(sessions)) expect(await tell(id)).toEqual([]);
    const [slow] = await db().select().from(sessions).where(eq(sessions.title, "Breakfast in Brooklyn"));
    await changeSession(db(), slow!.id, { startsLocal: slow!.startsLocal.replace("07:45", "07:55") }, deps);
    const mailed = await tell(slow!.id);
    expect(mailed.length).toBe(slow!.seatsTaken + 1);
    expect(new Set(mailed.map(({ kind, method }) => `${kind} ${method}`))).toEqual(
      new Set(["invite-changed REQUEST"]),
    );
  });

  test("shows what organisers wrote to those who come, and what became of it", async () => {
    const [anna] = await db().select().from(people).where(eq(people.email, "anna@waterland.example"));
    const spring = await findFestival(db(), "deell-spring");
    const viewer = { ...anna!, personId: anna!.id, organisationSlug: "waterland" };
    const { outbox, sent, drafts } = await findMessagesPage(db(), viewer, spring!);
    expect(outbox.map(({ target, readers }) => [target, readers > 3])).toEqual([
      [{ kind: "host", name: "Lumen" }, true],
    ]);
    expect(drafts).toEqual([]);
    const seated = await db()
      .selectDistinct({ id: signups.personId })
      .from(signups)
      .innerJoin(sessions, and(eq(sessions.id, signups.sessionId), eq(sessions.festivalId, spring!.id)))
      .where(eq(signups.status, "confirmed"));
    expect(sent.map(({ deliveries }) => deliveries)).toEqual([
      { sent: seated.length - 2, "on-its-way": 0, failed: 0, bounced: 1, refused: 1 },
    ]);
    const report = await findDeliveries(db(), sent[0]!.id, anna!.organisationId!);
    expect(report.own.filter(({ delivery }) => delivery === "bounced").map(({ name }) => name)).toEqual([
      "Sander Mulder",
    ]);
  });

  test("gave the seats of the edition before by wishes, and everybody can read why and work it out again", async () => {
    const { earlier } = await findEditions(db(), null, (await findFestival(db(), "deell-autumn"))!);
    const before = (await findFestival(db(), earlier[0]!.slug))!;
    const page = await findBallotPage(db(), before, { now });
    expect([page.state, page.done?.mode]).toEqual(["allocated", "fewest-without"]);
    const [daan] = await db().select().from(people).where(eq(people.email, "daan@polder.example"));
    const mine = await findMyResult(db(), { festivalId: before.id, personId: daan!.id }, getText("en").t);
    expect(mine?.slots?.filter(({ got }) => got)).toHaveLength(3);
    const file = await findReplayFile(db(), { festival: before, viewer: null });
    expect(file.is === "file" && replay(file.bytes)).toMatchObject({
      same: true,
      people: page.done?.report.people,
    });
  });

  test("keeps autumn a call for proposals", async () => {
    const autumn = await findFestival(db(), "deell-autumn");
    expect(autumn?.status).toBe("calling");
    expect(await db().$count(sessions, eq(sessions.festivalId, autumn!.id))).toBe(0);
    // Ten ideas of the organisers, and the five proposals that were accepted, one of them withdrawn since.
    expect((await listDrafts(db(), autumn!.id)).filter(({ cancelled }) => !cancelled)).toHaveLength(14);
  });
});

describe("on any day", () => {
  const db = testDatabase();

  test.each([
    "2026-11-23T09:00:00Z",
    "2026-12-23T23:30:00Z",
    "2027-03-28T00:59:00Z",
    "2027-07-29T08:30:00Z",
    "2028-02-29T12:00:00Z",
  ])("%s, the festival is on working days to come and Chloé is asked to speak", async (iso) => {
    const today = at(iso);
    await fillDemo(db(), { now: today });
    for (const festival of await db().select().from(festivals).where(isNull(festivals.archivedAt))) {
      expect(Temporal.PlainDate.from(festival.startsOn).dayOfWeek).toBe(2);
      expect(festival.startsOn > iso).toBe(true);
    }
    const asked = await db()
      .select({ email: people.email, turn: turns.status })
      .from(offers)
      .innerJoin(rosterMembers, eq(rosterMembers.id, offers.memberId))
      .innerJoin(people, eq(people.id, rosterMembers.personId))
      .innerJoin(turns, eq(turns.id, offers.turnId))
      .where(eq(offers.status, "open"));
    expect(asked).toEqual([{ email: "chloe@kade.example", turn: "offered" }]);
  });
});
