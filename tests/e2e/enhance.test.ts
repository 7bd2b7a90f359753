import { describe, expect, test } from "vitest";
import { narrow, testBrowser } from "./browser.ts";
import { button, confirmed, expectToast, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

const focusedId = "document.activeElement?.id";

describe("what script adds to a page", () => {
  const visit = testBrowser();

  test("the reader's own time zone is told to the server", async () => {
    const page = await visit({ timezoneId: "America/New_York" });
    await page.goto("/");
    const cookies = await page.context().cookies();
    expect(cookies.find(({ name }) => name === "tz")?.value).toBe("America%2FNew_York");
  });

  test("errors are in focus, and each leads into its field", async () => {
    const page = await visit({ viewport: narrow });
    await page.goto("/login");
    await page.locator("main form button").first().click();
    const summary = page.locator("[data-error-summary]");
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole("link").first().click();
    expect(await page.evaluate(focusedId)).toBe("login-email");
  });

  test("a form is sent once, however often it is pressed", async () => {
    const page = await visit();
    await page.goto("/login");
    await page.locator("main input[type=email]").fill("nobody@waterland.example");
    let sent = 0;
    await page.route("**/login", async (route) => {
      if (route.request().method() === "POST") sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    const send = page.locator("main form button").first();
    await send.click({ noWaitAfter: true });
    await send.click({ noWaitAfter: true, force: true });
    await page.waitForURL(/\/login\/code/);
    expect(sent).toBe(1);
  });

  test("a filter applies at once and keeps its place", async () => {
    const page = await visit();
    await page.goto("/festivals/deell-spring");
    const filter = page.locator("form[data-autosubmit] select").first();
    const id = await filter.getAttribute("id");
    await filter.focus();
    await filter.selectOption({ index: 1 });
    await page.waitForURL(/\?/);
    await page.waitForLoadState();
    expect(await page.evaluate(focusedId)).toBe(id);
  });
});

describe("a question before something is given up", () => {
  const visit = testBrowser();
  /** Somebody on the page of a workshop they have a seat in. */
  async function seated(options: Parameters<typeof visit>[0], email: string) {
    const page = await visit(options);
    await signIn(page, email);
    await page.goto("/agenda");
    const links = page.locator("main a[href*='/sessions/']");
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const address of addresses) {
      await page.goto(address);
      if ((await page.getByText(t("signups.seated"), { exact: true }).count()) > 0) return page;
    }
    throw new Error(`${email} has a seat in no workshop`);
  }

  test("stands in a dialog, closes with Escape and gives focus back", async () => {
    const page = await seated({ viewport: narrow }, "meike@waterland.example");
    const opener = button(page, t("signups.giveUp"));
    await opener.focus();
    await page.keyboard.press("Space");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await confirmed(page, t("signups.giveUp"));
    await expectToast(
      page,
      t("signups.toast.gaveUp", { title: (await page.locator("h1").textContent()) ?? "" }),
    );
  });

  test("is asked without script too", async () => {
    const page = await seated({ javaScriptEnabled: false }, "sander@waterland.example");
    await page.getByRole("link", { name: t("signups.giveUp") }).click();
    await button(page.locator("dialog:target"), t("signups.giveUp")).click();
    await expectToast(
      page,
      t("signups.toast.gaveUp", { title: (await page.locator("h1").textContent()) ?? "" }),
    );
  });
});

describe("an error page", () => {
  const visit = testBrowser();

  test("tells the number of its request, in the product's look", async () => {
    const page = await visit({ javaScriptEnabled: false });
    const answer = await page.goto("/nowhere");
    expect(answer?.status()).toBe(404);
    expect(await page.locator("h1").textContent()).toBe(t("errors.page.404.title"));
    expect(await page.locator("main code").textContent()).toBe(answer?.headers()["x-request-id"]);
  });
});
