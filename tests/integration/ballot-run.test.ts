import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import {
  allocations,
  ballots,
  commitments,
  events,
  festivalDecisions,
  festivals,
  mails,
  organisations,
  people,
  sessions,
  signups,
} from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { testIds } from "#tests/support/ids.ts";
import { requestContext } from "#tests/support/requests.ts";
import { withoutRowLocks, withPauses } from "#tests/support/unlocked.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { randomIds } from "~/platform/ids.ts";
import { festivalAdmission } from "~/signups/admission.server.ts";
import { allocate } from "~/signups/allocation/allocate.ts";
import { listTrials } from "~/signups/ballot/allocations.server.ts";
import { findBallotPage } from "~/signups/ballot/ballot-page.server.ts";
import { saveBallot } from "~/signups/ballot/ballots.server.ts";
import { carryOut } from "~/signups/ballot/carry-out.server.ts";
import { findMyResult } from "~/signups/ballot/mine.server.ts";
import { simulate } from "~/signups/ballot/simulate.server.ts";
import { afterwards, closesAt, handIn, makeBallot, now, type World } from "./ballot.support.ts";

const { t } = getText("en");

/** Everybody wants Sketching most, then Asking; at noon all want Knitting alone. Two seats each. */
async function wished(db: Database, given: Parameters<typeof makeBallot>[1] = { people: 6 }) {
  const world = await makeBallot(db, given);
  const { sketching, asking, knitting } = world.workshops;
  for (const { id } of world.people)
    await handIn(db, world, id, { ranks: { [sketching]: 1, [asking]: 2, [knitting]: 1 } });
  return world;
}

const tryOut = async (db: Database, world: World, when = afterwards) =>
  simulate(db, world.lead, await world.festival(), { now: when, ids: randomIds, allocate });

async function trialOf(db: Database, world: World, mode = "fewest-without") {
  const trials = await listTrials(db, world.festivalId);
  return trials.find((trial) => trial.mode === mode)!.id;
}

const give = async (db: Database, world: World, trial: string, viewer = world.lead, when = afterwards) =>
  carryOut(db, viewer, await world.festival(), trial, { now: when, ids: randomIds });

const seated = async (db: Database) =>
  (await db.select().from(signups).where(eq(signups.status, "confirmed"))).length;

describe("making a ballot", () => {
  const db = testDatabase();

  test("is the lead's; its seed is drawn once and stays", async () => {
    const world = await makeBallot(db());
    await db().delete(ballots);
    const wish = { opensAt: null, closesAt, mode: "turns" as const };
    const save = async (viewer: typeof world.lead, given = wish) =>
      saveBallot(db(), viewer, await world.festival(), given, { now, ids: randomIds });
    expect(await save(world.host)).toEqual({ ok: false, reason: "forbidden" });
    expect(await save(world.lead)).toEqual({ ok: true, isNew: true });
    const [made] = await db().select().from(ballots);
    expect(await save(world.lead, { ...wish, closesAt: "2026-12-02T09:00:00Z" })).toEqual({
      ok: true,
      isNew: false,
    });
    const [changed] = await db().select().from(ballots);
    expect([changed?.seed, changed?.closesAt]).toEqual([made?.seed, "2026-12-02T09:00:00Z"]);
    expect(await save(world.lead, { ...wish, closesAt: now.toString() })).toEqual({
      ok: false,
      reason: "in-past",
    });
    const decided = await db().select().from(festivalDecisions);
    expect(decided.map(({ kind }) => kind)).toEqual(["ballot-opened", "ballot-opened"]);
  });

  test("is refused where whoever comes first is served", async () => {
    const world = await makeBallot(db());
    await db().update(festivals).set({ signupMode: "first-come" });
    const saved = await saveBallot(
      db(),
      world.lead,
      await world.festival(),
      { opensAt: null, closesAt, mode: "turns" },
      { now, ids: randomIds },
    );
    expect(saved).toEqual({ ok: false, reason: "first-come" });
  });
});

describe("trying it out", () => {
  const db = testDatabase();

  test("works out both ways, before the deadline too, and gives nothing", async () => {
    const world = await wished(db());
    expect(await tryOut(db(), world, now)).toEqual({ ok: true });
    const page = await findBallotPage(db(), await world.festival(), { now });
    expect(page.trials.map(({ mode }) => mode).sort()).toEqual(["fewest-without", "turns"]);
    expect(page.fresh).toBe(true);
    expect(page.handedIn).toEqual([
      { organisation: "Lumen", people: 3 },
      { organisation: "Waterland", people: 3 },
    ]);
    expect(page.trials[0]?.report).toMatchObject({ people: 6, asked: 12, seats: 10, withoutSeat: 2 });
    expect(page.trials[0]?.report.perOrganisation.map(({ organisation }) => organisation).sort()).toEqual([
      "lumen",
      "waterland",
    ]);
    expect([await seated(db()), await db().$count(events)]).toEqual([0, 0]);
  });

  test("is out of date as soon as somebody changes a wish", async () => {
    const world = await wished(db());
    await tryOut(db(), world, now);
    await handIn(db(), world, world.people[0]!.id, { ranks: { [world.workshops.walking]: 1 } });
    expect((await findBallotPage(db(), await world.festival(), { now })).fresh).toBe(false);
  });

  test("is the lead's, and needs wishes", async () => {
    const world = await makeBallot(db());
    expect(await tryOut(db(), world)).toEqual({ ok: false, reason: "no-wishes" });
    const host = await simulate(db(), world.host, await world.festival(), {
      ...{ now, ids: randomIds, allocate },
    });
    expect(host).toEqual({ ok: false, reason: "forbidden" });
  });
});

