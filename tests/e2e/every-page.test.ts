import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoDates } from "#db/demo/dates.ts";
import { lastAutumnSlug } from "#db/demo/last-autumn.server.ts";
import { Temporal } from "~/platform/time.ts";
import { findProblems, narrow, testBrowser, wide } from "./browser.ts";
import { button, nl, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

/** The demo's edition whose seats were given by wishes. */
const lastAutumn = `/festivals/${lastAutumnSlug(demoDates(Temporal.Now.instant()))}`;

const publicPages = [
  "/",
  "/login",
  "/login/code?email=daan@polder.example&code=123456",
  "/festivals",
  "/festivals/deell-spring",
  "/festivals/deell-spring?view=list",
  "/festivals/deell-spring?view=grid",
  "/festivals/deell-spring?print=on&view=grid",
  "/festivals/deell-spring/embed",
  "/festivals/deell-autumn",
  "/festivals/deell-spring/changes",
  "/lectures",
  "/lectures/coffee-machine",
  "/lectures/coffee-machine/poster",
  "/lectures/coffee-machine/poster?lang=nl",
  "/lectures/coffee-machine/screen",
  "/lectures/coffee-machine/screen?theme=dark",
  "/lectures/coffee-machine/join",
  "/lectures/coffee-machine/clock",
  "/organisations",
  "/organisations/waterland",
  "/outbox",
  "/nowhere",
];

const signedInPages = [
  "/",
  "/agenda",
  "/agenda/clashes",
  "/account",
  "/account/mail",
  "/festivals/deell-spring",
  "/festivals/deell-spring/together",
  "/lectures/coffee-machine/join",
  "/lectures/coffee-machine/roster",
  "/lectures/new",
  "/lectures/coffee-machine/organise",
  "/lectures/coffee-machine/organise/members",
  "/lectures/coffee-machine/organise/pauses",
  "/lectures/coffee-machine/organise/import",
  "/lectures/coffee-machine/organise/channels",
  "/lectures/coffee-machine/organise/pauses/import",
  "/lectures/coffee-machine/organise/what-if?pauseFrom=2026-01-01&pauseTo=2036-01-01&mode=per-organisation",
  "/lectures/coffee-machine/organise/settings",
  "/festivals/new",
  ...[
    "",
    "/hosts",
    "/hosts/lumen",
    "/venue",
    "/tracks",
    "/door",
    "/call",
    "/sessions",
    "/timetable",
    "/sessions/new",
    "/placing",
    "/ballot",
    "/conflicts",
    "/seats",
    "/messages",
    "/messages/new",
    "/import",
    "/import/table",
    "/export",
    "/signups",
    "/attendees",
    "/attendees/new",
    "/attendees?show=without&status=waiting&q=x",
    "/releases",
    "/embed",
    "/releases/1",
    "/settings",
    "/edition",
    "/edition/copy",
  ].map((part) => `/festivals/deell-spring/organise${part}`),
  "/festivals/deell-spring/wishes",
  "/festivals/deell-spring/my",
  ...["/my", "/wishes", "/organise/ballot", "/organise/ballot/run"].map((part) => lastAutumn + part),
  "/festivals/deell-autumn/organise/call",
  "/festivals/deell-autumn/organise/proposals",
  "/festivals/deell-autumn/organise/proposals?state=undecided&order=spread&all=1",
  "/festivals/deell-autumn/organise/proposals/mails?edit=declined&from=nl",
  "/festivals/deell-autumn/propose",
  "/organisations/waterland",
  "/organisations/waterland/edit",
  "/organisations/waterland/people",
];

/** A workshop that this person can sign up for now. */
async function freeSession(page: Page): Promise<string> {
  await page.goto("/festivals/deell-spring?view=list");
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  for (const path of new Set(links.filter((href) => /\/sessions\/[0-9a-f-]{36}$/.test(href)))) {
    await page.goto(path);
    if ((await button(page, t("signups.signUp")).count()) > 0) return path;
  }
  throw new Error("no workshop with a free seat");
}

async function linkedPage(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list);
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const found = links.find((href) => pattern.test(href));
  expect(found, `a link like ${pattern} on ${list}`).toBeDefined();
  return found ?? "";
}

