import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, expectToast, nl, t } from "./pages.ts";
import { fillSeatsSoon } from "./seats-soon.ts";
import { mailTo, signIn } from "./visitors.ts";

const daan = "daan@waterland.example";

/** Presses Tab until the button or link of this name is in focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
  }
  throw new Error(`"${name}" is not reached with Tab`);
}

describe("the day of a festival, for those who attend", () => {
  const folder = mkdtempSync(join(tmpdir(), "percolate-seats-"));
  const visitor = testBrowser();
  const visit: typeof visitor = (options) => visitor({ baseURL: server.url, ...options });
  let server: RunningServer;
  let scene: Awaited<ReturnType<typeof fillSeatsSoon>>;

  // Of its own: seats are offered only within a day of the start, and the demo's festival is weeks away.
  beforeAll(async () => {
    scene = await fillSeatsSoon(folder);
    server = await startServer({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("somebody who waits for several says yes on a phone, by the link of the mail, signed in as nobody", async () => {
    const page = await visit({ viewport: narrow });
    // Asking for a code has the jobs look what there is to mail.
    await page.goto("/login");
    await page.locator("main input[type=email]").fill(daan);
    await page.locator("main form button").first().click();
    const mail = await mailTo(page, daan, ({ kind }) => kind === "seat-offered");
    const link = /\/offers\/[\w-]+/.exec(mail.text)?.[0] ?? "";
    const looked = await page.request.get(link);
    expect(looked.headers()["cache-control"]).toBe("no-store");
    expect(looked.headers()["x-robots-tag"]).toContain("noindex");

    await page.goto(`${link}?answer=no`);
    await expectAccessible(page);
    const text = (await page.locator("main").textContent()) ?? "";
    expect(text).toContain(t("offers.onNo"));
    expect(text).toContain("“Singing for beginners” and “Sketching what you mean”");
    await page.goto(link);
    await button(page, t("offers.yes")).click();
    await expectToast(page, t("offers.toast.accepted", { title: "Knitting with code" }));
    await page.getByText(t("offers.page.text.yours")).waitFor();
    await expectAccessible(page);
    const invite = await mailTo(page, daan, ({ kind, ical }) => kind === "invite-promoted" && ical !== null);
    expect(invite.text).toContain(
      "You no longer wait for “Singing for beginners” and “Sketching what you mean”",
    );
  });

  test("the seat, and too short a way to it, stand on the agenda; the queues are left", async () => {
    const page = await visit({ viewport: narrow });
    await signIn(page, daan);
    await page.goto("/agenda");
    await expectAccessible(page);
    const row = page.locator("li", { has: page.getByRole("link", { name: "Knitting with code" }) }).last();
    expect(await row.textContent()).toContain(t("calendar.agenda.part.attends"));
    expect(await row.textContent()).toContain("from Dock (Harbour building) to Blue room (The Mill)");
    expect(await page.getByRole("heading", { name: t("offers.agenda.waitTitle") }).count()).toBe(0);
  });

  test("whoever waits reads how the queue moves, and leaves it from the agenda with one click", async () => {
    const page = await visit({ viewport: wide });
    await signIn(page, "finn@waterland.example");
    await page.goto(`/festivals/${scene.festival}/sessions/${scene.held}`);
    const panel = page.locator("#sign-up");
    expect(await panel.textContent()).toContain(t("offers.waiting.offerNow"));
    await page.goto("/agenda");
    await expectAccessible(page);
    await page.getByRole("button", { name: /Knitting with code/ }).click();
    await expectToast(page, t("signups.toast.leftQueue", { title: "Knitting with code" }));
    expect(new URL(page.url()).pathname).toBe("/agenda");
    expect(await page.getByRole("heading", { name: t("offers.agenda.waitTitle") }).count()).toBe(0);
  });

  test("whoever has two sessions at once since one moved chooses by keyboard alone, in Dutch", async () => {
    const page = await visit({ viewport: narrow, locale: "nl-NL" });
    await signIn(page, "eva@waterland.example");
    await page.goto("/");
    await tabTo(page, nl("clashes.choose"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/agenda\/clashes$/);
    await expectAccessible(page);
    await tabTo(page, nl("clashes.keep", { keep: "Weaving", giveUp: "Posters with one idea" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/agenda$/);
    await expectToast(page, nl("clashes.toast.chosen", { keep: "Weaving", giveUp: "Posters with one idea" }));
    const list = (await page.locator("main").textContent()) ?? "";
    expect([list.includes("Weaving"), list.includes(nl("clashes.choose"))]).toEqual([true, false]);
    await page.goto("/agenda/clashes");
    await page.getByText(nl("clashes.none")).waitFor();
    await expectAccessible(page);
  });
});
