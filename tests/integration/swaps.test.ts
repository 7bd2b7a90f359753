import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makeSession } from "#db/demo/factories.ts";
import { events, rosterMembers, rosterTopics, swaps } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { declineTurn } from "~/lectures/answer.server.ts";
import { listHistory } from "~/lectures/history.server.ts";
import { holdTurns } from "~/lectures/hold.server.ts";
import { replayBalances } from "~/lectures/ledger.ts";
import { addAbsence } from "~/lectures/members.server.ts";
import { askSwap } from "~/lectures/swaps/ask-swap.server.ts";
import { declineSwap, expireSwaps, withdrawSwap } from "~/lectures/swaps/end-swap.server.ts";
import { swapFor } from "~/lectures/swaps/swap-for.server.ts";
import { takeSwap } from "~/lectures/swaps/take-swap.server.ts";
import { cancelTurn } from "~/lectures/turns.server.ts";
import { setSpeakers } from "~/sessions/sessions.server.ts";
import { depsAt, monday, weeksOf } from "./lectures.support.ts";
import { speakersOf, startSpeakers } from "./swaps.support.ts";

const db = testDatabase();
const deps = depsAt(monday);
let roster: Awaited<ReturnType<typeof startSpeakers>>;
let weeks: Awaited<ReturnType<typeof weeksOf>>;

/** Ada has agreed to the sixth week, Bo to the seventh. */
beforeEach(async () => {
  roster = await startSpeakers(db(), { 5: "Ada", 6: "Bo" });
  weeks = await weeksOf(db(), roster.seriesId);
});

async function memberId(name: string): Promise<string> {
  const rows = await db().select().from(rosterMembers);
  return rows.find(({ personId }) => personId === roster.people[name])!.id;
}

async function ask(to: string | null, now = monday, by = "Ada", week = 5) {
  const toMemberId = to === null ? null : await memberId(to);
  const personId = roster.people[by]!;
  const turnId = weeks[week]!.id;
  const wish = { seriesId: roster.seriesId, turnId, personId, toMemberId, message: "Please?" };
  return askSwap(db(), wish, depsAt(now));
}

async function asked(to: string | null): Promise<string> {
  const answer = await ask(to);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.swapId;
}

function take(swapId: string, name: string, returnWeek: number | null = null, now = monday) {
  const returnTurnId = returnWeek === null ? null : weeks[returnWeek]!.id;
  return takeSwap(
    db(),
    { swapId, personId: roster.people[name]!, returnTurnId, topic: "Bread" },
    depsAt(now),
  );
}

const speakers = () => speakersOf(db(), roster.seriesId, roster.people);
const statusOf = async (id: string) => (await db().select().from(swaps).where(eq(swaps.id, id)))[0]?.status;
const kinds = async (week: number) => (await listHistory(db(), weeks[week]!.id)).map(({ kind }) => kind);
const swapEvents = async () =>
  (await db().select().from(events)).map(({ kind }) => kind).filter((kind) => kind.startsWith("swap."));