describe.each([
  ["wide and light", { viewport: wide, colorScheme: "light", locale: "en-GB" }],
  ["narrow and dark, in Dutch", { viewport: narrow, colorScheme: "dark", locale: "nl-NL" }],
] as const)("every page is accessible, %s", (_, options) => {
  const visit = testBrowser();

  test("for a stranger", async () => {
    const page = await visit(options);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const pages = [
      ...publicPages,
      await linkedPage(page, "/festivals/deell-spring", /\/sessions\/[0-9a-f-]{36}$/),
      await linkedPage(page, "/lectures/coffee-machine", /\/coffee-machine\/\d{4}-\d\d-\d\d$/),
      `${await linkedPage(page, "/lectures/coffee-machine", /\/coffee-machine\/\d{4}-\d\d-\d\d$/)}/clock`,
    ];
    const problems: string[] = [];
    for (const path of pages) {
      const status = (await page.goto(path))?.status();
      if (status !== (path === "/nowhere" ? 404 : 200)) problems.push(`${path}: answers ${status}`);
      problems.push(...(await findProblems(page)));
    }
    expect([...problems, ...errors]).toEqual([]);
  });

  test("for an organiser", async () => {
    const page = await visit(options);
    await signIn(page, "anna@waterland.example");
    const sessions = "/festivals/deell-spring/organise/sessions";
    const proposals = "/festivals/deell-autumn/organise/proposals";
    const spring = "/festivals/deell-spring/organise";
    const messages = `${spring}/messages`;
    const pages = [
      ...signedInPages,
      await linkedPage(page, sessions, /\/sessions\/[0-9a-f-]{36}$/),
      await linkedPage(page, `${spring}/seats`, /\/seats\/[0-9a-f-]{36}$/),
      await linkedPage(page, messages, /\/messages\/[0-9a-f-]{36}$/),
      await linkedPage(page, "/festivals/deell-spring/organise/attendees", /\/attendees\/[0-9a-f-]{36}$/),
      await linkedPage(page, proposals, /\/proposals\/[0-9a-f-]{36}$/),
      await linkedPage(page, "/lectures/coffee-machine/organise/members", /\/members\/[0-9a-f-]{36}$/),
      await linkedPage(page, "/lectures/coffee-machine/organise", /\/turns\/\d{4}-\d\d-\d\d$/),
    ];
    const problems: string[] = [];
    for (const path of pages) {
      const status = (await page.goto(path))?.status();
      if (status !== 200) problems.push(`${path}: answers ${status}`);
      problems.push(...(await findProblems(page)));
    }
    expect(problems).toEqual([]);
  });
});

describe("readers choose", () => {
  const visit = testBrowser();

  test("Dutch, and dates and words follow", async () => {
    const page = await visit({ viewport: narrow });
    await page.goto("/festivals");
    await page.getByRole("button", { name: "Nederlands" }).click();
    await page.waitForLoadState();
    expect(await page.locator("html").getAttribute("lang")).toBe("nl");
    expect(await page.locator("h1").textContent()).toBe(nl("common.nav.festivals"));
  });

  test("a dark page, and it stays dark", async () => {
    const page = await visit({ colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.goto("/");
    const light = await ground();
    await button(page, "Dark").click();
    await page.waitForLoadState();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto("/festivals");
    expect(await ground()).toBe(dark);
  });
});

describe("with the keyboard alone", () => {
  const visit = testBrowser();

  /** Presses Tab until the thing in focus fits; fails when the page has been gone round. */
  async function tabTo(page: Page, fits: (focused: { tag: string; text: string; type: string }) => boolean) {
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        const style = element ? getComputedStyle(element) : null;
        return {
          tag: element?.tagName ?? "",
          text: element?.textContent?.trim() ?? "",
          type: element?.type ?? "",
          ring: style ? style.outlineStyle !== "none" || style.boxShadow !== "none" : false,
        };
      });
      if (!fits(focused)) continue;
      expect(focused.ring, `${focused.text} shows its focus`).toBe(true);
      return;
    }
    throw new Error("not reached with Tab");
  }

  test("a colleague signs in and takes a seat", async () => {
    const page = await visit({ viewport: wide });
    await page.goto("/login");
    await tabTo(page, ({ type }) => type === "email");
    await page.keyboard.type("marieke@polder.example");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/login\/code/);
    const mails = async () => (await page.request.get("/outbox.json")).json();
    await expect.poll(async () => (await mails())[0]?.to, { timeout: 15_000 }).toBe("marieke@polder.example");
    const code = /\b\d{6}\b/.exec((await mails())[0].text)?.[0] ?? "";
    if (!(await page.evaluate(() => document.activeElement?.getAttribute("name") === "code"))) {
      await tabTo(page, ({ tag, type }) => tag === "INPUT" && type !== "hidden");
    }
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/login"));
    await page.goto(await freeSession(page));
    await tabTo(page, ({ tag, text }) => tag === "BUTTON" && text === t("signups.signUp"));
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("status").allTextContents()).not.toEqual([]);
    await page.getByText(t("signups.seated")).first().waitFor();
  });
});
