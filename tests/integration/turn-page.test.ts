import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makePerson, makeSession } from "#db/demo/factories.ts";
import { events, rosterMembers, swaps, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { changeSeries } from "~/lectures/change-series.server.ts";
import { listHistory } from "~/lectures/history.server.ts";
import { holdTurns } from "~/lectures/hold.server.ts";
import { findLecture, findMovedDate, turnsOf } from "~/lectures/lectures.server.ts";
import { replayBalances } from "~/lectures/ledger.ts";
import { addAbsence } from "~/lectures/members.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { findSeries } from "~/lectures/series.server.ts";
import { askSwap } from "~/lectures/swaps/ask-swap.server.ts";
import { openFloor, putGuest, putSpeaker, releaseTurn } from "~/lectures/turn-page/decide.server.ts";
import { addLecture, moveTurn } from "~/lectures/turn-page/move.server.ts";
import { findSlip, slipTurn } from "~/lectures/turn-page/slip.server.ts";
import { nameSlip } from "~/lectures/turn-page/slip.ts";
import { cancelTurn } from "~/lectures/turns.server.ts";
import { setSpeakers } from "~/sessions/sessions.server.ts";
import { depsAt, monday, weeksOf } from "./lectures.support.ts";
import { speakersOf, startSpeakers } from "./swaps.support.ts";

const db = testDatabase();
const deps = depsAt(monday);
let roster: Awaited<ReturnType<typeof startSpeakers>>;
let weeks: Awaited<ReturnType<typeof weeksOf>>;

/** From the fifth week on: Ada, Bo, nobody yet, Cas. */
beforeEach(async () => {
  roster = await startSpeakers(db(), { 4: "Ada", 5: "Bo", 7: "Cas" });
  weeks = await weeksOf(db(), roster.seriesId);
});

const ref = (week: number) => ({
  seriesId: roster.seriesId,
  turnId: weeks[week]!.id,
  organiserId: roster.people.Dee!,
});
const speakers = () => speakersOf(db(), roster.seriesId, roster.people);
const kinds = async (week: number) => (await listHistory(db(), weeks[week]!.id)).map(({ kind }) => kind);
const eventKinds = async () => (await db().select().from(events)).map(({ kind }) => kind);

async function memberId(name: string): Promise<string> {
  const rows = await db().select().from(rosterMembers);
  return rows.find(({ personId }) => personId === roster.people[name])!.id;
}

async function away(name: string, week: number) {
  const day = weeks[week]!.date;
  const absence = { seriesId: roster.seriesId, personId: roster.people[name]!, note: "" };
  await addAbsence(db(), { ...absence, startsOn: day, endsOn: day }, deps);
}

async function busy(name: string, startsLocal: string) {
  const row = await makeSession(db(), {
    seriesId: roster.seriesId,
    organisationId: roster.organisationId,
    title: "Fire drill",
    startsLocal,
    timeZone: "Europe/Amsterdam",
  });
  await db().transaction((tx) => setSpeakers(tx, row.id, [{ personId: roster.people[name]!, name }], deps));
}

describe("an organiser decides", () => {
  test("to put a colleague who agreed, once, at a week nobody has", async () => {
    const dee = await memberId("Dee");
    expect(await putSpeaker(db(), { ...ref(1), memberId: dee }, deps)).toEqual({ ok: true, name: "Dee" });
    expect(await speakers()).toMatchObject({ 1: "Dee: " });
    expect(await putSpeaker(db(), { ...ref(1), memberId: dee }, deps)).toMatchObject({
      reason: "has-speaker",
    });
    expect(await putSpeaker(db(), { ...ref(4), memberId: dee }, deps)).toMatchObject({
      reason: "has-speaker",
    });
    expect((await kinds(1)).at(-1)).toBe("organiser-put");
  });

  test("nothing for a colleague who is busy then", async () => {
    await busy("Dee", weeks[1]!.startsLocal);
    expect(await putSpeaker(db(), { ...ref(1), memberId: await memberId("Dee") }, deps)).toMatchObject({
      reason: "clash",
      name: "Dee",
    });
  });

  test("to have a guest, who accrues to nobody and stands where a speaker stands", async () => {
    const jo = await makePerson(db(), { name: "Jo" });
    const guest = {
      is: "guest" as const,
      name: "Jo",
      organisationId: roster.organisationId,
      personId: jo.id,
    };
    const given = await putGuest(db(), { ...ref(0), guest, topic: "Tides" }, deps);
    expect(given).toEqual({ ok: true, name: "Jo" });
    const lecture = await findLecture(db(), roster.seriesId, weeks[0]!.date);
    expect(lecture).toMatchObject({
      topic: "Tides",
      status: "confirmed",
      speaker: { personId: jo.id, name: "Jo", organisation: { name: "Waterland" }, isGuest: true },
    });
    expect((await turnsOf(db(), jo.id, monday)).map(({ date }) => date)).toEqual([weeks[0]!.date]);
    await holdTurns(db(), roster.seriesId, { now: at("2026-11-27T09:00:00Z") });
    const [held] = await weeksOf(db(), roster.seriesId);
    expect(held).toMatchObject({ status: "held", title: "Tides" });
    expect(replayBalances([{ heldOn: held!.date, memberId: null, present: held!.present ?? [] }])).toEqual(
      {},
    );
  });

  test("that a colleague on the roster is no guest", async () => {
    const guest = { is: "guest" as const, name: "Dee", organisationId: null, personId: roster.people.Dee! };
    expect(await putGuest(db(), { ...ref(0), guest, topic: "" }, deps)).toMatchObject({
      reason: "on-roster",
    });
  });

  test("to open the floor, which lets off whoever was asked, and to look for somebody after all", async () => {
    const offered = weeks.findIndex(({ status }) => status === "offered");
    expect(await openFloor(db(), ref(offered), deps)).toEqual({ ok: true, name: "" });
    const lecture = await findLecture(db(), roster.seriesId, weeks[offered]!.date);
    expect(lecture).toMatchObject({ isOpenFloor: true, speaker: null, status: "confirmed" });
    expect((await weeksOf(db(), roster.seriesId))[offered]).toMatchObject({
      title: "Open floor",
      session: "confirmed",
    });
    expect(await eventKinds()).toContain("turn.released");
    expect(await openFloor(db(), ref(offered), deps)).toMatchObject({ reason: "has-speaker" });
    expect(await releaseTurn(db(), ref(offered), deps)).toEqual({ ok: true });
    const [turn] = await db().select().from(turns).where(eq(turns.id, weeks[offered]!.id));
    expect(turn).toMatchObject({ guest: null });
    expect(turn?.status).not.toBe("confirmed");
  });

  test("nothing about what is over or called off", async () => {
    await cancelTurn(db(), ref(6), deps);
    expect(await openFloor(db(), ref(6), deps)).toMatchObject({ reason: "called-off" });
    const after = depsAt(at("2026-11-26T09:30:00Z"));
    expect(await openFloor(db(), ref(0), after)).toMatchObject({ reason: "past" });
  });
});

describe("one week is moved", () => {
  const to = (date: string, time = "10:30", place = "Coffee corner") => ({ date, time, place });

  test("and keeps its speaker; its old address leads to the new one, and its swap ends", async () => {
    const wish = { ...ref(4), personId: roster.people.Ada!, toMemberId: null, message: "" };
    await askSwap(db(), wish, deps);
    expect(await moveTurn(db(), { ...ref(4), ...to("2026-12-22", "12:15", "Roof") }, deps)).toEqual({
      ok: true,
      date: "2026-12-22",
    });
    const moved = (await weeksOf(db(), roster.seriesId)).find(({ id }) => id === weeks[4]!.id);
    expect(moved).toMatchObject({
      date: "2026-12-22",
      startsLocal: "2026-12-22T12:15",
      place: "Roof",
      status: "confirmed",
      personId: roster.people.Ada,
    });
    expect(await findMovedDate(db(), roster.seriesId, "2026-12-24")).toBe("2026-12-22");
    expect(await db().select().from(swaps)).toMatchObject([{ status: "withdrawn" }]);
    expect(await kinds(4)).toEqual(["volunteered", "swap-asked", "swap-ended", "moved"]);
  });

  test("but not onto a date that another has or had, nor into the past", async () => {
    const move = (week: number, date: string) => moveTurn(db(), { ...ref(week), ...to(date) }, deps);
    expect(await move(4, "2026-12-31")).toEqual({ ok: false, reason: "date-taken" });
    expect(await move(4, "2026-11-01")).toEqual({ ok: false, reason: "past" });
    expect(await move(4, "2026-12-22")).toMatchObject({ ok: true });
    expect(await move(5, "2026-12-24")).toEqual({ ok: false, reason: "date-taken" });
    expect(await move(4, "2026-12-24")).toMatchObject({ ok: true });
  });

  test("but not onto a day its speaker is away, nor to a time they are busy", async () => {
    const absence = { seriesId: roster.seriesId, personId: roster.people.Ada!, note: "" };
    await addAbsence(db(), { ...absence, startsOn: "2026-12-22", endsOn: "2026-12-22" }, deps);
    expect(await moveTurn(db(), { ...ref(4), ...to("2026-12-22") }, deps)).toMatchObject({
      reason: "away",
      name: "Ada",
    });
    await busy("Bo", "2026-12-29T10:25");
    expect(await moveTurn(db(), { ...ref(5), ...to("2026-12-29") }, deps)).toMatchObject({
      reason: "clash",
      name: "Bo",
    });
    expect(await speakers()).toEqual({ 4: "Ada: Ada's topic", 5: "Bo: Bo's topic", 7: "Cas: Cas's topic" });
  });

  test("and stays there when the whole series moves", async () => {
    await moveTurn(db(), { ...ref(4), ...to("2026-12-24", "12:15", "Roof") }, deps);
    const series = (await findSeries(db(), "coffee-machine"))!;
    const { name, description, durationMinutes, houseRules, visibility, rosterMode } = series;
    const language = "en" as const;
    const same = { name, description, durationMinutes, houseRules, language, visibility, rosterMode };
    const { weekday, timeZone } = series;
    const fields = { ...same, weekday, timeZone, localTime: "11:00", place: "Kitchen", partners: [] };
    await changeSeries(db(), { seriesId: series.id, ...fields }, deps);
    const after = await weeksOf(db(), roster.seriesId);
    expect(after[4]).toMatchObject({ startsLocal: "2026-12-24T12:15", place: "Roof" });
    expect(after[5]).toMatchObject({ startsLocal: "2026-12-31T11:00", place: "Kitchen" });
  });
});

test("an extra lecture has a date of its own, is asked for like any other, and is not made twice", async () => {
  const extra = { seriesId: roster.seriesId, organiserId: roster.people.Dee!, time: "15:00", place: "Roof" };
  expect(await addLecture(db(), { ...extra, date: "2026-12-15" }, deps)).toEqual({
    ok: true,
    date: "2026-12-15",
  });
  expect(await addLecture(db(), { ...extra, date: "2026-12-15" }, deps)).toMatchObject({
    reason: "date-taken",
  });
  const added = (await weeksOf(db(), roster.seriesId)).find(({ date }) => date === "2026-12-15");
  expect(added).toMatchObject({ startsLocal: "2026-12-15T15:00", place: "Roof" });
  expect(["open", "offered"]).toContain(added?.status);
});

describe("a slip to next week", () => {
  async function slipOf(week: number) {
    const series = (await findSeries(db(), "coffee-machine"))!;
    const all = await loadRoster(db(), series);
    return findSlip(db(), all, all.turns.find(({ id }) => id === weeks[week]!.id)!, deps);
  }

  test("moves each speaker one on until a week nobody had, and those after it stay", async () => {
    const slip = (await slipOf(4))!;
    const wish = { ...ref(4), shown: nameSlip(slip), week: "off" as const };
    expect(await slipTurn(db(), wish, deps)).toEqual({ ok: true });
    expect(await speakers()).toEqual({ 5: "Ada: Ada's topic", 6: "Bo: Bo's topic", 7: "Cas: Cas's topic" });
    const after = await weeksOf(db(), roster.seriesId);
    expect(after[4]).toMatchObject({ status: "cancelled", session: "cancelled" });
    expect([after[5]!.title, after[6]!.title]).toEqual(["Ada's topic", "Bo's topic"]);
    expect(await kinds(4)).toEqual(["volunteered", "slipped", "called-off"]);
    expect(await kinds(5)).toEqual(["volunteered", "slipped", "slipped"]);
    expect(await slipTurn(db(), wish, deps)).toEqual({ ok: false, reason: "changed" });
  });

  test("passes over a week its speaker is away or busy, as shown before, and may look for somebody meanwhile", async () => {
    await away("Ada", 5);
    await busy("Bo", weeks[6]!.startsLocal);
    expect((await slipOf(5)) === null).toBe(true);
    const slip = (await slipOf(4))!;
    const ada = await memberId("Ada");
    expect(slip).toEqual({
      moves: [{ memberId: ada, from: weeks[4]!.id, to: weeks[6]!.id }],
      skipped: [{ memberId: ada, turnId: weeks[5]!.id, why: "away" }],
    });
    expect(await slipTurn(db(), { ...ref(4), shown: nameSlip(slip), week: "open" }, deps)).toEqual({
      ok: true,
    });
    expect(await speakers()).toEqual({ 5: "Bo: Bo's topic", 6: "Ada: Ada's topic", 7: "Cas: Cas's topic" });
  });

  test("is refused when it is no longer what was shown", async () => {
    const slip = (await slipOf(4))!;
    await cancelTurn(db(), ref(6), deps);
    expect(await slipTurn(db(), { ...ref(4), shown: nameSlip(slip), week: "off" }, deps)).toEqual({
      ok: false,
      reason: "changed",
    });
    expect(await speakers()).toEqual({ 4: "Ada: Ada's topic", 5: "Bo: Bo's topic", 7: "Cas: Cas's topic" });
  });
});
