import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  type GivenSession,
  makeFestival,
  makeOrganisation,
  makePerson,
  makeSession,
  makeSpeakers,
} from "#db/demo/factories.ts";
import { commitments, events, sessions, signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at, testIds } from "#tests/support/ids.ts";
import { cancelSession, changeSession } from "~/sessions/sessions.server.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import type { SignupWindow } from "~/signups/decide.ts";
import { fillSeatsAfterChange } from "~/signups/jobs.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";
import { queueLengths, signupStates } from "~/signups/states.server.ts";

const now = at("2026-11-23T09:00:00Z");
const morning = "2027-01-11T10:00";
const overlapping = "2027-01-11T10:30";
const afternoon = "2027-01-11T14:00";

describe("signing up", () => {
  const db = testDatabase();

  /** People and sessions of one festival, and the verbs with their arguments in short. */
  async function scene() {
    const organisation = await makeOrganisation(db(), {});
    const festival = await makeFestival(db(), { leadOrganisationId: organisation.id });
    const ids = testIds();
    return {
      person: async () => (await makePerson(db(), { organisationId: organisation.id })).id,
      people: async (count: number) => {
        const made: string[] = [];
        for (let i = 0; i < count; i += 1) {
          made.push((await makePerson(db(), { organisationId: organisation.id })).id);
        }
        return made;
      },
      session: async (given: Partial<GivenSession> = {}) =>
        (
          await makeSession(db(), {
            festivalId: festival.id,
            organisationId: organisation.id,
            startsLocal: morning,
            ...given,
          })
        ).id,
      ask: (personId: string, sessionId: string, givesUp?: string, window: SignupWindow = "open") =>
        signUp(db(), { personId, sessionId, givesUp }, { now, ids, window }),
      leave: (personId: string, sessionId: string) => cancelSignup(db(), { personId, sessionId }, { now }),
      resize: (sessionId: string, capacity: number | null) =>
        changeCapacity(db(), { sessionId, capacity }, { now }),
    };
  }

  const confirmed = { ok: true, status: "confirmed" };
  const waiting = (place: number) => ({ ok: true, status: "waiting", place });

  test("the first get the seats, the next a place in the queue", async () => {
    const { people, session, ask } = await scene();
    const [anna = "", bram = "", chloe = "", daan = ""] = await people(4);
    const workshop = await session({ capacity: 2 });
    expect(await ask(anna, workshop)).toEqual(confirmed);
    expect(await ask(bram, workshop)).toEqual(confirmed);
    expect(await ask(chloe, workshop)).toEqual(waiting(1));
    expect(await ask(daan, workshop)).toEqual(waiting(2));
    expect(await seatsTaken(db(), workshop)).toBe(2);
    expect(await attending(db(), workshop)).toEqual([anna, bram].sort());
    expect(await queueLengths(db(), [workshop])).toEqual({ [workshop]: 2 });
    expect(await changes(db())).toEqual([
      [anna, "confirmed"],
      [bram, "confirmed"],
      [chloe, "waiting"],
      [daan, "waiting"],
    ]);
  });

  test("asking or leaving again changes nothing", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = ""] = await people(2);
    const workshop = await session({ capacity: 1 });
    await ask(anna, workshop);
    await ask(bram, workshop);
    const before = await everything(db());
    expect(await ask(anna, workshop)).toEqual(confirmed);
    expect(await ask(bram, workshop)).toEqual(waiting(1));
    expect(await everything(db())).toEqual(before);
    expect(await leave(bram, workshop)).toEqual({ ok: true, left: "queue" });
    const left = await everything(db());
    expect(await leave(bram, workshop)).toEqual({ ok: true, left: null });
    expect(await everything(db())).toEqual(left);
  });

  test("a seat given up goes to the first in the queue, and the next moves up", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = "", chloe = ""] = await people(3);
    const workshop = await session({ capacity: 1 });
    for (const person of [anna, bram, chloe]) await ask(person, workshop);
    await leave(anna, workshop);
    expect(await attending(db(), workshop)).toEqual([bram]);
    expect(await placeInQueue(db(), chloe, workshop)).toBe(1);
    expect(await seatsTaken(db(), workshop)).toBe(1);
    expect((await changes(db())).slice(-2)).toEqual([
      [anna, "cancelled"],
      [bram, "promoted"],
    ]);
  });

  test("who comes back after leaving stands at the end of the queue", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = "", chloe = ""] = await people(3);
    const workshop = await session({ capacity: 1 });
    for (const person of [anna, bram, chloe]) await ask(person, workshop);
    await leave(bram, workshop);
    expect(await ask(bram, workshop)).toEqual(waiting(2));
    expect(await placeInQueue(db(), chloe, workshop)).toBe(1);
  });

  test("more seats go to the queue in order, and never fewer than are taken", async () => {
    const { people, session, ask, resize } = await scene();
    const group = await people(5);
    const workshop = await session({ capacity: 1 });
    for (const person of group) await ask(person, workshop);
    expect(await resize(workshop, 3)).toEqual({ ok: true, promoted: 2 });
    expect(await attending(db(), workshop)).toEqual(group.slice(0, 3).sort());
    expect(await resize(workshop, 2)).toEqual({ ok: false, reason: "below-taken", taken: 3 });
    expect(await resize(workshop, null)).toEqual({ ok: true, promoted: 2 });
    expect(await attending(db(), workshop)).toEqual(group.toSorted());
    expect(await resize(testIds().uuid(), 2)).toEqual({ ok: false, reason: "not-found" });
  });

  test("where everybody fits, everybody gets a seat", async () => {
    const { people, session, ask } = await scene();
    const group = await people(3);
    const workshop = await session({ capacity: null });
    for (const person of group) expect(await ask(person, workshop)).toEqual(confirmed);
    expect(await seatsTaken(db(), workshop)).toBe(3);
  });

  test("a session that overlaps what the person has is refused and named, and can be taken instead", async () => {
    const { person, session, ask } = await scene();
    const anna = await person();
    const first = await session({ title: "Sketching" });
    const second = await session({ startsLocal: overlapping });
    await ask(anna, first);
    expect(await ask(anna, second)).toMatchObject({
      ok: false,
      reason: "clash",
      obstacles: [{ sessionId: first, title: "Sketching", mayGiveUp: true }],
    });
    expect(await ask(anna, second, first)).toEqual(confirmed);
    expect(await attending(db(), first)).toEqual([]);
    expect(await attending(db(), second)).toEqual([anna]);
    expect(await seatsTaken(db(), first)).toBe(0);
    expect((await changes(db())).slice(-2)).toEqual([
      [anna, "gave-up"],
      [anna, "confirmed"],
    ]);
  });

  test("the seat that a swap frees goes to the queue behind it, and so on", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = "", chloe = "", daan = ""] = await people(4);
    const one = await session({ capacity: 1 });
    const two = await session({ capacity: 1, startsLocal: overlapping });
    const three = await session({ capacity: 1, startsLocal: overlapping });
    await ask(anna, one);
    await ask(bram, two);
    await ask(chloe, three);
    expect(await ask(bram, one, two)).toEqual(waiting(1));
    expect(await ask(chloe, two, three)).toEqual(waiting(1));
    expect(await ask(daan, three)).toEqual(waiting(1));
    await leave(anna, one);
    expect(await attending(db(), one)).toEqual([bram]);
    expect(await attending(db(), two)).toEqual([chloe]);
    expect(await attending(db(), three)).toEqual([daan]);
  });

  test("two people who want each other's seat both get it when one comes free", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = "", chloe = ""] = await people(3);
    const one = await session({ capacity: 2 });
    const two = await session({ capacity: 1, startsLocal: overlapping });
    await ask(anna, one);
    await ask(chloe, one);
    await ask(bram, two);
    expect(await ask(bram, one, two)).toEqual(waiting(1));
    expect(await ask(anna, two, one)).toEqual(waiting(1));
    await leave(chloe, one);
    expect(await attending(db(), one)).toEqual([bram]);
    expect(await attending(db(), two)).toEqual([anna]);
  });

  test("who is busy when their turn comes is passed over, told once, and keeps the place", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = "", chloe = "", daan = ""] = await people(4);
    const full = await session({ capacity: 2 });
    for (const person of [anna, daan, bram, chloe]) await ask(person, full);
    const other = await session({ startsLocal: overlapping });
    expect(await ask(bram, other)).toEqual(confirmed);
    await leave(anna, full);
    expect(await attending(db(), full)).toEqual([chloe, daan].sort());
    expect(await signupStates(db(), bram, [full])).toMatchObject({
      [full]: { status: "waiting", place: 1, passedOverAt: now.toString() },
    });
    await leave(chloe, full);
    const told = (await changes(db())).filter(([, change]) => change === "passed-over");
    expect(told).toEqual([[bram, "passed-over"]]);
  });

  test("who gives up what made them busy gets the seat that passed them by", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = ""] = await people(2);
    const full = await session({ capacity: 1 });
    const other = await session({ startsLocal: overlapping });
    await ask(anna, full);
    await ask(bram, full);
    await ask(bram, other);
    await leave(anna, full);
    expect(await attending(db(), full)).toEqual([]);
    await leave(bram, other);
    expect(await attending(db(), full)).toEqual([bram]);
  });

  test("a newcomer takes a free seat only when nobody before them can", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = "", chloe = ""] = await people(3);
    const full = await session({ capacity: 1 });
    const other = await session({ startsLocal: overlapping });
    await ask(anna, full);
    await ask(bram, full);
    await ask(bram, other);
    await leave(anna, full);
    expect(await ask(chloe, full)).toEqual(confirmed);
    expect(await placeInQueue(db(), bram, full)).toBe(1);
  });

  test("a waiting person may decide later to give up what is in the way", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = ""] = await people(2);
    const full = await session({ capacity: 1 });
    const other = await session({ startsLocal: overlapping });
    await ask(anna, full);
    await ask(bram, full);
    await ask(bram, other);
    await leave(anna, full);
    expect(await ask(bram, full)).toMatchObject({ ok: false, reason: "clash" });
    expect(await ask(bram, full, other)).toEqual(confirmed);
    expect(await attending(db(), other)).toEqual([]);
  });

  test("a workshop given twice gives one seat a person, which can be swapped", async () => {
    const { person, session, ask } = await scene();
    const anna = await person();
    const proposalId = testIds().uuid();
    const first = await session({ proposalId });
    const again = await session({ proposalId, startsLocal: afternoon });
    await ask(anna, first);
    expect(await ask(anna, again)).toMatchObject({
      ok: false,
      reason: "same-workshop",
      obstacles: [{ sessionId: first }],
    });
    expect(await ask(anna, again, first)).toEqual(confirmed);
    expect(await attending(db(), first)).toEqual([]);
  });

  test("a workshop called off does not stand in the way of its other time", async () => {
    const { person, session, ask } = await scene();
    const anna = await person();
    const proposalId = testIds().uuid();
    const first = await session({ proposalId });
    const again = await session({ proposalId, startsLocal: afternoon });
    await ask(anna, first);
    await cancelSession(db(), first, { now });
    expect(await ask(anna, again)).toEqual(confirmed);
    await changeSession(db(), first, { status: "confirmed" }, { now });
    expect(await attending(db(), first)).toEqual([anna]);
    expect(await attending(db(), again)).toEqual([anna]);
  });

  test.each([
    ["closed", "closed"],
    ["not-yet", "not-open-yet"],
    ["ballot", "ballot"],
  ] as const)("sign-up that is %s is refused", async (window, reason) => {
    const { person, session, ask } = await scene();
    const answer = await ask(await person(), await session(), undefined, window);
    expect(answer).toEqual({ ok: false, reason });
    expect(await db().select().from(signups)).toEqual([]);
  });

  test("what one gives oneself, what is called off, what has begun and breaks are refused", async () => {
    const { person, session, ask } = await scene();
    const anna = await person();
    const own = await session();
    const [row] = await db().select().from(sessions).where(eq(sessions.id, own));
    if (row) await makeSpeakers(db(), row, [{ personId: anna, name: "Anna" }]);
    const over = await session({ startsLocal: "2026-11-23T10:00" });
    const off = await session({ status: "cancelled" });
    const coffee = await session({ kind: "break", startsLocal: afternoon });
    expect(await ask(anna, own)).toEqual({ ok: false, reason: "own-session" });
    expect(await ask(anna, over)).toEqual({ ok: false, reason: "past" });
    expect(await ask(anna, off)).toEqual({ ok: false, reason: "cancelled" });
    expect(await ask(anna, coffee)).toEqual({ ok: false, reason: "no-signup" });
  });

  test("nothing moves any more once a session has begun", async () => {
    const { people, session, ask } = await scene();
    const [anna = "", bram = ""] = await people(2);
    const workshop = await session({ capacity: 1 });
    await ask(anna, workshop);
    await ask(bram, workshop);
    const begun = at("2027-01-11T09:00:00Z");
    const leaving = { personId: anna, sessionId: workshop };
    expect(await cancelSignup(db(), leaving, { now: begun })).toEqual({ ok: false, reason: "past" });
    const resized = await changeCapacity(db(), { sessionId: workshop, capacity: 2 }, { now: begun });
    expect(resized).toEqual({ ok: true, promoted: 0 });
    expect(await placeInQueue(db(), bram, workshop)).toBe(1);
  });

  test("a session moved away lets those it kept busy into the seats that passed them by", async () => {
    const { people, session, ask, leave } = await scene();
    const [anna = "", bram = ""] = await people(2);
    const full = await session({ capacity: 1 });
    const other = await session({ startsLocal: overlapping });
    await ask(anna, full);
    await ask(bram, full);
    await ask(bram, other);
    await leave(anna, full);
    await changeSession(db(), other, { startsLocal: afternoon }, { now });
    const [event] = await db().select().from(events).where(eq(events.kind, "session.changed"));
    if (!event) throw new Error("no event");
    await fillSeatsAfterChange(db(), event, { now } as Parameters<typeof fillSeatsAfterChange>[2]);
    expect(await attending(db(), full)).toEqual([bram]);
    expect(await attending(db(), other)).toEqual([bram]);
  });

  test("a session moved onto another keeps both seats until the person chooses", async () => {
    const { person, session, ask, leave } = await scene();
    const anna = await person();
    const first = await session();
    const moved = await session({ startsLocal: afternoon });
    await ask(anna, first);
    await ask(anna, moved);
    const { clashes } = await changeSession(db(), moved, { startsLocal: overlapping }, { now });
    expect(clashes).toEqual([{ personId: anna, sessionId: moved }]);
    await leave(anna, first);
    const rows = await db().select().from(commitments);
    expect(rows.map((row) => [row.sessionId, row.clashSince])).toEqual([[moved, null]]);
  });
});

