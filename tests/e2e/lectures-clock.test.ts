import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, nl, t } from "./pages.ts";

const minute = 60_000;
const watch = { width: 200, height: 200 };

/** What a browser without a motor, a lamp or a loudspeaker was asked for. */
interface Asked {
  vibrated: number[][];
  wakes: number;
  sounds: number;
}

async function listenIn(page: Page): Promise<() => Promise<Asked>> {
  await page.addInitScript(() => {
    const asked: Asked & { lock?: object } = { vibrated: [], wakes: 0, sounds: 0 };
    Object.assign(window, { asked });
    Object.defineProperty(navigator, "vibrate", { value: (rhythm: number[]) => asked.vibrated.push(rhythm) });
    const request = async () => {
      asked.wakes += 1;
      asked.lock = { released: false, release: async () => {} };
      return asked.lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...given) {
      asked.sounds += 1;
      return start.apply(this, given);
    };
  });
  return () => page.evaluate(() => (window as unknown as { asked: Asked }).asked);
}

describe("the wall clock", () => {
  const visit = testBrowser();

  async function plannedStart(page: Page): Promise<{ path: string; startsAt: number }> {
    await page.goto("/lectures/coffee-machine/clock");
    const starts = await page.locator("#clock").getAttribute("data-starts");
    return { path: "/lectures/coffee-machine/clock", startsAt: Date.parse(starts ?? "") };
  }

  /** The clock of the next lecture, opened a minute before it begins. */
  async function openBefore(page: Page) {
    const { path, startsAt } = await plannedStart(page);
    await page.clock.install({ time: startsAt - minute });
    await page.evaluate(() => localStorage.clear());
    const asked = await listenIn(page);
    await page.goto(path);
    const part = (name: string) => page.locator(`[data-clock=${name}]`);
    const shows = async () => [await part("digits").textContent(), await part("word").textContent()];
    return { startsAt, asked, part, shows };
  }

  const on = (page: Page, ms: number) => page.clock.fastForward(ms);

  describe.each([
    ["wide, in English", { viewport: wide, locale: "en-GB" }, t],
    ["narrow and dark, in Dutch", { viewport: narrow, locale: "nl-NL", colorScheme: "dark" as const }, nl],
    ["on a watch", { viewport: watch, locale: "en-GB", reducedMotion: "reduce" as const }, t],
  ])("%s", (_, options, words) => {
    test("begins by itself and signals start, five, two and stop, by word, colour and motor, without a sound", async () => {
      const page = await visit(options);
      const { asked, shows, part } = await openBefore(page);
      const grounds = new Set<string>();
      const look = async () => {
        await expectAccessible(page);
        const box = await part("digits").boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= options.viewport.width).toBe(true);
        grounds.add(
          await page.locator("#clock").evaluate((element) => getComputedStyle(element).backgroundColor),
        );
      };
      expect((await shows())[0]).toMatch(/^(1:00|0:5\d)$/);
      await look();
      await on(page, minute);
      expect((await shows())[1]).toBe(words("lecture.wallClock.start"));
      await look();
      await on(page, 4 * minute);
      expect((await shows())[1]).toBe(words("lecture.wallClock.talk"));
      await on(page, minute);
      expect((await shows())[1]).toBe(words("lecture.wallClock.five"));
      await look();
      await on(page, 3 * minute);
      expect((await shows())[1]).toBe(words("lecture.wallClock.two"));
      expect(await part("said").textContent()).toBe(words("lecture.wallClock.two"));
      await look();
      await on(page, 2 * minute + 5000);
      const [digits, word] = await shows();
      expect([digits?.slice(0, 3), word]).toEqual(["+0:", words("lecture.wallClock.stop")]);
      await look();
      expect(grounds.size).toBe(5);
      expect((await asked()).vibrated.map(({ length }) => length)).toEqual([1, 3, 5, 3]);
      expect((await asked()).sounds).toBe(0);
    });
  });

  test("is right after the tab slept, and wakes the screen again when it comes back", async () => {
    const page = await visit();
    const { asked, shows } = await openBefore(page);
    await expect.poll(async () => (await asked()).wakes).toBe(1);
    await on(page, 9 * minute + 30_000);
    expect((await shows())[0]).toMatch(/^1:(30|29|28)$/);
    expect((await asked()).vibrated).toHaveLength(1);
    const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await comeBack();
    expect((await asked()).wakes).toBe(1);
    // A browser lets go of the screen when the tab is hidden.
    await page.evaluate("asked.lock.released = true");
    await comeBack();
    await expect.poll(async () => (await asked()).wakes).toBe(2);
  });

  test("begins with its button, begins anew only when asked twice, and sounds only once switched on", async () => {
    const page = await visit();
    const { asked, part, shows } = await openBefore(page);
    await button(page, t("lecture.wallClock.begin")).click();
    expect((await shows())[1]).toBe(t("lecture.wallClock.start"));
    await on(page, 3 * minute);
    await button(page, t("lecture.wallClock.again")).click();
    expect((await shows())[0]).toMatch(/^(7:00|6:5\d)$/);
    await button(page, t("lecture.wallClock.sure")).click();
    expect((await shows())[0]).toMatch(/^(10:00|9:5\d)$/);
    expect((await asked()).sounds).toBe(0);
    await part("sound").click();
    expect(await part("sound").getAttribute("aria-pressed")).toBe("true");
    await expect.poll(async () => (await asked()).sounds).toBe(1);
    await on(page, 5 * minute);
    await expect.poll(async () => (await asked()).sounds).toBe(3);
  });

  test("asks the server for nothing once it is loaded, and opens again without a network, where it was", async () => {
    const page = await visit();
    const { shows } = await openBefore(page);
    const isKept = () => page.evaluate(async () => (await (await caches.open("clock-1")).keys()).length);
    await expect.poll(isKept, { timeout: 20_000 }).toBeGreaterThan(3);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.context().setOffline(true);
    await on(page, 5 * minute);
    expect((await shows())[1]).toBe(t("lecture.wallClock.talk"));
    expect(requests).toEqual([]);
    await page.reload();
    expect((await shows())[0]).toMatch(/^(6:00|5:5\d)$/);
    expect(await page.locator("#clock").evaluate((element) => getComputedStyle(element).position)).toBe(
      "fixed",
    );
    await page.context().setOffline(false);
  });

  test("says without script when to hold up which hand", async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page.goto("/lectures/coffee-machine/clock");
    const said = (await page.locator("noscript, #clock").allTextContents()).join(" ");
    for (const [word, time] of [
      [t("lecture.wallClock.five"), /\d\d:35/],
      [t("lecture.wallClock.two"), /\d\d:38/],
      [t("lecture.wallClock.stop"), /\d\d:40/],
    ] as const)
      expect(said).toMatch(new RegExp(`${word} ${time.source}`));
  });
});
