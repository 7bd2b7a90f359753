import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { mails, nominations } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { answerOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { eventHandlers } from "~/jobs.ts";
import { joinRoster } from "~/lectures/members.server.ts";
import { answerNomination } from "~/lectures/volunteering/answer-nomination.server.ts";
import { nominate, withdrawNomination } from "~/lectures/volunteering/nominate.server.ts";
import { findNominationByLink, listMade } from "~/lectures/volunteering/nominations.server.ts";
import { standingOn } from "~/lectures/volunteering/standing.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import * as linkPage from "../../app/routes/nominations.$token.tsx";
import { depsAt, monday, startRoster } from "./lectures.support.ts";

const db = testDatabase();
let scene: Awaited<ReturnType<typeof startRoster>>;
let eva: { id: string; name: string; email: string };

beforeEach(async () => {
  scene = await startRoster(db(), ["Ada", "Bo"]);
  const { organisationId } = scene;
  eva = await makePerson(db(), { name: "Eva Smit", email: "eva@waterland.example", organisationId });
});

const ask = (who: string, { by = "Ada", now = monday as Instant, message = "" } = {}) =>
  nominate(db(), { seriesId: scene.seriesId, nominatedBy: scene.people[by]!, who, message }, depsAt(now));

const answer = async (word: "yes" | "no", now: Instant = monday) => {
  const rows = await db().select().from(nominations);
  const open = rows.find(({ status }) => status === "open") ?? rows.at(-1)!;
  return answerNomination(db(), { nominationId: open.id, personId: eva.id, answer: word }, depsAt(now));
};

const place = () => standingOn(db(), scene.seriesId, eva.id);

/** What was mailed so far, after the events were handled. */
async function mailed(now: Instant = monday) {
  await sweepEvents(requestContext(db()), eventHandlers, now);
  const rows = await db().select().from(mails);
  return rows.filter(({ kind }) => kind.startsWith("nomination"));
}

const tokenOf = ({ text }: { text: string }) => /\/nominations\/([\w-]+)/.exec(text)?.[1] ?? "";

describe("a colleague is nominated", () => {
  test.each(["Eva Smit", " eva smit", "EVA@waterland.example "])("as %s", async (who) => {
    expect(await ask(who)).toEqual({ ok: true, name: "Eva Smit" });
  });

  test("gets one mail with the nominator's words, and the secret is kept as a hash alone", async () => {
    await ask("Eva Smit", { message: "You know all about bees." });
    const [mail, ...others] = await mailed();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: "eva@waterland.example", kind: "nomination" });
    expect(mail?.subject).toContain("Ada");
    expect(mail?.text).toContain("You know all about bees.");
    const found = await findNominationByLink(db(), tokenOf(mail!));
    expect(found).toMatchObject({ status: "open", nominator: "Ada", personId: eva.id });
    expect(await findNominationByLink(db(), "nonsense")).toBeNull();
    expect(await mailed()).toHaveLength(1);
  });

  test("says yes and is on the roster; the nominator is told once", async () => {
    await ask("Eva Smit");
    expect(await answer("yes")).toEqual({ ok: true });
    expect(await place()).toBe("on");
    expect(await answer("yes")).toEqual({ ok: true });
    expect(await answer("no")).toEqual({ ok: false, reason: "not-open" });
    const told = (await mailed()).filter(({ kind }) => kind === "nomination-answered");
    expect(told.map(({ recipientName, subject }) => [recipientName, subject])).toEqual([
      ["Ada", "Eva Smit joined the roster"],
    ]);
    const made = { seriesId: scene.seriesId, personId: scene.people.Ada! };
    expect((await listMade(db(), made, monday)).map(({ status }) => status)).toEqual(["accepted"]);
  });

  test("says no, is on no roster, and is left in peace for half a year", async () => {
    await ask("Eva Smit");
    expect(await answer("no")).toEqual({ ok: true });
    expect(await place()).toBe("never");
    expect(await ask("Eva Smit", { by: "Bo" })).toMatchObject({ ok: false, reason: "said-no" });
    const almost = monday.add({ hours: 182 * 24 - 1 });
    expect(await ask("Eva Smit", { by: "Bo", now: almost })).toMatchObject({ reason: "said-no" });
    const later = monday.add({ hours: 182 * 24 });
    expect(await ask("Eva Smit", { by: "Bo", now: later })).toEqual({ ok: true, name: "Eva Smit" });
  });

  test("who comes by themselves has answered", async () => {
    await ask("Eva Smit");
    await joinRoster(db(), { seriesId: scene.seriesId, personId: eva.id }, depsAt(monday));
    const kinds = (await mailed()).map(({ kind }) => kind);
    expect(kinds).toEqual(["nomination-answered"]);
  });

  test("before the mail left it was taken back: none leaves, and an answer changes nothing", async () => {
    await ask("Eva Smit");
    const [row] = await db().select().from(nominations);
    const wish = { nominationId: row!.id, nominatedBy: scene.people.Bo! };
    await withdrawNomination(db(), wish, { now: monday });
    expect((await db().select().from(nominations))[0]?.status).toBe("open");
    await withdrawNomination(db(), { ...wish, nominatedBy: scene.people.Ada! }, { now: monday });
    expect(await mailed()).toEqual([]);
    expect(await answer("yes")).toEqual({ ok: false, reason: "not-open" });
    expect(await place()).toBe("never");
  });
});

