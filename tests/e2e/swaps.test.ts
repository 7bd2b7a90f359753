import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser } from "./browser.ts";
import { button, expectToast, field, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const phone = { viewport: narrow };

/** A new series of Waterland's, with Lumen; the address of its page. */
async function startSeries(anna: Page, name: string, weekday: number): Promise<string> {
  await anna.goto("/lectures/new");
  await field(anna, t("lectures.form.name")).fill(name);
  await field(anna, t("lectures.form.weekday")).selectOption(String(weekday));
  await field(anna, t("lectures.form.time")).fill("16:10");
  await field(anna, t("lectures.form.place")).fill("By the window");
  await anna.getByLabel("Lumen").check();
  await button(anna, t("lectures.form.submit")).click();
  await anna.waitForURL((url) => !url.pathname.endsWith("/new"));
  return new URL(anna.url()).pathname;
}

describe("on a phone", () => {
  const visit = testBrowser();

  test("a speaker asks a colleague to swap, who takes the turn by the mailed link", async () => {
    const anna = await visit(phone);
    await signIn(anna, "anna@waterland.example");
    const path = await startSeries(anna, "Talks that change hands", 3);
    await anna.goto(`${path}/roster`);
    await button(anna, t("lectures.roster.join")).first().click();
    await expectToast(anna, t("lectures.toast.joined"));
    const bram = await visit(phone);
    await signIn(bram, "bram@lumen.example");
    await bram.goto(`${path}/roster`);
    await button(bram, t("lectures.roster.join")).first().click();
    await expectToast(bram, t("lectures.toast.joined"));

    await anna.goto(path);
    const weeks = await anna.locator("main a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    const week = weeks.filter((href) => /\/\d{4}-\d\d-\d\d$/.test(href ?? "")).at(-1) ?? "";
    await anna.goto(week);
    await field(anna, t("lectures.lecture.topic")).first().fill("Why bridges hum");
    await button(anna, t("lectures.lecture.volunteer")).click();
    await anna.getByText(t("lectures.lecture.yesTitle")).first().waitFor();
    await anna.getByRole("link", { name: t("swaps.link") }).click();
    await expectAccessible(anna);
    const options = field(anna, t("swaps.ask.to")).locator("option");
    const name = (await options.allTextContents()).find((one) => one.startsWith("Bram")) ?? "";
    await field(anna, t("swaps.ask.to")).selectOption({ label: name });
    await field(anna, t("swaps.ask.message")).fill("My bridge opens that day.");
    await button(anna, t("swaps.ask.button")).click();
    await expectToast(anna, t("swaps.toast.askedOne"));
    await expectAccessible(anna);

    const mail = await mailTo(anna, "bram@lumen.example", ({ kind }) => kind === "swap-asked");
    expect(mail.text).toContain("My bridge opens that day.");
    const link = /\/swaps\/[\w-]{20,}/.exec(mail.text)?.[0] ?? "";
    const reader = await visit(phone);
    await reader.goto(link);
    await expectAccessible(reader);
    await button(reader, t("swaps.question.take")).click();
    await expectToast(reader, t("swaps.toast.taken"));
    await expectAccessible(reader);

    await anna.goto(week);
    expect(await anna.locator("main").textContent()).toContain(name);
    await mailTo(anna, "anna@waterland.example", ({ kind }) => kind === "swap-taken");
  });

  test("nobody, the day before: an organiser opens the floor in two taps, and it stands in the history", async () => {
    const anna = await visit(phone);
    await signIn(anna, "anna@waterland.example");
    const tomorrow = Temporal.Now.zonedDateTimeISO("Europe/Amsterdam").add({ days: 1 }).toPlainDate();
    const path = await startSeries(anna, "Talks nobody gives", tomorrow.dayOfWeek);
    await anna.goto(`${path}/organise`);
    await anna.locator(`main a[href$="/turns/${tomorrow}"]`).first().click();
    await anna.getByText(t("turn.state.undecided")).waitFor();
    await expectAccessible(anna);
    await button(anna, t("turn.page.openFloor")).click();
    await expectToast(anna, t("turn.toast.openFloor"));
    expect(await anna.locator("main").textContent()).toContain("opened the floor.");
    await expectAccessible(anna);
    const reader = await visit(phone);
    await reader.goto(`${path}/${tomorrow}`);
    expect(await reader.locator("main").textContent()).toContain(t("turn.openFloor"));
  });
});
