import { eq } from "drizzle-orm";
import { createElement } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { addressRefusals, mailedLinks, mailRefusals, mails, people } from "#db/schema/index.ts";
import LoginCode from "#emails/login-code.tsx";
import Turn from "#emails/turn.tsx";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import "~/jobs.ts";
import { listRefusals, refuseTopic } from "~/people/mail-preferences/refusals.server.ts";
import { type Refusable, refusable } from "~/people/mail-preferences/topics.ts";
import { hashSecret, randomIds } from "~/platform/ids.ts";
import { type NewMail, queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import * as mailPage from "../../app/routes/account.mail.tsx";
import * as rosterPage from "../../app/routes/lectures.$series.roster.tsx";
import * as unsubscribePage from "../../app/routes/unsubscribe.$token.tsx";
import { startRoster } from "./lectures.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const now = at("2026-11-25T09:00:00Z");
const config = { smtpUrl: undefined, publicUrl: "https://learn.example" };
const email = "chloe@kade.example";
let chloe: string;

beforeEach(async () => {
  const kade = await makeOrganisation(db(), { slug: "kade", name: "Kade" });
  chloe = (await makePerson(db(), { email, name: "Chloe", organisationId: kade.id })).id;
});

/** One kind of each sort that can be refused. */
const kindOf: Record<Refusable, string> = {
  turns: "turn-offered",
  "open-calls": "turn-open-call",
  "follow-up": "lecture-thanks",
  digest: "lecture-digest",
  proposals: "proposal-decision",
  festivals: "festival-cancelled",
  messages: "message",
  reminders: "day-reminder",
  organising: "turn-paused",
};

const plain = { subject: "Hello", text: "Hi", html: "<p>Hi</p>" };

async function queue(mail: Partial<NewMail> & Pick<NewMail, "kind">) {
  await queueMail(db(), { to: email, ...plain, ...mail }, { config, ids: randomIds, now });
  return (await db().select().from(mails)).at(-1);
}

/** The secret in the link of a queued mail. */
async function tokenOf(kind: string): Promise<string> {
  const mail = await queue({ kind });
  return new URL(mail!.unsubscribeUrl!).pathname.split("/")[2]!;
}

const refuse = (topic: Refusable) => refuseTopic(db(), { is: "person", id: chloe, topic, refuse: true }, now);

describe("what was refused", () => {
  test.each(refusable)("of the sort %s is not queued, and everything else is", async (topic) => {
    await refuse(topic);
    for (const kind of Object.values(kindOf)) await queue({ kind });
    const queued = (await db().select().from(mails)).map(({ kind }) => kind);
    expect(queued).toEqual(Object.values(kindOf).filter((kind) => kind !== kindOf[topic]));
  });

  test("login, invites and whatever carries calendar entries always go, without a way to stop them", async () => {
    for (const topic of refusable) await refuse(topic);
    const calendar = [{ method: "CANCEL" as const, ics: "BEGIN:VCALENDAR" }];
    for (const kind of ["login-code", "person-invitation", "invite-new", "invite-news"])
      await queue({ kind });
    await queue({ kind: kindOf.festivals, calendar });
    const rows = await db().select().from(mails);
    expect(rows.map(({ kind, unsubscribeUrl }) => [kind, unsubscribeUrl])).toEqual(
      ["login-code", "person-invitation", "invite-new", "invite-news", "festival-cancelled"].map((kind) => [
        kind,
        null,
      ]),
    );
    expect(await db().select().from(mailedLinks)).toEqual([]);
  });

  test("by one person is still mailed to another", async () => {
    await refuse("turns");
    await makePerson(db(), { email: "daan@polder.example" });
    await queue({ kind: "turn-offered", to: "daan@polder.example" });
    const rows = await db().select().from(mails);
    expect(rows.map(({ recipient, unsubscribeUrl }) => [recipient, unsubscribeUrl !== null])).toEqual([
      ["daan@polder.example", true],
    ]);
  });

  test("by an address without an account is not queued either, and the address itself is not kept", async () => {
    const to = "guest@elsewhere.example";
    const mail = await queue({ kind: "proposal-decision", to });
    const token = new URL(mail!.unsubscribeUrl!).pathname.split("/")[2]!;
    expect((await answerOf(unsubscribePage.loader(ask(token)))).data).toMatchObject({
      found: { topic: "proposals", email: null, refused: false },
    });
    await answerOf(unsubscribePage.action(ask(token, { "List-Unsubscribe": "One-Click" })));
    await queue({ kind: "proposal-reminder", to });
    await queue({ kind: "turn-offered", to });
    await queue({ kind: "proposal-reminder", to: "other@elsewhere.example" });
    const rows = await db().select().from(mails);
    expect(rows.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ["proposal-decision", to],
      ["turn-offered", to],
      ["proposal-reminder", "other@elsewhere.example"],
    ]);
    const kept = [await db().select().from(addressRefusals), await db().select().from(mailedLinks)];
    expect(JSON.stringify(kept)).not.toContain(to);
    await answerOf(unsubscribePage.action(ask(token, { intent: "again" })));
    await queue({ kind: "proposal-reminder", to });
    expect(await db().$count(mails)).toBe(4);
  });
});

