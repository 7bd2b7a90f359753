import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { makeFestival, makeHost, makePeople, makeSession, makeSignups } from "#db/demo/factories.ts";
import * as schema from "#db/schema/index.ts";
import { postgresBinaries, startPostgres, type TestServer } from "#tests/support/postgres.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { drawQr } from "~/lectures/poster/qr.ts";
import { settingOf } from "~/platform/settings.server.ts";
import { localOf, plus, Temporal } from "~/platform/time.ts";
import { checkInCode } from "~/signups/door/code.server.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, nl, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

/** A busy machine answers late. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 30_000 });

const names = ["Ada Vos", "Ben Smit", "Cas Mol", "Dia Pot", "Eef Kok", "Fay Bos"];

describe.skipIf(!postgresBinaries())("the phone at a door", () => {
  const visit = testBrowser();
  let folder: string;
  let database: TestServer;
  let server: RunningServer;
  let sql: postgres.Sql;
  let db: Database;
  let festivalId: string;
  let people: { id: string }[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-door-"));
    const started = await startPostgres(folder);
    if (!started) throw new Error("PostgreSQL did not start");
    database = started;
    server = await startServer({ DATABASE_URL: database.url, DEMO: "1", DATA_DIR: folder });
    sql = postgres(database.url, { max: 2, onnotice: () => {} });
    db = drizzle(sql, { schema }) as unknown as Database;
    const lumen = await idOf("lumen");
    const festival = await makeFestival(db, {
      ...{ slug: "today", name: "Today", status: "released", leadOrganisationId: await idOf("waterland") },
    });
    festivalId = festival.id;
    await makeHost(db, { festivalId, organisationId: lumen });
    people = await makePeople(
      db,
      names.map((name) => ({ name, organisationId: lumen })),
    );
  });
  afterAll(async () => {
    await sql?.end();
    await server?.stop();
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function idOf(slug: string): Promise<string> {
    const [row] = await db.select().from(schema.organisations).where(eq(schema.organisations.slug, slug));
    return row!.id;
  }

  /** A workshop of Lumen's that began a quarter of an hour ago; five have its seats, the sixth waits. */
  async function workshop(): Promise<{ id: string; path: string }> {
    const timeZone = "Europe/Amsterdam";
    const startsLocal = localOf(plus(Temporal.Now.instant(), { minutes: -15 }), timeZone);
    await db.delete(schema.sessions).where(eq(schema.sessions.festivalId, festivalId));
    const given = { festivalId, organisationId: await idOf("lumen"), timeZone, startsLocal };
    const { id } = await makeSession(db, { ...given, title: "Kneading", capacity: 5 });
    await makeSignups(
      db,
      people.map((person, i) => ({
        ...{
          sessionId: id,
          personId: person.id,
          status: i === 5 ? ("waiting" as const) : ("confirmed" as const),
        },
      })),
    );
    return { id, path: `/festivals/today/organise/door/${id}` };
  }

  /** How many are in, by what the database says. */
  const attended = (sessionId: string) =>
    db.$count(
      schema.signups,
      and(eq(schema.signups.sessionId, sessionId), eq(schema.signups.status, "attended")),
    );

  const rowOf = (page: Page, name: string) => page.locator("[data-list] [data-person]", { hasText: name });
  const pressed = (page: Page) => page.locator("[data-list] [data-person][data-in]").count();

  async function readyToLeaveTheNetwork(page: Page): Promise<void> {
    const kept = () =>
      page.evaluate(async () => {
        const cache = await caches.open("door-1");
        const keys = (await cache.keys()).map(({ url }) => new URL(url).pathname);
        const script = document.querySelector<HTMLScriptElement>('script[src*="main"]');
        return keys.includes(location.pathname) && keys.includes(new URL(script?.src ?? "").pathname);
      });
    await soon(kept).toBe(true);
  }

  describe.each([
    ["wide, in English", { viewport: wide, locale: "en-GB" }, t],
    ["narrow and dark, in Dutch", { viewport: narrow, locale: "nl-NL", colorScheme: "dark" as const }, nl],
  ])("%s", (_, options, words) => {
    test("checks three people in without a network, opens again without one, and tells it all when it is back", async () => {
      const { id, path } = await workshop();
      const page = await visit({ ...options, baseURL: server.url });
      await signIn(page, "bram@lumen.example");
      await page.goto(path);
      await readyToLeaveTheNetwork(page);
      await expectAccessible(page);
      await page.context().setOffline(true);
      for (const name of ["Ada Vos", "Ben Smit"])
        await button(rowOf(page, name), words("door.page.in")).click();
      // By keyboard alone: find the name, go to its button, press it.
      await page.locator("[data-search] input").focus();
      await page.keyboard.type("cas");
      await soon(() => page.locator("[data-list=seated] [data-person]:visible").count()).toBe(1);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await soon(() => pressed(page)).toBe(3);
      expect(await page.locator("[data-network]").textContent()).toContain(words("door.network.offline"));
      await page.reload();
      await soon(() => pressed(page)).toBe(3);
      expect(await page.locator("[data-network]").textContent()).toContain(words("door.network.offline"));
      expect(await attended(id)).toBe(0);
      await page.context().setOffline(false);
      await soon(() => attended(id)).toBe(3);
      await soon(() => page.locator("[data-network]").textContent()).toBe(words("door.network.online"));
      await soon(() => page.locator("[data-heads=arrived]").textContent()).toBe("3");
      expect(await db.$count(schema.checkIns, eq(schema.checkIns.sessionId, id))).toBe(3);
      await expectAccessible(page);
    });
  });

  test("gives a walk-in the seat of somebody absent, who then comes back into a full room", async () => {
    const { id, path } = await workshop();
    const page = await visit({ viewport: narrow, baseURL: server.url });
    await signIn(page, "bram@lumen.example");
    await page.goto(path);
    const said = page.locator("[data-said]");
    for (const name of names.slice(0, 4)) await button(rowOf(page, name), t("door.page.in")).click();
    await soon(() => attended(id)).toBe(4);
    await button(rowOf(page, "Fay Bos"), t("door.walkIn.button")).click();
    await soon(() => attended(id)).toBe(5);
    await soon(() => rowOf(page, "Eef Kok").textContent()).toContain(t("door.page.absent"));
    await button(rowOf(page, "Eef Kok"), t("door.page.in")).click();
    await button(said, t("door.said.anywayThen")).click();
    await soon(() => attended(id)).toBe(6);
    await button(rowOf(page, "Ada Vos"), t("door.page.undo")).click();
    await soon(() => attended(id)).toBe(5);
  });

  test("reads a code with its camera, which no other page may use", async () => {
    const { id, path } = await workshop();
    const page = await visit({ viewport: narrow, baseURL: server.url });
    await signIn(page, "bram@lumen.example");
    const secret = await settingOf(db, "secret", () => "");
    const address = checkInCode({ festivalId, personId: people[1]!.id }, { secret, publicUrl: server.url });
    await showToCamera(page, address);
    const answer = await page.goto(path);
    expect(answer?.headers()["permissions-policy"]).toContain("camera=(self)");
    await button(page, t("door.page.scan")).click();
    await soon(() => attended(id)).toBe(1);
    await soon(() => rowOf(page, "Ben Smit").getAttribute("data-in")).not.toBeNull();
    const elsewhere = await page.goto("/festivals/today/organise/door");
    expect(elsewhere?.headers()["permissions-policy"]).toContain("camera=()");
    await expectAccessible(page);
    // The same address in a phone's own camera: a button for whoever stands at the door, nothing but the code for others.
    await page.goto(new URL(address).pathname);
    expect(await page.locator("h1").textContent()).toContain("Ben Smit");
    await expectAccessible(page);
    const stranger = await visit({ baseURL: server.url });
    await stranger.goto(new URL(address).pathname);
    expect(await stranger.locator("body").textContent()).not.toMatch(/Ben|Smit|Kneading/);
    await expectAccessible(stranger);
  });

  test("works without script, and shows other hosts figures alone", async () => {
    const { id, path } = await workshop();
    const host = await visit({ baseURL: server.url });
    await signIn(host, "bram@lumen.example");
    const plain = await host
      .context()
      .browser()!
      .newContext({
        ...{
          javaScriptEnabled: false,
          baseURL: server.url,
          storageState: await host.context().storageState(),
        },
      });
    const page = await plain.newPage();
    await page.goto(path);
    await button(rowOf(page, "Ada Vos"), t("door.page.in")).click();
    expect(await attended(id)).toBe(1);
    expect(await page.locator("[data-said]").textContent()).toContain("Ada Vos");
    await page.locator("[data-find] input").fill("ada");
    await button(page.locator("[data-find]"), t("door.page.find")).click();
    expect(await page.getByRole("list", { name: t("door.walkIn.found") }).textContent()).toContain("Ada Vos");
    await plain.close();
    const other = await visit({ baseURL: server.url });
    await signIn(other, "marieke@polder.example");
    await makeHost(db, { festivalId, organisationId: await idOf("polder") });
    await other.goto(path);
    expect(await other.locator("main").textContent()).toContain(t("door.page.notYours"));
    expect(await other.locator("main").textContent()).not.toContain("Ada Vos");
  });
});

/** A camera that sees the code of an address. */
async function showToCamera(page: Page, address: string): Promise<void> {
  await page.addInitScript(({ size, path }) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 640;
    const draw = () => {
      const context = canvas.getContext("2d")!;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = "#fff";
      context.fillRect(0, 0, 640, 640);
      context.scale(640 / size, 640 / size);
      context.fillStyle = "#000";
      context.fill(new Path2D(path));
    };
    setInterval(draw, 100);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
  }, drawQr(address));
}
