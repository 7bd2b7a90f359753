import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { events, mails, people, personInvitations } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { type Answer, answerOf, cookieOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { eventHandlers } from "~/jobs.ts";
import { changeRole } from "~/people/members.server.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { loader as account, action as changeAccount } from "~/routes/account.tsx";
import { action, loader } from "~/routes/organisations.$organisation.people.tsx";
import { loader as outboxPage } from "~/routes/outbox.tsx";
import { loader as outboxJson } from "~/routes/outbox[.]json.ts";
import { loginOf } from "./organisations.support.ts";

const now = at("2026-11-23T09:00:00Z");
const context = { now: () => now };
const params = { organisation: "waterland" };

describe("the people of an organisation", () => {
  const db = testDatabase();
  let waterland: { id: string };
  let anna: { id: string; name: string };
  let cookies: { admin: string; member: string; foreign: string };

  beforeEach(async () => {
    waterland = await makeOrganisation(db(), { slug: "waterland", name: "Waterland" });
    const lumen = await makeOrganisation(db(), { slug: "lumen", name: "Lumen" });
    anna = await makePerson(db(), {
      name: "Anna",
      email: "anna@waterland.example",
      organisationId: waterland.id,
      role: "admin",
    });
    const member = await makePerson(db(), { email: "m@waterland.example", organisationId: waterland.id });
    const grace = await makePerson(db(), {
      email: "grace@lumen.example",
      organisationId: lumen.id,
      role: "admin",
    });
    cookies = {
      admin: await loginOf(db(), anna.id),
      member: await loginOf(db(), member.id),
      foreign: await loginOf(db(), grace.id),
    };
  });

  const send = (form: Record<string, string>, cookie = cookies.admin) =>
    answerOf(action(routeArgs(db(), "/organisations/waterland/people", { cookie, form, params, context })));
  const look = (cookie: string) =>
    answerOf(loader(routeArgs(db(), "/organisations/waterland/people", { cookie, params, context })));
  const errorsOf = ({ data }: Answer) =>
    (data as { result: { error: Record<string, string[]> } }).result.error;
  const sweep = () => sweepEvents(requestContext(db(), context), eventHandlers, now);
  const invitation = { intent: "invite", email: "Eva@Elsewhere.example", role: "organiser" };

  test("are seen by colleagues; who is invited is seen by admins alone; a partner sees neither", async () => {
    await send(invitation);
    expect(await look(cookies.member)).toMatchObject({
      status: 200,
      data: { members: { length: 2 }, invitations: [] },
    });
    expect(await look(cookies.admin)).toMatchObject({
      data: { invitations: [{ email: "eva@elsewhere.example" }] },
    });
    expect(await look(cookies.foreign)).toMatchObject({ status: 403 });
    expect(await look("")).toMatchObject({ status: 302 });
  });

  test("are invited by a mail that leaves by a job", async () => {
    expect(await send(invitation)).toMatchObject({ status: 303 });
    expect(await db().select().from(mails)).toEqual([]);
    expect(await sweep()).toBe(1);
    const [mail] = await db().select().from(mails);
    expect(mail).toMatchObject({
      kind: "person-invitation",
      recipient: "eva@elsewhere.example",
      subject: "Anna invites you to Waterland",
    });
    expect(mail?.text).toContain("http://localhost:3000/login?email=eva%40elsewhere.example");
    expect(await sweep()).toBe(0);
  });

  test("are not mailed when the invitation was withdrawn before", async () => {
    await send(invitation);
    const [open] = await db().select().from(personInvitations);
    await send({ intent: "withdraw", invitation: open?.id ?? "" });
    await sweep();
    expect(await db().select().from(personInvitations)).toEqual([]);
    expect(await db().select().from(mails)).toEqual([]);
  });

  test("are invited once, and only from nowhere else", async () => {
    await send(invitation);
    for (const [email, sentence] of [
      ["eva@elsewhere.example", /open invitation already/],
      ["anna@waterland.example", /belongs to Waterland already/],
      ["grace@lumen.example", /another organisation/],
      ["somebody@lumen.example", /another organisation/],
    ] as const) {
      const answer = await send({ ...invitation, email });
      expect([answer.status, errorsOf(answer).email?.[0]]).toEqual([409, expect.stringMatching(sentence)]);
    }
    expect(await db().select().from(personInvitations)).toHaveLength(1);
    expect(await db().select().from(events)).toHaveLength(1);
  });

  test.each([
    { email: "eva@elsewhere.example\r\nBcc: x@evil.example" },
    { email: "eva@elsewhere.example, x@evil.example" },
    { role: "owner" },
  ])("are not invited with %j", async (wrong) => {
    const answer = await send({ ...invitation, ...wrong });
    expect([answer.status, Object.keys(errorsOf(answer))]).toEqual([422, Object.keys(wrong)]);
    expect(await db().select().from(personInvitations)).toEqual([]);
  });

  test("are invited, withdrawn and given roles by their own admins alone", async () => {
    await send(invitation);
    const [open] = await db().select().from(personInvitations);
    const forms: Record<string, string>[] = [
      { ...invitation, email: "other@elsewhere.example" },
      { intent: "withdraw", invitation: open?.id ?? "" },
      { intent: "role", person: anna.id, role: "member" },
    ];
    for (const form of forms) {
      expect(await send(form, cookies.member)).toMatchObject({ status: 403 });
      expect(await send(form, cookies.foreign)).toMatchObject({ status: 403 });
      expect(await send(form, "")).toMatchObject({ status: 302 });
    }
    expect(await db().select().from(personInvitations)).toEqual([open]);
  });

  test("never include somebody else's: an admin cannot reach another organisation's people or invitations", async () => {
    const lumen = "/organisations/lumen/people";
    const sendToLumen = (form: Record<string, string>) =>
      answerOf(
        action(routeArgs(db(), lumen, { cookie: cookies.foreign, form, params: { organisation: "lumen" } })),
      );
    await send(invitation);
    const [open] = await db().select().from(personInvitations);
    await sendToLumen({ intent: "withdraw", invitation: open?.id ?? "" });
    expect(await db().select().from(personInvitations)).toEqual([open]);
    const role = await sendToLumen({ intent: "role", person: anna.id, role: "member" });
    expect(role).toMatchObject({ status: 404 });
  });

  test("always include an admin", async () => {
    const refused = await send({ intent: "role", person: anna.id, role: "member" });
    expect([refused.status, errorsOf(refused)[""]]).toEqual([
      409,
      ["Anna is the only admin. Make somebody else admin first."],
    ]);
    const [, other] = await db().select().from(people).orderBy(people.email);
    expect(await send({ intent: "role", person: other?.id ?? "", role: "admin" })).toMatchObject({
      status: 404,
    });
    const member = (await db().select().from(people)).find(({ email }) => email === "m@waterland.example");
    expect(await send({ intent: "role", person: member?.id ?? "", role: "admin" })).toMatchObject({
      status: 303,
    });
    expect(await send({ intent: "role", person: anna.id, role: "member" })).toMatchObject({ status: 303 });
    expect(await look(cookies.admin)).toMatchObject({ data: { administers: false } });
  });

  test("change their own name, language and zone, and nothing else", async () => {
    const form = {
      name: " Eva ",
      language: "nl",
      timeZone: "Europe/Lisbon",
      role: "admin",
      email: "x@evil.example",
    };
    const args = { cookie: cookies.member, form, context };
    const answer = await answerOf(changeAccount(routeArgs(db(), "/account", args)));
    expect(answer.status).toBe(303);
    expect(cookieOf(answer)).toContain("language=nl");
    const page = await account(routeArgs(db(), "/account", { cookie: cookies.member, context }));
    expect(page).toMatchObject({
      name: "Eva",
      email: "m@waterland.example",
      role: "member",
      timeZone: "Europe/Lisbon",
    });
  });

  test("end all their logins and nobody else's", async () => {
    const form = { intent: "sign-out-everywhere" };
    await answerOf(changeAccount(routeArgs(db(), "/account", { cookie: cookies.member, form })));
    expect(await look(cookies.member)).toMatchObject({ status: 302 });
    expect(await look(cookies.admin)).toMatchObject({ status: 200 });
  });
});

describe("the outbox", () => {
  const db = testDatabase();
  const there = { env: { DEMO: "1" } };

  test.each<Record<string, string>>([
    { DEMO: "1", SMTP_URL: "smtp://mail.example" },
    { DEMO: "1", HOST: "0.0.0.0", SMTP_URL: "smtp://mail.example" },
    { DEMO: "1", PUBLIC_URL: "https://learn.example", SMTP_URL: "smtp://mail.example" },
  ])("is not found with %j", async (env) => {
    for (const load of [outboxPage, outboxJson]) {
      expect(await answerOf(load(routeArgs(db(), "/outbox", { context: { env } })))).toMatchObject({
        status: 404,
      });
    }
  });

  test("holds the mail that is not sent, newest first", async () => {
    const mail = {
      kind: "test",
      recipient: "a@b.example",
      text: "text",
      html: "<p>html</p>",
      status: "kept",
    } as const;
    const times = ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"];
    await db()
      .insert(mails)
      .values(
        times.map((createdAt, i) => ({
          ...mail,
          id: crypto.randomUUID(),
          subject: `${i}`,
          createdAt,
          dueAt: createdAt,
        })),
      );
    const answer = await outboxJson(routeArgs(db(), "/outbox.json", { context: there }));
    expect(await answer.json()).toEqual([
      expect.objectContaining({ subject: "1", createdAt: times[1] }),
      {
        id: expect.any(String),
        to: "a@b.example",
        subject: "0",
        text: "text",
        html: "<p>html</p>",
        ical: null,
        icalMethod: null,
        moreIcals: null,
        unsubscribeUrl: null,
        createdAt: times[0],
        kind: "test",
      },
    ]);
  });
});

describe.skipIf(!postgresUrl)("two admins who demote one another at the same moment", () => {
  const db = postgresDatabase();

  async function demoteEachOther(on: Database): Promise<number> {
    const { id: organisationId } = await makeOrganisation(db());
    const [one, other] = [
      await makePerson(db(), { organisationId, role: "admin" }),
      await makePerson(db(), { organisationId, role: "admin" }),
    ];
    await Promise.all(
      [one, other].map(({ id }) => changeRole(on, { organisationId, personId: id, role: "member" })),
    );
    const left = await db().select().from(people);
    return left.filter((person) => person.organisationId === organisationId && person.role === "admin")
      .length;
  }

  test("leave one admin", async () => {
    for (let round = 0; round < 10; round++) expect(await demoteEachOther(db())).toBe(1);
  });

  test("leave none without the lock", async () => {
    const left: number[] = [];
    for (let round = 0; round < 30; round++) left.push(await demoteEachOther(withoutRowLocks(db())));
    expect(left).toContain(0);
  });
});
