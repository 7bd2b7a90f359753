import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { expectAccessible, narrow, testBrowser } from "./browser.ts";
import { button, expectToast, field, nl, t } from "./pages.ts";
import { type OutboxMail, outbox } from "./visitors.ts";

const linkIn = ({ text }: OutboxMail) => /\/turns\/[\w-]+/.exec(text)?.[0] ?? "";

const whenOf = (page: Page) => page.locator("header strong").first().textContent();

/** A colleague of the demo who is asked. The demo is new: asking for a code has the jobs look what there is to mail. */
async function askedByMail(page: Page): Promise<OutboxMail> {
  await page.goto("/login");
  await page.locator("main input[type=email]").fill("daan@polder.example");
  await page.locator("main form button").first().click();
  const all = async () => (await outbox(page)).filter(({ kind }) => kind === "turn-offered");
  await expect.poll(async () => (await all()).length, { timeout: 90_000 }).toBeGreaterThan(0);
  for (const mail of await all()) {
    await page.goto(linkIn(mail));
    if ((await page.locator("#yes form").count()) > 0) return mail;
  }
  throw new Error("nobody is asked");
}

describe("answering by the link of a mail, on a phone, signed in as nobody", () => {
  const folder = mkdtempSync(join(tmpdir(), "percolate-turn-"));
  const visitor = testBrowser();
  const visit: typeof visitor = (options) => visitor({ baseURL: server.url, ...options });
  let server: RunningServer;
  // Of its own: what others do with the roster of the demo would answer these mails.
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("no: the next in line is asked, and a way back is shown", async () => {
    const page = await visit({ viewport: narrow });
    const mail = await askedByMail(page);
    const link = linkIn(mail);
    const known = (await outbox(page)).length;

    // Looking, as mail programs do, changes nothing.
    expect((await page.request.head(link)).status()).toBe(200);
    const looked = await page.request.get(`${link}?answer=no`);
    expect(looked.headers()["referrer-policy"]).toBe("strict-origin");
    expect(looked.headers()["x-robots-tag"]).toContain("noindex");
    expect(looked.headers()["cache-control"]).toBe("no-store");

    await page.goto(`${link}?answer=no`);
    const when = await whenOf(page);
    await expectAccessible(page);
    await field(page, t("lectures.lecture.reason")).fill("On leave that week");
    await button(page.locator("#no"), t("turnMails.no")).click();
    await expectToast(page, t("turnMails.toast.no"));
    await expectAccessible(page);
    expect(await page.locator("main form").count()).toBe(0);

    await expect.poll(async () => (await outbox(page)).length, { timeout: 30_000 }).toBeGreaterThan(known);
    const now = await outbox(page);
    const news = now.slice(0, now.length - known);
    const next = news.find(({ kind, to }) => kind === "turn-offered" && to !== mail.to);
    expect(next?.to).toBeDefined();
    await page.goto(linkIn(next!));
    expect(await whenOf(page)).toBe(when);
    // Why they said no is for organisers alone.
    expect(news.map(({ text }) => text).join()).not.toContain("On leave that week");
  }, 180_000);

  test("yes, with a topic: the page says what comes next and lets them change their mind", async () => {
    const page = await visit({ viewport: narrow, locale: "nl-NL" });
    const mail = await askedByMail(page);
    await page.goto(linkIn(mail));
    await expectAccessible(page);
    await field(page, nl("lectures.lecture.topic")).fill("Waarom brood rijst");
    await button(page.locator("#yes"), nl("turnMails.yes")).click();
    await page.getByText(nl("turnMails.page.next")).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: nl("turnMails.page.lecture") }).click();
    await page.waitForURL(/\/lectures\/coffee-machine\/\d{4}-\d\d-\d\d$/);
    expect(await page.locator("main").textContent()).toContain("Waarom brood rijst");
  }, 180_000);

  test("a link that was cut off leads on", async () => {
    const page = await visit({ viewport: narrow });
    expect((await page.goto("/turns/cut-off"))?.status()).toBe(404);
    await expectAccessible(page);
    await page.getByRole("link", { name: t("turnMails.page.unknown.button") }).click();
    await page.waitForURL(/\/lectures$/);
  });
});
