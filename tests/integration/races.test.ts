import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  type GivenSession,
  makeFestival,
  makeOrganisation,
  makePeople,
  makeSession,
  makeSignups,
} from "#db/demo/factories.ts";
import { commitments, sessions, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { withoutRowLocks, withPauses } from "#tests/support/unlocked.ts";
import { randomIds } from "~/platform/ids.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { cancelSignup, signUp } from "~/signups/signups.server.ts";

const now = at("2026-11-23T09:00:00Z");

const connections = 40;

/** A pool opens its connections one by one; only when all are open do requests really meet. */
async function openAll(db: Database): Promise<void> {
  await Promise.all(Array.from({ length: connections }, () => db.execute(sql`select pg_sleep(0.2)`)));
}

describe.skipIf(!postgresUrl)("sign-ups at the same moment", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() => openAll(db()));

  test("two hundred requests for thirty seats give thirty seats and a queue without gaps or ties", async () => {
    const { workshop, people } = await scene(db(), { people: 200, capacity: 30 });
    const answers = await Promise.all(people.map((person) => ask(db(), person, workshop)));
    const places = answers.flatMap((answer) =>
      answer.ok && answer.status === "waiting" ? answer.place : [],
    );
    expect(answers.filter((answer) => answer.ok && answer.status === "confirmed")).toHaveLength(30);
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 170 }, (_, i) => i + 1));
    const { seated, waiting, taken, busy } = await stateOf(db(), workshop);
    expect([seated.length, waiting.length, taken, busy]).toEqual([30, 170, 30, 30]);
    expect(lastOf(seated)).toBeLessThan(firstOf(waiting));
  });

  test("seats that come free at the same moment go to the first in the queue, each once", async () => {
    const { workshop, people } = await scene(db(), { people: 90, capacity: 30 });
    await fill(db(), workshop, people, 30);
    await freeSeats(db(), workshop, people);
    const { seated, waiting, taken, busy } = await stateOf(db(), workshop);
    expect([seated.length, waiting.length, taken, busy]).toEqual([35, 45, 35, 35]);
    expect(lastOf(seated)).toBeLessThan(firstOf(waiting));
  });

  test("capacity cut while people sign up is either refused or kept", async () => {
    for (const cut of [4, 8, 12, 16, 20]) {
      const { workshop, people } = await scene(db(), { people: 30, capacity: 20 });
      const { answer } = await cutAmong(db(), workshop, people, cut);
      const { seated, capacity, taken, busy } = await stateOf(db(), workshop);
      expect(capacity).toBe(answer.ok ? cut : 20);
      expect([seated.length, taken, busy]).toEqual([capacity, capacity, capacity]);
    }
  });

  test("one person's requests for two overlapping sessions give one seat", async () => {
    const { workshop, rival, people } = await scene(db(), { people: 40, capacity: null });
    const answers = await Promise.all(people.map((person) => askForBoth(db(), person, workshop, rival)));
    for (const both of answers) {
      expect(both.map((answer) => (answer.ok ? answer.status : answer.reason)).sort()).toEqual([
        "clash",
        "confirmed",
      ]);
    }
    expect(await doublyBooked(db())).toBe(0);
  });

  test("people who swap in a circle all end with one seat", async () => {
    const { workshop, rival, people } = await scene(db(), { people: 40, capacity: 20 });
    const [left, right] = [people.slice(0, 20), people.slice(20)];
    await fill(db(), workshop, left, 20);
    await fill(db(), rival, right, 20);
    await Promise.all([
      ...left.map((person) => ask(db(), person, rival, workshop)),
      ...right.map((person) => ask(db(), person, workshop, rival)),
    ]);
    expect((await stateOf(db(), workshop)).waiting).toHaveLength(20);
    await Promise.all([
      changeCapacity(db(), { sessionId: workshop, capacity: 21 }, { now }),
      changeCapacity(db(), { sessionId: rival, capacity: 21 }, { now }),
    ]);
    for (const id of [workshop, rival]) {
      const { waiting, seated, taken, busy } = await stateOf(db(), id);
      expect([waiting.length, seated.length, taken, busy]).toEqual([0, 20, 20, 20]);
    }
    expect(await doublyBooked(db())).toBe(0);
  });
});

