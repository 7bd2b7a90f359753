import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { offers, rosterMembers, rosterTopics } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { acceptTurn } from "~/lectures/answer.server.ts";
import { joinRoster, leaveRoster } from "~/lectures/members.server.ts";
import { nameTopic } from "~/lectures/turns.server.ts";
import { setAvailability } from "~/lectures/volunteering/availability.server.ts";
import { endPauses, pauseMember, resumeMember } from "~/lectures/volunteering/pause.server.ts";
import { addTopic, listTopics, nextTopic, removeTopic } from "~/lectures/volunteering/topics.server.ts";
import { depsAt, monday, startRoster, weeksOf } from "./lectures.support.ts";

const db = testDatabase();
const deps = depsAt(monday);
let scene: Awaited<ReturnType<typeof startRoster>>;
let ada: string;

/** On a roster of three Ada is asked for the first week. */
beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo", "Cas"]);
  ada = await memberId("Ada");
});

async function memberId(name: string) {
  const [row] = await db()
    .select({ id: rosterMembers.id })
    .from(rosterMembers)
    .where(eq(rosterMembers.personId, scene.people[name]!));
  return row!.id;
}

async function rowOf(id: string) {
  const [row] = await db().select().from(rosterMembers).where(eq(rosterMembers.id, id));
  return row!;
}

const nameOf = (personId: string | null) =>
  Object.entries(scene.people).find(([, id]) => id === personId)?.[0] ?? null;

async function speakers() {
  const weeks = await weeksOf(db(), scene.seriesId);
  return weeks.map(({ date, status, personId }) => ({ date, status, who: nameOf(personId) }));
}

const accept = (name: string, turnId: string, topic = "") =>
  acceptTurn(db(), { seriesId: scene.seriesId, turnId, personId: scene.people[name]!, topic }, deps);

describe("a member's days", () => {
  test("who does not work on the day of the lecture is asked for none, and what they were asked for goes on", async () => {
    expect((await speakers())[0]).toEqual({ date: "2026-11-26", status: "offered", who: "Ada" });
    const days = { weekdays: [1, 2, 3], notBefore: null };
    const name = await setAvailability(db(), { seriesId: scene.seriesId, memberId: ada, ...days }, deps);
    expect(name).toBe("Ada");
    const now = await speakers();
    const asked = await db().select().from(offers).where(eq(offers.memberId, ada));
    expect(asked.map(({ status }) => status)).toEqual(["withdrawn"]);
    expect(now.map(({ who }) => who)).not.toContain("Ada");
  });

  test("who wants to start later is asked for no week before that day", async () => {
    const days = { weekdays: [1, 2, 3, 4, 5, 6, 7], notBefore: "2026-12-17" };
    await setAvailability(db(), { seriesId: scene.seriesId, memberId: ada, ...days }, deps);
    const theirs = (await speakers()).filter(({ who }) => who === "Ada").map(({ date }) => date);
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((date) => date < "2026-12-17")).toEqual([]);
  });

  test("what they agreed to give stays theirs", async () => {
    const [first] = await weeksOf(db(), scene.seriesId);
    await accept("Ada", first!.id, "Bread");
    const days = { weekdays: [1], notBefore: null };
    await setAvailability(db(), { seriesId: scene.seriesId, memberId: ada, ...days }, deps);
    expect((await speakers())[0]).toMatchObject({ status: "confirmed", who: "Ada" });
  });
});

