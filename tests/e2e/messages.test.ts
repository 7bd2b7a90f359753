import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, confirmed, expectToast, field, open, t } from "./pages.ts";
import { mailTo, outbox, signIn } from "./visitors.ts";

const messages = "/festivals/deell-spring/organise/messages";

/** Chooses an audience by some of its words. */
async function choose(page: Page, words: string): Promise<void> {
  const select = field(page, t("messages.form.to"));
  const label = await select.locator("option", { hasText: words }).first().textContent();
  await select.selectOption({ label: label ?? "" });
}

async function write(page: Page, to: string, subject: string, body: string): Promise<void> {
  await page.goto(messages);
  await page.getByRole("link", { name: t("messages.act.write") }).click();
  await page.waitForURL(/\/messages\/new/);
  await choose(page, to);
  await field(page, t("messages.form.subject")).fill(subject);
  await field(page, t("messages.form.body")).fill(body);
  await button(page, t("messages.act.look")).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
}

const send = (page: Page) => page.locator("button", { hasText: /^Send it to \d+ p/ });

describe.each([
  { size: "wide", viewport: wide },
  { size: "narrow", viewport: narrow },
])("organisers write to attendees, $size", ({ size, viewport }) => {
  const visit = testBrowser();
  const subject = `Bring a pencil (${size})`;
  const reader = "lotte@waterland.example";

  test("written, looked at, sent, changed in the outbox, let go, and known who got it", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    await anna.goto(`${messages}/new`);
    await expectAccessible(anna);
    await field(anna, t("messages.form.body")).fill("Kept while the rest is wrong.");
    await button(anna, t("messages.act.look")).click();
    await anna.getByText(t("messages.errors.subject")).first().waitFor();
    expect(await field(anna, t("messages.form.body")).inputValue()).toBe("Kept while the rest is wrong.");

    await write(
      anna,
      "Twelve ways to say no",
      subject,
      "A <b>soft</b> one.\n\nHow: https://waterland.example/pencils.",
    );
    await expectAccessible(anna);
    const frame = anna.frameLocator("iframe");
    await frame.getByText("A <b>soft</b> one.", { exact: true }).waitFor();
    await frame.getByRole("link", { name: "https://waterland.example/pencils", exact: true }).waitFor();
    await anna.locator('a[href$="?in=nl#preview"]').click();
    await frame.getByText("Open de sessie").waitFor();

    await button(anna, t("messages.act.test")).click();
    await expectToast(anna, t("messages.toast.test"));
    await mailTo(anna, "anna@waterland.example", (mail) => mail.subject === `Test: ${subject}`);

    await send(anna).click();
    await expectToast(anna, t("messages.toast.outbox"));
    await expectAccessible(anna);
    await anna.getByRole("link", { name: t("messages.act.change") }).click();
    await field(anna, t("messages.form.body")).fill("A hard one.");
    await expectAccessible(anna);
    await button(anna, t("messages.act.save")).click();
    await expectToast(anna, t("messages.toast.changedWaiting"));
    expect((await outbox(anna)).filter((mail) => mail.subject === subject)).toEqual([]);

    await button(anna, t("messages.act.now")).click();
    await anna.locator("#message-head").getByText(t("messages.statuses.sent"), { exact: true }).waitFor();
    const got = await mailTo(anna, reader, (mail) => mail.subject === subject);
    expect(got.text).toContain("A hard one.");
    expect(got.text).toContain("/unsubscribe/");
    const own = anna.getByRole("table", { name: t("messages.report.own") });
    await own.getByText("Lotte van Dam").waitFor();
    const main = (await anna.locator("main").textContent()) ?? "";
    for (const foreign of ["Grace Okafor", "Noor Jansen", "Ruben Dijkstra"])
      expect(main).not.toContain(foreign);
    await expectAccessible(anna);
    const mails = (await outbox(anna)).filter((mail) => mail.subject === subject);
    expect(mails.length).toBe(new Set(mails.map(({ to }) => to)).size);

    await anna.goto(messages);
    await anna.getByRole("link", { name: subject }).waitFor();
    await expectAccessible(anna);

    const bram = await visit({ viewport });
    await signIn(bram, "bram@lumen.example");
    await bram.goto(messages);
    await bram.getByRole("link", { name: subject }).click();
    await bram
      .getByRole("table", { name: t("messages.report.own") })
      .getByText("Grace Okafor")
      .waitFor();
    expect(await bram.locator("main").textContent()).not.toContain("Lotte van Dam");
    await bram.goto(`${messages}/new`);
    expect(await bram.getByRole("option", { name: "all attendees" }).count()).toBe(0);
  });

  test("put in the outbox until a time, stopped and thrown away", async () => {
    const bram = await visit({ viewport });
    await signIn(bram, "bram@lumen.example");
    await write(bram, "the people of Lumen", `Never mind (${size})`, "Nothing.");
    await open(bram, t("messages.send.later"));
    await button(bram, t("messages.act.later")).click();
    await bram.getByText(t("messages.errors.at")).first().waitFor();
    await field(bram, t("messages.send.at")).fill("2097-01-05T09:00");
    await button(bram, t("messages.act.later")).click();
    await expectToast(bram, t("messages.toast.later"));
    const here = bram.url();
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    await anna.goto(messages);
    await anna
      .locator("#outbox")
      .getByRole("link", { name: `Never mind (${size})` })
      .waitFor();
    await bram.goto(here);
    await button(bram, t("messages.act.stop")).click();
    await expectToast(bram, t("messages.toast.stopped"));
    await confirmed(bram, t("messages.act.discard"));
    await expectToast(bram, t("messages.toast.discarded"));
    expect(await bram.getByRole("link", { name: `Never mind (${size})` }).count()).toBe(0);
  });
});
