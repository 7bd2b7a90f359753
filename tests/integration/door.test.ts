import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeOrganisation, makeSpeakers } from "#db/demo/factories.ts";
import { checkIns, seatGuarantees } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { testSecret } from "#tests/support/requests.ts";
import { randomIds } from "~/platform/ids.ts";
import { tokenOf } from "~/signups/door/code.server.ts";
import { markAbsent } from "~/signups/door/jobs.server.ts";
import { countByOrganisation, countHeads } from "~/signups/door/list.server.ts";
import { findWalkIns } from "~/signups/door/walk-ins.server.ts";
import { doorScene, makeSignups, minute, seatsOf, states, tell } from "./door.support.ts";

const db = testDatabase();

/** A workshop of two, Anna and Bram in it and Chloe waiting. */
async function full() {
  const scene = await doorScene(db());
  const { id } = await scene.session({ capacity: 2 });
  const [anna = "", bram = "", chloe = "", daan = ""] = await scene.attendees([
    "Anna",
    "Bram",
    "Chloe",
    "Daan",
  ]);
  await makeSignups(db(), [
    { sessionId: id, personId: anna },
    { sessionId: id, personId: bram },
    { sessionId: id, personId: chloe, status: "waiting" },
  ]);
  const told = (one: Parameters<typeof tell>[3]) => tell(db(), scene, id, one);
  return { ...scene, id, anna, bram, chloe, daan, told };
}

