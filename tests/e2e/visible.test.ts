import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pagesIn } from "#tests/support/pdf.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, field, nl, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

const here = "/lectures/coffee-machine";

describe("the poster", () => {
  const visit = testBrowser();
  const printed = async (page: Page) => pagesIn(await page.pdf({ preferCSSPageSize: true }));

  test("is reached from the series, and prints to one page", async () => {
    const page = await visit();
    await page.goto(here);
    await page.getByRole("link", { name: t("visible.poster.link"), exact: true }).click();
    await page.waitForURL(`**${here}/poster`);
    await button(page, t("visible.poster.print")).waitFor();
    expect(await page.locator(".poster-lines li").count()).toBe(4);
    expect(await printed(page)).toBe(1);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await printed(page)).toBe(1);
  });

  test("prints to one page however much there is to say, with both codes on it", async () => {
    const page = await visit({ viewport: narrow });
    await page.goto(`${here}/poster?lang=en`);
    await page.evaluate(() => {
      const fill = (selector: string, text: string) => {
        for (const one of document.querySelectorAll(selector)) one.textContent = text;
      };
      fill(".poster h2", "Donaudampfschifffahrt ".repeat(6));
      fill(".poster-topic", "W".repeat(160));
      fill(
        ".poster-speaker, .poster-where",
        "Somebody with a long name, of an organisation with a longer one ".repeat(3),
      );
      fill(
        ".poster-rules li",
        "A rule that nobody reads since it goes on and on, line after line ".repeat(2),
      );
    });
    expect(await printed(page)).toBe(1);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 794, height: 1123 });
    for (const code of await page.locator(".poster-codes svg").all()) {
      const box = await code.boundingBox();
      expect(box!.y + box!.height).toBeLessThan(1123);
      expect(box!.width).toBeGreaterThan(130);
    }
  });

  test("has a code that leads to the calendars, laid open", async () => {
    const page = await visit({ viewport: narrow });
    await page.goto(`${here}#subscribe`);
    await page.locator("details#subscribe[open]").waitFor();
    await page
      .getByRole("button", { name: t("ui.copy") })
      .first()
      .waitFor();
  });

  test("comes as a PDF of one page, in the language it is shown in", async () => {
    const page = await visit();
    await page.goto(`${here}/poster?lang=en`);
    const link = page.getByRole("link", { name: t("visible.poster.pdf") });
    const pdf = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect(pdf.headers()["content-disposition"]).toContain("coffee-machine-en.pdf");
    expect(pagesIn(await pdf.body())).toBe(1);
  });
});

describe("the corridor screen", () => {
  const visit = testBrowser();

  test.each([
    ["1080p", 1920, 1080],
    ["4K", 3840, 2160],
    ["on its side", 1080, 1920],
  ])("fits %s without scrolling, in letters that are read from afar", async (_, width, height) => {
    const page = await visit({ viewport: { width, height } });
    await page.goto(`${here}/screen`);
    const seen = await page.evaluate(() => {
      const letters = [...document.querySelectorAll(".screen *")]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      const { scrollHeight, scrollWidth } = document.documentElement;
      return { least: Math.min(...letters), scrollHeight, scrollWidth };
    });
    expect(seen.scrollHeight).toBeLessThanOrEqual(height);
    expect(seen.scrollWidth).toBeLessThanOrEqual(width);
    expect(seen.least).toBeGreaterThanOrEqual((Math.min(width, height) * 30) / 1080);
    await expectAccessible(page);
  });

  test("refreshes itself, keeps the last good page while the network is away, and says since when", async () => {
    const page = await visit({ viewport: wide });
    await page.clock.install({ time: new Date() });
    let topic = "";
    await page.route(`**${here}/screen*`, async (route) => {
      const answer = await route.fetch();
      const html = await answer.text();
      const body = topic ? html.replace(/<h1([^>]*)>[^<]*<\/h1>/, `<h1$1>${topic}</h1>`) : html;
      await route.fulfill({ response: answer, body });
    });
    await page.goto(`${here}/screen?lang=en`);
    const heading = page.locator(".screen h1");
    const note = page.locator("[data-stale]");
    await heading.waitFor();
    expect(await note.isVisible()).toBe(false);

    topic = "Something new";
    await page.clock.fastForward(31_000);
    await expect.poll(() => heading.textContent(), { timeout: 10_000 }).toBe("Something new");

    await page.unroute(`**${here}/screen*`);
    await page.context().setOffline(true);
    await page.clock.fastForward(31_000);
    await expect.poll(() => note.isVisible(), { timeout: 10_000 }).toBe(true);
    expect(await note.textContent()).toMatch(/No connection\. This is how it stood .*\d\d:\d\d/);
    expect(await heading.textContent()).toBe("Something new");

    await page.context().setOffline(false);
    await expect.poll(() => note.isVisible(), { timeout: 10_000 }).toBe(false);
    await expect.poll(() => heading.textContent()).not.toBe("Something new");
  });

  test("counts down by itself while the network is away", async () => {
    const page = await visit({ viewport: wide });
    await page.clock.install({ time: new Date() });
    await page.goto(`${here}/screen?lang=en`);
    const line = page.locator("[data-countdown]");
    const starts = Date.parse((await line.getAttribute("data-starts")) ?? "");
    await page.context().setOffline(true);
    await page.clock.setSystemTime(starts - 12 * 60_000 + 1_000);
    await page.clock.runFor(6_000);
    expect(await line.textContent()).toBe("Begins in 12 minutes");
    await page.clock.setSystemTime(starts + 1_000);
    await page.clock.runFor(6_000);
    expect(await line.textContent()).toMatch(/^Now, until /);
  });

  test("works without script: the browser fetches it again", async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page.goto(`${here}/screen`);
    expect(await page.locator('meta[http-equiv="refresh"]').getAttribute("content")).toBe("60");
  });
});

describe("chat channels", () => {
  const visit = testBrowser();

  test("an organiser adds one, sends a trial, reads why it did not arrive, and removes it", async () => {
    const page = await visit({ viewport: narrow, locale: "nl-NL" });
    await signIn(page, "anna@waterland.example");
    await page.goto(`${here}/organise/channels`);
    await field(page, nl("visible.channels.url")).fill("https://10.1.2.3/hooks/aaaaaaaaaaaaaaa");
    await field(page, nl("visible.channels.name")).fill("#koffie");
    await button(page, nl("visible.channels.add")).click();
    await page.getByText(nl("visible.fault.private")).first().waitFor();
    expect(await field(page, nl("visible.channels.name")).inputValue()).toBe("#koffie");

    const secret = "https://nobody.invalid/hooks/a-secret-of-thirty-letters-wxyz";
    await field(page, nl("visible.channels.url")).fill(secret);
    await page.getByRole("radio", { name: "Mattermost" }).check();
    await button(page, nl("visible.channels.add")).click();
    await page.getByText("nobody.invalid/…wxyz").waitFor();
    expect(await page.content()).not.toContain("a-secret-of-thirty-letters");

    await button(page, nl("visible.channels.trial")).click();
    await page.getByRole("alert").getByText(nl("visible.fault.unknown-host")).waitFor();
    await expectAccessible(page);

    await button(page, nl("visible.channels.remove")).click();
    await button(page.locator("dialog[open]"), nl("visible.channels.remove")).click();
    await page.getByText(nl("visible.channels.none")).waitFor();
  });
});
