import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, field, nl, open, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

const organise = "/festivals/deell-spring/organise";

describe.each([
  ["on a desk, in English", { viewport: wide, locale: "en-GB" }, t],
  [
    "on a phone, in Dutch and without script",
    { viewport: narrow, locale: "nl-NL", javaScriptEnabled: false },
    nl,
  ],
] as const)("a spreadsheet %s", (_, options, words) => {
  const visit = testBrowser();

  test("is looked at, its columns put right, and taken", async () => {
    const page = await visit(options);
    await signIn(page, "anna@waterland.example");
    await page.goto(`${organise}/import/table`);
    const scripted = !("javaScriptEnabled" in options);
    const accessible = async () => (scripted ? expectAccessible(page) : undefined);
    const title = `Knopen leggen ${scripted ? "één" : "twee"}`;
    const csv = `Titel;Dag;Tijd;Waar;Begeleiding\n${title};dag 1;10:00 - 11:00;Op de kade;Noor\nTe laat;dag 1;straks;;\n`;
    await field(page, words("tables.upload.file")).setInputFiles({
      name: "programma.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    });
    await button(page, words("tables.upload.submit")).click();
    await page.getByText("C3, ").waitFor();
    await accessible();
    await open(page, words("tables.columns.title"));
    const unread = words("tables.columns.column", { letter: "E", name: "Begeleiding" });
    expect(await field(page, unread).inputValue()).toBe("");
    await field(page, unread).selectOption("speakers");
    await button(page, words("tables.columns.again")).click();
    await page.getByRole("cell", { name: "Noor" }).first().waitFor();
    await button(page, words("exchange.preview.take", { count: 1 })).click();
    // One row cannot be taken: nothing was, until it is left out.
    await page.getByText(words("exchange.preview.leaveOutNeeded")).first().waitFor();
    await accessible();
    await field(page, words("exchange.preview.leaveOut", { count: 1 })).check();
    await button(page, words("exchange.preview.take", { count: 1 })).click();
    await page.getByRole("heading", { name: words("exchange.taken.title") }).waitFor();
    await accessible();
    await page.getByRole("link", { name: words("exchange.taken.toSessions") }).click();
    await page.getByText(title).first().waitFor();
  });
});

describe("the export", () => {
  const visit = testBrowser();

  test("is a file that nobody keeps and only organisers get", async () => {
    const page = await visit();
    await signIn(page, "anna@waterland.example");
    await page.goto(`${organise}/export`);
    await expectAccessible(page);
    const downloading = page.waitForEvent("download");
    await page.locator('a[href$="/sessions.xlsx"]').click();
    expect((await downloading).suggestedFilename()).toBe("deell-spring-sessions.xlsx");
    const answer = await page.request.get(`${organise}/export/sessions.csv`);
    expect([
      answer.status(),
      answer.headers()["cache-control"],
      answer.headers()["content-disposition"],
    ]).toEqual([200, "no-store", 'attachment; filename="deell-spring-sessions.csv"']);
    const stranger = await visit();
    await signIn(stranger, "daan@polder.example");
    expect((await stranger.request.get(`${organise}/export/sessions.csv`)).status()).toBe(403);
  });
});