describe("at the door", () => {
  test("somebody with a seat comes in, once, and can be taken back", async () => {
    const { id, anna, told } = await full();
    expect(await told({ kind: "in", personId: anna, at: -5 })).toMatchObject({
      ...{ outcome: "done", name: "Anna", since: minute(-5).toString(), here: true },
    });
    expect(await told({ kind: "in", personId: anna, at: -4, device: "other" })).toMatchObject({
      ...{ outcome: "already", since: minute(-5).toString(), here: false },
    });
    expect(await told({ kind: "undo", personId: anna, at: -3 })).toMatchObject({
      outcome: "done",
      since: null,
    });
    expect(await states(db(), id)).toEqual({ Anna: "confirmed", Bram: "confirmed", Chloe: "waiting" });
    expect(await seatsOf(db(), id)).toEqual({ counted: 2, held: 2, capacity: 2, timeAgrees: true });
  });

  test("what is sent again is answered again and applied once", async () => {
    const { anna, told } = await full();
    const one = { id: randomIds.uuid(), kind: "in" as const, personId: anna, at: -5 };
    const first = await told(one);
    expect(await told({ ...one, receivedAt: 3 })).toEqual(first);
    expect(await db().$count(checkIns)).toBe(1);
  });

  test("an id that stands for somebody else's check-in does nothing", async () => {
    const { id, anna, bram, told } = await full();
    const known = randomIds.uuid();
    await told({ id: known, kind: "in", personId: anna, at: -5 });
    expect(await told({ id: known, kind: "in", personId: bram, at: -4 })).toMatchObject({
      outcome: "unknown",
    });
    expect(await states(db(), id)).toMatchObject({ Bram: "confirmed" });
  });

  test("what a phone without a network tells late does not undo what came after it", async () => {
    const { id, anna, told } = await full();
    await told({ kind: "undo", personId: anna, at: 4, device: "online" });
    expect(await told({ kind: "in", personId: anna, at: 2, receivedAt: 9 })).toMatchObject({
      outcome: "overtaken",
    });
    expect(await states(db(), id)).toMatchObject({ Anna: "confirmed" });
  });

  test("a code brings in whom it names, at this festival alone", async () => {
    const { id, anna, festival, told } = await full();
    const code = tokenOf({ festivalId: festival.id, personId: anna }, testSecret);
    const elsewhere = tokenOf({ festivalId: randomIds.uuid(), personId: anna }, testSecret);
    expect(await told({ kind: "in", code: elsewhere, at: -5 })).toMatchObject({
      outcome: "unknown",
      name: null,
    });
    expect(await told({ kind: "in", code: `${code.slice(0, -2)}AA`, at: -5 })).toMatchObject({
      outcome: "unknown",
    });
    expect(await told({ kind: "in", code, at: -5 })).toMatchObject({ outcome: "done", name: "Anna" });
    expect(await states(db(), id)).toMatchObject({ Anna: "attended" });
  });

  test("who has no seat is no arrival but a walk-in, who gets the seat of the last to ask who has not come", async () => {
    const { id, anna, chloe, told } = await full();
    await told({ kind: "in", personId: anna, at: -5 });
    expect(await told({ kind: "in", personId: chloe, at: 9 })).toMatchObject({ outcome: "no-seat" });
    expect(await told({ kind: "walk-in", personId: chloe, at: 9 })).toMatchObject({ outcome: "not-yet" });
    expect(await told({ kind: "walk-in", personId: chloe, at: 10 })).toMatchObject({ outcome: "done" });
    expect(await states(db(), id)).toEqual({ Anna: "attended", Bram: "absent", Chloe: "attended, walk-in" });
    expect(await seatsOf(db(), id)).toEqual({ counted: 2, held: 2, capacity: 2, timeAgrees: true });
  });

  test("whose seat was given away comes in while there is room, and over it only when asked for", async () => {
    const { id, anna, bram, chloe, told } = await full();
    await told({ kind: "in", personId: anna, at: -5 });
    await told({ kind: "walk-in", personId: chloe, at: 12 });
    expect(await told({ kind: "in", personId: bram, at: 13 })).toMatchObject({ outcome: "full" });
    expect(await told({ kind: "in", personId: bram, at: 14, anyway: true })).toMatchObject({
      ...{ outcome: "done", cameBack: true },
    });
    expect(await states(db(), id)).toEqual({
      Anna: "attended",
      Bram: "attended",
      Chloe: "attended, walk-in",
    });
    expect(await seatsOf(db(), id)).toEqual({ counted: 3, held: 3, capacity: 3, timeAgrees: true });
  });

  test("they get the seat of another who has not come before anybody asks", async () => {
    const { id, anna, bram, chloe, told } = await full();
    await told({ kind: "walk-in", personId: chloe, at: 12 });
    expect(await states(db(), id)).toMatchObject({ Bram: "absent" });
    expect(await told({ kind: "in", personId: bram, at: 13 })).toMatchObject({
      outcome: "done",
      cameBack: true,
    });
    expect(await states(db(), id)).toEqual({ Anna: "absent", Bram: "attended", Chloe: "attended, walk-in" });
    expect(await told({ kind: "in", personId: anna, at: 14 })).toMatchObject({ outcome: "full" });
  });

  test("a walk-in who was none leaves a free seat", async () => {
    const { id, chloe, bram, told } = await full();
    await told({ kind: "walk-in", personId: chloe, at: 12 });
    await told({ kind: "undo", personId: chloe, at: 13 });
    expect(await states(db(), id)).toEqual({ Anna: "confirmed", Bram: "absent", Chloe: "cancelled" });
    expect(await told({ kind: "in", personId: bram, at: 14 })).toMatchObject({ outcome: "done" });
    expect(await seatsOf(db(), id)).toEqual({ counted: 2, held: 2, capacity: 2, timeAgrees: true });
  });

  test("a colleague without a sign-up comes in by name; somebody of no host is nobody here", async () => {
    const scene = await full();
    const outside = await makeOrganisation(db(), {});
    const [stranger = ""] = await scene.attendees(["Stranger"], outside.id);
    const free = await scene.session({ capacity: 5 });
    const walk = (personId: string) => tell(db(), scene, free.id, { kind: "walk-in", personId, at: -20 });
    expect(await walk(stranger)).toMatchObject({ outcome: "unknown", name: null });
    expect(await walk(scene.daan)).toMatchObject({ outcome: "done", name: "Daan" });
    expect(await states(db(), free.id)).toEqual({ Daan: "attended, walk-in" });
  });
});

