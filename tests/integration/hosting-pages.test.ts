import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeDraftSession, makeHost, makePerson } from "#db/demo/factories.ts";
import { draftSessions, festivals, hostInvitations, mails, organisations } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { type Answer, answerOf, requestContext, routeArgs } from "#tests/support/requests.ts";
import { eventHandlers } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { loader as overview } from "~/routes/festivals.$festival.organise._index.tsx";
import {
  loader as hostPage,
  action as leaveAction,
} from "~/routes/festivals.$festival.organise.hosts.$host.tsx";
import { action as decide, loader as hostsPage } from "~/routes/festivals.$festival.organise.hosts.tsx";
import { action as configure, loader as settings } from "~/routes/festivals.$festival.organise.settings.tsx";
import { action as answer, loader as answerPage } from "~/routes/host-invitations.$token.tsx";
import { makeAlliance, now, springFields } from "./festivals.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const context = { now: () => now };
type Route = (args: never) => Promise<unknown>;

async function world() {
  const alliance = await makeAlliance(db());
  const { id: festivalId } = await alliance.festival();
  await makeHost(db(), { festivalId, organisationId: alliance.lumen.organisation.id });
  const cookie = (viewer: { personId: string }) => loginOf(db(), viewer.personId);
  const cookies = {
    lead: await cookie(alliance.waterland.organiser),
    host: await cookie(alliance.lumen.organiser),
    nobody: "",
  };
  return { ...alliance, festivalId, cookies };
}

const asked = (route: Route, given: object) =>
  answerOf(route(routeArgs(db(), "/x", { context, ...given }) as never));
const festivalParams = (host?: string) => ({ festival: "deell-spring", ...(host && { host }) });
const look = (route: Route, cookie: string, host?: string) =>
  asked(route, { cookie, params: festivalParams(host) });
const send = (route: Route, cookie: string, form: Record<string, string>, host?: string) =>
  asked(route, { cookie, form, params: festivalParams(host) });
const errorsOf = ({ data }: Answer) => (data as { result: { error: Record<string, string[]> } }).result.error;
const typedOf = ({ data }: Answer) => (data as { result: { initialValue: unknown } }).result.initialValue;
const where = ({ headers }: Answer) => headers.get("location");

const byMail = { form: "by-mail", organisationName: "Zilt", email: "zoe@zilt.example", message: "Hello" };
const sweep = () => sweepEvents(requestContext(db()), eventHandlers, now);

async function mailedToken(cookie: string): Promise<string> {
  expect((await send(decide, cookie, byMail)).status).toBe(303);
  await sweep();
  const [mail] = await db().select().from(mails).where(eq(mails.kind, "founding-invitation"));
  return /host-invitations\/([\w-]{32})/.exec(mail?.text ?? "")?.[1] ?? "";
}
const open = (token: string, cookie = "") => asked(answerPage, { cookie, params: { token } });
const reply = (token: string, form: Record<string, string>, cookie = "") =>
  asked(answer, { cookie, form, params: { token } });
const founding = { form: "found", organisation: "Zilt", colour: "#3f6f8f", name: "Zoë" };

describe("asking by mail on the hosts' page", () => {
  test("says at its field what is wrong and keeps what was typed", async () => {
    const { cookies } = await world();
    const wrong = await send(decide, cookies.lead, { ...byMail, email: "zoe", organisationName: "" });
    expect(wrong.status).toBe(422);
    expect(Object.keys(errorsOf(wrong)).sort()).toEqual(["email", "organisationName"]);
    expect(typedOf(wrong)).toMatchObject({ form: "by-mail", email: "zoe", message: "Hello" });
    const here = await send(decide, cookies.lead, { ...byMail, email: "new@lumen.example" });
    expect([here.status, errorsOf(here)]).toEqual([
      409,
      { email: ["lumen is here already, with this mail domain. Ask it above: its organisers answer."] },
    ]);
  });

  test.each<Record<string, string>>([
    byMail,
    { form: "ask", organisationId: "00000000-0000-4000-8000-000000000001" },
    { form: "offer-lead", organisationId: "00000000-0000-4000-8000-000000000001" },
    { form: "withdraw-lead" },
  ])("is the lead's, not a host's: %o", async (form) => {
    const { cookies } = await world();
    expect((await send(decide, cookies.host, form)).status).toBe(403);
    expect(await db().select().from(hostInvitations)).toEqual([]);
  });

  test("what it shows holds no address for a host that does not lead", async () => {
    const { cookies } = await world();
    await mailedToken(cookies.lead);
    const shown = async (cookie: string) => JSON.stringify((await look(hostsPage, cookie)).data);
    expect(await shown(cookies.lead)).toContain("zoe@zilt.example");
    expect(await shown(cookies.host)).toContain("Zilt");
    expect(await shown(cookies.host)).not.toContain("zoe@zilt.example");
  });
});

