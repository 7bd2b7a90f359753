import { describe, expect, test } from "vitest";
import { dateIn, Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, field, t } from "./pages.ts";
import { mailTo, type OutboxMail, signIn } from "./visitors.ts";

const joining = [
  "anna@waterland.example",
  "bram@lumen.example",
  "chloe@kade.example",
  "daan@polder.example",
  "joris@waterland.example",
];

describe.each([
  ["wide", wide, "00:01"],
  ["narrow", narrow, "00:12"],
] as const)("a week that nobody has five days before, %s", (size, viewport, time) => {
  const visit = testBrowser();

  test("two stand-ins are asked at once; one declines by the link of the mail, the next says yes by theirs", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    const name = `Last minute ${size}`;
    await anna.goto("/lectures/new");
    await field(anna, t("lectures.form.name")).fill(name);
    // Just after midnight, so that five days before is always over, whatever time it is now.
    await field(anna, t("lectures.form.time")).fill(time);
    await field(anna, t("lectures.form.weekday")).selectOption(String(inFiveDays().dayOfWeek));
    await field(anna, t("lectures.form.place")).fill("By the window");
    for (const partner of ["Lumen", "Kade", "Polder"]) await anna.getByLabel(partner).check();
    await button(anna, t("lectures.form.submit")).click();
    await anna.waitForURL(/\/lectures\/last-minute/);
    const path = /\/lectures\/[\w-]+/.exec(anna.url())?.[0] ?? "";
    const week = `${path}/${inFiveDays().toString()}`;
    // The week after that one is called for at the same time.
    const about = ({ kind, text }: OutboxMail) => kind === "turn-stand-in" && text.includes(name);

    // Chloé and Daan are asked for weeks of their own, so Joris is the one who is free.
    for (const email of joining) {
      const colleague = await visit({ viewport });
      await signIn(colleague, email);
      await colleague.goto(`${path}/join`);
      await button(colleague, t("roster.join.submit")).click();
      await colleague.waitForURL(/\/roster/);
    }
    await mailTo(anna, "anna@waterland.example", about);
    const asked = await mailTo(anna, "bram@lumen.example", about);

    const bram = await visit({ viewport });
    await bram.goto(`${linkIn(asked.text)}?answer=no`);
    await expectAccessible(bram);
    await button(bram, t("turnMails.no")).first().click();
    await bram.getByText(t("turnMails.page.again.text").slice(0, 12)).first().waitFor();

    const next = await mailTo(anna, "joris@waterland.example", about);
    const joris = await visit({ viewport });
    await joris.goto(linkIn(next.text));
    await field(joris, t("lectures.lecture.topic")).first().fill("Bees in meetings");
    await button(joris, t("turnMails.yes")).first().click();
    await joris.getByText(t("turnMails.page.next")).first().waitFor();
    await expectAccessible(joris);

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
