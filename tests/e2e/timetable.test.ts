import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

const path = "/festivals/deell-spring/organise/timetable";
const e = "timetable.editor";
const lead = "anna@waterland.example";

async function openTimetable(page: Page, email: string): Promise<void> {
  await signIn(page, email);
  await page.goto(path);
  // Script runs: what was a link is a button.
  await page.locator("button[data-card]").first().waitFor();
}

const cardOf = (page: Page, title: string) =>
  page.locator("button[data-card]", { has: page.locator(".tt-title", { hasText: title }) }).first();
const unplacedOf = (page: Page, title: string) =>
  page.locator(".tt-aside button[data-card]", { hasText: title });
const said = async (page: Page) => (await page.locator("[data-said]").textContent())?.trim() ?? "";
const hears = (page: Page, sentence: RegExp) => expect.poll(() => said(page)).toMatch(sentence);
const nameOf = (page: Page, title: string) => cardOf(page, title).locator(".sr-only").textContent();
const saved = (page: Page) => page.getByText(t(`${e}.saved`), { exact: true }).waitFor();
const undoButton = (page: Page) => page.locator(".tt-toolbar button").first();

async function undoUntil(page: Page, done: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 12 && !(await done()); step += 1) {
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(100);
    await saved(page);
  }
  expect(await done()).toBe(true);
}