describe("the page behind the link", () => {
  test("says who asks for what, changes nothing, and is kept nowhere", async () => {
    const { cookies } = await world();
    const token = await mailedToken(cookies.lead);
    const page = await open(token);
    expect(page.status).toBe(200);
    expect(page.data).toMatchObject({
      title: "waterland asks you to host a festival together",
      open: {
        festival: { name: "DEELL spring", outcome: springFields.outcome },
        hosts: [{ slug: "waterland" }, { slug: "lumen" }],
        organisationName: "Zilt",
        message: "Hello",
        invitedBy: "organiser",
        home: null,
        standing: null,
      },
    });
    expect((await db().select().from(hostInvitations))[0]?.answer).toBeNull();
  });

  test("founding leads to the code that signs in at that address, then to the festival", async () => {
    const { cookies } = await world();
    const token = await mailedToken(cookies.lead);
    const done = await reply(token, founding);
    expect([done.status, where(done)]).toEqual([
      302,
      "/login/code?email=zoe%40zilt.example&to=%2Ffestivals%2Fdeell-spring%2Forganise%2Fhosts",
    ]);
    await expect
      .poll(async () => (await db().select().from(mails).where(eq(mails.kind, "login-code"))).length)
      .toBe(1);
    expect(where(await reply(token, founding))).toBe(where(done));
    expect(await db().$count(mails, eq(mails.kind, "login-code"))).toBe(1);
    expect(await open(token)).toMatchObject({ status: 410 });
  });

  test("somebody who is signed in with that address goes on to the festival at once", async () => {
    const { cookies } = await world();
    const token = await mailedToken(cookies.lead);
    const zoe = await makePerson(db(), { email: "zoe@zilt.example" });
    const done = await reply(token, founding, await loginOf(db(), zoe.id));
    expect([done.status, where(done)]).toEqual([303, "/festivals/deell-spring/organise/hosts"]);
  });

  test("says at the field what is wrong, and what was typed stays", async () => {
    const { cookies } = await world();
    const token = await mailedToken(cookies.lead);
    const wrong = await reply(token, { ...founding, organisation: "Waterland" });
    expect([wrong.status, Object.keys(errorsOf(wrong)), typedOf(wrong)]).toMatchObject([
      409,
      ["organisation"],
      { name: "Zoë", colour: "#3f6f8f" },
    ]);
    const empty = await reply(token, { ...founding, name: "", colour: "red" });
    expect([empty.status, Object.keys(errorsOf(empty)).sort()]).toEqual([422, ["colour", "name"]]);
    expect(await db().$count(organisations)).toBe(2);
  });

  test("declining is one button and leads home; the link says so from then on", async () => {
    const { cookies } = await world();
    const token = await mailedToken(cookies.lead);
    const done = await reply(token, { form: "decline" });
    expect([done.status, where(done)]).toEqual([303, "/"]);
    const after = await open(token);
    expect([after.status, (after.data as { title: string }).title]).toEqual([
      410,
      "This invitation has been declined",
    ]);
    expect(await reply(token, founding)).toMatchObject({ status: 302 });
    expect(await db().$count(organisations)).toBe(2);
  });

  test("a link that is none is not found", async () => {
    await world();
    expect((await open("nonsense")).status).toBe(404);
    expect((await reply("nonsense", founding)).status).toBe(302);
  });

  test.each([
    ["organiser", "may"],
    ["member", "member"],
  ] as const)("somebody who is here as %s is offered what they may", async (role, standing) => {
    const { cookies, lumen, festivalId } = await world();
    const token = await mailedToken(cookies.lead);
    const kade = { organisationId: lumen.organisation.id, role };
    const zoe = await makePerson(db(), { email: "zoe@zilt.example", ...kade });
    const cookie = await loginOf(db(), zoe.id);
    expect((await open(token)).data).toMatchObject({ open: { home: "lumen", standing: "hosts" } });
    await send(leaveAction, cookies.host, { form: "leave", all: "stay" }, "lumen");
    expect((await open(token)).data).toMatchObject({ open: { home: "lumen", standing: "stranger" } });
    expect((await open(token, cookie)).data).toMatchObject({ open: { home: "lumen", standing } });
    const done = await reply(token, { form: "own" }, cookie);
    expect(where(done)).toBe(
      role === "organiser" ? "/festivals/deell-spring/organise/hosts" : `/host-invitations/${token}`,
    );
    expect(festivalId).toBeDefined();
  });
});

