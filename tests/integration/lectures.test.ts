import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeSession } from "#db/demo/factories.ts";
import { commitments, events, offers, rosterMembers, sessions, turns } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { acceptTurn, declineTurn, volunteerForTurn } from "~/lectures/answer.server.ts";
import { createSeries } from "~/lectures/create-series.server.ts";
import { holdTurns } from "~/lectures/hold.server.ts";
import { findLecture, nextLecture, turnsOf } from "~/lectures/lectures.server.ts";
import { replayBalances } from "~/lectures/ledger.ts";
import { addAbsence, joinRoster, leaveRoster } from "~/lectures/members.server.ts";
import { planSeries } from "~/lectures/plan.server.ts";
import { findSeries } from "~/lectures/series.server.ts";
import { cancelTurn, nameTopic, recordShow, reinstateTurn } from "~/lectures/turns.server.ts";
import { resumeMember } from "~/lectures/volunteering/pause.server.ts";
import { type Instant, plus, Temporal } from "~/platform/time.ts";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";

const db = testDatabase();
const nextMonday = at("2026-11-16T09:00:00Z");
const week3 = at("2026-11-23T09:00:00Z");
const planned = (seriesId: string) => weeksOf(db(), seriesId);

async function everything(database: Database) {
  return {
    turns: await database.select().from(turns).orderBy(asc(turns.id)),
    offers: await database.select().from(offers).orderBy(asc(offers.id)),
    sessions: await database.select().from(sessions).orderBy(asc(sessions.id)),
    events: await database.select().from(events).orderBy(asc(events.id)),
  };
}

async function acceptAll(seriesId: string, now: Instant) {
  for (const turn of (await planned(seriesId)).filter(({ status }) => status === "offered")) {
    const accepted = await acceptTurn(
      db(),
      { seriesId, turnId: turn.id, personId: turn.personId!, topic: "" },
      depsAt(now),
    );
    expect(accepted).toEqual({ ok: true });
  }
}

describe("a new series", () => {
  test("has eight lectures, each with a speaker and the reason for it, once three have joined", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo", "Cas"]);
    const turnsPlanned = await planned(seriesId);
    expect(turnsPlanned.map(({ date }) => date)).toEqual([
      "2026-11-26",
      "2026-12-03",
      "2026-12-10",
      "2026-12-17",
      "2026-12-24",
      "2026-12-31",
      "2027-01-07",
      "2027-01-14",
    ]);
    const order = [people.Ada, people.Bo, people.Cas];
    expect(turnsPlanned.map(({ personId }) => personId)).toEqual([...order, ...order, people.Ada, people.Bo]);
    expect(turnsPlanned.map(({ status }) => status)).toEqual([
      ...Array(2).fill("offered"),
      ...Array(6).fill("open"),
    ]);
    expect(turnsPlanned.filter(({ session }) => session !== "tentative")).toEqual([]);
    expect(turnsPlanned[3]?.explanation).toMatchObject({ share: 1, given: 1, lastSpokeOn: "2026-11-26" });
  });

  test("is planned a second time without any change", async () => {
    const { seriesId } = await startRoster(db(), ["Ada", "Bo", "Cas"]);
    const before = await everything(db());
    await db().transaction((tx) => planSeries(tx, seriesId, depsAt(monday)));
    expect(await everything(db())).toEqual(before);
  });

  test("asks each member once, by an event that becomes a mail", async () => {
    const { seriesId } = await startRoster(db(), ["Ada", "Bo"]);
    const open = await db().select().from(offers).where(eq(offers.status, "open"));
    const told = await db().select().from(events).where(eq(events.kind, "turn.offered"));
    expect(new Set(open.map(({ memberId }) => memberId)).size).toBe(2);
    expect(told.map(({ payload }) => payload.offerId)).toEqual(open.map(({ id }) => id));
    expect((await planned(seriesId)).filter(({ status }) => status === "offered")).toHaveLength(2);
  });

  test("cannot take the address of another", async () => {
    await startRoster(db(), []);
    const series = await findSeries(db(), "coffee-machine");
    const { id, slug, hosts, pauses, seed, ...fields } = series!;
    const again = await createSeries(
      db(),
      { ...fields, language: "en", partners: [], createdBy: null },
      depsAt(monday),
    );
    expect(again).toEqual({ ok: false, reason: "slug-taken" });
  });
});

