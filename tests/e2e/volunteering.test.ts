import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, confirmed, expectToast, field, open, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const series = "/lectures/coffee-machine";

/** Presses Tab until the keyboard is on what is named so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return [...(at?.labels ?? [])].map((label) => label.textContent).join(" ") || at?.textContent || "";
    });
    if (here.trim() === name) return;
  }
  throw new Error(`the keyboard never came to ${name}`);
}

describe.each([
  ["wide", wide, { volunteer: "tom@polder.example", nominee: "Ilse Kuipers", email: "ilse@kade.example" }],
  [
    "narrow",
    narrow,
    { volunteer: "eva@lumen.example", nominee: "Daan Verhoeven", email: "daan@polder.example" },
  ],
] as const)("a place on the roster, %s", (_, viewport, who) => {
  const visit = testBrowser();

  test("from the series page, signed out, through the code, to the button and onto the roster", async () => {
    const page = await visit({ viewport });
    await page.goto(series);
    await page.getByRole("link", { name: t("lectures.series.signInToSpeak") }).click();
    await page.waitForURL(/\/login/);
    await page.locator("main input[type=email]").fill(who.volunteer);
    await page.locator("main form button").first().click();
    await page.waitForURL(/\/login\/code/);
    const mail = await mailTo(page, who.volunteer, ({ kind }) => kind === "login-code");
    await page.locator("main input[name=code]").fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? "");
    await page.locator("main form button").first().click();
    await page.waitForURL(`**${series}/join`);
    await expectAccessible(page);
    await button(page, t("roster.join.submit")).click();
    await page.waitForURL(`**${series}/roster`);
    await expectToast(page, t("lectures.toast.joined"));
    await expectAccessible(page);

    await open(page, t("roster.topics.summary"));
    await field(page, t("roster.topics.title")).fill("What a lift knows about patience");
    await button(page, t("roster.topics.submit")).click();
    await expectToast(page, t("roster.toast.topicWaits"));
    expect(await page.locator("main dl").first().textContent()).toContain("What a lift knows about patience");

    await open(page, t("roster.when.summary"));
    for (const day of ["Saturday", "Sunday"]) await page.getByLabel(day).uncheck();
    await button(page, t("roster.when.submit")).click();
    await expectToast(page, t("roster.toast.availability"));

    await open(page, t("roster.break.summary"));
    await button(page, t("roster.break.submit")).click();
    await expectToast(page, t("roster.toast.paused"));
    await expectAccessible(page);
    await button(page, t("roster.onBreak.resume")).click();
    await expectToast(page, t("roster.toast.resumed"));
  });

  test("a colleague is nominated, and says yes by the link, without a password", async () => {
    const chloe = await visit({ viewport });
    await signIn(chloe, "chloe@kade.example");
    await chloe.goto(`${series}/roster`);
    await open(chloe, t("roster.nominate.summary"));
    await field(chloe, t("roster.nominate.who")).fill(who.nominee);
    await field(chloe, t("roster.nominate.message")).fill("You and the lift. Ten minutes!");
    await button(chloe, t("roster.nominate.submit")).click();
    await expectToast(chloe, t("roster.toast.nominated", { name: who.nominee }));

    const mail = await mailTo(chloe, who.email, ({ kind }) => kind === "nomination");
    const link = /\/nominations\/[\w-]+/.exec(mail.text)?.[0] ?? "";
    const colleague = await visit({ viewport });
    await colleague.goto(link);
    await expectAccessible(colleague);
    expect(await colleague.locator("main").textContent()).toContain("You and the lift. Ten minutes!");
    await button(colleague, t("roster.nominated.yes")).click();
    await expectToast(colleague, t("lectures.toast.joined"));
    await expectAccessible(colleague);

    await mailTo(chloe, "chloe@kade.example", ({ subject }) => subject.includes(who.nominee));
    await chloe.goto(`${series}/roster`);
    expect(await chloe.locator("main").textContent()).toContain(t("roster.nominate.status.accepted"));
  });
});

describe.each([
  ["wide", wide, "Bas Willems"],
  ["narrow", narrow, "Sofia Rossi"],
] as const)("what would happen, by keyboard alone, %s", (_, viewport, name) => {
  const visit = testBrowser();

  test("shows the plan without a member, keeps it in the address and saves nothing until told to", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    await anna.goto(`${series}/organise/what-if`);
    await expectAccessible(anna);
    await tabTo(anna, t("roster.whatIf.without"));
    await anna.keyboard.press("Enter");
    await tabTo(anna, name);
    await anna.keyboard.press("Space");
    await tabTo(anna, t("roster.whatIf.submit"));
    await anna.keyboard.press("Enter");
    await anna.waitForURL(/without=[0-9a-f-]{36}/);
    await anna.getByRole("heading", { name: t("roster.whatIf.result") }).waitFor();
    await expectAccessible(anna);
    const really = t("roster.whatIf.really.without", { name });
    await tabTo(anna, really);

    const other = await visit({ viewport });
    await signIn(other, "bram@lumen.example");
    await other.goto(anna.url().replace(/^https?:\/\/[^/]+/, ""));
    await other.getByRole("heading", { name: t("roster.whatIf.result") }).waitFor();
    const memberRow = (page: Page) => page.locator("main tr", { hasText: name });
    await other.goto(`${series}/organise/members`);
    expect(await memberRow(other).textContent()).not.toContain(t("lectures.roster.state.left"));

    await confirmed(anna, really);
    await expectToast(anna, t("roster.organise.takenOff", { name }));
    expect(await memberRow(anna).textContent()).toContain(t("lectures.roster.state.left"));
  });
});
