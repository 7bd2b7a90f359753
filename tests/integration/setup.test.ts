import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { answerOf, cookieOf, origin, requestContext, routeArgs } from "#tests/support/requests.ts";
import { withoutRowLocks } from "#tests/support/unlocked.ts";
import { ensureSetupLink, found } from "~/people/setup.server.ts";
import { findViewer } from "~/people/viewer.server.ts";
import { randomIds } from "~/platform/ids.ts";
import { loader as editPage } from "~/routes/organisations.$organisation.edit.tsx";
import { action as setUp, loader as setupPage } from "~/routes/setup.$token.tsx";
import { give, mailedCode } from "./login.support.ts";
import { findDomainsOf } from "./organisations.support.ts";

const now = at("2026-11-23T09:00:00Z");
const deps = { ids: randomIds, now };
const founder = "noor@brug.example";
const form = {
  organisation: "De Brug",
  slug: "de-brug",
  colour: "#1d6f8a",
  name: "Noor Smit",
  email: founder,
};
const founding = {
  organisation: {
    name: "De Brug",
    slug: "de-brug",
    colour: "#1d6f8a",
    language: "nl",
    timeZone: "Europe/Amsterdam",
  },
  founder: { name: "Noor Smit", email: founder },
};

async function link(db: Database): Promise<string> {
  const url = await ensureSetupLink(db, { ...deps, config: requestContext(db).config });
  return new URL(url ?? "").pathname.replace("/setup/", "");
}

const post = (db: Database, token: string, fields: Record<string, string> = form) =>
  answerOf(
    setUp(routeArgs(db, `/setup/${token}`, { form: fields, params: { token: decodeURIComponent(token) } })),
  );
const look = (db: Database, token: string) =>
  answerOf(setupPage(routeArgs(db, `/setup/${token}`, { params: { token } })));

describe("setting up an empty installation", () => {
  const db = testDatabase();

  test("the link founds the first organisation; its founder signs in by mail and is its admin", async () => {
    const url = await ensureSetupLink(db(), { ...deps, config: requestContext(db()).config });
    expect(url).toMatch(new RegExp(`^${origin}/setup/[\\w-]{32}$`));
    const token = (url ?? "").split("/").at(-1) ?? "";
    expect(await look(db(), token)).toMatchObject({ status: 200, data: { open: true } });
    const answer = await post(db(), token);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      302,
      "/login/code?email=noor%40brug.example&to=%2Forganisations%2Fde-brug%2Fedit%23domains",
    ]);
    const to = "/organisations/de-brug/edit#domains";
    const signedIn = await give(db(), { email: founder, code: await mailedCode(db(), founder), to });
    expect(signedIn.headers.get("location")).toBe(to);
    const cookie = cookieOf(signedIn);
    expect(await findViewer(routeArgs(db(), "/", { cookie }))).toMatchObject({
      name: "Noor Smit",
      email: founder,
      organisationSlug: "de-brug",
      role: "admin",
    });
    const edit = routeArgs(db(), "/organisations/de-brug/edit", {
      cookie,
      params: { organisation: "de-brug" },
    });
    expect(await editPage(edit)).toMatchObject({
      own: { domain: "brug.example", listed: false, isPublic: false },
    });
    expect(await findDomainsOf(db(), "de-brug")).toEqual([]);
  });

  test("a link works once, and a wrong one never", async () => {
    const token = await link(db());
    expect(await post(db(), "wrong")).toMatchObject({ status: 302 });
    expect((await post(db(), "%E2%82%AC")).headers.get("location")).toBe("/setup/%E2%82%AC");
    expect(await db().select().from(organisations)).toEqual([]);
    await post(db(), token);
    const again = await post(db(), token, { ...form, organisation: "Other", email: "other@brug.example" });
    expect([again.status, again.headers.get("location")]).toEqual([302, `/setup/${token}`]);
    expect(await look(db(), token)).toMatchObject({ status: 404, data: { open: false } });
    expect(await db().select({ name: organisations.name }).from(organisations)).toEqual([
      { name: "De Brug" },
    ]);
    expect(await db().select({ email: people.email }).from(people)).toEqual([{ email: founder }]);
  });

  test("a second process that starts does not spoil the first one's link; using one uses up both", async () => {
    const [first, second] = [await link(db()), await link(db())];
    expect(await look(db(), first)).toMatchObject({ status: 200, data: { open: true } });
    expect(await found(db(), first, founding, deps)).toEqual({ ok: true });
    expect(await found(db(), second, founding, deps)).toEqual({ ok: false, reason: "used" });
  });

  test("a founder who mistyped the address starts again with the link of the next start", async () => {
    await post(db(), await link(db()), { ...form, email: "noor@burg.example" });
    await post(db(), await link(db()), { ...form, slug: "brug" });
    expect(await db().select({ slug: organisations.slug }).from(organisations)).toEqual([{ slug: "brug" }]);
    expect(await db().select({ email: people.email, role: people.role }).from(people)).toEqual([
      { email: founder, role: "admin" },
    ]);
  });

  test("there is no link once somebody has signed in", async () => {
    const token = await link(db());
    const spare = await link(db());
    await post(db(), token);
    await give(db(), { email: founder, code: await mailedCode(db(), founder) });
    expect(await ensureSetupLink(db(), { ...deps, config: requestContext(db()).config })).toBeNull();
    expect(await look(db(), spare)).toMatchObject({ status: 404, data: { open: false } });
  });

  test.each([
    { email: "noor@brug.example\nBcc: x@evil.example" },
    { slug: "De Brug" },
    { slug: "a--b" },
    { colour: "red" },
    { organisation: "" },
    { name: "x".repeat(101) },
  ])("what cannot be taken is said at its field: %j", async (wrong) => {
    const token = await link(db());
    const answer = await post(db(), token, { ...form, ...wrong });
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.data as { result: { error: object } }).result.error)).toEqual(
      Object.keys(wrong),
    );
    expect(await look(db(), token)).toMatchObject({ status: 200, data: { open: true } });
  });
});

describe.skipIf(!postgresUrl)("founding at the same moment", () => {
  const db = postgresDatabase();
  const other = { ...founding, founder: { name: "Other", email: "other@brug.example" } };

  test("of two who open the link one founds", async () => {
    for (let round = 0; round < 5; round++) {
      const token = await link(db());
      const answers = await Promise.all([
        found(db(), token, founding, deps),
        found(db(), token, other, deps),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test("without the lock both believe they did", async () => {
    const unlocked = withoutRowLocks(db());
    let both = 0;
    for (let round = 0; round < 20 && both === 0; round++) {
      const token = await link(db());
      const answers = await Promise.allSettled([
        found(unlocked, token, founding, deps),
        found(unlocked, token, other, deps),
      ]);
      both += answers.every((answer) => answer.status === "fulfilled" && answer.value.ok) ? 1 : 0;
    }
    expect(both).toBe(1);
  });
});
