import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makePerson } from "#db/demo/factories.ts";
import {
  mailedLinks,
  offers,
  people,
  rosterMembers,
  rosterTopics,
  sessions,
  turns,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { testIds } from "#tests/support/ids.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { hashSecret } from "~/platform/ids.ts";
import { mintLink } from "~/platform/mailed-links.server.ts";
import { plus } from "~/platform/time.ts";
import * as page from "../../app/routes/turns.$token.tsx";
import { happen, linkIn, mailsOf, makeScene, now, sweep } from "./turn-mails.support.ts";

const db = testDatabase();
const ids = testIds();
let scene: Awaited<ReturnType<typeof makeScene>>;
let offerId: string;
let token: string;

const link = (purpose: string, subject: string, personId: string) =>
  mintLink(db(), { purpose, subject, personId }, { ids, now });

beforeEach(async () => {
  scene = await makeScene(db(), { turn: { status: "offered" } });
  await db().update(turns).set({ memberId: scene.member.ada.id });
  offerId = await scene.offer("ledger", "open");
  token = await link("offer", offerId, scene.ada.id);
});

function args(given: { form?: Record<string, string>; token?: string; query?: string } = {}) {
  const secret = given.token ?? token;
  return routeArgs(db(), `/turns/${secret}${given.query ?? ""}`, {
    ...(given.form ? { form: given.form } : {}),
    params: { token: secret },
    context: { now: () => now },
  }) as never;
}

interface Shown {
  title: string;
  speaksTo: { locale: string; timeZone: string } | null;
  found: { no: boolean; file: string | null; page: Record<string, unknown> } | null;
}

async function look(given: { token?: string; query?: string } = {}) {
  const answer = await answerOf(page.loader(args(given)));
  return { status: answer.status, ...(answer.data as Shown) };
}
const standing = async (given: { token?: string } = {}) => (await look(given)).found?.page.standing;
const send = (form: Record<string, string>, given: { token?: string } = {}) =>
  answerOf(page.action(args({ ...given, form })));
const turn = async () => (await db().select().from(turns).where(eq(turns.id, scene.turn.id)))[0]!;
const offer = async () => (await db().select().from(offers).where(eq(offers.id, offerId)))[0]!;

describe("looking", () => {
  test("shows what is asked, of whom and until when, and changes nothing however often something looks", async () => {
    const before = [await db().select().from(offers), await turn()];
    for (const query of ["", "?answer=no", "?answer=yes", ""]) await look({ query });
    expect([await db().select().from(offers), await turn()]).toEqual(before);
    const { status, title, found } = await look();
    expect([status, title]).toEqual([200, "Would you speak, Ada?"]);
    expect(found?.page).toMatchObject({ standing: "asked", name: "Ada Aal", until: "2026-11-18T09:30:00Z" });
    expect([found?.no, (await look({ query: "?answer=no" })).found?.no]).toEqual([false, true]);
  });

  test("is in the language and zone of the linked person, whom nobody signed in", async () => {
    await db()
      .update(people)
      .set({ language: "nl", timeZone: "Europe/Lisbon" })
      .where(eq(people.id, scene.ada.id));
    const { title, speaksTo } = await look();
    expect(title).toBe("Wil jij vertellen, Ada?");
    expect(speaksTo).toEqual({ locale: "nl", timeZone: "Europe/Lisbon" });
  });

  test("brings the topic that waits, and says nothing of anybody else", async () => {
    const topic = { id: ids.uuid(), memberId: scene.member.ada.id, title: "Why bread rises" };
    await db()
      .insert(rosterTopics)
      .values({ ...topic, createdAt: now.toString() });
    const shown = await look();
    expect(shown.found?.page.topic).toBe("Why bread rises");
    for (const other of ["Bo Baars", "Olga", "bo@", "olga@", "ada@"])
      expect(JSON.stringify(shown)).not.toContain(other);
  });

  test("is never kept by anybody", () => {
    const headers = page.headers({ actionHeaders: new Headers() } as never) as Headers;
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("answering", () => {
  test("yes, once or twice: they speak, with their topic", async () => {
    for (let click = 0; click < 2; click += 1) {
      const answer = await send({ intent: "yes", topic: "Why bread rises" });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/turns/${token}`]);
    }
    expect(await turn()).toMatchObject({
      status: "confirmed",
      memberId: scene.member.ada.id,
      topic: "Why bread rises",
    });
    expect((await offer()).status).toBe("accepted");
    expect(await standing()).toBe("yours");
    expect((await look()).title).toBe("You speak on Thu 26 Nov. Thank you!");
  });

  test("no, once or twice: others are asked, and organisers read why", async () => {
    for (let click = 0; click < 2; click += 1)
      expect((await send({ intent: "no", reason: "On leave" })).status).toBe(303);
    expect(await offer()).toMatchObject({ status: "declined", reason: "On leave" });
    expect((await turn()).memberId).not.toBe(scene.member.ada.id);
    const [ada] = await db().select().from(rosterMembers).where(eq(rosterMembers.id, scene.member.ada.id));
    expect(ada?.declinesInARow).toBe(1);
    expect(["again", "elsewhere"]).toContain(await standing());
  });

  test("yes after no, while nobody else has it", async () => {
    await send({ intent: "no", reason: "" });
    const theirs = and(eq(offers.turnId, scene.turn.id), eq(offers.status, "open"));
    await db().update(offers).set({ status: "withdrawn" }).where(theirs);
    await db().update(turns).set({ status: "open", memberId: null }).where(eq(turns.id, scene.turn.id));
    expect(await standing()).toBe("again");
    expect((await send({ intent: "yes", topic: "" })).status).toBe(303);
    expect(await standing()).toBe("yours");
  });

  test("a speaker names another topic, and gives the week back", async () => {
    await send({ intent: "yes", topic: "" });
    expect((await send({ intent: "topic", topic: "Sourdough" })).status).toBe(303);
    expect((await turn()).topic).toBe("Sourdough");
    expect((await send({ intent: "topic", topic: "x" })).status).toBe(422);
    await send({ intent: "no", reason: "Ill" });
    expect((await turn()).memberId).not.toBe(scene.member.ada.id);
    expect((await send({ intent: "topic", topic: "Mine still" })).status).toBe(409);
  });

  test("a late yes counts until somebody else accepts", async () => {
    await db().update(offers).set({ status: "lapsed" });
    await db().update(turns).set({ status: "open", memberId: null }).where(eq(turns.id, scene.turn.id));
    expect(await standing()).toBe("late");
    const bos = await scene.offer("ledger", "open", { memberId: scene.member.bo.id });
    await db().update(turns).set({ status: "offered", memberId: scene.member.bo.id });
    expect(await standing()).toBe("late");
    const theirs = await link("offer", bos, scene.bo.id);
    await send({ intent: "yes", topic: "" }, { token: theirs });
    expect(await standing({ token: theirs })).toBe("yours");
    const late = await send({ intent: "yes", topic: "Too late" });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.data)).toContain("Somebody else said yes before you");
    expect(await standing()).toBe("taken");
    expect((await turn()).memberId).toBe(scene.member.bo.id);
  });

  test.each([
    ["too long", { intent: "yes", topic: "x".repeat(161) }, 422],
    ["unknown", { intent: "dance" }, 400],
    ["missing", {} as Record<string, string>, 400],
  ])("with a form that is %s changes nothing", async (_, form, status) => {
    const answer = await send(form);
    expect(answer.status).toBe(status);
    expect((await offer()).status).toBe("open");
  });
});

describe("the link of an open call", () => {
  let call: string;
  beforeEach(async () => {
    await db().delete(offers);
    const open = { status: "open" as const, memberId: null, openCallAt: now.toString() };
    await db().update(turns).set(open).where(eq(turns.id, scene.turn.id));
    call = await link("open-call", scene.turn.id, scene.bo.id);
  });

  test("takes the first yes; who comes second reads so", async () => {
    const second = await link("open-call", scene.turn.id, scene.ada.id);
    expect(await standing({ token: call })).toBe("open");
    for (let click = 0; click < 2; click += 1)
      expect((await send({ intent: "yes", topic: "Tea" }, { token: call })).status).toBe(303);
    expect(await turn()).toMatchObject({ status: "confirmed", memberId: scene.member.bo.id, topic: "Tea" });
    expect(await standing({ token: call })).toBe("yours");
    expect((await send({ intent: "yes", topic: "" }, { token: second })).status).toBe(409);
    expect(await standing({ token: second })).toBe("taken");
  });

  test("lets who took it give it back", async () => {
    await send({ intent: "yes", topic: "" }, { token: call });
    expect((await send({ intent: "no", reason: "" }, { token: call })).status).toBe(303);
    expect((await turn()).memberId).not.toBe(scene.member.bo.id);
  });

  test("is nothing for who has left the roster", async () => {
    await db()
      .update(rosterMembers)
      .set({ leftOn: "2026-11-01" })
      .where(eq(rosterMembers.id, scene.member.bo.id));
    expect(await standing({ token: call })).toBe("left");
    expect((await send({ intent: "yes", topic: "" }, { token: call })).status).toBe(409);
    expect((await turn()).status).toBe("open");
  });
});

describe("a link that opens nothing", () => {
  test("never mailed, of another purpose, of an offer to somebody else, of nobody: 404 and no change", async () => {
    const elsewhere = await makePerson(db(), { name: "Eve" });
    const foreign = await Promise.all([
      "nonsense",
      link("swap", offerId, scene.ada.id),
      link("unsubscribe", scene.turn.id, scene.ada.id),
      // The id of one thing under the purpose of another.
      link("open-call", offerId, scene.ada.id),
      link("offer", scene.turn.id, scene.ada.id),
      link("offer", offerId, scene.bo.id),
      link("offer", offerId, elsewhere.id),
      link("open-call", scene.turn.id, ids.uuid()),
    ]);
    for (const other of foreign) {
      const shown = await look({ token: other });
      expect([shown.status, shown.title, shown.found]).toEqual([404, "This link leads nowhere", null]);
      expect((await send({ intent: "no", reason: "" }, { token: other })).status).toBe(404);
    }
    expect((await offer()).status).toBe("open");
  });

  test("a stranger to the roster takes nothing with the link of an open call", async () => {
    await db().update(turns).set({ status: "open", memberId: null, openCallAt: now.toString() });
    const stranger = await makePerson(db(), { name: "Eve" });
    const call = await link("open-call", scene.turn.id, stranger.id);
    expect(await standing({ token: call })).toBe("left");
    expect((await send({ intent: "yes", topic: "" }, { token: call })).status).toBe(409);
  });
});

describe("what can no longer be answered has its sentence", () => {
  test.each([
    ["called off", async () => db().update(turns).set({ status: "cancelled", memberId: null }), "called-off"],
    [
      "begun",
      async () =>
        db()
          .update(sessions)
          .set({ startsAt: now.toString(), endsAt: plus(now, { minutes: 10 }) }),
      "over",
    ],
    [
      "a guest's",
      async () =>
        db()
          .update(turns)
          .set({ status: "confirmed", memberId: null, guest: { is: "open-floor" } }),
      "taken",
    ],
    [
      "taken back while another is asked",
      async () => {
        await db().update(offers).set({ status: "withdrawn" });
        return db().update(turns).set({ memberId: scene.member.bo.id });
      },
      "elsewhere",
    ],
  ] as const)("one that is %s", async (_, change, expected) => {
    await change();
    const shown = await look();
    expect([shown.status, shown.found?.page.standing]).toEqual([200, expected]);
    expect(shown.title).not.toContain("turnMails");
    const before = [await offer(), await turn()];
    expect((await send({ intent: "yes", topic: "" })).status).toBe(409);
    expect([await offer(), await turn()]).toEqual(before);
  });
});

test("the secret of a mail stands nowhere but in the mail", async () => {
  await happen(db(), scene.turn.id, { kind: "turn.offered", payload: { offerId } });
  await sweep(db());
  const [mail] = await mailsOf(db());
  const mailed = linkIn(mail!);
  expect(await standing({ token: mailed })).toBe("asked");
  const links = await db().select().from(mailedLinks);
  expect(links.map(({ tokenHash }) => tokenHash)).toContain(hashSecret(mailed));
  expect(JSON.stringify(links)).not.toContain(mailed);
});