describe("a walk-in", () => {
  test("who has a seat elsewhere then gives it up, or goes there", async () => {
    const scene = await full();
    const { id, daan, told } = scene;
    const other = await scene.session({ title: "Other room" });
    await makeSignups(db(), [{ sessionId: other.id, personId: daan }]);
    const asked = { kind: "walk-in" as const, personId: daan, at: 12 };
    expect(await told(asked)).toMatchObject({ outcome: "elsewhere", inTheWay: ["Other room"] });
    expect(await states(db(), other.id)).toEqual({ Daan: "confirmed" });
    expect(await told({ ...asked, givesUp: true })).toMatchObject({ outcome: "done" });
    expect(await states(db(), other.id)).toEqual({ Daan: "not-coming" });
    for (const one of [id, other.id]) expect(await seatsOf(db(), one)).toMatchObject({ timeAgrees: true });
    expect(await seatsOf(db(), other.id)).toMatchObject({ counted: 0, held: 0 });
  });

  test("frees a seat for the first in the queue of a session that has not begun", async () => {
    const scene = await full();
    const { daan, chloe, told } = scene;
    const later = await scene.session({ startsLocal: "2027-01-11T10:45", capacity: 1 });
    const [eva = ""] = await scene.attendees(["Eva"]);
    await makeSignups(db(), [
      { sessionId: later.id, personId: daan },
      { sessionId: later.id, personId: eva, status: "waiting" },
    ]);
    await told({ kind: "walk-in", personId: chloe, at: 12 });
    await told({ kind: "walk-in", personId: daan, at: 12, givesUp: true });
    expect((await states(db(), later.id)).Daan).toBe("not-coming");
    expect(await seatsOf(db(), later.id)).toMatchObject({ timeAgrees: true });
  });

  test("who gives another session at that time stays there", async () => {
    const scene = await full();
    const other = await scene.session({});
    await makeSpeakers(db(), other, [{ name: "Daan", personId: scene.daan }]);
    expect(await scene.told({ kind: "walk-in", personId: scene.daan, at: 12, givesUp: true })).toMatchObject({
      outcome: "gives",
    });
  });

  test("leaves what is kept for a host, until it begins", async () => {
    const scene = await doorScene(db());
    const { id } = await scene.session({ capacity: 2 });
    const [own = ""] = await scene.attendees(["Own"], scene.other.id);
    const [daan = "", eva = ""] = await scene.attendees(["Daan", "Eva"]);
    await db().insert(seatGuarantees).values({ sessionId: id, organisationId: scene.other.id, seats: 2 });
    const walk = (personId: string, at: number) => tell(db(), scene, id, { kind: "walk-in", personId, at });
    expect(await walk(daan, -5)).toMatchObject({ outcome: "kept" });
    expect(await walk(own, -5)).toMatchObject({ outcome: "done" });
    expect(await walk(eva, 10)).toMatchObject({ outcome: "done" });
    expect(await states(db(), id)).toEqual({ Own: "attended, walk-in", Eva: "attended, walk-in" });
  });
});

test("after the session the rest are absent, where there was a door at all", async () => {
  const { id, anna, bram, told, ...scene } = await full();
  const unattended = await scene.session({ startsLocal: "2027-01-11T12:00" });
  await makeSignups(db(), [{ sessionId: unattended.id, personId: bram }]);
  await told({ kind: "in", personId: anna, at: -5 });
  expect(await markAbsent(db(), minute(70))).toBe(0);
  expect(await markAbsent(db(), minute(400))).toBe(1);
  expect(await markAbsent(db(), minute(400))).toBe(0);
  expect(await states(db(), id)).toEqual({ Anna: "attended", Bram: "absent", Chloe: "waiting" });
  expect(await states(db(), unattended.id)).toEqual({ Bram: "confirmed" });
  expect(await seatsOf(db(), id)).toEqual({ counted: 1, held: 1, capacity: 2, timeAgrees: true });
  const late = { kind: "in" as const, personId: bram, at: -20, receivedAt: 420 };
  expect(await told(late)).toMatchObject({ outcome: "done" });
  expect(await states(db(), id)).toMatchObject({ Bram: "attended" });
});

test("heads are counted for every session at once, and for each organisation", async () => {
  const { id, anna, chloe, told, other, attendees, session } = await full();
  const empty = await session({});
  const [kees = ""] = await attendees(["Kees"], other.id);
  await makeSignups(db(), [{ sessionId: id, personId: kees, status: "not-coming" }]);
  await told({ kind: "in", personId: anna, at: -5 });
  await told({ kind: "walk-in", personId: chloe, at: 12 });
  const nobody = { expected: 0, arrived: 0, walkIns: 0, absent: 0, notComing: 0, waiting: 0 };
  const lumen = { ...nobody, expected: 2, arrived: 2, walkIns: 1, absent: 1 };
  expect(await countHeads(db(), [id, empty.id])).toEqual(
    new Map([
      [id, { ...lumen, notComing: 1 }],
      [empty.id, nobody],
    ]),
  );
  expect(await countByOrganisation(db(), id)).toEqual([
    { organisation: "Kade", ...nobody, notComing: 1 },
    { organisation: "Lumen", ...lumen },
  ]);
});

test("walk-ins of one's own are found by name, those of another employer by their whole address", async () => {
  const { festival, host, other, attendees } = await doorScene(db());
  await attendees(["Marieke Bos", "Piet Bos"]);
  const [kees = ""] = await attendees(["Kees Bos"], other.id);
  const find = async (search: string) =>
    (await findWalkIns(db(), { festivalId: festival.id, organisationId: host.id, search })).map(
      ({ name }) => name,
    );
  expect(await find("bos")).toEqual(["Marieke Bos", "Piet Bos"]);
  expect(await find("_")).toEqual([]);
  const { email } = (await db().query.people.findFirst({ where: (row) => eq(row.id, kees) }))!;
  expect(await find(email.toUpperCase())).toEqual(["Kees Bos"]);
  expect(await find(email.slice(0, 5))).toEqual([]);
});