describe("a swap", () => {
  test("with a named colleague exchanges two turns, and topics go with their speakers", async () => {
    const swapId = await asked("Bo");
    expect(await speakers()).toEqual({ 5: "Ada: Ada's topic", 6: "Bo: Bo's topic" });
    expect(await take(swapId, "Bo", 6)).toEqual({ ok: true });
    expect(await speakers()).toEqual({ 5: "Bo: Bo's topic", 6: "Ada: Ada's topic" });
    const after = await weeksOf(db(), roster.seriesId);
    expect([after[5]!.title, after[6]!.title]).toEqual(["Bo's topic", "Ada's topic"]);
    expect(await take(swapId, "Bo", 6)).toEqual({ ok: true });
    expect(await kinds(5)).toEqual(["volunteered", "swap-asked", "swap-taken"]);
    expect(await kinds(6)).toEqual(["volunteered", "swap-taken"]);
    expect(await swapEvents()).toEqual(["swap.asked", "swap.taken"]);
  });

  test("that is covered gives nothing in return, and the topic waits for the next turn of the one who had it", async () => {
    expect(await take(await asked(null), "Cas")).toEqual({ ok: true });
    expect(await speakers()).toEqual({ 5: "Cas: Bread", 6: "Bo: Bo's topic" });
    const waiting = await db().select().from(rosterTopics);
    expect(waiting.map(({ title, turnId }) => [title, turnId])).toEqual([["Ada's topic", null]]);
  });

  test("is had by the first who takes it", async () => {
    const swapId = await asked(null);
    await take(swapId, "Cas");
    expect(await take(swapId, "Dee")).toEqual({ ok: false, reason: "taken" });
  });

  test("with a named colleague is nobody else's to take, and only a turn of one's own is given in return", async () => {
    const swapId = await asked("Bo");
    expect(await take(swapId, "Cas")).toEqual({ ok: false, reason: "not-asked" });
    expect(await take(swapId, "Ada")).toEqual({ ok: false, reason: "not-asked" });
    expect(await take(swapId, "Bo", 0)).toEqual({ ok: false, reason: "return-gone" });
    expect(await statusOf(swapId)).toBe("open");
  });

  test("asks nobody who is away, busy, or was asked before, and nobody but its speaker asks", async () => {
    const away = { seriesId: roster.seriesId, personId: roster.people.Cas!, note: "" };
    await addAbsence(db(), { ...away, startsOn: weeks[5]!.date, endsOn: weeks[5]!.date }, deps);
    expect(await ask("Cas")).toEqual({ ok: false, reason: "away", name: "Cas" });
    expect(await ask(null, monday, "Bo")).toMatchObject({ reason: "not-yours" });
    const swapId = await asked("Dee");
    expect(await ask("Bo")).toMatchObject({ reason: "open-already" });
    expect(await declineSwap(db(), swapId, roster.people.Dee!, deps)).toEqual({ ok: true });
    expect(await ask("Dee")).toMatchObject({ reason: "asked-before" });
    const elsewhere = await makeSession(db(), {
      seriesId: roster.seriesId,
      organisationId: roster.organisationId,
      title: "Fire drill",
      startsLocal: weeks[5]!.startsLocal,
      timeZone: "Europe/Amsterdam",
    });
    await db().transaction((tx) =>
      setSpeakers(tx, elsewhere.id, [{ personId: roster.people.Bo!, name: "Bo" }], deps),
    );
    expect(await ask("Bo")).toMatchObject({
      reason: "clash",
      name: "Bo",
      clashes: [{ title: "Fire drill" }],
    });
  });

  test("changes nothing when one of the two is busy then", async () => {
    const swapId = await asked("Bo");
    const elsewhere = await makeSession(db(), {
      seriesId: roster.seriesId,
      organisationId: roster.organisationId,
      title: "Fire drill",
      startsLocal: weeks[6]!.startsLocal,
      timeZone: "Europe/Amsterdam",
    });
    await db().transaction((tx) =>
      setSpeakers(tx, elsewhere.id, [{ personId: roster.people.Ada!, name: "Ada" }], deps),
    );
    expect(await take(swapId, "Bo", 6)).toMatchObject({ reason: "clash", name: "Ada" });
    expect(await speakers()).toEqual({ 5: "Ada: Ada's topic", 6: "Bo: Bo's topic" });
    expect(await statusOf(swapId)).toBe("open");
  });

  test("ends when nobody took it two days before, once, and may then not be asked or taken", async () => {
    const swapId = await asked(null);
    // 31 December is a Thursday: two days before, at the hour of the lecture in Amsterdam.
    expect(await expireSwaps(db(), roster.seriesId, { now: at("2026-12-29T09:29:00Z") })).toBe(0);
    const late = at("2026-12-29T09:30:00Z");
    expect(await take(swapId, "Cas", null, late)).toEqual({ ok: false, reason: "late" });
    expect(await expireSwaps(db(), roster.seriesId, { now: late })).toBe(1);
    expect(await expireSwaps(db(), roster.seriesId, { now: late })).toBe(0);
    expect([await statusOf(swapId), await swapEvents()]).toEqual(["expired", ["swap.asked", "swap.ended"]]);
    expect(await take(swapId, "Cas", null, monday)).toEqual({ ok: false, reason: "late" });
    expect(await ask("Bo", late)).toMatchObject({ reason: "late" });
  });

  test("is ended by who asked for it, and no more by anybody else", async () => {
    const swapId = await asked("Bo");
    expect(await declineSwap(db(), swapId, roster.people.Cas!, deps)).toMatchObject({ reason: "not-yours" });
    expect(await withdrawSwap(db(), swapId, roster.people.Bo!, deps)).toMatchObject({ reason: "not-yours" });
    expect(await withdrawSwap(db(), swapId, roster.people.Ada!, deps)).toEqual({ ok: true });
    expect(await take(swapId, "Bo")).toEqual({ ok: false, reason: "ended" });
    expect(await statusOf(swapId)).toBe("withdrawn");
  });

  test.each([
    [
      "given back",
      (ref: { seriesId: string; turnId: string }) =>
        declineTurn(db(), { ...ref, personId: roster.people.Ada!, reason: "" }, deps),
    ],
    ["called off", (ref: { seriesId: string; turnId: string }) => cancelTurn(db(), ref, deps)],
  ])("ends with a turn that is %s", async (_, act) => {
    const swapId = await asked(null);
    await act({ seriesId: roster.seriesId, turnId: weeks[5]!.id });
    expect(await statusOf(swapId)).toBe("withdrawn");
    expect(await take(swapId, "Cas")).toEqual({ ok: false, reason: "ended" });
  });

  test("leaves everybody's balance at the end as it would have been", async () => {
    const end = at("2027-01-08T12:00:00Z");
    const balances = async () => {
      await holdTurns(db(), roster.seriesId, { now: end });
      const members = await db().select().from(rosterMembers);
      const idOf = new Map(members.map(({ id, personId }) => [personId, id]));
      const held = (await weeksOf(db(), roster.seriesId)).filter(({ status }) => status === "held");
      return replayBalances(
        held.map((turn) => ({
          heldOn: turn.date,
          memberId: idOf.get(turn.personId ?? "") ?? null,
          present: turn.present ?? [],
        })),
      );
    };
    await take(await asked("Bo"), "Bo", 6);
    const [ada, bo, cas, dee] = await Promise.all(["Ada", "Bo", "Cas", "Dee"].map(memberId));
    expect(await balances()).toEqual({ [ada!]: "-1/2", [bo!]: "-1/2", [cas!]: "1/2", [dee!]: "1/2" });
  });
});

