import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makePerson } from "#db/demo/factories.ts";
import { draftSessions, events, festivalDecisions, releases, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { listFestivalConcerned } from "~/calendar/concerned.server.ts";
import { diffProgrammes } from "~/festivals/diff.ts";
import { archiveFestival } from "~/festivals/editions/archive.server.ts";
import { cancelFestival, reinstateFestival } from "~/festivals/editions/cancel.server.ts";
import { postponeFestival } from "~/festivals/editions/postpone.server.ts";
import { rescheduleFestival } from "~/festivals/editions/reschedule.server.ts";
import { isOver, signupWindow } from "~/festivals/festival.ts";
import { nextFestival } from "~/festivals/festivals.server.ts";
import { currentProgramme } from "~/festivals/programmes.server.ts";
import { readSnapshot } from "~/festivals/releases/snapshot.ts";
import { findPendingRelease, listReleases } from "~/festivals/releases.server.ts";
import { cancelNow } from "~/festivals/remove-drafts.server.ts";
import { listSignedUp } from "~/signups/audience.server.ts";
import { minutes, releasedFestival } from "./editions.support.ts";
import { now } from "./festivals.support.ts";

const reason = "The building is closed after a flood.";

describe("a cancelled festival", () => {
  const db = testDatabase();

  test("tells everybody once: who attends, speaks or organises, with what leaves their calendar", async () => {
    const { lead, id, festival, sweep, told, inbox, statuses, methods } = await releasedFestival(db());
    const concerned = (await listFestivalConcerned(db(), id)).length;
    const done = await cancelFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    expect(done).toEqual({ ok: true, already: false });
    await sweep(minutes(29));
    expect(await told()).toEqual([]);
    await sweep(minutes(30));
    expect(await told()).toEqual([
      ["festival-cancelled", "daan@lumen.example", 2],
      ["festival-cancelled", "member@waterland.example", 1],
      ["festival-cancelled", "organiser@lumen.example", 0],
      ["festival-cancelled", "organiser@waterland.example", 0],
    ]);
    expect((await told()).length).toBe(concerned);
    const [mail] = await inbox();
    expect([mail?.subject, mail?.icalMethod, mail?.moreIcals?.map(({ method }) => method)]).toEqual([
      "DEELL spring is cancelled",
      "CANCEL",
      ["CANCEL"],
    ]);
    for (const part of [mail?.text, mail?.html]) expect(part).toContain(reason);
    expect(await statuses()).toEqual([
      ["cancelled", "2027-04-08T10:00"],
      ["cancelled", "2027-04-09T14:00"],
    ]);
    expect(await methods()).toEqual(["CANCEL 1", "CANCEL 1", "CANCEL 1"]);
    expect(await festival()).toMatchObject({ status: "cancelled", announcement: reason });
    expect(signupWindow(await festival(), minutes(30))).toBe("closed");
  });

  test("told again, or cancelled again, tells nobody anything", async () => {
    const { lead, id, sweep, told } = await releasedFestival(db());
    await cancelFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    await sweep(minutes(30));
    const first = await told();
    await db().update(events).set({ handledAt: null });
    expect(await cancelFestival(db(), lead, { id }, { reason: "Again" }, { now: minutes(31) })).toEqual({
      ok: true,
      already: true,
    });
    for (const minute of [40, 41, 60]) await sweep(minutes(minute));
    expect(await told()).toEqual(first);
  });

  test("is not released any more, and is the lead's to cancel, until it is over", async () => {
    const { lead, lumen, id, release, save, first } = await releasedFestival(db());
    const cancel = (viewer: typeof lead, when = minutes(20)) =>
      cancelFestival(db(), viewer, { id }, { reason }, { now: when });
    expect(await cancel(lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await cancel(lead, at("2027-04-11T09:00:00Z"))).toEqual({ ok: false, reason: "over" });
    await cancel(lead);
    await save({ id: first, title: "Renamed" });
    expect(await release()).toEqual({ ok: false, reason: "cancelled" });
  });

  test("leaves what has been as it was", async () => {
    const { lead, id, statuses } = await releasedFestival(db());
    await cancelFestival(db(), lead, { id }, { reason }, { now: at("2027-04-08T12:00:00Z") });
    expect((await statuses()).map(([status]) => status)).toEqual(["confirmed", "cancelled"]);
  });

  test("takes place after all with the seats people had, but not with what was called off before", async () => {
    const { lead, id, second, festival, sweep, told, statuses, methods } = await releasedFestival(db());
    await cancelNow(db(), lead, await festival(), second, { now: minutes(11) });
    await cancelFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    await sweep(minutes(30));
    const before = (await told()).length;
    const back = await reinstateFestival(db(), lead, { id }, { reason: "It is dry." }, { now: minutes(60) });
    expect(back).toEqual({ ok: true, already: false });
    expect((await statuses()).map(([status]) => status)).toEqual(["confirmed", "cancelled"]);
    expect(await festival()).toMatchObject({ status: "released", announcement: "It is dry." });
    await sweep(minutes(70));
    const kinds = (await told()).map(([kind]) => kind);
    expect(kinds.filter((kind) => kind === "festival-reinstated").length).toBe(4);
    expect(kinds.length).toBe(before + 4);
    expect(await methods()).toEqual(["CANCEL 1", "REQUEST 2", "REQUEST 2"]);
    expect((await db().select().from(signups)).map(({ status }) => status)).toEqual([
      "confirmed",
      "confirmed",
    ]);
    expect(await reinstateFestival(db(), lead, { id }, { reason: "" }, { now: minutes(61) })).toEqual({
      ok: true,
      already: true,
    });
  });

  test("within ten minutes can be taken back without a word to anybody", async () => {
    const { lead, id, sweep, told, statuses } = await releasedFestival(db());
    await cancelFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    await reinstateFestival(db(), lead, { id }, { reason: "" }, { now: minutes(25) });
    for (const minute of [30, 35, 36, 50]) await sweep(minutes(minute));
    expect(await told()).toEqual([]);
    expect((await statuses()).map(([status]) => status)).toEqual(["confirmed", "confirmed"]);
  });
});

describe("a festival that is put off", () => {
  const db = testDatabase();

  test("keeps its seats, waits with sign-up and tells everybody once", async () => {
    const { lead, id, festival, sweep, told, statuses } = await releasedFestival(db());
    await postponeFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    expect(await postponeFestival(db(), lead, { id }, { reason }, { now: minutes(21) })).toEqual({
      ok: true,
      already: true,
    });
    await sweep(minutes(30));
    expect((await statuses()).map(([status]) => status)).toEqual(["tentative", "tentative"]);
    expect(await told()).toEqual([
      ["festival-postponed", "daan@lumen.example", 2],
      ["festival-postponed", "member@waterland.example", 1],
      ["festival-postponed", "organiser@lumen.example", 0],
      ["festival-postponed", "organiser@waterland.example", 0],
    ]);
    expect(signupWindow(await festival(), minutes(30))).toBe("not-yet");
    expect(isOver(await festival(), at("2027-06-01T09:00:00Z"))).toBe(false);
    expect((await db().select().from(signups)).map(({ status }) => status)).toEqual([
      "confirmed",
      "confirmed",
    ]);
  });

  test("what is released meanwhile is not settled either", async () => {
    const { lead, id, add, release, statuses } = await releasedFestival(db());
    await postponeFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    await add({ title: "Third", startsLocal: "2027-04-09T16:00" });
    expect(await release()).toMatchObject({ ok: true });
    expect((await statuses()).map(([status]) => status)).toEqual(["tentative", "tentative", "tentative"]);
  });

  test("gets its new dates later, when the old ones have passed", async () => {
    const { lead, id, sweep, told, statuses, festival, deps } = await releasedFestival(db());
    await postponeFestival(db(), lead, { id }, { reason }, { now: minutes(20) });
    await sweep(minutes(30));
    const wish = { startsOn: "2027-11-04", reason: "In autumn" };
    const later = at("2027-05-01T09:00:00Z");
    expect(await rescheduleFestival(db(), lead, { id }, wish, { ...deps, now: later })).toEqual({
      ok: true,
      already: false,
      days: 210,
    });
    // Ten o'clock stays ten o'clock, although the clocks have changed.
    expect(await statuses()).toEqual([
      ["confirmed", "2027-11-04T10:00"],
      ["confirmed", "2027-11-05T14:00"],
    ]);
    expect(await festival()).toMatchObject({
      startsOn: "2027-11-04",
      endsOn: "2027-11-05",
      postponedAt: null,
      announcement: "In autumn",
    });
    await sweep(at("2027-05-01T09:10:00Z"));
    expect((await told()).filter(([kind]) => kind === "festival-rescheduled")).toEqual([
      ["festival-rescheduled", "daan@lumen.example", 2],
      ["festival-rescheduled", "member@waterland.example", 1],
      ["festival-rescheduled", "organiser@lumen.example", 0],
      ["festival-rescheduled", "organiser@waterland.example", 0],
    ]);
    const [release] = await listReleases(db(), id);
    expect(release).toMatchObject({ number: 2, note: "In autumn" });
    expect(release?.changes.map((change) => change.kind === "changed" && change.aspects)).toEqual([
      ["time"],
      ["time"],
    ]);
  });
});

describe("new dates at once", () => {
  const db = testDatabase();
  const wish = { startsOn: "2027-04-15", reason: "A week later" };

  test("shift the draft along, and publish none of its edits", async () => {
    const { lead, id, add, save, first, deps, statuses, festival } = await releasedFestival(db());
    await add({ title: "An idea", startsLocal: "2027-04-08T16:00" });
    await save({ id: first, title: "Another title", startsLocal: "2027-04-08T11:00" });
    await rescheduleFestival(db(), lead, { id }, wish, { ...deps, now });
    expect(await statuses()).toEqual([
      ["confirmed", "2027-04-15T10:00"],
      ["confirmed", "2027-04-16T14:00"],
    ]);
    const drafts = await db().select().from(draftSessions).orderBy(draftSessions.startsLocal);
    expect(drafts.map(({ title, startsLocal }) => [title, startsLocal])).toEqual([
      ["Another title", "2027-04-15T11:00"],
      ["An idea", "2027-04-15T16:00"],
      ["Second", "2027-04-16T14:00"],
    ]);
    const { changes } = await findPendingRelease(db(), await festival(), { now, listSignedUp });
    expect(changes.map(({ kind, session }) => [kind, session.title])).toEqual([
      ["added", "An idea"],
      ["changed", "Another title"],
    ]);
    const [row] = await db().select().from(releases).where(eq(releases.number, 2));
    expect(diffProgrammes(readSnapshot(row?.snapshot), await currentProgramme(db(), id))).toEqual([]);
  });

  test("asked for twice move it once; the past, what is over and what is cancelled are refused", async () => {
    const { lead, lumen, id, deps, statuses } = await releasedFestival(db());
    const move = (given: object, when = now, viewer = lead) =>
      rescheduleFestival(db(), viewer, { id }, { ...wish, ...given }, { ...deps, now: when });
    expect(await move({}, now, lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await move({ startsOn: "2026-11-22" })).toEqual({ ok: false, reason: "past" });
    expect(await move({}, at("2027-06-01T09:00:00Z"))).toEqual({ ok: false, reason: "over" });
    expect(await move({})).toMatchObject({ ok: true, already: false });
    expect(await move({})).toMatchObject({ ok: true, already: true });
    expect((await statuses())[0]).toEqual(["confirmed", "2027-04-15T10:00"]);
    await cancelFestival(db(), lead, { id }, { reason }, { now });
    expect(await move({ startsOn: "2027-04-22" })).toEqual({ ok: false, reason: "cancelled" });
  });
});

describe("archived", () => {
  const db = testDatabase();

  test("is what has been, and comes back; what is to come stays in the lists", async () => {
    const { lead, lumen, id, festival } = await releasedFestival(db());
    const archive = (archived: boolean, when = now, viewer = lead) =>
      archiveFestival(db(), viewer, { id }, { archived }, { now: when });
    const past = at("2027-06-01T09:00:00Z");
    expect(await archive(true)).toEqual({ ok: false, reason: "coming" });
    expect(await archive(true, past, lumen.organiser)).toEqual({ ok: false, reason: "forbidden" });
    expect(await archive(true, past)).toEqual({ ok: true, already: false });
    expect(await archive(true, past)).toEqual({ ok: true, already: true });
    expect((await festival()).archivedAt).toBe("2027-06-01T09:00:00Z");
    expect(await archive(false, past)).toEqual({ ok: true, already: false });
    expect((await festival()).archivedAt).toBeNull();
    const kinds = (await db().select().from(festivalDecisions)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(["archived", "unarchived"]);
  });

  test("and a festival that is archived is not the next one", async () => {
    const { lead, id } = await releasedFestival(db());
    expect((await nextFestival(db(), null, now))?.id).toBe(id);
    await cancelFestival(db(), lead, { id }, { reason }, { now });
    expect(await nextFestival(db(), null, now)).toBeNull();
    await archiveFestival(db(), lead, { id }, { archived: true }, { now });
    await reinstateFestival(db(), lead, { id }, { reason: "" }, { now });
    expect(await nextFestival(db(), null, now)).toBeNull();
  });
});

describe("who is concerned", () => {
  const db = testDatabase();

  test("does not name a colleague who only works for a host", async () => {
    const { id, waterland, lumen } = await releasedFestival(db());
    const bystander = await makePerson(db(), { organisationId: waterland.organisation.id });
    const concerned = await listFestivalConcerned(db(), id);
    expect(concerned).not.toContain(bystander.id);
    expect(concerned).toContain(lumen.organiser.personId);
    expect(new Set(concerned).size).toBe(concerned.length);
  });
});

describe.skipIf(!postgresUrl)("many clicks at once on PostgreSQL", () => {
  const db = postgresDatabase();
  const clicks = 6;

  async function atOnce(asked: Database) {
    const { lead, id, deps, statuses } = await releasedFestival(db());
    const wish = { startsOn: "2027-04-15", reason: "" };
    await Promise.allSettled(
      Array.from({ length: clicks }, () => rescheduleFestival(asked, lead, { id }, wish, { ...deps, now })),
    );
    await Promise.allSettled(
      Array.from({ length: clicks }, () => cancelFestival(asked, lead, { id }, { reason }, { now })),
    );
    const kinds = (await db().select().from(festivalDecisions)).map(({ kind }) => kind);
    const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
    return { moved: count("rescheduled"), cancelled: count("cancelled"), statuses: await statuses() };
  }

  test("move it once by the days asked for, and cancel it once", async () => {
    expect(await atOnce(db())).toEqual({
      moved: 1,
      cancelled: 1,
      statuses: [
        ["cancelled", "2027-04-15T10:00"],
        ["cancelled", "2027-04-16T14:00"],
      ],
    });
    expect((await db().select().from(sessions)).map(({ sequence }) => sequence)).toEqual([2, 2]);
  });

  test("control: without the row lock it is decided more than once", async () => {
    const { moved, cancelled } = await atOnce(withoutRowLocks(db()));
    expect(moved + cancelled).toBeGreaterThan(2);
  });
});
