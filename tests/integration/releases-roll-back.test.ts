import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeRoom, makeSignup, makeVenue } from "#db/demo/factories.ts";
import { draftSessions, festivalRooms, releases, rooms, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { listDecisions } from "~/festivals/decisions.server.ts";
import { diffProgrammes } from "~/festivals/diff.ts";
import { currentProgramme } from "~/festivals/programmes.server.ts";
import { findRollBack, rollBack } from "~/festivals/releases/roll-back.server.ts";
import { readSnapshot } from "~/festivals/releases/snapshot.ts";
import { findPendingRelease, listReleases } from "~/festivals/releases.server.ts";
import { removeDraft } from "~/festivals/remove-drafts.server.ts";
import { listSignedUp } from "~/signups/audience.server.ts";
import { makeProgramme, now } from "./festivals.support.ts";

/** Three releases: a session; it moved and another one new; the first one cancelled. */
async function threeReleases(db: Database) {
  const programme = await makeProgramme(db);
  const { add, save, release, lead, festival } = programme;
  const first = await add({ title: "First" });
  await release();
  await save({ id: first, title: "First", startsLocal: "2027-04-08T14:00" });
  const second = await add({ title: "Second", startsLocal: "2027-04-09T10:00" });
  await release();
  await removeDraft(db, lead, await festival(), first, { now });
  await release();
  const back = async (number: number, asked = db, viewer = lead) =>
    rollBack(asked, viewer, await festival(), { number, note: "Back" }, programme.deps);
  const differences = async (number: number) => {
    const [row] = (await db.select().from(releases)).filter((one) => one.number === number);
    return diffProgrammes(readSnapshot(row?.snapshot), await currentProgramme(db, row!.festivalId));
  };
  const pending = async () =>
    (await findPendingRelease(db, await festival(), { now, listSignedUp })).changes.map(
      ({ kind, session }) => [kind, session.title],
    );
  return { ...programme, first, second, back, differences, pending };
}

describe("going back to an earlier release", () => {
  const db = testDatabase();

  test("makes a new one that attendees see exactly as the earlier one was; SEQUENCE only rises", async () => {
    const { first, second, back, differences, session, festival } = await threeReleases(db());
    expect((await session(first))?.sequence).toBe(2);
    expect(await back(1)).toMatchObject({ ok: true, number: 4 });
    expect(await differences(1)).toEqual([]);
    expect(await session(first)).toMatchObject({ status: "confirmed", startsLocal: "2027-04-08T10:00" });
    expect((await session(first))?.sequence).toBeGreaterThan(2);
    expect((await session(second))?.status).toBe("cancelled");
    const [latest, ...older] = await listReleases(db(), (await festival()).id);
    expect(latest).toMatchObject({
      number: 4,
      note: "Back",
      releasedBy: "organiser",
      organisation: "waterland",
    });
    expect(older.map(({ number }) => number)).toEqual([3, 2, 1]);
    const decided = await listDecisions(db(), (await festival()).id);
    expect(decided.slice(0, 2).map(({ kind, facts, organisation }) => [kind, facts, organisation])).toEqual([
      ["rolled-back", { number: 4, to: 1 }, "waterland"],
      ["released", { number: 3 }, "waterland"],
    ]);
  });

  test("to every release in turn shows each as it was", async () => {
    const { back, differences } = await threeReleases(db());
    for (const number of [1, 2, 3, 2, 1]) {
      expect(await back(number)).toMatchObject({ ok: true });
      expect(await differences(number)).toEqual([]);
    }
  });

  test("puts the draft back too, but leaves what nobody knows yet in it", async () => {
    const { add, save, second, back, pending } = await threeReleases(db());
    await add({ title: "Never released", startsLocal: "2027-04-09T15:00" });
    await save({ id: second, title: "An edit of the draft", startsLocal: "2027-04-09T10:00" });
    await back(1);
    expect(await pending()).toEqual([["added", "Never released"]]);
    await back(2);
    expect(await pending()).toEqual([["added", "Never released"]]);
  });

  test("brings a draft back that is gone", async () => {
    const { first, second, back, lead, festival, pending } = await threeReleases(db());
    await removeDraft(db(), lead, await festival(), first, { now });
    const ids = async () => (await db().select().from(draftSessions)).map(({ id }) => id);
    expect(await ids()).toEqual([second]);
    await back(1);
    expect((await ids()).sort()).toEqual([first, second].sort());
    expect(await pending()).toEqual([]);
  });

  test("a session comes back with the people who had a seat in it, and with no fewer seats than are taken", async () => {
    const { first, back, session, waterland, lumen, festival } = await threeReleases(db());
    for (const { personId } of [waterland.member, lumen.member])
      await makeSignup(db(), { sessionId: first, personId });
    await db().update(sessions).set({ capacity: 2, seatsTaken: 2 }).where(eq(sessions.id, first));
    const [row] = await db().select().from(releases).where(eq(releases.number, 1));
    const snapshot = row?.snapshot as { sessions: object[] };
    await db()
      .update(releases)
      .set({ snapshot: { sessions: snapshot.sessions.map((one) => ({ ...one, capacity: 1 })) } })
      .where(eq(releases.number, 1));
    const plan = await findRollBack(db(), (await festival()).id, 1);
    expect(plan?.keptSeats).toEqual([{ title: "First", capacity: 2 }]);
    expect(await back(1)).toMatchObject({ ok: true });
    expect(await session(first)).toMatchObject({ status: "confirmed", capacity: 2, seatsTaken: 2 });
    expect((await db().select().from(signups)).map(({ status }) => status)).toEqual([
      "confirmed",
      "confirmed",
    ]);
  });

  test("a room that is gone is named in words", async () => {
    const { first, save, release, back, session, waterland, festival } = await threeReleases(db());
    const venue = await makeVenue(db(), { organisationId: waterland.organisation.id });
    const room = await makeRoom(db(), {
      venueId: venue.id,
      name: "Attic",
      festivalId: (await festival()).id,
    });
    const given = { id: first, title: "First", place: "", startsLocal: "2027-04-08T10:00" };
    await back(1);
    await save({ ...given, roomId: room.id });
    await release();
    await save({ ...given, roomId: null });
    await release();
    await db().delete(festivalRooms);
    await db().delete(rooms);
    const plan = await findRollBack(db(), (await festival()).id, 5);
    expect(plan?.lostRooms).toEqual([{ title: "First", roomName: "Attic" }]);
    expect(await back(5)).toMatchObject({ ok: true });
    expect(await session(first)).toMatchObject({ roomId: null, place: "Attic" });
  });

  test("is the lead's, to a release there is, and not to what is there already", async () => {
    const { back, lumen, lead } = await threeReleases(db());
    expect(await back(1, db(), lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await back(9)).toEqual({ ok: false, reason: "unknown" });
    expect(await back(3, db(), lead)).toEqual({ ok: false, reason: "nothing" });
  });

  test("works for a release that did not keep levels yet", async () => {
    const { back, first, session } = await threeReleases(db());
    const [row] = await db().select().from(releases).where(eq(releases.number, 1));
    const snapshot = row?.snapshot as { sessions: { level?: string }[] };
    for (const one of snapshot.sessions) delete one.level;
    await db().update(releases).set({ snapshot }).where(eq(releases.number, 1));
    expect(await back(1)).toMatchObject({ ok: true });
    expect((await session(first))?.level).toBe("all");
  });
});

describe("whom a release would tell", () => {
  const db = testDatabase();

  test("is counted before: each person once, though two of their sessions change", async () => {
    const { add, save, release, waterland, lumen, festival } = await makeProgramme(db());
    const one = await add();
    const two = await add({ startsLocal: "2027-04-09T10:00", speakers: ["organiser@waterland.example"] });
    await release();
    const signedUp = [
      { sessionId: one, personId: lumen.member.personId },
      { sessionId: two, personId: lumen.member.personId },
      { sessionId: two, personId: waterland.member.personId, status: "waiting" as const },
    ];
    for (const signup of signedUp) await makeSignup(db(), signup);
    await save({ id: one, place: "Attic" });
    await save({ id: two, place: "Attic", startsLocal: "2027-04-09T10:00", speakers: ["organiser"] });
    const { audience } = await findPendingRelease(db(), await festival(), { now, listSignedUp });
    expect(audience).toEqual({
      people: 3,
      bySession: { [one]: { attends: 1, waits: 0, gives: 0 }, [two]: { attends: 1, waits: 1, gives: 1 } },
    });
    const over = at("2027-04-10T09:00:00Z");
    const after = await findPendingRelease(db(), await festival(), { now: over, listSignedUp });
    expect(after.audience.people).toBe(0);
  });
});

describe.skipIf(!postgresUrl)("two clicks on going back", () => {
  const db = postgresDatabase();

  async function backAtOnce(asked: Database) {
    const { back } = await threeReleases(db());
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => back(1, asked)));
    return outcomes.map((one) =>
      one.status === "fulfilled" ? (one.value.ok ? "made" : one.value.reason) : "broken",
    );
  }

  test("make one release", async () => {
    expect((await backAtOnce(db())).toSorted()).toEqual([
      "made",
      ...Array.from({ length: 5 }, () => "nothing"),
    ]);
    expect(await db().$count(releases)).toBe(4);
  });

  test("control: without the row lock more than one sets out to make it", async () => {
    const outcomes = await backAtOnce(withoutRowLocks(db()));
    expect(outcomes.filter((outcome) => outcome !== "nothing").length).toBeGreaterThan(1);
  });
});
