import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { baseUrl, expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, confirmed, expectToast, field, open, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const list = "/festivals/deell-autumn/propose";
const saved = /^Saved \d\d:\d\d$/;

/** A new draft of this person's; the page of it. */
async function begin(page: Page, email: string): Promise<string> {
  await signIn(page, email);
  await page.goto(list);
  const start = button(page, t("call.propose.another")).or(button(page, t("call.propose.new")));
  await start.first().click();
  await page.waitForURL(/\/propose\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

const status = (page: Page) => page.locator("[data-autosave-status]");
const says = (page: Page, words: string | RegExp) =>
  expect.poll(() => status(page).textContent(), { timeout: 20_000 }).toMatch(words);

async function discard(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await confirmed(page, t("call.form.discard"));
  await expectToast(page, t("call.toast.discarded"));
}

describe("proposing a workshop", () => {
  const visit = testBrowser();

  test("on a phone, with the keyboard alone, takes three fields", async () => {
    const page = await visit({ viewport: narrow });
    await begin(page, "sander@waterland.example");
    await expectAccessible(page);
    await field(page, t("call.form.title")).focus();
    await page.keyboard.type("A meeting on one leg");
    await page.keyboard.press("Tab");
    await page.keyboard.type("We stand on one leg. Whoever falls over decides.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    // Past what is folded away, to the button.
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press("Tab");
      if ((await page.locator(":focus").getAttribute("value")) === "submit") break;
    }
    await page.keyboard.press("Enter");
    await expectToast(page, t("call.toast.submitted"));
    await page.getByText(t("call.standingHints.received")).waitFor();
    await expectAccessible(page);
    const mail = await mailTo(page, "sander@waterland.example", ({ kind }) => kind === "proposal-received");
    expect(mail.text).toContain("A meeting on one leg");
    await confirmed(page, t("call.form.withdraw"));
    await page.getByText(t("call.standingHints.withdrawn")).waitFor();
    await button(page, t("call.form.bringBack")).click();
    await page.getByText(t("call.standingHints.received")).waitFor();
  });

  test("an empty one is not handed in, and says what is missing", async () => {
    const page = await visit({ viewport: narrow });
    const path = await begin(page, "lotte@waterland.example");
    await button(page, t("call.form.submit")).click();
    await page.locator("[data-error-summary]").waitFor();
    expect(await page.locator("[data-error-summary] li").count()).toBe(3);
    await expectAccessible(page);
    await discard(page, path);
  });

  test("what is typed is there after a reload, without pressing anything", async () => {
    const page = await visit({ viewport: wide });
    const path = await begin(page, "joris@waterland.example");
    await field(page, t("call.form.title")).fill("Kept by itself");
    await says(page, saved);
    await open(page, t("call.form.more"));
    const answer = page.waitForResponse(`**${path}/draft`);
    await field(page, t("call.form.topics")).fill("rope, water");
    expect((await answer).status()).toBe(200);
    await page.goto(path);
    expect(await field(page, t("call.form.title")).inputValue()).toBe("Kept by itself");
    expect(await field(page, t("call.form.topics")).inputValue()).toBe("rope, water");
    await discard(page, path);
  });

  test("is kept in the tab while there is no connection, and saved when it is back", async () => {
    const page = await visit({ viewport: wide });
    const path = await begin(page, "meike@waterland.example");
    await page.context().setOffline(true);
    await field(page, t("call.form.abstract")).fill("Typed in a tunnel.");
    await says(page, t("call.form.offline"));
    await page.context().setOffline(false);
    await says(page, saved);
    await page.goto(path);
    expect(await field(page, t("call.form.abstract")).inputValue()).toBe("Typed in a tunnel.");
    await discard(page, path);
  });

  test("comes back in a tab that was reloaded before it could be saved", async () => {
    const page = await visit({ viewport: wide });
    const path = await begin(page, "kofi@waterland.example");
    await page.route("**/draft", (route) => route.abort());
    await field(page, t("call.form.title")).fill("Almost lost");
    await says(page, t("call.form.offline"));
    await page.unroute("**/draft");
    await page.reload();
    expect(await field(page, t("call.form.title")).inputValue()).toBe("Almost lost");
    await says(page, saved);
    await discard(page, path);
  });

  test("in two tabs, neither overwrites the other unseen", async () => {
    const page = await visit({ viewport: wide });
    const path = await begin(page, "tom@polder.example");
    const other = await page.context().newPage();
    await other.goto(path);
    await field(page, t("call.form.title")).fill("First tab");
    await says(page, saved);
    await field(other, t("call.form.title")).fill("Second tab");
    await says(other, t("call.form.elsewhere"));
    await button(other, t("call.form.save")).click();
    await other.getByText(t("call.form.differs")).waitFor();
    expect(await field(other, t("call.form.title")).inputValue()).toBe("Second tab");
    await other.getByRole("definition").filter({ hasText: "First tab" }).waitFor();
    await expectAccessible(other);
    await button(other, t("call.form.save")).click();
    await expectToast(other, t("call.toast.kept"));
    await page.reload();
    expect(await field(page, t("call.form.title")).inputValue()).toBe("Second tab");
    await discard(page, path);
  });

  test("without script everything is done by buttons", async () => {
    const page = await visit({ viewport: narrow, javaScriptEnabled: false });
    await begin(page, "pieter@kade.example");
    await field(page, t("call.form.title")).fill("Plain");
    await button(page, t("call.form.save")).click();
    await expectToast(page, t("call.toast.kept"));
    await field(page, t("call.form.abstract")).fill("No script here.");
    await page.getByRole("radio").first().check();
    await button(page, t("call.form.submit")).click();
    await expectToast(page, t("call.toast.submitted"));
  });

  test("with a colleague, who says yes by a link, without signing in", async () => {
    const page = await visit({ viewport: narrow });
    const path = await begin(page, "nadia@polder.example");
    await field(page, t("call.form.title")).fill("Two voices");
    await field(page, t("call.form.abstract")).fill("One reads, one draws.");
    await page.getByRole("radio").first().check();
    await open(page, t("call.form.speakers"));
    await field(page, t("call.form.speakerEmail")).fill("bas@polder.example");
    await button(page, t("call.form.speakerAdd")).click();
    await expectToast(page, t("call.toast.speakerNamed"));
    await page.getByText("bas@polder.example", { exact: true }).waitFor();
    await button(page, t("call.form.submit")).click();
    await expectToast(page, t("call.toast.submitted"));
    const mail = await mailTo(
      page,
      "bas@polder.example",
      ({ kind, text }) => kind === "co-speaker-invitation" && text.includes("Two voices"),
    );
    const link = new URL(/https?:\/\/\S+\/speaking\/[\w-]+/.exec(mail.text)?.[0] ?? "").pathname;
    const bas = await visit({ viewport: narrow });
    await bas.goto(link);
    await expectAccessible(bas);
    await button(bas, t("call.speaking.agree")).click();
    await expectToast(bas, t("call.toast.agreed"));
    await bas.getByText(t("call.speaking.agreed"), { exact: true }).waitFor();
    await mailTo(page, "nadia@polder.example", ({ kind }) => kind === "co-speaker-answer");
    await page.goto(path);
    await page.getByText("Bas Willems", { exact: true }).waitFor();
    expect(await page.getByText("bas@polder.example").count()).toBe(0);
  });

  test("is for colleagues of the hosts: others read why, strangers sign in and come back", async () => {
    const stranger = await visit({ viewport: wide });
    await stranger.goto(list);
    expect(new URL(stranger.url()).searchParams.get("to")).toBe(list);
    const page = await visit({ viewport: wide });
    await signIn(page, "oliver@lumen.example");
    expect((await page.goto(list))?.status()).toBe(403);
    await page.getByText(t("call.propose.onlyHosts"), { exact: true }).waitFor();
    await expectAccessible(page);
  });

  test("what saves drafts takes no form from elsewhere and nothing without end", async () => {
    const page = await visit({ viewport: wide });
    const path = await begin(page, "yusuf@kade.example");
    const form = { version: "1", language: "en", title: "From elsewhere" };
    const post = (headers: Record<string, string>, given: Record<string, string> = form) =>
      page.request.post(`${path}/draft`, { form: given, headers, maxRedirects: 0 });
    expect((await post({ origin: "https://evil.example" })).status()).toBe(403);
    expect((await post({ origin: "null" })).status()).toBe(403);
    const origin = new URL(baseUrl).origin;
    expect((await post({ origin }, { ...form, abstract: "x".repeat(300_000) })).status()).toBe(413);
    expect((await post({ origin }, { ...form, abstract: "x".repeat(30_000) })).status()).toBe(422);
    await page.goto(path);
    expect(await field(page, t("call.form.title")).inputValue()).toBe("");
    expect((await post({ origin })).status()).toBe(200);
    expect((await post({ origin }, { ...form, title: "Older" })).status()).toBe(409);
    await discard(page, path);
  });
});