describe("the page of what a host brings in", () => {
  test("lets its own organisers leave, and the lead care for the rest once it has left", async () => {
    const { cookies, festivalId, lumen, waterland } = await world();
    const own = { festivalId, organisationId: lumen.organisation.id };
    const draft = await makeDraftSession(db(), { ...own, title: "Light" });
    const may = async (cookie: string) => {
      const { mayLeave, mayRearrange } = (await look(hostPage, cookie, "lumen")).data as Record<
        string,
        boolean
      >;
      return { mayLeave, mayRearrange };
    };
    expect(await may(cookies.lead)).toEqual({ mayLeave: false, mayRearrange: false });
    expect(await may(cookies.host)).toEqual({ mayLeave: true, mayRearrange: false });
    expect((await send(leaveAction, cookies.lead, { form: "leave", all: "stay" }, "lumen")).status).toBe(403);
    const to = `to:${waterland.organisation.id}`;
    const left = await send(
      leaveAction,
      cookies.host,
      { form: "leave", all: "stay", [`of.${draft.id}`]: to },
      "lumen",
    );
    expect([left.status, where(left)]).toEqual([303, "/festivals"]);
    const [row] = await db().select().from(draftSessions);
    expect(row?.organisationId).toBe(waterland.organisation.id);
    expect(await may(cookies.lead)).toEqual({ mayLeave: false, mayRearrange: true });
    const again = await send(leaveAction, cookies.lead, { form: "rearrange", all: "cancel" }, "lumen");
    expect(where(again)).toBe("/festivals/deell-spring/organise/hosts/lumen");
  });

  test.each([{ all: "nonsense" }, { all: "" }, { all: "to:1" }])("refuses %o at its field", async (typed) => {
    const { cookies } = await world();
    const refused = await send(
      leaveAction,
      cookies.host,
      { form: "leave", reason: "Why", ...typed },
      "lumen",
    );
    expect([refused.status, Object.keys(errorsOf(refused))]).toEqual([422, ["all"]]);
    expect(typedOf(refused)).toMatchObject({ reason: "Why" });
  });

  test("is there for hosts and for those that left, not for others", async () => {
    const { cookies } = await world();
    expect((await look(hostPage, cookies.lead, "kade")).status).toBe(404);
    expect((await look(hostPage, cookies.nobody, "lumen")).status).toBe(302);
  });
});

describe("what all hosts share", () => {
  const typed = { ...springFields, name: "DEELL spring" };

  test("shows who changed how seats are given, once for a change and not for none", async () => {
    const { cookies } = await world();
    const change = async (signupMode: string) =>
      (await send(configure, cookies.lead, { ...typed, signupMode })).status;
    expect(await change("first-come")).toBe(303);
    expect(await change("ballot")).toBe(303);
    expect(await change("ballot")).toBe(303);
    const [row] = await db().select().from(festivals);
    expect(row?.signupMode).toBe("ballot");
    const kinds = async () =>
      ((await look(overview, cookies.host)).data as { decisions: { kind: string; facts: object }[] })
        .decisions;
    expect((await kinds()).map(({ kind, facts }) => [kind, facts])).toEqual([
      ["signup-mode", { mode: "ballot" }],
      ["created", {}],
    ]);
    expect((await look(settings, cookies.lead)).data).toMatchObject({
      decided: { kind: "signup-mode", person: "organiser", organisation: "waterland" },
    });
  });
});