describe("an organiser swaps on behalf", () => {
  const wish = async (takerId: string, returnWeek: number | null) => ({
    seriesId: roster.seriesId,
    turnId: weeks[5]!.id,
    organiserId: roster.people.Dee!,
    takerId: await memberId(takerId),
    returnTurnId: returnWeek === null ? null : weeks[returnWeek]!.id,
    message: "Ada is ill; get well soon.",
  });

  test("without asking; what was asked meanwhile ends", async () => {
    const swapId = await asked("Cas");
    expect(await swapFor(db(), await wish("Bo", 6), deps)).toEqual({ ok: true, name: "Bo" });
    expect(await speakers()).toEqual({ 5: "Bo: Bo's topic", 6: "Ada: Ada's topic" });
    expect(await statusOf(swapId)).toBe("withdrawn");
    expect(await swapEvents()).toEqual(["swap.asked", "swap.arranged"]);
    // What they agreed to is no more.
    expect(await swapFor(db(), await wish("Bo", null), deps)).toMatchObject({ reason: "away" });
  });

  test("not with somebody who is away that day", async () => {
    const away = { seriesId: roster.seriesId, personId: roster.people.Cas!, note: "" };
    await addAbsence(db(), { ...away, startsOn: weeks[5]!.date, endsOn: weeks[5]!.date }, deps);
    expect(await swapFor(db(), await wish("Cas", null), deps)).toEqual({
      ok: false,
      reason: "away",
      name: "Cas",
    });
  });
});