describe("nobody is nominated", () => {
  test("who is on the roster, is oneself, is asked already or works elsewhere", async () => {
    const far = await makeOrganisation(db(), { slug: "far" });
    await makePerson(db(), { name: "Fay Far", email: "fay@far.example", organisationId: far.id });
    expect(await ask("Bo")).toMatchObject({ ok: false, reason: "on-roster" });
    expect(await ask("Ada")).toMatchObject({ ok: false, reason: "yourself" });
    expect(await ask("Fay Far")).toMatchObject({ ok: false, reason: "not-a-colleague", name: "Fay Far" });
    expect(await ask("fay@far.example")).toMatchObject({ reason: "not-a-colleague" });
    expect(await ask("Eva Smit")).toMatchObject({ ok: true });
    expect(await ask("Eva Smit", { by: "Bo" })).toMatchObject({ ok: false, reason: "open" });
    expect(await db().select().from(nominations)).toHaveLength(1);
  });

  test("by a name that two have, or as a sixth", async () => {
    const { organisationId } = scene;
    await makePerson(db(), { name: "Eva Smit", email: "eva.smit@waterland.example", organisationId });
    expect(await ask("Eva Smit")).toMatchObject({ ok: false, reason: "several" });
    for (const count of [1, 2, 3, 4, 5]) {
      await makePerson(db(), { name: `Person ${count}`, organisationId });
      expect(await ask(`Person ${count}`)).toMatchObject({ ok: true });
    }
    expect(await ask("eva@waterland.example")).toMatchObject({ ok: false, reason: "too-many" });
  });
});

describe("the page behind the link", () => {
  const visit = (token: string, form?: Record<string, string>) =>
    routeArgs(db(), `/nominations/${token}`, {
      params: { token },
      ...(form ? { form } : {}),
      context: { now: () => monday },
    }) as never;

  test("shows the question without a login; looking changes nothing, a button does", async () => {
    await ask("Eva Smit");
    const token = tokenOf((await mailed())[0]!);
    const page = await answerOf(linkPage.loader(visit(token)));
    expect([page.status, JSON.stringify(page.data).includes("Ada")]).toEqual([200, true]);
    expect(await place()).toBe("never");
    expect((await answerOf(linkPage.action(visit(token, { answer: "yes" })))).status).toBe(303);
    expect(await place()).toBe("on");
    expect((await answerOf(linkPage.loader(visit(token)))).data).toMatchObject({
      nomination: { status: "accepted" },
    });
  });

  test("is not there for another secret, and takes no other word", async () => {
    await ask("Eva Smit");
    const token = tokenOf((await mailed())[0]!);
    expect((await answerOf(linkPage.loader(visit("nonsense")))).status).toBe(404);
    expect((await answerOf(linkPage.action(visit("nonsense", { answer: "yes" })))).status).toBe(404);
    expect((await answerOf(linkPage.action(visit(token, { answer: "perhaps" })))).status).toBe(404);
    expect(await place()).toBe("never");
  });

  test("does not put on the roster who has left the hosts meanwhile", async () => {
    const far = await makeOrganisation(db(), { slug: "far" });
    const fay = await makePerson(db(), { name: "Fay", organisationId: scene.organisationId });
    await ask("Fay");
    const { people } = await import("#db/schema/index.ts");
    const { eq } = await import("drizzle-orm");
    await db().update(people).set({ organisationId: far.id }).where(eq(people.id, fay.id));
    const [row] = await db().select().from(nominations);
    const wish = { nominationId: row!.id, personId: fay.id, answer: "yes" as const };
    expect(await answerNomination(db(), wish, depsAt(monday))).toEqual({
      ok: false,
      reason: "not-a-colleague",
    });
    expect(await standingOn(db(), scene.seriesId, fay.id)).toBe("never");
  });
});
