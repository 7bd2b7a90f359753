import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, expectToast, field, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

describe.each([
  ["wide", wide, "09:15"],
  ["narrow", narrow, "14:45"],
] as const)("the coffee-machine roster, %s", (size, viewport, time) => {
  const visit = testBrowser();

  test("a series is started, a colleague joins the roster, accepts the turn they are asked for and names a topic", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    await anna.goto("/lectures/new");
    await field(anna, t("lectures.form.name")).fill(`Corridor talks ${size}`);
    await field(anna, t("lectures.form.time")).fill(time);
    await field(anna, t("lectures.form.place")).fill("By the window");
    await expectAccessible(anna);
    await button(anna, t("lectures.form.submit")).click();
    await anna.waitForURL(/\/lectures\/corridor-talks/);
    const path = /\/lectures\/[\w-]+/.exec(anna.url())?.[0] ?? "";

    await anna.goto(`${path}/roster`);
    await expectAccessible(anna);
    await button(anna, t("lectures.roster.join")).first().click();
    await expectToast(anna, t("lectures.toast.joined"));
    await expectAccessible(anna);

    // Alone on the roster, Anna is asked for the coming week.
    await anna
      .getByRole("link", { name: t("lectures.roster.mineTurn") })
      .first()
      .click();
    await anna.waitForURL(/\/\d{4}-\d\d-\d\d(#|$)/);
    await expectAccessible(anna);
    await field(anna, t("lectures.lecture.topic")).first().fill("What bees know about meetings");
    await button(anna, t("lectures.lecture.accept")).click();
    await anna.getByText(t("lectures.lecture.yesTitle")).first().waitFor();
    expect(await anna.locator("main").textContent()).toContain("What bees know about meetings");

    const reader = await visit({ viewport });
    await reader.goto(path);
    expect(await reader.locator("main").textContent()).toContain("What bees know about meetings");
    await expectAccessible(reader);
  });
});

describe("chloe and the roster of the demo", () => {
  const visit = testBrowser();

  test("accepts the week she is asked for and finds it in her agenda", async () => {
    const chloe = await visit();
    await signIn(chloe, "chloe@kade.example");
    await chloe.goto("/lectures/coffee-machine/roster");
    await expectAccessible(chloe);
    expect(await chloe.locator("main").textContent()).toMatch(/share \d+\.\d\d, given \d+/);
    await chloe
      .getByRole("link", { name: t("lectures.roster.mineTurn") })
      .first()
      .click();
    await button(chloe, t("lectures.lecture.accept")).click();
    await chloe.getByText(t("lectures.lecture.yesTitle")).first().waitFor();
    await chloe.goto("/agenda");
    expect(await chloe.locator("main a[href^='/lectures/coffee-machine/']").count()).toBeGreaterThan(0);
  });
});