describe("an answer", () => {
  test("yes confirms the lecture, names its speaker and takes their time", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await planned(seriesId);
    const answer = { seriesId, turnId: first!.id, personId: people.Ada!, topic: "Why bread rises" };
    expect(await acceptTurn(db(), answer, depsAt(monday))).toEqual({ ok: true });
    expect(await acceptTurn(db(), answer, depsAt(monday))).toEqual({ ok: true });
    expect((await planned(seriesId))[0]).toMatchObject({
      status: "confirmed",
      session: "confirmed",
      title: "Why bread rises",
    });
    expect(
      await db().select({ personId: commitments.personId, role: commitments.role }).from(commitments),
    ).toEqual([{ personId: people.Ada, role: "gives" }]);
    const lecture = await findLecture(db(), seriesId, "2026-11-26");
    expect(lecture?.speaker?.name).toBe("Ada");
    expect((await nextLecture(db(), null, monday))?.topic).toBe("Why bread rises");
  });

  test("is for the one who was asked alone", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await planned(seriesId);
    const others = { seriesId, turnId: first!.id, personId: people.Bo! };
    expect(await acceptTurn(db(), { ...others, topic: "" }, depsAt(monday))).toEqual({
      ok: false,
      reason: "not-asked",
    });
    expect(await declineTurn(db(), { ...others, reason: "" }, depsAt(monday))).toEqual({
      ok: false,
      reason: "not-asked",
    });
  });

  test("of somebody who has left the roster is no yes any more", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await planned(seriesId);
    await leaveRoster(db(), { seriesId, personId: people.Ada! }, depsAt(monday));
    await leaveRoster(db(), { seriesId, personId: people.Bo! }, depsAt(monday));
    const yes = { seriesId, turnId: first!.id, personId: people.Ada!, topic: "" };
    expect(await acceptTurn(db(), yes, depsAt(monday))).toEqual({ ok: false, reason: "not-asked" });
    expect((await planned(seriesId))[0]).toMatchObject({ status: "open", personId: null });
  });

  test("comes too late once the lecture has begun", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await planned(seriesId);
    const late = depsAt(at("2026-11-26T09:30:00Z"));
    expect(
      await acceptTurn(db(), { seriesId, turnId: first!.id, personId: people.Ada!, topic: "" }, late),
    ).toEqual({
      ok: false,
      reason: "past",
    });
  });

  test("yes is refused with what the member already has at that time", async () => {
    const { seriesId, organisationId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const [first] = await planned(seriesId);
    const other = await makeSession(db(), {
      seriesId,
      organisationId,
      title: "Board meeting",
      startsLocal: "2026-11-26T10:00",
      timeZone: "Europe/Amsterdam",
      durationMinutes: 60,
    });
    await db().insert(commitments).values({
      personId: people.Ada!,
      sessionId: other.id,
      role: "attends",
      during: "[2026-11-26T09:00:00Z,2026-11-26T10:00:00Z)",
    });
    const before = await everything(db());
    const refused = await acceptTurn(
      db(),
      { seriesId, turnId: first!.id, personId: people.Ada!, topic: "" },
      depsAt(monday),
    );
    expect(refused).toMatchObject({ ok: false, reason: "clash", clashes: [{ title: "Board meeting" }] });
    expect(await everything(db())).toEqual(before);
  });

  test("no moves on to the next in line at once", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo", "Cas", "Dee", "Eva"]);
    const [first] = await planned(seriesId);
    expect(first?.personId).toBe(people.Ada);
    const declined = await declineTurn(
      db(),
      { seriesId, turnId: first!.id, personId: people.Ada!, reason: "Dentist" },
      depsAt(monday),
    );
    expect(declined).toEqual({ ok: true, paused: false });
    const [after] = await planned(seriesId);
    expect(after?.status).toBe("offered");
    // Among those who are equal a lot decides.
    expect([people.Cas, people.Dee, people.Eva]).toContain(after?.personId);
    const answers = await db()
      .select()
      .from(offers)
      .where(eq(offers.turnId, first!.id))
      .orderBy(asc(offers.id));
    expect(answers.map(({ status, reason }) => [status, reason])).toEqual([
      ["declined", "Dentist"],
      ["open", ""],
    ]);
  });

  test("no from a speaker who had agreed gives the week back", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada"]);
    const [first] = await planned(seriesId);
    const theirs = { seriesId, turnId: first!.id, personId: people.Ada! };
    await acceptTurn(db(), { ...theirs, topic: "Bread" }, depsAt(monday));
    await declineTurn(db(), { ...theirs, reason: "" }, depsAt(monday));
    expect((await planned(seriesId))[0]).toMatchObject({
      status: "open",
      personId: null,
      session: "tentative",
      title: "Coffee machine",
    });
    expect(await db().select().from(commitments)).toEqual([]);
  });

  test("no three times in a row pauses the member, and they keep their balance", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada"]);
    const outcomes: unknown[] = [];
    for (const now of [monday, monday, nextMonday]) {
      await db().transaction((tx) => planSeries(tx, seriesId, depsAt(now)));
      const asked = (await planned(seriesId)).find(({ status }) => status === "offered");
      const no = { seriesId, turnId: asked!.id, personId: people.Ada!, reason: "" };
      outcomes.push(await declineTurn(db(), no, depsAt(now)));
    }
    expect(outcomes).toEqual([
      { ok: true, paused: false },
      { ok: true, paused: false },
      { ok: true, paused: true },
    ]);
    expect((await planned(seriesId)).filter(({ personId }) => personId !== null)).toEqual([]);
    const [member] = await db().select().from(rosterMembers);
    await resumeMember(db(), { seriesId, memberId: member!.id }, depsAt(week3));
    expect((await planned(seriesId)).filter(({ status }) => status === "offered")).toHaveLength(1);
  });
});