describe("a break", () => {
  const pause = (until: string | null, by: "self" | "organiser" = "self") =>
    pauseMember(db(), { seriesId: scene.seriesId, memberId: ada, by, until }, deps);

  test("until a day leaves the weeks from that day on", async () => {
    expect(await pause("2026-12-10")).toBe("Ada");
    const theirs = (await speakers()).filter(({ who }) => who === "Ada").map(({ date }) => date);
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((date) => date < "2026-12-10")).toEqual([]);
    expect(await rowOf(ada)).toMatchObject({ pausedBy: "self", pausedUntil: "2026-12-10" });
  });

  test("without an end holds until one ends it; an agreed week stays", async () => {
    const [first] = await weeksOf(db(), scene.seriesId);
    await accept("Ada", first!.id);
    await pause(null);
    const theirs = (await speakers()).filter(({ who }) => who === "Ada");
    expect(theirs).toEqual([{ date: "2026-11-26", status: "confirmed", who: "Ada" }]);
    await resumeMember(db(), { seriesId: scene.seriesId, memberId: ada }, deps);
    expect((await speakers()).filter(({ who }) => who === "Ada").length).toBeGreaterThan(1);
    expect(await rowOf(ada)).toMatchObject({ pausedAt: null, pausedBy: null, pausedUntil: null });
  });

  test("that is over is forgotten on its day, in the zone of the series, and not before", async () => {
    await pause("2026-12-10");
    const { seriesId } = scene;
    expect(await endPauses(db(), seriesId, { now: at("2026-12-09T22:59:00Z") })).toBe(0);
    expect((await rowOf(ada)).pausedAt).not.toBeNull();
    expect(await endPauses(db(), seriesId, { now: at("2026-12-09T23:00:00Z") })).toBe(1);
    expect(await rowOf(ada)).toMatchObject({ pausedAt: null, pausedBy: null, pausedUntil: null });
    expect(await endPauses(db(), seriesId, { now: at("2026-12-10T09:00:00Z") })).toBe(0);
  });

  test("without an end is never over by itself", async () => {
    await pause(null, "organiser");
    expect(await endPauses(db(), scene.seriesId, { now: at("2036-01-01T00:00:00Z") })).toBe(0);
    expect(await rowOf(ada)).toMatchObject({ pausedBy: "organiser" });
  });

  test("of somebody who left is none: nothing happens, and coming back starts without one", async () => {
    await pause("2026-12-10");
    await leaveRoster(db(), { seriesId: scene.seriesId, personId: scene.people.Ada! }, deps);
    expect(await pause(null)).toBe("");
    await joinRoster(db(), { seriesId: scene.seriesId, personId: scene.people.Ada! }, deps);
    expect(await rowOf(ada)).toMatchObject({ leftOn: null, pausedAt: null, pausedUntil: null });
  });
});

describe("topics that wait", () => {
  const mine = () => ({ seriesId: scene.seriesId, personId: scene.people.Ada! });
  const add = (title: string, minute = 0) =>
    addTopic(db(), { ...mine(), title }, depsAt(monday.add({ minutes: minute })));
  const titles = async () => (await listTopics(db(), mine())).map(({ title }) => title);

  test("come in the order in which they were noted, each once", async () => {
    expect(await nextTopic(db(), mine())).toBe("");
    expect(await add("Bread", 0)).toEqual({ ok: true });
    expect(await add("Bees", 1)).toEqual({ ok: true });
    expect(await add("bread ", 2)).toEqual({ ok: false, reason: "waits-already" });
    expect(await titles()).toEqual(["Bread", "Bees"]);
    expect(await nextTopic(db(), mine())).toBe("Bread");
  });

  test("are twenty at most", async () => {
    for (let count = 0; count < 20; count++) expect(await add(`Topic ${count}`, count)).toEqual({ ok: true });
    expect(await add("One more", 30)).toEqual({ ok: false, reason: "too-many" });
  });

  test("are for members alone, and only one's own are removed", async () => {
    const [cas] = [scene.people.Cas!];
    await leaveRoster(db(), { seriesId: scene.seriesId, personId: cas }, deps);
    const wish = { seriesId: scene.seriesId, personId: cas, title: "Bread" };
    expect(await addTopic(db(), wish, deps)).toEqual({ ok: false, reason: "not-a-member" });
    await add("Bees");
    const [topic] = await listTopics(db(), mine());
    const ref = { seriesId: scene.seriesId, topicId: topic!.id };
    await removeTopic(db(), { ...ref, personId: scene.people.Bo! });
    expect(await titles()).toEqual(["Bees"]);
    await removeTopic(db(), { ...ref, personId: scene.people.Ada! });
    expect(await titles()).toEqual([]);
  });

  test("one that was used waits no more", async () => {
    await add("Bread", 0);
    await add("Bees", 1);
    const [first] = await weeksOf(db(), scene.seriesId);
    await accept("Ada", first!.id, "Bread");
    expect(await titles()).toEqual(["Bees"]);
    const used = await db().select().from(rosterTopics).where(eq(rosterTopics.turnId, first!.id));
    expect(used.map(({ title }) => title)).toEqual(["Bread"]);
  });

  test("one that a speaker names later waits no more, and waits again when they name another", async () => {
    await add("Bread", 0);
    await add("Bees", 1);
    const [first] = await weeksOf(db(), scene.seriesId);
    const turn = { seriesId: scene.seriesId, turnId: first!.id };
    await accept("Ada", first!.id);
    await nameTopic(db(), { ...turn, topic: "bees" }, deps);
    expect(await titles()).toEqual(["Bread"]);
    await nameTopic(db(), { ...turn, topic: "Something else" }, deps);
    expect(await titles()).toEqual(["Bread", "Bees"]);
  });
});
