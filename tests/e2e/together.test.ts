import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, expectToast, field, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const path = "/festivals/deell-spring";

/** A workshop nobody in these journeys has anything to do with; its own page. */
async function workshop(page: Page, title: string): Promise<string> {
  await page.goto(`${path}?view=list`);
  const link = page.locator("main").getByRole("link", { name: title, exact: true }).first();
  return new URL((await link.getAttribute("href")) ?? "", page.url()).pathname;
}

/** Presses the button for both on the first workshop that is free for them; its page. */
async function signUpTogether(page: Page): Promise<string> {
  await page.goto(`${path}?view=list`);
  const links = await page.locator("main a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  const sessions = new Set(links.filter((href) => /\/sessions\/[0-9a-f-]{36}$/.test(href ?? "")));
  for (const session of sessions) {
    await page.goto(session ?? "");
    const both = page.getByRole("button", { name: /^Sign up together with .* \(2 seats\)$/ });
    if ((await both.count()) === 0) continue;
    await expectAccessible(page);
    await both.click();
    await expect.poll(() => page.getByRole("status").allTextContents()).not.toEqual([]);
    // Otherwise the other one cannot come to this one.
    if ((await page.getByText(t("signups.seated")).count()) > 0) return session ?? "";
  }
  throw new Error("no workshop is free for both");
}

describe("coming together", () => {
  const folder = mkdtempSync(join(tmpdir(), "percolate-together-"));
  const visit = testBrowser();
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["on a wide screen", wide, "hannah", "yusuf"],
    ["on a phone", narrow, "noor", "oliver"],
  ] as const)("two colleagues agree by mail and take their seats with one button, %s", async (...given) => {
    const [, viewport, first, second] = given;
    const options = { viewport, baseURL: server.url };
    const host = first === "hannah" ? "kade" : "lumen";
    const asker = await visit(options);
    await signIn(asker, `${first}@${host}.example`);
    await asker.goto(path);
    await asker.getByRole("link", { name: t("parties.link") }).click();
    await expectAccessible(asker);
    await field(asker, t("parties.ask.who")).fill("Nobody Atall");
    await button(asker, t("parties.ask.submit")).click();
    await asker.getByText(t("parties.errors.unknown-name")).first().waitFor();
    expect(await field(asker, t("parties.ask.who")).inputValue()).toBe("Nobody Atall");
    await field(asker, t("parties.ask.who")).fill(`${second}@${host}.example`);
    await button(asker, t("parties.ask.submit")).click();
    await expectToast(asker, t("parties.toast.asked", { email: `${second}@${host}.example` }));
    await expectAccessible(asker);

    const mail = await mailTo(asker, `${second}@${host}.example`, ({ kind }) => kind === "party-asked");
    const reader = await visit(options);
    await reader.goto(/\/together\/[\w-]{20,}/.exec(mail.text)?.[0] ?? "");
    await expectAccessible(reader);
    await button(reader, t("parties.question.yes")).click();
    await expectToast(reader, t("parties.toast.agreed"));
    await expectAccessible(reader);

    const session = await signUpTogether(asker);
    const other = await visit(options);
    await signIn(other, `${second}@${host}.example`);
    await other.goto(session);
    const has = [t("signups.seated"), t("signups.coming")].join("|");
    expect(await other.locator("#sign-up").textContent()).toMatch(new RegExp(has));
    expect(await other.locator("#sign-up").textContent()).toContain("You come together with");
  });

  test("whoever waits reads which free seats are kept, and the lead sees the effect before saving", async () => {
    const bas = await visit({ viewport: narrow, baseURL: server.url });
    await signIn(bas, "bas@polder.example");
    const session = await workshop(bas, "Testen met je buurvrouw");
    await bas.goto(session);
    await bas.getByText(t("guarantees.queue.rule")).waitFor();
    expect(await bas.locator("#sign-up").textContent()).toContain("2 free seats are kept for Lumen until");
    await expectAccessible(bas);

    const anna = await visit({ viewport: wide, baseURL: server.url });
    await signIn(anna, "anna@waterland.example");
    await anna.goto(`${path}/organise/seats`);
    await expectAccessible(anna);
    await anna.getByRole("link", { name: "Testen met je buurvrouw" }).click();
    await field(anna, t("guarantees.session.capacity")).fill("14");
    await button(anna, t("guarantees.preview.show")).click();
    await anna
      .getByText(t("guarantees.preview.seated", { names: "Lotte van Dam" }))
      .first()
      .waitFor();
    await expectAccessible(anna);
    await bas.goto(session);
    await bas
      .getByText(t("signups.waiting", { place: 2 }))
      .first()
      .waitFor();
    await button(anna, t("guarantees.preview.save")).click();
    await expectToast(anna, t("guarantees.toast.saved", { count: 2 }));
    await bas.goto(session);
    await bas.getByText(t("signups.seated")).first().waitFor();
  });
});