describe("volunteering", () => {
  test("takes a week nobody was asked for, and no other", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    const before = await planned(seriesId);
    const offered = before.find(({ status }) => status === "offered")!;
    const open = before.find(({ status }) => status === "open")!;
    const me = { seriesId, personId: people.Ada!, topic: "Bread" };
    expect(await volunteerForTurn(db(), { ...me, turnId: offered.id }, depsAt(monday))).toEqual({
      ok: false,
      reason: "taken",
    });
    expect(await volunteerForTurn(db(), { ...me, turnId: open.id }, depsAt(monday))).toEqual({ ok: true });
    const after = (await planned(seriesId)).find(({ id }) => id === open.id);
    expect(after).toMatchObject({
      status: "confirmed",
      personId: people.Ada,
      explanation: { reason: "volunteered" },
    });
    expect((await turnsOf(db(), people.Ada!, monday)).map(({ status }) => status)).toEqual([
      "offered",
      "confirmed",
    ]);
  });
});

describe("members", () => {
  test("who are away are not chosen, and what they were asked for goes to others", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo", "Cas"]);
    await addAbsence(
      db(),
      { seriesId, personId: people.Ada!, startsOn: "2026-11-24", endsOn: "2026-12-24", note: "" },
      depsAt(monday),
    );
    const theirs = (await planned(seriesId)).filter(({ personId }) => personId === people.Ada);
    expect(theirs.map(({ date }) => date)).toEqual(["2027-01-07"]);
  });

  test("who leave give back what they had agreed to, and find their balance when they return", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    await acceptAll(seriesId, monday);
    const friday = at("2026-11-27T09:00:00Z");
    await holdTurns(db(), seriesId, depsAt(friday));
    const history = async () =>
      (await planned(seriesId)).flatMap(({ status, date, present }) =>
        status === "held"
          ? [{ heldOn: date, memberId: present?.[0]?.memberId ?? null, present: present ?? [] }]
          : [],
      );
    const balances = replayBalances(await history());
    await leaveRoster(db(), { seriesId, personId: people.Bo! }, depsAt(friday));
    expect((await planned(seriesId)).filter(({ personId }) => personId === people.Bo)).toEqual([]);
    await joinRoster(db(), { seriesId, personId: people.Bo! }, depsAt(plus14(friday)));
    const [row] = await db().select().from(rosterMembers).where(eq(rosterMembers.personId, people.Bo!));
    expect(row).toMatchObject({ leftOn: null, joinedOn: "2026-11-09" });
    expect(replayBalances(await history())).toEqual(balances);
  });
});