describe.skipIf(!postgresUrl)("the controls: the same moments without the guards", () => {
  const db = postgresDatabase({ connections });
  beforeEach(() => openAll(db()));

  async function withoutSeatCheck(): Promise<Database> {
    await db().execute(sql`alter table ${sessions} drop constraint if exists sessions_seats`);
    return withoutRowLocks(db());
  }

  test("without the lock, two hundred requests for thirty seats oversell", async () => {
    const unlocked = await withoutSeatCheck();
    const { workshop, people } = await scene(db(), { people: 200, capacity: 30 });
    await Promise.all(people.map((person) => ask(unlocked, person, workshop)));
    expect((await stateOf(db(), workshop)).seated.length).toBeGreaterThan(30);
  });

  test("without the lock, seats that come free at the same moment are given twice or lost", async () => {
    const unlocked = await withoutSeatCheck();
    const { workshop, people } = await scene(db(), { people: 90, capacity: 30 });
    await fill(db(), workshop, people, 30);
    await freeSeats(unlocked, workshop, people);
    const { seated, waiting, taken } = await stateOf(db(), workshop);
    expect([seated.length, waiting.length, taken]).not.toEqual([35, 45, 35]);
  });

  test("without the lock, capacity cut while people sign up leaves more people than seats", async () => {
    const unlocked = await withoutSeatCheck();
    const oversold: boolean[] = [];
    for (const cut of [4, 8, 12, 16, 20]) {
      const { workshop, people } = await scene(db(), { people: 30, capacity: 20 });
      await cutAmong(unlocked, workshop, people, cut);
      const { seated, capacity } = await stateOf(db(), workshop);
      oversold.push(seated.length > (capacity ?? 0));
    }
    expect(oversold).toContain(true);
  });

  test("without the exclusion constraint, one person gets two overlapping seats", async () => {
    await db().execute(sql`alter table ${commitments} drop constraint if exists commitments_no_clash`);
    const { workshop, rival, people } = await scene(db(), { people: 10, capacity: null });
    await Promise.all(people.map((person) => askForBoth(withPauses(db()), person, workshop, rival)));
    expect(await doublyBooked(db())).toBeGreaterThan(0);
  });
});

const making = { ids: randomIds, now };

/** People, a workshop and another that overlaps it, both with the given capacity. */
async function scene(db: Database, { people, capacity }: { people: number; capacity: number | null }) {
  const organisation = await makeOrganisation(db, {}, making);
  const festival = await makeFestival(db, { leadOrganisationId: organisation.id }, making);
  const given: GivenSession = { festivalId: festival.id, organisationId: organisation.id, capacity };
  const colleagues = Array.from({ length: people }, () => ({ organisationId: organisation.id }));
  return {
    people: (await makePeople(db, colleagues, making)).map((person) => person.id),
    workshop: (await makeSession(db, { ...given, startsLocal: "2027-01-11T10:00" }, making)).id,
    rival: (await makeSession(db, { ...given, startsLocal: "2027-01-11T10:30" }, making)).id,
  };
}

function ask(db: Database, personId: string, sessionId: string, givesUp?: string) {
  return signUp(db, { personId, sessionId, givesUp }, { now, ids: randomIds, window: "open" });
}

function askForBoth(db: Database, person: string, workshop: string, rival: string) {
  return Promise.all([ask(db, person, workshop), ask(db, person, rival)]);
}

async function fill(db: Database, workshop: string, people: string[], seats: number): Promise<void> {
  const given = people.map((personId, i) => ({
    personId,
    sessionId: workshop,
    status: i < seats ? ("confirmed" as const) : ("waiting" as const),
  }));
  await makeSignups(db, given, making);
}

/** Ten who have a seat leave while ten organisers make room for five more. */
async function freeSeats(db: Database, workshop: string, people: string[]): Promise<void> {
  await Promise.all(
    people
      .slice(0, 10)
      .flatMap((personId) => [
        changeCapacity(db, { sessionId: workshop, capacity: 35 }, { now }),
        cancelSignup(db, { personId, sessionId: workshop }, { now }),
      ]),
  );
}

async function cutAmong(db: Database, workshop: string, people: string[], capacity: number) {
  const half = people.length / 2;
  const [, answer] = await Promise.all([
    Promise.all(people.slice(0, half).map((person) => ask(db, person, workshop))),
    changeCapacity(db, { sessionId: workshop, capacity }, { now }),
    Promise.all(people.slice(half).map((person) => ask(db, person, workshop))),
  ]);
  return { answer };
}

/** Positions of those seated and waiting, in order, and what the session and people's time say. */
async function stateOf(db: Database, sessionId: string) {
  const rows = await db
    .select({ status: signups.status, position: signups.position })
    .from(signups)
    .where(eq(signups.sessionId, sessionId))
    .orderBy(asc(signups.position));
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  const positions = (status: string) =>
    rows.filter((row) => row.status === status).map((row) => row.position);
  return {
    seated: positions("confirmed"),
    waiting: positions("waiting"),
    taken: session?.seatsTaken,
    capacity: session?.capacity ?? null,
    busy: await db.$count(
      commitments,
      and(eq(commitments.sessionId, sessionId), eq(commitments.role, "attends")),
    ),
  };
}

/** People with more than one seat at the same time. */
async function doublyBooked(db: Database): Promise<number> {
  const rows = await db
    .select({ personId: signups.personId })
    .from(signups)
    .where(eq(signups.status, "confirmed"))
    .groupBy(signups.personId)
    .having(sql`count(*) > 1`);
  return rows.length;
}

const firstOf = (positions: number[]) => positions[0] ?? Number.POSITIVE_INFINITY;
const lastOf = (positions: number[]) => positions.at(-1) ?? Number.NEGATIVE_INFINITY;
