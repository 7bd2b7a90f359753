import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { localOf, Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser } from "./browser.ts";
import { button, expectToast, field, nl, t } from "./pages.ts";
import { mailTo, outbox, signIn } from "./visitors.ts";

const wishesPage = "/festivals/deell-spring/wishes";
const ballotPage = "/festivals/deell-spring/organise/ballot";

/** A wall-clock time in the festival's zone, for the field. */
const local = (ahead: Temporal.DurationLike) =>
  localOf(Temporal.Now.instant().add(ahead), "Europe/Amsterdam");

/** Number fields of the first time slot that has several this person may wish for. */
async function firstSlot(page: Page) {
  const slots = page.locator("[data-wish-slot]");
  for (const slot of await slots.all())
    if ((await slot.locator("input[type=number]").count()) > 2) return slot;
  throw new Error("no time slot to choose in");
}

async function closeAt(page: Page, when: string): Promise<void> {
  await page.goto(ballotPage);
  await field(page, t("ballot.organise.closes")).fill(when);
}

describe("seats by wishes, from asking to reading why", () => {
  const folder = mkdtempSync(join(tmpdir(), "percolate-ballot-"));
  const visitor = testBrowser();
  const visit: typeof visitor = (options) => visitor({ baseURL: server.url, ...options });
  let server: RunningServer;
  // Of its own: the festival of the demo is first come, first served.
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the lead asks for wishes, which stand on a page of their own with the seed", async () => {
    const page = await visit();
    await signIn(page, "anna@waterland.example");
    await page.goto("/festivals/deell-spring/organise/settings");
    await page.getByLabel(t("hosting.signup.ballot")).check();
    await button(page, t("festivals.organise.save")).click();
    await expectToast(page, t("festivals.toast.saved"));
    await closeAt(page, local({ hours: -1 }));
    await button(page, t("ballot.organise.makeSubmit")).click();
    await expect
      .poll(() => page.getByRole("alert").textContent(), { timeout: 20_000 })
      .toContain(t("ballot.errors.in-past"));
    await field(page, t("ballot.organise.closes")).fill(local({ hours: 24 }));
    await button(page, t("ballot.organise.makeSubmit")).click();
    await expectToast(page, t("ballot.toast.made"));
    await expectAccessible(page);
  });

  test("somebody hands in wishes without script; what is wrong is said and nothing is lost", async () => {
    const page = await visit({ javaScriptEnabled: false });
    await signIn(page, "daan@polder.example");
    await page.goto(wishesPage);
    const slot = await firstSlot(page);
    const numbers = slot.locator("input[type=number]");
    await numbers.nth(0).fill("1");
    await numbers.nth(1).fill("1");
    await button(page, t("ballot.form.save")).click();
    expect(await page.getByRole("alert").textContent()).toContain("number 1 already");
    const again = (await firstSlot(page)).locator("input[type=number]");
    expect([await again.nth(0).inputValue(), await again.nth(1).inputValue()]).toEqual(["1", "1"]);
    await again.nth(1).fill("2");
    await button(page, t("ballot.form.save")).click();
    await expectToast(page, t("ballot.toast.saved"));
    const saved = (await firstSlot(page)).locator("input[type=number]");
    expect([await saved.nth(0).inputValue(), await saved.nth(1).inputValue()]).toEqual(["1", "2"]);
  });

  test("somebody puts them in order on a phone by keyboard alone, saved as they are put", async () => {
    const page = await visit({ viewport: narrow });
    await signIn(page, "chloe@kade.example");
    await page.goto(wishesPage);
    const slot = await firstSlot(page);
    const up = slot.locator("[data-move=up]");
    await up.nth(0).focus();
    await page.keyboard.press("Enter");
    await up.nth(1).focus();
    await page.keyboard.press("Enter");
    const titles = () =>
      slot.locator("[data-ranked]").evaluateAll((all) => all.map((one) => one.getAttribute("data-title")));
    const before = await titles();
    expect(before).toHaveLength(2);
    // The focus went along with the row: once more makes it the first wish.
    await page.keyboard.press("Enter");
    expect(await titles()).toEqual(before.toReversed());
    const status = page.locator("[data-autosave-status]");
    await expect.poll(() => status.textContent(), { timeout: 20_000 }).toMatch(/^Saved \d\d:\d\d$/);
    await expectAccessible(page);
    await page.reload();
    expect(await titles()).toEqual(before.toReversed());

    await page.context().setOffline(true);
    await up.nth(2).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => status.textContent(), { timeout: 20_000 }).toBe(t("ballot.form.offline"));
    await page.context().setOffline(false);
    await expect.poll(() => status.textContent(), { timeout: 20_000 }).toMatch(/^Saved \d\d:\d\d$/);
    await page.reload();
    expect(await titles()).toHaveLength(3);
  });

  test("the lead tries it out, gives the seats once, and everybody reads what they got and why", async () => {
    const page = await visit();
    await signIn(page, "anna@waterland.example");
    await closeAt(page, local({ seconds: 80 }));
    await button(page, t("ballot.organise.save")).click();
    await expectToast(page, t("ballot.toast.changed"));
    await button(page, t("ballot.organise.simulateSubmit")).click();
    await expectToast(page, t("ballot.toast.simulated"));
    expect(await page.locator("svg[role=img]").first().getAttribute("aria-label")).toContain(
      t("ballot.report.rank", { rank: 1 }),
    );
    await expectAccessible(page);
    await expect
      .poll(
        async () => {
          await page.goto(`${ballotPage}/run`);
          return button(page, t("ballot.run.submit", { count: 2 })).count();
        },
        { timeout: 100_000, interval: 3000 },
      )
      .toBe(1);
    await expectAccessible(page);
    await button(page, t("ballot.run.submit", { count: 2 })).dblclick();
    await expectToast(page, "The seats");
    expect(await page.getByText(t("ballot.run.forGood")).count()).toBe(0);

    const daan = await visit({ viewport: narrow });
    await signIn(daan, "daan@polder.example");
    const mail = await mailTo(daan, "daan@polder.example", ({ kind }) => kind === "ballot-result");
    expect(mail.text).toContain("/festivals/deell-spring/my");
    // In the language he chose.
    expect(mail.text).toContain(nl("ballot.why.first"));
    await daan.goto("/festivals/deell-spring/my");
    expect(await daan.locator("main").textContent()).toContain(t("ballot.why.first"));
    await expectAccessible(daan);
    const results = (await outbox(daan)).filter(({ kind }) => kind === "ballot-result");
    expect(results.map(({ to }) => to).sort()).toEqual(["chloe@kade.example", "daan@polder.example"]);
    // From now on whoever comes first has the seat.
    await daan.goto(wishesPage);
    expect(await daan.locator("main").textContent()).toContain(t("ballot.wishes.allocated"));
  });
});
