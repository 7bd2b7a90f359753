import type { PGlite } from "@electric-sql/pglite";
import { asc } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeOrganisation, makePerson, makeRoom, makeVenue } from "#db/demo/factories.ts";
import { commitments, events } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { findClashes } from "~/sessions/commitments.server.ts";
import { sessionPath } from "~/sessions/session.ts";
import {
  cancelSession,
  changeSession,
  createSessions,
  findSession,
  listSessions,
  type NewSession,
  setSpeakers,
} from "~/sessions/sessions.server.ts";

const now = at("2026-11-23T09:00:00Z");
const later = at("2026-11-24T09:00:00Z");

describe("sessions", () => {
  const db = testDatabase();

  async function festival() {
    const organisation = await makeOrganisation(db(), { name: "Waterland" });
    const row = await makeFestival(db(), { leadOrganisationId: organisation.id, slug: "deell" });
    const person = async (name: string) => {
      const { id } = await makePerson(db(), { organisationId: organisation.id, name });
      return { personId: id, name };
    };
    const session = (given: Partial<NewSession> & { startsLocal: string }): NewSession => ({
      organisationId: organisation.id,
      kind: "workshop",
      title: "Sketching",
      language: "en",
      timeZone: "Europe/Amsterdam",
      durationMinutes: 60,
      ...given,
      festivalId: row.id,
      seriesId: null,
    });
    const create = async (given: Partial<NewSession> & { startsLocal: string }) =>
      (await createSessions(db(), [session(given)], { now, ids })).ids[0] as string;
    const ids = testIds();
    return { organisation, festival: row, person, session, create, ids };
  }

  test("a session is found with everything that stands on its page", async () => {
    const { organisation, person, create, ids } = await festival();
    const venue = await makeVenue(db(), { organisationId: organisation.id, name: "Quay house" });
    const room = await makeRoom(db(), { venueId: venue.id, name: "Garden room" });
    const anna = await person("Anna");
    const guest = { personId: null, name: "A guest" };
    const id = await create({ startsLocal: "2027-01-11T10:00", roomId: room.id, speakers: [guest, anna] });
    const found = await findSession(db(), id);
    expect(found).toMatchObject({
      title: "Sketching",
      startsAt: "2027-01-11T09:00:00Z",
      endsAt: "2027-01-11T10:00:00Z",
      status: "confirmed",
      sequence: 0,
      organisation: { name: "Waterland" },
      room: { name: "Garden room", venue: { name: "Quay house" } },
      track: null,
      festival: { slug: "deell" },
      series: null,
      speakers: [guest, anna],
    });
    expect(found && sessionPath(found)).toBe(`/festivals/deell/sessions/${id}`);
    expect(await findSession(db(), ids.uuid())).toBeNull();
  });

  test("sessions are listed in order of time, by who gives them and by what is still to come", async () => {
    const { person, create, festival: row } = await festival();
    const anna = await person("Anna");
    const second = await create({ startsLocal: "2027-01-11T12:00", speakers: [anna] });
    const first = await create({ startsLocal: "2027-01-11T10:00" });
    const listed = async (filter: Parameters<typeof listSessions>[1]) =>
      (await listSessions(db(), filter)).map((session) => session.id);
    expect(await listed({ festivalId: row.id })).toEqual([first, second]);
    expect(await listed({ speakerId: anna.personId })).toEqual([second]);
    expect(await listed({ endsAfter: "2027-01-11T10:00:00Z" })).toEqual([second]);
    expect(await listed({ startsBefore: "2027-01-11T11:00:00Z" })).toEqual([first]);
    expect(await listed({ ids: [] })).toEqual([]);
  });

  test("thirty sessions take as many queries as one", async () => {
    const { person, create, festival: row } = await festival();
    const anna = await person("Anna");
    const { $client } = db() as Database & { $client: PGlite };
    const query = vi.spyOn($client, "query");
    const counts: number[] = [];
    for (const more of [1, 29]) {
      for (let day = more; day > 0; day -= 1) {
        await create({
          startsLocal: `2027-0${more === 1 ? 1 : 3}-${String(day).padStart(2, "0")}T10:00`,
          speakers: [anna],
        });
      }
      query.mockClear();
      await listSessions(db(), { festivalId: row.id });
      counts.push(query.mock.calls.length);
    }
    query.mockRestore();
    expect(counts).toEqual([2, 2]);
  });

  test("a visible change raises the sequence and leaves an event that says what changed", async () => {
    const { create } = await festival();
    const id = await create({ startsLocal: "2027-01-11T10:00" });
    const patch = { startsLocal: "2027-01-11T11:00", title: "Sketching", place: "The quay" };
    const { changed } = await changeSession(db(), id, patch, { now: later });
    expect(changed).toEqual(["time", "place"]);
    expect(await findSession(db(), id)).toMatchObject({
      startsAt: "2027-01-11T10:00:00Z",
      place: "The quay",
      sequence: 1,
      updatedAt: later.toString(),
    });
    expect(await eventsOf(db())).toEqual([["session.changed", id, { changed: ["time", "place"] }]]);
  });

  test("writing what is already so changes nothing", async () => {
    const { create, person } = await festival();
    const anna = await person("Anna");
    const id = await create({ startsLocal: "2027-01-11T10:00", speakers: [anna] });
    const before = await eventsOf(db());
    const same = await changeSession(db(), id, { startsLocal: "2027-01-11T10:00" }, { now: later });
    expect(same).toEqual({ changed: [], clashes: [] });
    expect(await setSpeakers(db(), id, [anna], { now: later })).toEqual({ ok: true, changed: false });
    expect(await findSession(db(), id)).toMatchObject({ sequence: 0, updatedAt: now.toString() });
    expect(await eventsOf(db())).toEqual(before);
  });

  test("who gives a session is busy then, and free again when it is called off", async () => {
    const { create, person } = await festival();
    const anna = await person("Anna");
    const id = await create({ startsLocal: "2027-01-11T10:00", speakers: [anna] });
    const other = await findSession(db(), await create({ startsLocal: "2027-01-11T10:30" }));
    if (!other) throw new Error("not created");
    expect(await findClashes(db(), [anna.personId], other)).toMatchObject([{ sessionId: id, role: "gives" }]);
    await cancelSession(db(), id, { now });
    expect(await findClashes(db(), [anna.personId], other)).toEqual([]);
    expect(await findSession(db(), id)).toMatchObject({ status: "cancelled", sequence: 1 });
    await changeSession(db(), id, { status: "confirmed" }, { now });
    expect(await findClashes(db(), [anna.personId], other)).toMatchObject([{ sessionId: id }]);
  });

  test("sessions that touch do not clash, and an all-day session takes nobody's time", async () => {
    const { create, person } = await festival();
    const anna = await person("Anna");
    await create({ startsLocal: "2027-01-11T10:00", speakers: [anna] });
    const allDay = { startsLocal: "2027-01-11T00:00", allDay: true, durationMinutes: 1440 };
    await create({ ...allDay, speakers: [anna] });
    const after = await create({ startsLocal: "2027-01-11T11:00" });
    expect(await setSpeakers(db(), after, [anna], { now })).toEqual({ ok: true, changed: true });
    expect(await marks(db())).toEqual([false, false]);
  });

  test("a speaker who is busy is refused with what they are busy with", async () => {
    const { create, person } = await festival();
    const anna = await person("Anna");
    const first = await create({ startsLocal: "2027-01-11T10:00", speakers: [anna] });
    const second = await create({ startsLocal: "2027-01-11T10:30" });
    expect(await setSpeakers(db(), second, [anna], { now })).toMatchObject({
      ok: false,
      reason: "clash",
      clashes: [{ personId: anna.personId, sessionId: first, title: "Sketching" }],
    });
    expect((await findSession(db(), second))?.speakers).toEqual([]);
  });

  test("a session moved onto another is marked, and unmarked when it moves on", async () => {
    const { create, person } = await festival();
    const anna = await person("Anna");
    await create({ startsLocal: "2027-01-11T10:00", speakers: [anna] });
    const moved = await create({ startsLocal: "2027-01-11T12:00", speakers: [anna] });
    const onto = await changeSession(db(), moved, { startsLocal: "2027-01-11T10:30" }, { now });
    expect(onto.clashes).toEqual([{ personId: anna.personId, sessionId: moved }]);
    expect(await marks(db())).toEqual([false, true]);
    const away = await changeSession(db(), moved, { startsLocal: "2027-01-11T14:00" }, { now });
    expect(away.clashes).toEqual([]);
    expect(await marks(db())).toEqual([false, false]);
  });

  test("a mark goes when the other session is called off", async () => {
    const { create, person } = await festival();
    const anna = await person("Anna");
    const first = await create({ startsLocal: "2027-01-11T10:00", speakers: [anna] });
    await create({ startsLocal: "2027-01-11T10:30", speakers: [anna] });
    expect(await marks(db())).toEqual([false, true]);
    await cancelSession(db(), first, { now });
    expect(await marks(db())).toEqual([false]);
  });

  test("many sessions are written at once, and a doubly booked speaker is reported", async () => {
    const { session, person, ids } = await festival();
    const anna = await person("Anna");
    const list = ["10:00", "10:30", "12:00"].map((time) =>
      session({ startsLocal: `2027-01-11T${time}`, speakers: [anna] }),
    );
    const created = await createSessions(db(), list, { now, ids });
    expect(created.ids).toHaveLength(3);
    const [first, second] = created.ids;
    expect(created.clashes).toEqual([
      { personId: anna.personId, sessionId: first },
      { personId: anna.personId, sessionId: second },
    ]);
  });
});

async function eventsOf(db: Database) {
  const rows = await db.select().from(events).orderBy(asc(events.id));
  return rows.map((event) => [event.kind, event.subject, event.payload]);
}

/** Whether each commitment is marked as a clash, in order of time. */
async function marks(db: Database): Promise<boolean[]> {
  const rows = await db.select().from(commitments).orderBy(asc(commitments.during));
  return rows.map((row) => row.clashSince !== null);
}
