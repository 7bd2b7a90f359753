import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser } from "./browser.ts";
import { button, expectToast, field, nl, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

const organise = "/lectures/coffee-machine/organise";

describe("last year's list", () => {
  const visit = testBrowser();

  test("is looked at, a name is chosen, and it is taken with its balances shown before", async () => {
    const page = await visit();
    await signIn(page, "anna@waterland.example");
    await page.goto(`${organise}/members`);
    await page.getByRole("link", { name: t("rosterImport.link") }).click();
    await expectAccessible(page);
    const list = [
      "Koffiepraatjes;;",
      "Datum;Spreker;Onderwerp",
      "6-1-2011;Anna;Knopen",
      "13-1-2011;Een gast van ver;Sterren",
      "20-1-2011;;geen lezing",
    ].join("\n");
    await field(page, t("tables.upload.file")).setInputFiles({
      name: "praatjes.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(list),
    });
    await button(page, t("tables.upload.submit")).click();
    await page.getByText(t("rosterImport.nothingYet")).waitFor();
    await page.getByText(t("rosterImport.reason.noSpeaker")).waitFor();
    await expectAccessible(page);

    const anna = field(page, t("rosterImport.who.field", { name: "Anna", count: 1 }));
    const options = await anna.locator("option").allTextContents();
    const me = options.find((text) => text.startsWith("Anna "));
    await anna.selectOption({ label: me ?? "" });
    await button(page, t("rosterImport.again")).click();
    await page.getByRole("heading", { name: t("rosterImport.balances.title") }).waitFor();
    await expectAccessible(page);

    await button(page, t("rosterImport.take", { count: 2 })).click();
    await page.getByText(t("rosterImport.error.leave-out")).first().waitFor();
    await field(page, t("rosterImport.leaveOut", { count: 1 })).check();
    await button(page, t("rosterImport.take", { count: 2 })).click();
    await page.getByRole("heading", { name: t("rosterImport.done.title") }).waitFor();
    await expectAccessible(page);
    await page.goto("/lectures/coffee-machine/2011-01-13");
    await page.getByText("Een gast van ver").first().waitFor();

    // The same list again finds it all there.
    await page.goto(`${organise}/import`);
    await field(page, t("tables.upload.pasted")).fill(
      list.replaceAll(";", "\t").replace("Anna", me!.split(" (")[0]!),
    );
    await button(page, t("tables.upload.submit")).click();
    await page.getByText(t("rosterImport.counts.same", { count: 2 })).waitFor();
  });
});

describe("holidays of a calendar", () => {
  const visit = testBrowser();

  test("are ticked and taken on a phone, in Dutch, by keyboard alone", async () => {
    const page = await visit({ viewport: narrow, locale: "nl-NL" });
    await signIn(page, "anna@waterland.example");
    await page.goto(`${organise}/pauses`);
    await expectAccessible(page);
    const inDays = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
    const event = (name: string, from: number, to: number) =>
      `BEGIN:VEVENT\r\nUID:${name}\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${inDays(from)}\r\nDTEND;VALUE=DATE:${inDays(to)}\r\nEND:VEVENT\r\n`;
    const events = event("Voorjaarsvakantie", 120, 134) + event("Zomervakantie", 220, 262);
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events}END:VCALENDAR\r\n`;
    await field(page, nl("rosterImport.holidays.file")).setInputFiles({
      name: "vakanties.ics",
      mimeType: "text/calendar",
      buffer: Buffer.from(calendar),
    });
    await field(page, nl("rosterImport.holidays.file")).focus();
    await reach(page, nl("rosterImport.holidays.submit"));
    await page.keyboard.press("Enter");
    const spring = page.getByRole("checkbox", { name: /Voorjaarsvakantie/ });
    await spring.waitFor();
    await expectAccessible(page);
    expect(await spring.isChecked()).toBe(true);

    // What is ticked at first is unticked with the space bar, and the next one stays.
    await spring.focus();
    await page.keyboard.press("Space");
    expect(await spring.isChecked()).toBe(false);
    await reach(page, nl("rosterImport.holidays.take"));
    await page.keyboard.press("Enter");
    await expectToast(page, nl("rosterImport.holidays.toast", { count: 1 }));
    await page.getByText("Zomervakantie").first().waitFor();
    expect(await page.getByText("Voorjaarsvakantie").count()).toBe(0);
    await expectAccessible(page);
  });
});

/** Tabs on until the button of this name has the focus. */
async function reach(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (focused.trim() === name) return;
  }
  throw new Error(`no way to ${name} by keyboard`);
}
