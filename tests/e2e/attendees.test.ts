import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { expectToast, field, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const organise = "/festivals/deell-spring/organise";
const reason = "You told me on the train that you wanted this one.";

/** Brings something into focus with Tab alone, and says so when the page has been gone round. */
async function tabTo(page: Page, fits: (element: { tag: string; text: string; name: string }) => boolean) {
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return {
        tag: element?.tagName ?? "",
        text: element?.textContent?.trim() ?? "",
        name: element?.name ?? "",
      };
    });
    if (fits(focused)) return;
  }
  throw new Error(`nothing on ${page.url()} takes the focus`);
}

const press = async (page: Page, text: string) => {
  await tabTo(page, (one) => one.text === text);
  await page.keyboard.press("Enter");
};

describe.each([
  { size: "wide", viewport: wide, name: "Sander Mulder" },
  { size: "narrow", viewport: narrow, name: "Lotte van Dam" },
])("an organiser with the keyboard alone, $size", ({ viewport, name }) => {
  const visit = testBrowser();

  test("signs somebody up and out, and that person reads who and why", async () => {
    const page = await visit({ viewport });
    await signIn(page, "anna@waterland.example");
    await page.goto(`${organise}/signups`);
    await expectAccessible(page);
    await page.goto(`${organise}/attendees`);
    await expectAccessible(page);
    await tabTo(page, (one) => one.name === "q");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/);
    await press(page, name);
    await page.waitForURL(/\/attendees\/[0-9a-f-]{36}$/);
    const email =
      (await page
        .locator("main")
        .getByText(/@waterland\.example/)
        .first()
        .textContent()) ?? "";
    const title = await chooseFree(page);
    await expectAccessible(page);
    await press(page, t("attendees.placing.confirm", { name }));
    await page.getByText(t("errors.field.required")).first().waitFor();
    await field(page.locator("#sign-up"), t("attendees.one.reason")).focus();
    await page.keyboard.type(reason);
    await press(page, t("attendees.placing.confirm", { name }));
    await expectToast(page, t("attendees.toast.placed", { name, title }));
    await expectAccessible(page);

    const theirs = await visit({ viewport });
    await signIn(theirs, email);
    await theirs.goto("/agenda");
    await theirs.getByText(t("attendees.deed.reason", { reason })).waitFor();
    await theirs.getByRole("link", { name: title, exact: true }).click();
    await theirs.getByText(t("attendees.deed.reason", { reason })).waitFor();
    await mayGiveUp(theirs).waitFor();
    await expectAccessible(theirs);
    const told = await mailTo(theirs, email, ({ kind }) => kind === "invite-placed");
    for (const said of ["Anna", reason]) expect(told.text).toContain(said);

    const row = page.locator("li", { hasText: title }).first();
    await row.locator("summary").focus();
    await page.keyboard.press("Enter");
    await field(row, t("attendees.one.reason")).focus();
    await page.keyboard.type("You are on holiday then.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectToast(page, t("attendees.toast.removed", { name, title }));
    await theirs.reload();
    await theirs.getByText(t("attendees.deed.reason", { reason: "You are on holiday then." })).waitFor();
  });
});

/** Where everybody fits, a seat is not called one. */
const mayGiveUp = (page: Page) =>
  page
    .locator("#sign-up")
    .getByText(t("signups.giveUp"))
    .or(page.locator("#sign-up").getByText(t("signups.notComing")))
    .first();

/** The first session on offer that can be signed up for, as its preview says. */
async function chooseFree(page: Page): Promise<string> {
  const values = await page
    .locator("select[name=session] option")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value).filter(Boolean));
  for (const value of values) {
    await page.locator("select[name=session]").selectOption(value);
    await press(page, t("attendees.one.see"));
    await page.waitForURL((url) => url.searchParams.get("session") === value);
    const can = page.locator("#sign-up form");
    if ((await can.count()) > 0 && (await can.locator("input[name=over]").count()) === 0) {
      const heading = (await page.locator("#sign-up h2").textContent()) ?? "";
      return heading.replace(/[“”]/g, "");
    }
  }
  throw new Error("no session that has a free seat");
}

describe("at the address of somebody else's people", () => {
  const visit = testBrowser();

  test("there is nothing, and numbers stand in their place", async () => {
    const lead = await visit();
    await signIn(lead, "anna@waterland.example");
    await lead.goto(`${organise}/attendees`);
    const hrefs = await lead
      .locator("main table a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const own = hrefs.find((href) => /\/attendees\/[0-9a-f-]{36}$/.test(href))!;
    expect((await lead.goto(own))?.status()).toBe(200);
    const partner = await visit();
    await signIn(partner, "bram@lumen.example");
    expect((await partner.goto(own))?.status()).toBe(404);
    await partner.goto(`${organise}/attendees`);
    const text = (await partner.locator("main").textContent()) ?? "";
    expect(text).toContain(t("attendees.others"));
    expect(text).not.toContain("@waterland.example");
  });
});