describe("giving the seats", () => {
  const db = testDatabase();

  test("gives what was tried out, queues what was missed in the order of the lots, and opens sign-up", async () => {
    const world = await wished(db());
    await tryOut(db(), world);
    const trial = await trialOf(db(), world);
    expect(await give(db(), world, trial)).toEqual({ ok: true, again: false, people: 6 });
    const [row] = await db().select().from(allocations).where(eq(allocations.id, trial));
    const result = row!.result as { seats: unknown[]; lottery: string[] };
    expect(await seated(db())).toBe(result.seats.length);
    const taken = await db()
      .select({ taken: sessions.seatsTaken, capacity: sessions.capacity })
      .from(sessions);
    expect(taken.every((one) => one.taken <= one.capacity!)).toBe(true);
    expect(await db().$count(commitments)).toBe(result.seats.length);
    const { knitting } = world.workshops;
    const queue = await db()
      .select({ personId: signups.personId, status: signups.status })
      .from(signups)
      .where(eq(signups.sessionId, knitting))
      .orderBy(asc(signups.position));
    const numbers = await numbersOf(world);
    const lots = result.lottery.filter((number) =>
      queue.some(({ personId }) => numbers.get(personId) === number),
    );
    const waiting = queue
      .filter(({ status }) => status === "waiting")
      .map(({ personId }) => numbers.get(personId));
    expect(waiting).toHaveLength(4);
    expect(waiting).toEqual(lots.filter((number) => waiting.includes(number)));
    const festival = await world.festival();
    expect(festivalAdmission(festival, afterwards).window).toBe("open");
    const decided = await db().select().from(festivalDecisions);
    expect(decided.map(({ kind, personId, facts }) => [kind, personId, facts])).toEqual([
      ["ballot-allocated", world.anna.id, { people: 6 }],
    ]);
  });

  test("is refused before the deadline, to another host, for another rule and for another festival's trial", async () => {
    const world = await wished(db());
    await tryOut(db(), world, now);
    const trial = await trialOf(db(), world);
    expect(await give(db(), world, trial, world.lead, now)).toEqual({ ok: false, reason: "not-closed" });
    expect(await give(db(), world, trial, world.host)).toEqual({ ok: false, reason: "forbidden" });
    expect(await give(db(), world, await trialOf(db(), world, "turns"))).toEqual({
      ok: false,
      reason: "gone",
    });
    expect(await give(db(), world, crypto.randomUUID())).toEqual({ ok: false, reason: "gone" });
    expect(await seated(db())).toBe(0);
  });

  test.each([
    [
      "a capacity",
      (world: World) =>
        db().update(sessions).set({ capacity: 1 }).where(eq(sessions.id, world.workshops.sketching)),
    ],
    [
      "a session that is called off",
      (world: World) =>
        db().update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, world.workshops.asking)),
    ],
    [
      "a session that moved",
      (world: World) =>
        db()
          .update(sessions)
          .set({ startsAt: "2027-01-11T10:00:00Z", endsAt: "2027-01-11T11:00:00Z" })
          .where(eq(sessions.id, world.workshops.asking)),
    ],
  ])("is refused when %s has changed since it was tried out, and nothing is given", async (_, change) => {
    const world = await wished(db());
    await tryOut(db(), world);
    const trial = await trialOf(db(), world);
    await change(world);
    expect(await give(db(), world, trial)).toEqual({ ok: false, reason: "changed" });
    expect([await seated(db()), await db().$count(events)]).toEqual([0, 0]);
    await tryOut(db(), world, afterwards.add({ minutes: 1 }));
    expect(await give(db(), world, await trialOf(db(), world))).toMatchObject({ ok: true, again: false });
  });

  test("once given, wishes are closed for good and the ballot cannot be made anew", async () => {
    const world = await wished(db());
    await tryOut(db(), world);
    await give(db(), world, await trialOf(db(), world));
    await db().update(festivals).set({ signupMode: "ballot" });
    const wish = { opensAt: null, closesAt: "2026-12-20T09:00:00Z", mode: "turns" as const };
    expect(
      await saveBallot(db(), world.lead, await world.festival(), wish, { now: afterwards, ids: randomIds }),
    ).toEqual({ ok: false, reason: "allocated" });
    expect(await handIn(db(), world, world.people[0]!.id, { ranks: {} })).toEqual({
      ok: false,
      reason: "not-open",
    });
    expect(await tryOut(db(), world)).toEqual({ ok: false, reason: "allocated" });
  });
});

