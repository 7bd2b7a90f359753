import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  makeCommitments,
  makeFestival,
  makeRoom,
  makeSession,
  makeSignup,
  makeSpeakers,
  makeVenue,
} from "#db/demo/factories.ts";
import { draftSessions, events, festivals, releases, sessionSpeakers, sessions } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import type { DraftFields } from "~/festivals/draft-form.ts";
import { giveAgain } from "~/festivals/edit-drafts.server.ts";
import { releaseProgramme } from "~/festivals/make-release.server.ts";
import { findPendingRelease, listReleases } from "~/festivals/releases.server.ts";
import { cancelNow, removeDraft, restoreDraft } from "~/festivals/remove-drafts.server.ts";
import { saveRoom, saveVenue } from "~/festivals/venues.server.ts";
import { listSignedUp } from "~/signups/audience.server.ts";
import { draftFields, makeHostOrganisation, makeProgramme, now } from "./festivals.support.ts";

describe("a release", () => {
  const db = testDatabase();

  test("writes the sessions that have a time, under the ids of their drafts", async () => {
    const { add, release, session, lead, festival, waterland } = await makeProgramme(db());
    const id = await add({ speakers: ["member@lumen.example", "Ada Guest"] });
    const unplaced = await add({ title: "Some day", startsLocal: null });
    const outcome = await release();
    expect(outcome).toMatchObject({ ok: true, number: 1, changes: [{ kind: "added", session: { id } }] });
    expect(await session(id)).toMatchObject({
      title: draftFields.title,
      organisationId: waterland.organisation.id,
      startsAt: "2027-04-08T08:00:00Z",
      endsAt: "2027-04-08T09:00:00Z",
      status: "confirmed",
      capacity: 12,
      sequence: 0,
    });
    expect(await session(unplaced)).toBeUndefined();
    const speakers = await db().select().from(sessionSpeakers).orderBy(asc(sessionSpeakers.position));
    expect(speakers).toMatchObject([
      { name: "member", personId: expect.any(String) },
      { name: "Ada Guest", personId: null },
    ]);
    expect((await festival()).status).toBe("released");
    expect(await listReleases(db(), (await festival()).id)).toMatchObject([
      { number: 1, releasedBy: "organiser" },
    ]);
    expect(lead.personId).toBe((await db().select().from(releases))[0]?.releasedBy);
  });

  test("a second one moves the same session, raises its SEQUENCE by one and tells of the change", async () => {
    const { add, save, release, session, changed } = await makeProgramme(db());
    const id = await add();
    await release();
    await save({ id, startsLocal: "2027-04-08T14:00" });
    expect(await session(id)).toMatchObject({ startsAt: "2027-04-08T08:00:00Z", sequence: 0 });
    expect(await release()).toMatchObject({
      ok: true,
      number: 2,
      changes: [{ kind: "changed", aspects: ["time"] }],
    });
    expect(await session(id)).toMatchObject({ startsAt: "2027-04-08T12:00:00Z", sequence: 1 });
    expect(await changed()).toEqual([[id, ["time"]]]);
  });

  test("what was taken out is cancelled, and put back it takes place again as the same session", async () => {
    const { add, release, session, lead, festival } = await makeProgramme(db());
    const id = await add();
    await release();
    await removeDraft(db(), lead, await festival(), id, { now });
    expect((await session(id))?.status).toBe("confirmed");
    expect(await release()).toMatchObject({ ok: true, changes: [{ kind: "cancelled" }] });
    expect(await session(id)).toMatchObject({ status: "cancelled", sequence: 1 });
    await restoreDraft(db(), lead, await festival(), id, { now });
    expect(await release()).toMatchObject({ ok: true, changes: [{ kind: "added" }] });
    expect(await session(id)).toMatchObject({ status: "confirmed", sequence: 2 });
  });

  test("a draft that was never released just goes", async () => {
    const { add, lead, festival } = await makeProgramme(db());
    const id = await add();
    await removeDraft(db(), lead, await festival(), id, { now });
    expect(await db().select().from(draftSessions)).toEqual([]);
  });

  test("without a change there is nothing to release", async () => {
    const { add, release } = await makeProgramme(db());
    expect(await release()).toEqual({ ok: false, reason: "nothing" });
    await add();
    await release();
    expect(await release()).toEqual({ ok: false, reason: "nothing" });
  });

  test("a host that does not lead cannot release", async () => {
    const { add, release, lumen } = await makeProgramme(db());
    await add();
    expect(await release(lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
  });

  test("a speaker who is taken twice at a time stops it until the lead calls this a warning and it is meant", async () => {
    const { add, release, lead, festival } = await makeProgramme(db());
    const first = await add({ speakers: ["Ada Guest"] });
    const second = await add({ speakers: ["ada guest"], startsLocal: "2027-04-08T10:30" });
    const conflict = { kind: "speaker", sessionId: first, otherId: second };
    expect(await release(lead, true)).toMatchObject({ ok: false, reason: "blocked", conflicts: [conflict] });
    await db()
      .update(festivals)
      .set({ conflictLevels: { speaker: "warn" } })
      .where(eq(festivals.id, (await festival()).id));
    expect(await release()).toMatchObject({ ok: false, reason: "warnings", conflicts: [conflict] });
    expect(await db().select().from(sessions)).toEqual([]);
    expect(await release(lead, true)).toMatchObject({ ok: true, number: 1 });
  });

  test("speakers who are busy elsewhere are named before; what they attend stays theirs", async () => {
    const { add, lumen, waterland, festival } = await makeProgramme(db());
    const other = await makeFestival(db(), { leadOrganisationId: lumen.organisation.id });
    const elsewhere = { festivalId: other.id, organisationId: lumen.organisation.id, durationMinutes: 60 };
    const gives = await makeSession(db(), { ...elsewhere, title: "A talk", startsLocal: "2027-04-08T10:30" });
    const attends = await makeSession(db(), { ...elsewhere, startsLocal: "2027-04-08T09:30" });
    const after = await makeSession(db(), { ...elsewhere, startsLocal: "2027-04-08T11:00" });
    await makeSpeakers(db(), gives, [{ personId: lumen.member.personId, name: "member" }]);
    const visitor = { personId: waterland.member.personId, role: "attends" as const };
    await makeCommitments(db(), [
      { session: attends, ...visitor },
      { session: after, ...visitor },
    ]);
    await add({ speakers: ["member@lumen.example", "member@waterland.example"] });
    const { conflicts } = await findPendingRelease(db(), await festival(), { now, listSignedUp });
    const away = conflicts.flatMap((one) =>
      one.kind === "away" ? [[one.speaker.name, one.title, one.startsLocal]] : [],
    );
    expect(away).toEqual([
      ["member", "A talk", "2027-04-08T10:30"],
      ["member", null, "2027-04-08T09:30"],
    ]);
  });

  test("earlier releases never change", async () => {
    const { add, save, release, festival } = await makeProgramme(db());
    const id = await add();
    await release();
    await save({ id, title: "Another title" });
    await release();
    const log = await listReleases(db(), (await festival()).id);
    expect(log.map(({ number, changes }) => [number, changes.map((change) => change.session.title)])).toEqual(
      [
        [2, ["Another title"]],
        [1, [draftFields.title]],
      ],
    );
  });
});

describe("what does not wait for a release", () => {
  const db = testDatabase();

  test("seats change at once, and are then no change left to release", async () => {
    const { add, save, release, session, festival } = await makeProgramme(db());
    const id = await add();
    await release();
    expect(await save({ id, capacity: 20 })).toEqual({ ok: true, id });
    expect((await session(id))?.capacity).toBe(20);
    expect((await findPendingRelease(db(), await festival(), { now, listSignedUp })).changes).toEqual([]);
  });

  test("fewer seats than are taken are refused, and nothing else of the form is saved", async () => {
    const { add, save, release, session, waterland, festival } = await makeProgramme(db());
    const id = await add();
    await release();
    await makeSignup(db(), { sessionId: id, personId: waterland.member.personId });
    await db().update(sessions).set({ seatsTaken: 2 }).where(eq(sessions.id, id));
    const refused = await save({ id, capacity: 1, title: "Smaller" });
    expect(refused).toMatchObject({ ok: false, reason: "seats-taken", taken: 2 });
    expect((await session(id))?.capacity).toBe(12);
    expect((await findPendingRelease(db(), await festival(), { now, listSignedUp })).changes).toEqual([]);
  });

  test("the lead calls one session off at once; another host cannot", async () => {
    const { add, release, session, lead, lumen, festival } = await makeProgramme(db());
    const id = await add();
    await release();
    const refused = await cancelNow(db(), lumen.organiser, await festival(), id, { now });
    expect(refused).toEqual({ ok: false, reason: "forbidden" });
    expect(await cancelNow(db(), lead, await festival(), id, { now })).toEqual({ ok: true, stays: true });
    expect(await cancelNow(db(), lead, await festival(), id, { now })).toEqual({ ok: true, stays: true });
    expect(await session(id)).toMatchObject({ status: "cancelled", sequence: 1 });
    expect((await findPendingRelease(db(), await festival(), { now, listSignedUp })).changes).toEqual([]);
  });
});

describe("editing the draft", () => {
  const db = testDatabase();

  test("each host edits its own; the lead edits all", async () => {
    const { add, save, lumen, waterland } = await makeProgramme(db());
    const id = await add();
    const forbidden = { ok: false, reason: "forbidden" };
    expect(await save({ id, title: "Mine now" }, lumen.organiser)).toEqual(forbidden);
    expect(await save({}, lumen.organiser)).toEqual(forbidden);
    const own = await save({ organisationId: lumen.organisation.id }, lumen.organiser);
    if (!own.ok) throw new Error(own.reason);
    const given = { id: own.id, organisationId: waterland.organisation.id };
    expect(await save(given, lumen.organiser)).toEqual({ ok: false, reason: "host" });
    expect(await save(given)).toEqual({ ok: true, id: own.id });
    expect(await save({}, waterland.member)).toEqual(forbidden);
  });

  test("before a release it says how many sessions are on days that are not the festival's", async () => {
    const { add, festival } = await makeProgramme(db());
    const outside = async () =>
      (await findPendingRelease(db(), await festival(), { now, listSignedUp })).conflicts.filter(
        ({ kind }) => kind === "outside",
      ).length;
    await add();
    expect(await outside()).toBe(0);
    await add({ startsLocal: "2026-04-08T10:00" });
    await add({ startsLocal: "2027-04-11T10:00" });
    await add({ startsLocal: null });
    expect(await outside()).toBe(2);
  });

  test("a room or building with another name is news for the sessions to come in it, and nothing else is", async () => {
    const { add, release, session, changed, waterland, festival, deps } = await makeProgramme(db());
    const venue = await makeVenue(db(), { organisationId: waterland.organisation.id, name: "Quay" });
    const room = await makeRoom(db(), { venueId: venue.id, name: "Blue", festivalId: (await festival()).id });
    const id = await add({ place: "", roomId: room.id });
    const elsewhere = await add({ title: "Elsewhere", startsLocal: "2027-04-08T14:00" });
    await release();
    await db().delete(events);
    const { position: _, ...fields } = { ...room, capacity: 20 };
    expect(await saveRoom(db(), waterland.organiser, await festival(), fields, deps)).toEqual({ ok: true });
    expect(await changed()).toEqual([]);
    await saveRoom(db(), waterland.organiser, await festival(), { ...fields, name: "Green" }, deps);
    await saveVenue(db(), waterland.organiser, { id: venue.id, name: "Quay", address: "Dock 4" }, deps);
    expect(await changed()).toEqual([
      [id, ["place"]],
      [id, ["place"]],
    ]);
    expect((await session(id))?.sequence).toBe(2);
    expect((await session(elsewhere))?.sequence).toBe(0);
  });

  test("rooms and tracks of others are refused; a workshop without a number of seats gets the room's", async () => {
    const { save, waterland, festival } = await makeProgramme(db());
    const venue = await makeVenue(db(), { organisationId: waterland.organisation.id });
    const unused = await makeRoom(db(), { venueId: venue.id });
    const room = await makeRoom(db(), { venueId: venue.id, capacity: 30, festivalId: (await festival()).id });
    const where = { place: "", roomId: unused.id };
    expect(await save(where)).toEqual({ ok: false, reason: "room" });
    expect(await save({ trackId: unused.id })).toEqual({ ok: false, reason: "track" });
    const seats = async (given: Partial<DraftFields>) => {
      const saved = await save({ place: "", roomId: room.id, capacity: null, ...given });
      if (!saved.ok) throw new Error(saved.reason);
      const [row] = await db().select().from(draftSessions).where(eq(draftSessions.id, saved.id));
      return row?.capacity;
    };
    expect(await seats({})).toBe(30);
    expect(await seats({ capacity: 40 })).toBe(40);
    expect(await seats({ kind: "break" })).toBeNull();
  });

  test("an address links a colleague and stays linked by name; an address nobody has is refused", async () => {
    const { add, save, lumen } = await makeProgramme(db());
    const id = await add({ speakers: ["Member@Lumen.example", "Ada", "ada"] });
    const speakers = async () => (await db().select().from(draftSessions))[0]?.speakers;
    const linked = [
      { personId: lumen.member.personId, name: "member" },
      { personId: null, name: "Ada" },
    ];
    expect(await speakers()).toEqual(linked);
    await save({ id, speakers: ["member", "Ada"] });
    expect(await speakers()).toEqual(linked);
    expect(await save({ id, speakers: ["Ada", "nobody@lumen.example"] })).toEqual({
      ok: false,
      reason: "speaker",
      unknown: "nobody@lumen.example",
      index: 1,
    });
  });

  test("nobody learns by an address who works for an organisation that does not host", async () => {
    const { add, save, waterland } = await makeProgramme(db());
    await makeHostOrganisation(db(), "elsewhere");
    const id = await add({ speakers: ["member@waterland.example"] });
    const refused = await save({ id, speakers: ["member@elsewhere.example"] });
    expect(refused).toMatchObject({ ok: false, reason: "speaker", unknown: "member@elsewhere.example" });
    expect((await db().select().from(draftSessions))[0]?.speakers).toEqual([
      { personId: waterland.member.personId, name: "member" },
    ]);
  });

  test("what is out keeps a time", async () => {
    const { add, save, release } = await makeProgramme(db());
    const id = await add();
    await release();
    expect(await save({ id, startsLocal: null })).toEqual({ ok: false, reason: "time-needed" });
  });

  test("a workshop given again shares its proposal and still needs a time", async () => {
    const { add, lead, festival, deps } = await makeProgramme(db());
    const id = await add();
    const again = await giveAgain(db(), lead, await festival(), id, deps);
    const rows = await db().select().from(draftSessions);
    const copy = rows.find((row) => again.ok && row.id === again.id);
    expect(copy).toMatchObject({ title: draftFields.title, startsLocal: null });
    expect(copy?.proposalId).toBe(rows.find((row) => row.id === id)?.proposalId);
    expect(copy?.proposalId).toEqual(expect.any(String));
  });
});

describe.skipIf(!postgresUrl)("two clicks on release", () => {
  const db = postgresDatabase();

  async function releaseAtOnce(asked: Database) {
    const { add, lead, festival, deps } = await makeProgramme(db());
    await Promise.all([add(), add(), add()]);
    const drafted = await festival();
    const wish = { note: "", despiteWarnings: false };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => releaseProgramme(asked, lead, drafted, wish, deps)),
    );
    return outcomes.map((one) =>
      one.status === "fulfilled" ? (one.value.ok ? "made" : one.value.reason) : "broken",
    );
  }

  test("make one release; the others find nothing left", async () => {
    const outcomes = await releaseAtOnce(db());
    expect(outcomes.toSorted()).toEqual(["made", ...Array.from({ length: 7 }, () => "nothing")]);
    expect(await db().select().from(releases)).toHaveLength(1);
    expect(await db().select().from(sessions)).toHaveLength(3);
  });

  test("control: without the row lock some of them break on each other's rows", async () => {
    expect(await releaseAtOnce(withoutRowLocks(db()))).toContain("broken");
  });
});