function plus14(now: Instant): Instant {
  return Temporal.Instant.from(plus(now, { hours: 14 * 24 }));
}

describe("when the time has passed", () => {
  test("a confirmed lecture was held, and who was present stays written down", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    await acceptAll(seriesId, monday);
    expect(await holdTurns(db(), seriesId, depsAt(at("2026-11-26T09:39:59Z")))).toBe(0);
    const after = depsAt(at("2026-11-26T09:40:00Z"));
    expect(await holdTurns(db(), seriesId, after)).toBe(1);
    expect(await holdTurns(db(), seriesId, after)).toBe(0);
    const [held] = await planned(seriesId);
    expect(held).toMatchObject({ status: "held", personId: people.Ada });
    expect(held?.present?.map(({ share }) => share)).toEqual(["1/2", "1/2"]);
    await leaveRoster(db(), { seriesId, personId: people.Bo! }, after);
    expect((await planned(seriesId))[0]?.present).toEqual(held?.present);
  });

  test("one that nobody answered for is over without a lecture, and silence counts as a decline", async () => {
    const { seriesId } = await startRoster(db(), ["Ada"]);
    await holdTurns(db(), seriesId, depsAt(at("2026-11-27T09:00:00Z")));
    expect((await planned(seriesId))[0]).toMatchObject({ status: "cancelled", personId: null });
    expect((await db().select().from(offers)).map(({ status }) => status)).toEqual(["lapsed"]);
    expect((await db().select().from(rosterMembers)).map(({ declinesInARow }) => declinesInARow)).toEqual([
      1,
    ]);
  });

  test("a no-show is not paid, and that can be taken back", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    await acceptAll(seriesId, monday);
    const after = depsAt(at("2026-11-27T09:00:00Z"));
    await holdTurns(db(), seriesId, after);
    const [held] = await planned(seriesId);
    const given = async () =>
      (await planned(seriesId)).map(({ explanation, personId, status }) =>
        status === "open" && personId === people.Ada ? (explanation as { given: number }).given : null,
      );
    await recordShow(db(), { seriesId, turnId: held!.id, came: false }, after);
    expect((await planned(seriesId))[0]?.status).toBe("no-show");
    const [without] = (await given()).filter((one) => one !== null);
    await recordShow(db(), { seriesId, turnId: held!.id, came: true }, after);
    const [withIt] = (await given()).filter((one) => one !== null);
    expect([without, withIt]).toEqual([0, 1]);
  });
});

describe("organisers", () => {
  test("call a week off and put it back", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada", "Bo"]);
    await acceptAll(seriesId, monday);
    const [first] = await planned(seriesId);
    const turn = { seriesId, turnId: first!.id };
    await cancelTurn(db(), turn, depsAt(monday));
    expect((await planned(seriesId))[0]).toMatchObject({
      status: "cancelled",
      session: "cancelled",
      personId: null,
    });
    await reinstateTurn(db(), turn, depsAt(monday));
    expect((await planned(seriesId))[0]).toMatchObject({
      status: "offered",
      personId: people.Ada,
      session: "tentative",
    });
  });

  test("rename a topic, which reaches attendees when the speaker has agreed", async () => {
    const { seriesId, people } = await startRoster(db(), ["Ada"]);
    const [first] = await planned(seriesId);
    const topic = { seriesId, turnId: first!.id, topic: "Bread" };
    await nameTopic(db(), topic, depsAt(monday));
    expect((await planned(seriesId))[0]).toMatchObject({ topic: "Bread", title: "Coffee machine" });
    await acceptTurn(db(), { ...topic, topic: "", personId: people.Ada! }, depsAt(monday));
    expect((await planned(seriesId))[0]?.title).toBe("Bread");
    await nameTopic(db(), { ...topic, topic: "Sourdough" }, depsAt(monday));
    expect((await planned(seriesId))[0]?.title).toBe("Sourdough");
  });
});
