import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresBinaries, startPostgres, type TestServer } from "#tests/support/postgres.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, expectToast, field, open, t } from "./pages.ts";
import { outbox, signIn } from "./visitors.ts";

const spring = "/festivals/deell-spring";

describe.skipIf(!postgresBinaries())("an edition", () => {
  let folder: string;
  let database: TestServer;
  let server: RunningServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-editions-"));
    const started = await startPostgres(folder);
    if (!started) throw new Error("PostgreSQL did not start");
    database = started;
    server = await startServer({ DATABASE_URL: database.url, DEMO: "1", DATA_DIR: folder });
  });
  afterAll(async () => {
    await server?.stop();
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const askers = ["joris", "fatima", "sander", "meike", "kofi", "lotte", "bram", "noor"];

  /** Lets the ten quiet minutes pass, and asks for a code, which makes the worker look. */
  async function quietTimePasses(): Promise<void> {
    const { default: postgres } = await import("postgres");
    const sql = postgres(database.url, { max: 1 });
    await sql`update events set due_at = created_at where handled_at is null`;
    await sql.end();
    const email = `${askers.shift()}@anywhere.example`;
    await fetch(`${server.url}/login`, {
      method: "POST",
      headers: { origin: server.url },
      body: new URLSearchParams({ email }),
      redirect: "manual",
    });
  }

  async function countOf(page: Page, kinds: RegExp): Promise<{ mails: number; people: number }> {
    const found = (await outbox(page)).filter(({ kind }) => kinds.test(kind));
    return { mails: found.length, people: new Set(found.map(({ to }) => to)).size };
  }

  /** Those mails that came of one act, once there are as many as the page said. */
  async function expectMails(page: Page, kinds: RegExp, before: number, people: number): Promise<void> {
    await expect
      .poll(async () => (await countOf(page, kinds)).mails - before, { timeout: 90_000, interval: 500 })
      .toBe(people);
  }

  const numberIn = async (page: Page, pattern: RegExp): Promise<number> => {
    const text = (await page.locator("main").textContent()) ?? "";
    return Number(pattern.exec(text)?.[1] ?? Number.NaN);
  };

  async function rename(page: Page, title: string, to: string): Promise<void> {
    await page.goto(`${spring}/organise/sessions`);
    await page.getByRole("link", { name: title }).first().click();
    await field(page, t("festivals.session.title")).fill(to);
    await button(page, t("festivals.session.save")).click();
    await expectToast(page, t("festivals.toast.sessionSaved"));
  }

  describe.each([
    ["wide", wide],
    ["narrow", narrow],
  ] as const)("%s", (size, viewport) => {
    const visit = testBrowser();
    const renamed = `Maps that mislead, ${size}`;

    test("is released with its difference, read by a stranger, and set back", async () => {
      const anna = await visit({ viewport, baseURL: server.url });
      await signIn(anna, "anna@waterland.example");
      await rename(anna, "Maps that mislead", renamed);
      await anna.goto(`${spring}/organise/releases`);
      await anna
        .getByText(t("festivals.releases.wasTitled", { title: "Maps that mislead" }))
        .first()
        .waitFor();
      await expectAccessible(anna);
      const people = await numberIn(anna, /(\d+) people get one mail each/);
      const before = (await countOf(anna, /^invite-(changed|news|queueChanged)$/)).mails;
      await field(anna, t("festivals.releases.note")).fill(`A better title, ${size}.`);
      const number = await numberIn(anna, /Release version (\d+)/);
      await button(anna, t("festivals.releases.submit", { number })).click();
      await expectToast(anna, t("festivals.toast.released", { number }));
      await quietTimePasses();
      await expectMails(anna, /^invite-(changed|news|queueChanged)$/, before, people);

      const stranger = await visit({ viewport, baseURL: server.url });
      await stranger.goto(`${spring}/changes`);
      await stranger.getByText(`A better title, ${size}.`).waitFor();
      await expectAccessible(stranger);
      await stranger.getByRole("link", { name: renamed }).first().click();
      await stranger.getByRole("heading", { level: 1, name: renamed }).waitFor();

      await anna.goto(`${spring}/organise/releases/${number - 1}`);
      await anna
        .getByText(t("festivals.releases.wasTitled", { title: renamed }))
        .first()
        .waitFor();
      await expectAccessible(anna);
      await button(anna, t("editions.rollBack.submit", { to: number - 1, number: number + 1 })).click();
      await expectToast(anna, t("editions.rollBack.done", { number: number + 1, to: number - 1 }));
      await stranger.goto(`${spring}/changes`);
      await stranger
        .getByRole("heading", { name: t("festivals.releases.version", { number: number + 1 }) })
        .waitFor();
      await anna.goto(`${spring}/organise/releases`);
      await anna.getByText(t("festivals.releases.nothing")).waitFor();
      await quietTimePasses();
      await expectMails(anna, /^invite-(changed|news|queueChanged)$/, before, 2 * people);
    });

    test("is cancelled with everybody told once, and takes place after all", async () => {
      const anna = await visit({ viewport, baseURL: server.url });
      await signIn(anna, "anna@waterland.example");
      await anna.goto(`${spring}/organise/edition`);
      await expectAccessible(anna);
      await open(anna, t("editions.cancel.open"));
      const people = await numberIn(anna, /(\d+) people get one mail each/);
      const cancel = anna.locator("form", {
        has: button(anna, t("editions.cancel.submit", { festival: "DEELL Spring" })),
      });
      await field(cancel, t("editions.reason")).fill("The building is flooded.");
      await button(cancel, t("editions.cancel.submit", { festival: "DEELL Spring" })).click();
      // Without the tick it is only asked again, and the reason is still there.
      await anna.getByText(t("editions.cancel.sureNeeded")).first().waitFor();
      expect(await field(cancel, t("editions.reason")).inputValue()).toBe("The building is flooded.");
      await expectAccessible(anna);
      await field(cancel, t("editions.cancel.sure", { count: people })).check();
      const before = (await countOf(anna, /^festival-cancelled$/)).mails;
      const others = (await countOf(anna, /^invite-/)).mails;
      await button(cancel, t("editions.cancel.submit", { festival: "DEELL Spring" })).click();
      await expectToast(anna, t("editions.toast.cancel"));
      await quietTimePasses();
      await expectMails(anna, /^festival-cancelled$/, before, people);
      expect((await countOf(anna, /^festival-cancelled$/)).people).toBe(people);
      expect((await countOf(anna, /^invite-/)).mails).toBe(others);

      const stranger = await visit({ viewport, baseURL: server.url });
      await stranger.goto(spring);
      await stranger.getByText(t("programme.banner.cancelled")).first().waitFor();
      await expectAccessible(stranger);
      const feed = await (await stranger.request.get(`${spring}.ics`)).text();
      expect(feed.match(/^STATUS:CONFIRMED/gm)).toBeNull();
      expect(feed).toContain("STATUS:CANCELLED");

      await button(anna, t("editions.reinstate.submit")).click();
      await expectToast(anna, t("editions.toast.reinstate"));
      const again = (await countOf(anna, /^festival-reinstated$/)).mails;
      await quietTimePasses();
      await expectMails(anna, /^festival-reinstated$/, again, people);
      await stranger.goto(spring);
      expect(await stranger.getByText(t("programme.banner.cancelled")).count()).toBe(0);
    });

    test("is copied on one page, into a draft that links back", async () => {
      const anna = await visit({ viewport, baseURL: server.url });
      await signIn(anna, "anna@waterland.example");
      await anna.goto(`${spring}/organise/edition`);
      await anna.getByRole("link", { name: t("editions.copy.begin") }).click();
      await field(anna, t("festivals.fields.name")).waitFor();
      await expectAccessible(anna);
      await field(anna, t("festivals.fields.slug")).fill(`next-${size}`);
      await field(anna, t("editions.copy.sessions")).check();
      await button(anna, t("editions.copy.submit")).click();
      await anna.waitForURL(`**/festivals/next-${size}/organise`);
      await anna.goto(`/festivals/next-${size}`);
      await anna.getByRole("link", { name: "DEELL Spring", exact: true }).click();
      await anna.waitForURL(`**${spring}`);
      await anna.goto(`/festivals/next-${size}/organise/sessions`);
      await anna.getByText("Git for writers").first().waitFor();
      await expectAccessible(anna);
    });
  });
});
