import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { signups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs, testSecret } from "#tests/support/requests.ts";
import { randomIds } from "~/platform/ids.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { loader as showCode } from "~/routes/door.$token.tsx";
import { action, loader } from "~/routes/not-coming.$token.tsx";
import { tokenOf } from "~/signups/door/code.server.ts";
import { notComingPurpose } from "~/signups/door/not-coming.server.ts";
import { listOwnCodes } from "~/signups/door/own-day.server.ts";
import { doorScene, makeSignups, minute, states } from "./door.support.ts";

const db = testDatabase();
const dayBefore = minute(-20 * 60);

/** A workshop of one, Anna in it and Bram waiting; a link of Anna's for the session, or for the festival. */
async function reminded(about: "session" | "festival") {
  const scene = await doorScene(db());
  const { id } = await scene.session({ capacity: 1, title: "Kneading" });
  const [anna = "", bram = ""] = await scene.attendees(["Anna", "Bram"]);
  await makeSignups(db(), [
    { sessionId: id, personId: anna },
    { sessionId: id, personId: bram, status: "waiting" },
  ]);
  const link = {
    subject: about === "session" ? id : scene.festival.id,
    personId: anna,
    purpose: notComingPurpose,
  };
  const token = await mintLink(db(), link, { ids: randomIds, now: dayBefore });
  const args = (form?: Record<string, string>, now = dayBefore) =>
    routeArgs(db(), `/not-coming/${token}`, { form, params: { token }, context: { now: () => now } });
  return { ...scene, id, anna, bram, args };
}

describe.each(["session", "festival"] as const)("a link of the reminder about a %s", (about) => {
  test("shows what it would do and does nothing until it is pressed, once", async () => {
    const { id, args } = await reminded(about);
    const before = await answerOf(loader(args()));
    expect(before).toMatchObject({
      ...{ status: 200, data: { found: { sessions: [{ title: "Kneading", status: "seat", waiting: 1 }] } } },
    });
    expect(await states(db(), id)).toEqual({ Anna: "confirmed", Bram: "waiting" });
    for (const _ of [1, 2]) expect((await answerOf(action(args({ sessionId: id })))).status).toBe(303);
    expect(await states(db(), id)).toEqual({ Anna: "not-coming", Bram: "offered" });
  });

  test("changes nothing once it has begun, and nothing of what it is not about", async () => {
    const { id, args, session, anna } = await reminded(about);
    await action(args({ sessionId: id }, minute(1)));
    expect(await states(db(), id)).toMatchObject({ Anna: "confirmed" });
    const far = await session({ startsLocal: "2027-03-11T10:00" });
    await makeSignups(db(), [{ sessionId: far.id, personId: anna }]);
    expect((await answerOf(action(args({ sessionId: far.id })))).status).toBe(422);
    const [row] = await db()
      .select()
      .from(signups)
      .where(and(eq(signups.sessionId, far.id), eq(signups.personId, anna)));
    expect(row?.status).toBe("confirmed");
  });
});

test("a link of another purpose, or none, leads nowhere", async () => {
  const { anna, id } = await reminded("session");
  const other = { subject: id, personId: anna, purpose: "offer" };
  const token = await mintLink(db(), other, { ids: randomIds, now: dayBefore });
  for (const one of [token, "nonsense"]) {
    const args = routeArgs(db(), `/not-coming/${one}`, { params: { token: one } });
    expect((await answerOf(loader(args))).status).toBe(404);
  }
});

test("a code is on the agenda from the day before, for those who have or want a seat", async () => {
  const { anna, festival } = await reminded("session");
  const where = { secret: testSecret, publicUrl: "https://percolate.example" };
  const codes = (personId: string, now = dayBefore) => listOwnCodes(db(), personId, now, where);
  const token = tokenOf({ festivalId: festival.id, personId: anna }, testSecret);
  const own = { festival: festival.name, address: `https://percolate.example/door/${token}` };
  expect(await codes(anna)).toEqual([own]);
  expect(await codes(anna, minute(-60 * 24 * 3))).toEqual([]);
  expect(await codes(randomIds.uuid())).toEqual([]);
});

describe("the address of a code", () => {
  async function shownTo(who: "nobody" | "owner" | "host" | "colleague" | "otherHost", now = minute(0)) {
    const { anna, festival, host, organiser, other } = await reminded("session");
    const { personId, role, organisation } = {
      nobody: { personId: "", role: "member", organisation: host },
      owner: { personId: anna, role: "member", organisation: host },
      colleague: { personId: randomIds.uuid(), role: "member", organisation: host },
      host: { personId: organiser.id, role: "organiser", organisation: host },
      otherHost: { personId: randomIds.uuid(), role: "organiser", organisation: other },
    }[who];
    const viewer = { personId, name: who, role, organisationId: organisation.id };
    const memo = new Map<string, Promise<unknown>>([
      ["viewer", Promise.resolve(who === "nobody" ? null : viewer)],
    ]);
    const token = tokenOf({ festivalId: festival.id, personId: anna }, testSecret);
    const args = routeArgs(db(), `/door/${token}`, { params: { token }, context: { memo, now: () => now } });
    return (await answerOf(showCode(args))).data as { shown: Record<string, unknown> };
  }

  test.each(["nobody", "colleague", "otherHost"] as const)("tells %s nothing", async (who) => {
    expect((await shownTo(who)).shown).toEqual({ is: "anybody" });
  });
  test("shows its owner their day", async () => {
    expect((await shownTo("owner")).shown).toMatchObject({ is: "own", day: [{ title: "Kneading" }] });
  });
  test("lets the session's host check them in, on the day alone", async () => {
    const doors = [{ title: "Kneading", status: "confirmed" }];
    expect((await shownTo("host")).shown).toMatchObject({ is: "host", name: "Anna", doors });
  });
  test("is closed to the host too on other days", async () => {
    expect((await shownTo("host", minute(-60 * 30))).shown).toEqual({ is: "anybody" });
  });
});
