import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 360, height: 740 };

const baseUrls = inject("baseUrls");
/** The demo of this worker. */
export const baseUrl = baseUrls[Number(process.env.VITEST_POOL_ID ?? 0) % baseUrls.length] as string;

/** One browser for the tests of a file, and a fresh visitor (own cookies) for each call of the function it gives. */
export function testBrowser(): (options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(() => browser?.close());
  return async (options) => {
    const context = await browser.newContext({
      viewport: wide,
      locale: "en-GB",
      baseURL: baseUrl,
      ...options,
    });
    // The people of the demo chose their languages; a test reads the one it asks for.
    const language = options?.locale?.slice(0, 2) ?? "en";
    await context.addCookies([{ name: "language", value: language, url: baseUrl }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  };
}

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds against WCAG 2.2 A and AA, and whether the page scrolls sideways; each with its address. */
export async function findProblems(page: Page): Promise<string[]> {
  // Evaluated rather than added as a tag: the page allows no script but its own.
  await page.evaluate(readFileSync(axeSource, "utf8"));
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: Axe }).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await axe.run({ runOnly: tags });
    const problems = result.violations.map(
      (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`,
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) problems.push(`scrolls sideways by ${scrollWidth - clientWidth} px`);
    return problems;
  });
  const { pathname, search } = new URL(page.url());
  return found.map((problem) => `${pathname}${search}: ${problem}`);
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await findProblems(page)).toEqual([]);
}
