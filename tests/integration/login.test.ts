import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { logins, loginVerifications, mails, people, personInvitations } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { answerOf, routeArgs, testSecret } from "#tests/support/requests.ts";
import { signOutEverywhere } from "~/people/login.server.ts";
import { readLoginToken } from "~/people/login-cookie.ts";
import { findViewer, requireViewer } from "~/people/viewer.server.ts";
import { Temporal } from "~/platform/time.ts";
import { loader as codePage } from "~/routes/login.code.tsx";
import { loader as loginPage } from "~/routes/login.tsx";
import { action as logout } from "~/routes/logout.tsx";
import { ask, give, mailedCode, mailsTo, otherThan, signInAs } from "./login.support.ts";

const email = "eva.van.dijk@waterland.example";

describe("signing in", () => {
  const db = testDatabase();
  const waterland = () => makeOrganisation(db(), { slug: "waterland", name: "Waterland" });

  test("a right code makes a person of the organisation that owns the domain, and a login", async () => {
    const { id } = await waterland();
    expect(await ask(db(), { email: "  Eva.van.Dijk@Waterland.example ", to: "/agenda" })).toMatchObject({
      status: 302,
    });
    const answer = await give(db(), { email, code: await mailedCode(db(), email), to: "/agenda" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/agenda"]);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^login=[^;]+; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax$/);
    const viewer = await findViewer(routeArgs(db(), "/", { cookie }));
    expect(viewer).toEqual({
      personId: expect.any(String),
      name: "Eva van Dijk",
      email,
      organisationId: id,
      organisationSlug: "waterland",
      role: "member",
      language: "en",
      timeZone: "Europe/Amsterdam",
    });
    expect(await db().select({ verified: people.emailVerified }).from(people)).toEqual([{ verified: true }]);
  });

  test("the cookie is for https alone where the site is", async () => {
    await waterland();
    const context = { env: { PUBLIC_URL: "https://learn.example", SMTP_URL: "smtp://mail.example" } };
    await ask(db(), { email }, context);
    const answer = await give(db(), { email, code: await mailedCode(db(), email) }, context);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Secure-login=[^;]+; Max-Age=5184000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
    expect(await findViewer(routeArgs(db(), "/", { cookie, context }))).toMatchObject({ email });
  });

  test("a code works once", async () => {
    await waterland();
    await ask(db(), { email });
    const code = await mailedCode(db(), email);
    expect(await give(db(), { email, code })).toMatchObject({ status: 302 });
    expect(await give(db(), { email, code })).toMatchObject({ status: 422 });
    expect(await db().select().from(logins)).toHaveLength(1);
  });

  test("the sixth guess is refused even when it is right", async () => {
    await waterland();
    await ask(db(), { email });
    const code = await mailedCode(db(), email);
    for (let guess = 0; guess < 5; guess++) {
      expect(await give(db(), { email, code: otherThan(code) })).toMatchObject({ status: 422 });
    }
    const sixth = await give(db(), { email, code });
    expect(sixth).toMatchObject({ status: 422 });
    expect(JSON.stringify(sixth.data)).toContain("typed wrongly too often");
    expect(await db().select().from(logins)).toEqual([]);
  });

  test("a code is kept as a keyed hash alone", async () => {
    await waterland();
    await ask(db(), { email });
    const code = await mailedCode(db(), email);
    const [kept] = await db().select().from(loginVerifications);
    expect(kept?.value).toMatch(/^[\w-]{43}:0$/);
    const plain = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
    expect(kept?.value).not.toContain(Buffer.from(plain).toString("base64url"));
  });

  test("known and unknown addresses get the same answer, and only the known one gets mail", async () => {
    await waterland();
    const known = await ask(db(), { email, to: "/agenda" });
    const unknown = await ask(db(), { email: "eva.van.dijk@elsewhere.example", to: "/agenda" });
    const shape = ({ status, headers }: typeof known) => [
      status,
      headers.get("location")?.replace("elsewhere", "waterland"),
    ];
    expect(shape(unknown)).toEqual(shape(known));
    await mailedCode(db(), email);
    expect(await db().select({ to: mails.recipient }).from(mails)).toEqual([{ to: email }]);
    const code = { code: "000000" };
    const wrong = await give(db(), { email, ...code });
    const nobody = await give(db(), { email: "eva.van.dijk@elsewhere.example", ...code });
    expect(nobody.status).toBe(wrong.status);
    expect(JSON.stringify(nobody.data).replaceAll("elsewhere", "waterland")).toBe(JSON.stringify(wrong.data));
  });

  test("an invited address may join, in the role of its invitation", async () => {
    const { id } = await waterland();
    const guest = "guest@elsewhere.example";
    await db().insert(personInvitations).values({
      id: crypto.randomUUID(),
      email: guest,
      organisationId: id,
      role: "organiser",
      createdAt: "2026-11-01T00:00:00Z",
    });
    await signInAs(db(), guest);
    expect(await db().select().from(people)).toMatchObject([{ organisationId: id, role: "organiser" }]);
    expect(await db().select().from(personInvitations)).toMatchObject([{ acceptedAt: expect.any(String) }]);
  });

  test("an invitation cannot take away whom another organisation's domain holds", async () => {
    const { id } = await waterland();
    const lumen = await makeOrganisation(db(), { slug: "lumen" });
    await db().insert(personInvitations).values({
      id: crypto.randomUUID(),
      email,
      organisationId: lumen.id,
      role: "admin",
      createdAt: "2026-11-01T00:00:00Z",
    });
    await signInAs(db(), email);
    expect(await db().select().from(people)).toMatchObject([{ organisationId: id, role: "member" }]);
  });

  test("opening the mailed link, also twice and by a scanner, uses nothing up", async () => {
    await waterland();
    await ask(db(), { email });
    const code = await mailedCode(db(), email);
    const path = `/login/code?${new URLSearchParams({ email, code })}`;
    for (let visit = 0; visit < 3; visit++) {
      expect(await codePage(routeArgs(db(), path))).toMatchObject({ email, code });
    }
    expect(await give(db(), { email, code })).toMatchObject({ status: 302 });
  });

  test("the code may be typed with spaces or a hyphen", async () => {
    await waterland();
    await ask(db(), { email });
    const code = await mailedCode(db(), email);
    const typed = ` ${code.slice(0, 3)} - ${code.slice(3)}`;
    expect(await give(db(), { email, code: typed })).toMatchObject({ status: 302 });
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
  ])("signing in never leads elsewhere: %j", async (to) => {
    await waterland();
    await ask(db(), { email, to });
    const answer = await give(db(), { email, code: await mailedCode(db(), email), to });
    expect(answer.headers.get("location")).toBe("/");
    const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
    const again = await answerOf(
      loginPage(routeArgs(db(), `/login?to=${encodeURIComponent(to)}`, { cookie })),
    );
    expect([again.status, again.headers.get("location")]).toEqual([302, "/"]);
  });

  test.each([
    "eva@waterland.example\r\nBcc: x@evil.example",
    "eva@waterland.example, x@evil.example",
    "a b@c.de",
    "",
  ])("an address that is more than an address is refused: %j", async (hostile) => {
    await waterland();
    expect(await ask(db(), { email: hostile })).toMatchObject({ status: 422 });
    expect(await give(db(), { email: hostile, code: "123456" })).toMatchObject({ status: 422 });
    expect(await db().select().from(loginVerifications)).toEqual([]);
  });

  test("the sixth request for a code in a quarter of an hour is told when to come back", async () => {
    await waterland();
    const now = Temporal.Instant.from("2026-11-23T09:00:20Z");
    const context = { now: () => now };
    for (let n = 0; n < 5; n++) expect((await ask(db(), { email }, context)).status).toBe(302);
    const refused = await ask(db(), { email }, { ...context, clientIp: "198.51.100.1" });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "900"]);
    expect(JSON.stringify(refused.data)).toContain("You can ask again at 10:16.");
    expect((await ask(db(), { email }, { now: () => now.add({ minutes: 15 }) })).status).toBe(302);
    await vi.waitFor(async () => expect(await mailsTo(db(), email)).toHaveLength(6), { timeout: 10_000 });
  });

  test("ten wrong guesses at one address stop further ones, whoever asks; right codes are not counted", async () => {
    await waterland();
    for (let n = 0; n < 12; n++) {
      await ask(db(), { email }, { now: () => Temporal.Now.instant().add({ hours: n }) });
      expect((await give(db(), { email, code: await mailedCode(db(), email, n + 1) })).status).toBe(302);
    }
    const guess = { email, code: "000000" };
    for (let n = 0; n < 10; n++) {
      expect((await give(db(), guess, { clientIp: `198.51.100.${n}` })).status).toBe(422);
    }
    expect((await give(db(), guess, { clientIp: "198.51.100.99" })).status).toBe(429);
  });

  test("fifty wrong guesses from one IPv6 network stop further ones, at whatever address", async () => {
    const from = (n: number) => ({ clientIp: `2001:db8:0:1::${n.toString(16)}` });
    for (let n = 0; n < 50; n++) {
      const guess = { email: `nobody-${n}@elsewhere.example`, code: "000000" };
      expect((await give(db(), guess, from(n))).status).toBe(422);
    }
    const more = { email: "one-more@elsewhere.example", code: "000000" };
    expect((await give(db(), more, from(77))).status).toBe(429);
    expect((await give(db(), more, { clientIp: "2001:db8:0:2::1" })).status).toBe(422);
  });

  test("signing out ends this login, signing out everywhere every one of them, at once", async () => {
    await waterland();
    const [phone, desk] = [await signInAs(db(), email), await signInAs(db(), email)];
    const whoIs = (cookie: string) => findViewer(routeArgs(db(), "/", { cookie }));
    const out = await answerOf(logout(routeArgs(db(), "/logout", { cookie: phone, form: {} })));
    expect(out.headers.getSetCookie()).toContain("login=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
    expect(await whoIs(phone)).toBeNull();
    const viewer = await whoIs(desk);
    expect(viewer).toMatchObject({ email });
    await signOutEverywhere(db(), viewer?.personId ?? "");
    expect(await whoIs(desk)).toBeNull();
  });

  test("a forged, altered or expired login is nobody", async () => {
    await waterland();
    const cookie = await signInAs(db(), email);
    const token = readLoginToken(cookie, testSecret);
    const later = { now: () => Temporal.Now.instant().add({ hours: 61 * 24 }) };
    expect(await findViewer(routeArgs(db(), "/", { cookie }))).toMatchObject({ email });
    for (const forged of [
      `login=${token}`,
      `login=${token}.AAAA`,
      cookie.replace(/=(.)/, "=x$1"),
      "login=%",
    ]) {
      expect(await findViewer(routeArgs(db(), "/", { cookie: forged }))).toBeNull();
    }
    expect(await findViewer(routeArgs(db(), "/", { cookie, context: later }))).toBeNull();
    expect(await findViewer(routeArgs(db(), "/", { cookie, context: { secret: "another key" } }))).toBeNull();
  });

  test("who is not signed in is led to the login page and back", async () => {
    const led = await answerOf(requireViewer(routeArgs(db(), "/festivals/deell-spring?day=2")));
    expect([led.status, led.headers.get("location")]).toEqual([
      302,
      "/login?to=%2Ffestivals%2Fdeell-spring%3Fday%3D2",
    ]);
  });

  test("a person without an organisation gets one at the next login", async () => {
    const person = await makePerson(db(), { email });
    await signInAs(db(), email);
    const { id } = await waterland();
    await signInAs(db(), email);
    const [now] = await db().select().from(people).where(eq(people.id, person.id));
    expect(now).toMatchObject({ organisationId: id, role: "member", name: person.name });
  });
});

for (const [kind, open, there] of [
  ["the embedded database", testDatabase, true],
  ["PostgreSQL", postgresDatabase, postgresUrl !== ""],
] as const) {
  describe.skipIf(!there)(`signing in at the same moment on ${kind}`, () => {
    const db = open();

    test("five right codes make one login", async () => {
      await makeOrganisation(db(), { slug: "waterland" });
      await ask(db(), { email });
      const code = await mailedCode(db(), email);
      const answers = await Promise.all(Array.from({ length: 5 }, () => give(db(), { email, code })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 422, 422, 422, 422]);
      expect(await db().select().from(logins)).toHaveLength(1);
      expect(await db().select().from(people)).toHaveLength(1);
    });

    test("thirty guesses at once are counted one by one", async () => {
      await makeOrganisation(db(), { slug: "waterland" });
      await ask(db(), { email });
      const code = otherThan(await mailedCode(db(), email));
      const answers = await Promise.all(Array.from({ length: 30 }, () => give(db(), { email, code })));
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    });
  });
}