describe("the last line of a mail that can be refused", () => {
  test.each([
    ["en", "Stop this sort of mail (What I organise)", "Choose what you are mailed"],
    ["nl", "Stop dit soort mail (Wat ik organiseer)", "Kies wat je gemaild krijgt"],
  ])(
    "stands in its language (%s), on its paper and in its text, with the link of the header",
    async (language, stop, all) => {
      const paper = await renderMail(createElement(Turn, { ...Turn.PreviewProps, language }));
      const mail = (await queue({ kind: "turn-paused", ...paper }))!;
      expect(mail.unsubscribeUrl).toMatch(/^https:\/\/learn\.example\/unsubscribe\/[\w-]{32}$/);
      expect(mail.html).not.toContain('id="mail-foot"');
      for (const url of [mail.unsubscribeUrl!, "https://learn.example/account/mail"]) {
        expect(mail.html).toContain(`href="${url}"`);
        expect(mail.text).toContain(url);
      }
      expect(mail.html.indexOf(stop)).toBeLessThan(mail.html.indexOf("</body>"));
      for (const words of [stop, all]) {
        expect(mail.html).toContain(words);
        expect(mail.text).toContain(words);
      }
    },
  );

  test("is not in a mail with a login code", async () => {
    const paper = await renderMail(createElement(LoginCode, LoginCode.PreviewProps));
    const mail = (await queue({ kind: "login-code", ...paper }))!;
    expect(mail.html + mail.text).not.toContain("unsubscribe");
  });
});

const ask = (token: string, form?: Record<string, string>) =>
  routeArgs(db(), `/unsubscribe/${token}`, {
    params: { token },
    ...(form ? { form } : {}),
    context: { now: () => now },
  }) as never;