describe("the timetable", () => {
  const visit = testBrowser();

  test("by keyboard alone: from the list to the grid, moved, resized, pinned, and all of it taken back", async () => {
    const page = await visit({ viewport: wide });
    await openTimetable(page, lead);
    await expectAccessible(page);
    const title = "Prompting without the hype";
    await cardOf(page, title).focus();
    await page.keyboard.press("m");
    await page.locator("dialog[open]").waitFor();
    await expectAccessible(page);
    const again = button(page.locator("dialog[open]"), t(`${e}.again`));
    await again.focus();
    await page.keyboard.press("Enter");
    await hears(page, /is in the list once more/);
    await saved(page);
    await unplacedOf(page, title).focus();
    await page.keyboard.press("Enter");
    await hears(
      page,
      /^Picked up Prompting without the hype: Grote zaal, \d\d:\d\d to \d\d:\d\d\. Arrows move it/,
    );
    const start = await said(page);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => said(page)).not.toBe(start);
    await page.keyboard.press("ArrowRight");
    await hears(page, /^Prompting without the hype, Het dok, 08:15 to 09:15\. It fits\.$/);
    await page.keyboard.press("Escape");
    await hears(page, /is back where it was/);
    await unplacedOf(page, title).focus();
    await page.keyboard.press(" ");
    await hears(page, /^Picked up/);
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await hears(
      page,
      /^Prompting without the hype, Lens, 08:00 to 09:05\. One conflict: .* but Lens holds 8\./,
    );
    await page.keyboard.press("Enter");
    await hears(page, /^Dropped Prompting without the hype: Lens, 08:00 to 09:05\./);
    await saved(page);
    const placed = page.locator(".tt-body button[data-card]:focus");
    expect(await placed.locator(".sr-only").textContent()).toContain("Lens, 08:00 to 09:05");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Enter");
    await hears(page, /08:00 to 09:00/);
    await page.keyboard.press("p");
    await hears(page, /is pinned/);
    await saved(page);
    await expect.poll(() => undoButton(page).textContent()).toBe(`Undo: pinned ${title}`);
    await page.keyboard.press("Control+z");
    await expect.poll(() => undoButton(page).textContent()).toBe(`Undo: changed the length of ${title}`);
    // What can be taken back is known after a reload too.
    await page.reload();
    await page.locator("button[data-card]").first().waitFor();
    expect(await undoButton(page).textContent()).toBe(`Undo: changed the length of ${title}`);
    await page.keyboard.press("Control+z");
    await expect.poll(() => undoButton(page).textContent()).toBe(`Undo: placed ${title}`);
    await page.keyboard.press("Control+y");
    await expect.poll(() => undoButton(page).textContent()).toBe(`Undo: changed the length of ${title}`);
    await undoUntil(page, async () => (await undoButton(page).textContent()) === `Undo: added ${title}`);
    expect(await unplacedOf(page, title).count()).toBe(1);
    await undoButton(page).click();
    await expect.poll(() => unplacedOf(page, title).count()).toBe(0);
    await saved(page);
  });

  test("with the mouse: what would be wrong is said before it is dropped; pulled at its edge it is longer", async () => {
    const page = await visit({ viewport: { width: 1500, height: 1400 } });
    await openTimetable(page, lead);
    const title = "Vergaderen zonder vergadering";
    const from = await cardOf(page, title).boundingBox();
    const taken = await cardOf(page, "Een lastig gesprek").boundingBox();
    const free = await page.locator(".tt-room", { hasText: "Grote zaal" }).boundingBox();
    if (!from || !taken || !free) throw new Error("not on the page");
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(taken.x + 20, taken.y + 12, { steps: 8 });
    await expect.poll(() => page.locator(".tt-ghost").textContent()).toMatch(/De kajuit is taken twice/);
    await page.mouse.move(free.x + 30, from.y + 8 - 216, { steps: 8 });
    await expect.poll(() => page.locator(".tt-ghost[data-wrong]").count()).toBe(0);
    await page.mouse.up();
    await hears(page, /^Dropped Vergaderen zonder vergadering: Grote zaal, 08:15 to 09:15\. It fits\./);
    await saved(page);
    expect(await nameOf(page, title)).toContain("Grote zaal, 08:15 to 09:15");
    const box = await page.locator(".tt-card", { has: cardOf(page, title) }).boundingBox();
    if (!box) throw new Error("not on the page");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height + 24, { steps: 6 });
    await page.mouse.up();
    await hears(page, /Grote zaal, 08:15 to 09:30/);
    await saved(page);
    await undoUntil(
      page,
      async () => (await nameOf(page, title))?.includes("Het dok, 10:15 to 11:15") ?? false,
    );
  });

  test("two organisers at once: the second sees what the first did, and nothing is lost", async () => {
    const title = "SQL for people who are afraid of SQL";
    const anna = await visit({ viewport: wide });
    const bram = await visit({ viewport: wide });
    await openTimetable(bram, "bram@lumen.example");
    await openTimetable(anna, lead);
    // Anna's page does not hear of others for a while.
    await anna.route("**/timetable/edits?*", (route) => route.abort());
    const waterlands = cardOf(bram, "Prompting without the hype");
    await waterlands.focus();
    await bram.keyboard.press("Enter");
    await hears(bram, /only its organisers and the lead can move it/);
    await cardOf(bram, title).focus();
    await bram.keyboard.press("Enter");
    await bram.keyboard.press("ArrowUp");
    await bram.keyboard.press("Enter");
    await hears(bram, /^Dropped .* Prisma, 10:00 to 11:15/);
    await saved(bram);
    const moveLater = async () => {
      await cardOf(anna, title).focus();
      await anna.keyboard.press("Enter");
      await anna.keyboard.press("ArrowDown");
      await anna.keyboard.press("Enter");
    };
    await moveLater();
    const refused = anna.locator(".notice", { hasText: t(`${e}.refused.stale`, { title }) });
    await refused.waitFor();
    expect(await refused.textContent()).toMatch(/Bram .* moved SQL for people .* 10:00, just now\./);
    await hears(anna, /Yours is not saved/);
    await expectAccessible(anna);
    expect(await nameOf(anna, title)).toContain("Prisma, 10:00 to 11:15");
    await button(refused, t(`${e}.applyMine`)).click();
    await saved(anna);
    await expect.poll(() => nameOf(anna, title)).toContain("Prisma, 10:30 to 11:45");
    // Bram's page merges it by itself, and says so quietly.
    await expect.poll(() => nameOf(bram, title), { timeout: 15_000 }).toContain("Prisma, 10:30 to 11:45");
    expect(await bram.locator(".tt-lately").textContent()).toContain("Anna");
    // His own act cannot be taken back over hers.
    await bram.keyboard.press("Control+z");
    await bram.locator(".notice", { hasText: t(`${e}.refused.changed-since`, { title }) }).waitFor();
    await undoUntil(anna, async () => (await nameOf(anna, title))?.includes("10:00 to 11:15") ?? false);
    await bram.reload();
    await bram.locator("button[data-card]").first().waitFor();
    await undoUntil(bram, async () => (await nameOf(bram, title))?.includes("10:15 to 11:30") ?? false);
  });

  test("without a connection an act stays on the page, marked, and is saved when there is one again", async () => {
    const page = await visit({ viewport: wide });
    await openTimetable(page, lead);
    const title = "Schetsen wat je bedoelt";
    await page.context().setOffline(true);
    await cardOf(page, title).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText(/One change is not saved yet/).waitFor();
    expect(await nameOf(page, title)).toContain("10:30 to 11:45");
    await page.context().setOffline(false);
    await saved(page);
    await page.reload();
    await page.locator("button[data-card]").first().waitFor();
    expect(await nameOf(page, title)).toContain("10:30 to 11:45");
    await undoUntil(page, async () => (await nameOf(page, title))?.includes("10:15 to 11:30") ?? false);
  });

  test("on a phone a list with a form", async () => {
    const page = await visit({ viewport: narrow });
    await openTimetable(page, lead);
    await expectAccessible(page);
    const title = "Ask me anything about parental leave";
    await page.getByRole("button", { name: t(`${e}.moveTitle`, { title }) }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel(t(`${e}.room`)).selectOption({ label: "Lens" });
    await dialog.getByLabel(t(`${e}.time`)).fill("11:50");
    expect(await dialog.locator(".tt-fit").textContent()).toMatch(/^One conflict: .* but Lens holds 8\.$/);
    await expectAccessible(page);
    await button(dialog, t(`${e}.save`)).click();
    await hears(page, /^Dropped .* Lens, 11:50 to 12:35/);
    await saved(page);
    await undoUntil(page, async () => (await nameOf(page, title))?.includes("De kajuit, 11:45") ?? false);
  });

  test("without script it reads, and each session leads to its form", async () => {
    const page = await visit({ viewport: wide, javaScriptEnabled: false });
    await signIn(page, lead);
    await page.goto(`${path}?day=nonsense`);
    await page.locator(".tt-body a.tt-inner", { hasText: "Repair café" }).click();
    await page.waitForURL(/\/organise\/sessions\/[0-9a-f-]{36}$/);
  });
});