async function placeInQueue(db: Database, personId: string, sessionId: string) {
  return (await signupStates(db, personId, [sessionId]))[sessionId]?.place;
}

async function seatsTaken(db: Database, sessionId: string): Promise<number | undefined> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  return row?.seatsTaken;
}

/** Who has a seat, by the sign-ups; their time must be taken as well. */
async function attending(db: Database, sessionId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: signups.personId })
    .from(signups)
    .where(and(eq(signups.sessionId, sessionId), eq(signups.status, "confirmed")))
    .orderBy(asc(signups.personId));
  const busy = await db
    .select({ personId: commitments.personId })
    .from(commitments)
    .where(eq(commitments.sessionId, sessionId))
    .orderBy(asc(commitments.personId));
  expect(busy).toEqual(rows);
  return rows.map((row) => row.personId);
}

/** What the event rows tell of sign-ups, in order. */
async function changes(db: Database) {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.kind, "signup.changed"))
    .orderBy(asc(events.id));
  return rows.map((event) => [event.payload.personId, event.payload.change]);
}

async function everything(db: Database) {
  return [
    await db.select().from(signups).orderBy(asc(signups.id)),
    await db.select().from(sessions).orderBy(asc(sessions.id)),
    await db.select().from(commitments).orderBy(asc(commitments.personId)),
    await db.select().from(events).orderBy(asc(events.id)),
  ];
}