describe("the link", () => {
  test("is kept as a hash", async () => {
    const token = await tokenOf("turn-offered");
    const [row] = await db().select().from(mailedLinks);
    expect(row).toMatchObject({
      tokenHash: hashSecret(token),
      purpose: "unsubscribe:turns",
      personId: chloe,
    });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test("shows a question and changes nothing when it is opened", async () => {
    const token = await tokenOf("lecture-digest");
    const { status, data } = await answerOf(unsubscribePage.loader(ask(token)));
    expect({ status, data }).toMatchObject({
      status: 200,
      data: { found: { topic: "digest", email, refused: false } },
    });
    expect(await db().select().from(mailRefusals)).toEqual([]);
  });

  test("stops its sort by the post of a mail program, once and again, and answers 200", async () => {
    const token = await tokenOf("lecture-digest");
    const oneClick = { "List-Unsubscribe": "One-Click" };
    for (const _ of [1, 2]) {
      expect((await answerOf(unsubscribePage.action(ask(token, oneClick)))).status).toBe(200);
      expect(await listRefusals(db(), chloe)).toEqual(["digest"]);
    }
  });

  test("stops and starts its sort by the buttons of the page", async () => {
    const token = await tokenOf("turn-offered");
    await refuse("digest");
    expect((await answerOf(unsubscribePage.action(ask(token, { intent: "stop" })))).status).toBe(303);
    expect(await listRefusals(db(), chloe)).toEqual(["turns", "digest"]);
    expect((await answerOf(unsubscribePage.loader(ask(token)))).data).toMatchObject({
      found: { refused: true },
    });
    await answerOf(unsubscribePage.action(ask(token, { intent: "again" })));
    expect(await listRefusals(db(), chloe)).toEqual(["digest"]);
  });

  test.each([
    ["nothing it knows", {}, 400],
    ["another word", { "List-Unsubscribe": "No" }, 400],
  ])("answers a post of %s with %s and changes nothing", async (_, form, status) => {
    const token = await tokenOf("turn-offered");
    expect((await answerOf(unsubscribePage.action(ask(token, { other: "1", ...form })))).status).toBe(status);
    expect(await listRefusals(db(), chloe)).toEqual([]);
  });

  test("opens nothing with a secret nobody was given, one for something else, or one of somebody who is gone", async () => {
    const token = await tokenOf("turn-offered");
    await db().update(mailedLinks).set({ purpose: "offer" });
    for (const one of ["nonsense", token]) {
      expect((await answerOf(unsubscribePage.loader(ask(one)))).status).toBe(404);
      expect((await answerOf(unsubscribePage.action(ask(one, { intent: "stop" })))).status).toBe(404);
    }
    const gone = await tokenOf("turn-offered");
    await db().delete(people).where(eq(people.id, chloe));
    expect((await answerOf(unsubscribePage.action(ask(gone, { intent: "stop" })))).status).toBe(404);
  });
});

test("the roster says to whom it does not write", async () => {
  const { people: names } = await startRoster(db(), ["Ada", "Bo"]);
  await refuseTopic(db(), { is: "person", id: names.Ada!, topic: "turns", refuse: true }, now);
  const isMailed = async (name: string) => {
    const cookie = await loginOf(db(), names[name]!);
    const params = { series: "coffee-machine" };
    const args = routeArgs(db(), "/lectures/coffee-machine/roster", {
      cookie,
      params,
      context: { now: () => now },
    });
    return (await answerOf(rosterPage.loader(args as never))).data;
  };
  expect(await isMailed("Ada")).toMatchObject({ isMailed: false });
  expect(await isMailed("Bo")).toMatchObject({ isMailed: true });
});

describe("the page with all sorts", () => {
  const page = async (form?: Record<string, string>) =>
    routeArgs(db(), "/account/mail", {
      cookie: await loginOf(db(), chloe),
      ...(form ? { form } : {}),
      context: { now: () => now },
    }) as never;

  test("keeps what is switched off and gives back what is switched on", async () => {
    await refuse("digest");
    await refuse("turns");
    const wanted = Object.fromEntries(
      refusable
        .filter((topic) => topic !== "festivals" && topic !== "turns")
        .map((topic, i) => [`wanted[${i}]`, topic]),
    );
    expect((await answerOf(mailPage.action(await page({ intent: "save", ...wanted })))).status).toBe(303);
    expect(await listRefusals(db(), chloe)).toEqual(["turns", "festivals"]);
    expect((await answerOf(mailPage.loader(await page()))).data).toMatchObject({
      refused: ["turns", "festivals"],
    });
  });

  test("everything off is a wish as well", async () => {
    await answerOf(mailPage.action(await page({ intent: "save" })));
    expect(await listRefusals(db(), chloe)).toEqual([...refusable]);
  });

  test("a sort it does not know is refused and changes nothing", async () => {
    const answer = await answerOf(mailPage.action(await page({ intent: "save", wanted: "account" })));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await listRefusals(db(), chloe)).toEqual([]);
  });
});