describe("telling everybody", () => {
  const db = testDatabase();

  test("each gets one mail with what they got and why, with the invites of all their seats", async () => {
    const world = await wished(db());
    await tryOut(db(), world);
    await give(db(), world, await trialOf(db(), world));
    const sweep = () => sweepEvents(requestContext(db(), { ids: testIds() }), eventHandlers, afterwards);
    await sweep();
    await sweep();
    const sent = await db().select().from(mails).orderBy(asc(mails.recipient));
    expect(sent.map(({ kind, recipient }) => [kind, recipient])).toEqual(
      world.people.map(({ email }) => ["ballot-result", email]),
    );
    for (const person of world.people) {
      const mail = sent.find(({ recipient }) => recipient === person.email)!;
      const result = await findMyResult(db(), { festivalId: world.festivalId, personId: person.id }, t);
      const seats = result!.slots!.filter(({ got }) => got);
      expect((mail.ical ? 1 : 0) + (mail.moreIcals?.length ?? 0)).toBe(seats.length);
      for (const { why, got } of result!.slots!) {
        expect(mail.text).toContain(why.sentence);
        if (got) expect(mail.text).toContain(got.title);
      }
    }
  });

  test("everybody finds what they got, why, and where they wait, and nobody who wished for nothing is in it", async () => {
    const world = await wished(db());
    await tryOut(db(), world);
    await give(db(), world, await trialOf(db(), world));
    const festival = await world.festival();
    const results = await Promise.all(
      world.people.map(({ id }) => findMyResult(db(), { festivalId: festival.id, personId: id }, t)),
    );
    const seats = results.flatMap((result) =>
      result!.slots!.filter(({ got }) => got?.status === "confirmed"),
    );
    expect(seats).toHaveLength(await seated(db()));
    const waits = results.flatMap((result) => result!.slots!.flatMap(({ missed }) => missed));
    expect(waits.every(({ line }) => line?.queue !== null)).toBe(true);
    expect(new Set(results.map((result) => result!.number)).size).toBe(6);
    const stranger = await findMyResult(db(), { festivalId: festival.id, personId: world.anna.id }, t);
    expect(stranger?.slots).toBeNull();
  });
});

describe("what is kept for a replay", () => {
  const db = testDatabase();

  test("names nobody, and no organisation for which nothing is kept", async () => {
    const world = await wished(db());
    await tryOut(db(), world);
    const [row] = await db().select().from(allocations);
    const text = JSON.stringify([row!.inputs, row!.result]);
    const named = [
      ...(await db().select({ id: people.id, name: people.name, email: people.email }).from(people)),
      ...(await db()
        .select({ id: organisations.id, name: organisations.slug, email: organisations.name })
        .from(organisations)),
    ].flatMap(({ id, name, email }) => [id, name, email]);
    expect(named.filter((one) => text.includes(one))).toEqual([]);
  });
});

async function numbersOf(world: World): Promise<Map<string, string>> {
  const { pseudonymOf } = await import("~/signups/ballot/pseudonym.server.ts");
  return new Map(world.people.map(({ id }) => [id, pseudonymOf("a key that nobody reads", id)]));
}

describe.skipIf(!postgresUrl)("two organisers who give the seats at the same moment", () => {
  const db = postgresDatabase();

  async function race(database: Database) {
    const world = await wished(db());
    await tryOut(db(), world);
    const trial = await trialOf(db(), world);
    await Promise.all(Array.from({ length: 8 }, () => db().execute(sql`select pg_sleep(0.1)`)));
    const festival = await world.festival();
    const answers = await Promise.allSettled(
      [1, 2].map(() => carryOut(database, world.lead, festival, trial, { now: afterwards, ids: randomIds })),
    );
    const told = await db().select().from(events).where(eq(events.kind, "ballot.told"));
    const decided = await db().$count(festivalDecisions);
    return { answers, told: told.length, decided, seats: await seated(db()) };
  }

  test("they are given once, and the other is told that it is done", async () => {
    const { answers, told, decided, seats } = await race(withPauses(db()));
    const values = answers.map((one) => (one.status === "fulfilled" ? one.value : null));
    expect(values).toContainEqual({ ok: true, again: false, people: 6 });
    expect(values).toContainEqual({ ok: true, again: true, people: 0 });
    expect([told, decided, seats]).toEqual([6, 1, 10]);
  });

  test("the control: without the locks it is done twice, or breaks", async () => {
    const { answers, told, decided } = await race(withoutRowLocks(db()));
    const once = answers.filter(
      (one) => one.status === "fulfilled" && one.value.ok && one.value.again === false,
    );
    expect(once.length === 1 && told === 6 && decided === 1).toBe(false);
  });
});
