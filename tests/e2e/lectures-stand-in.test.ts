import { describe, expect, test } from "vitest";
import { dateIn, Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, field, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

describe.each([
  ["wide", wide],
  ["narrow", narrow],
] as const)("a week that nobody has five days before, %s", (size, viewport) => {
  const visit = testBrowser();

  test("two stand-ins are asked at once; one declines by the link of the mail, the next says yes by theirs", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    const name = `Last minute ${size}`;
    await anna.goto("/lectures/new");
    await field(anna, t("lectures.form.name")).fill(name);
    // A minute past midnight, so that five days before is always over, whatever time it is now.
    await field(anna, t("lectures.form.time")).fill("00:01");
    await field(anna, t("lectures.form.weekday")).selectOption(String(inFiveDays().dayOfWeek));
    await field(anna, t("lectures.form.place")).fill("By the window");
    for (const partner of ["Lumen", "Kade"]) await anna.getByLabel(partner).check();
    await button(anna, t("lectures.form.submit")).click();
    await anna.waitForURL(/\/lectures\/last-minute/);
    const path = /\/lectures\/[\w-]+/.exec(anna.url())?.[0] ?? "";
    const week = `${path}/${inFiveDays().toString()}`;
    const about = (mail: { text: string; subject: string }) => mail.text.includes(name);

    for (const email of ["anna@waterland.example", "bram@lumen.example", "chloe@kade.example"]) {
      const colleague = await visit({ viewport });
      await signIn(colleague, email);
      await colleague.goto(`${path}/join`);
      await button(colleague, t("roster.join.submit")).click();
      await colleague.waitForURL(/\/roster/);
    }
    await mailTo(anna, "anna@waterland.example", about);
    const asked = await mailTo(anna, "bram@lumen.example", about);
    expect(asked.kind).toBe("turn-stand-in");

    const bram = await visit({ viewport });
    await bram.goto(`${linkIn(asked.text)}?answer=no`);
    await expectAccessible(bram);
    await button(bram, t("turnMails.no")).first().click();
    await bram.getByText(t("turnMails.page.declined.title")).first().waitFor();

    const next = await mailTo(anna, "chloe@kade.example", about);
    expect(next.kind).toBe("turn-stand-in");
    const chloe = await visit({ viewport });
    await chloe.goto(linkIn(next.text));
    await field(chloe, t("lectures.lecture.topic")).first().fill("Bees in meetings");
    await button(chloe, t("turnMails.yes")).first().click();
    await chloe.getByText(t("turnMails.page.next")).first().waitFor();
    await expectAccessible(chloe);

    const reader = await visit({ viewport });
    await reader.goto(week);
    expect(await reader.locator("main").textContent()).toContain("Bees in meetings");
  });
});

function inFiveDays(): Temporal.PlainDate {
  return Temporal.PlainDate.from(dateIn(Temporal.Now.instant(), "Europe/Amsterdam")).add({ days: 5 });
}

/** The address of the page that needs no login. */
function linkIn(text: string): string {
  return /\/turns\/[\w-]{20,}/.exec(text)?.[0] ?? "";
}
