import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, confirmed, expectToast, field, open, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const proposals = "/festivals/deell-autumn/organise/proposals";

/** Two reviews with the keyboard: a figure for the score, Enter for the next one. */
async function reviewTwo(page: Page): Promise<void> {
  await page.goto(proposals);
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Review / }).click();
  for (const score of ["4", "2"]) {
    await page.waitForURL(/\/proposals\/[0-9a-f-]{36}/);
    await expectAccessible(page);
    const before = page.url();
    await page.getByRole("radio", { name: t("review.page.scores.5") }).focus();
    await page.keyboard.press(score);
    expect(await page.getByRole("radio", { name: t(`review.page.scores.${score as "4"}`) }).isChecked()).toBe(
      true,
    );
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== before);
    await expectToast(page, t("review.toast.reviewedNext"));
    // What one thinks can be looked up again, and now what the others think.
    await page.goto(before);
    expect(await page.getByRole("radio", { name: t(`review.page.scores.${score as "4"}`) }).isChecked()).toBe(
      true,
    );
    await page.goBack();
  }
}

async function accept(page: Page, titles: string[]): Promise<void> {
  await page.goto(`${proposals}?state=undecided`);
  await button(page, t("review.decide.accepted")).click();
  await page.getByText(t("review.decide.nothing")).waitFor();
  for (const title of titles) await page.getByRole("checkbox", { name: title }).check();
  await button(page, t("review.decide.accepted")).click();
  await expectToast(page, t("review.toast.accepted", { count: titles.length }));
  expect(new URL(page.url()).search).toBe("?state=undecided");
}

/** The words are changed and seen as a reader gets them; then all mails go out at once. */
async function sendInOwnWords(page: Page, subject: string): Promise<void> {
  await page.goto(`${proposals}/mails`);
  await expectAccessible(page);
  await page.locator('a[href$="?edit=accepted#words"]').click();
  await field(page, t("review.mails.subject")).fill(subject);
  await field(page, t("review.mails.body")).fill("Hi [name], <b>yes</b> to “[title]”.\n\n[link]");
  await expectAccessible(page);
  await button(page, t("review.mails.saveWords")).click();
  await expectToast(page, t("review.toast.words"));
  await page.frameLocator("iframe").getByText("<b>yes</b> to “").waitFor();
  const send = page.locator("a[data-dialog]", { hasText: /^Send / });
  await confirmed(page, (await send.textContent())?.trim() ?? "");
  await page.getByText(t("review.mails.nothing")).waitFor();
  await expectAccessible(page);
}

describe.each([
  {
    size: "wide",
    viewport: wide,
    kept: { title: "Giving feedback to your boss", email: "hannah@kade.example" },
    lost: { title: "Sketching for people who cannot draw", email: "nadia@polder.example" },
  },
  {
    size: "narrow",
    viewport: narrow,
    kept: { title: "Je mailbox als moestuin", email: "sander@waterland.example" },
    lost: { title: "Brieven die je niet verstuurt", email: "ilse@kade.example" },
  },
])("from reviews to confirmed speakers, $size", ({ size, viewport, kept, lost }) => {
  const visit = testBrowser();

  test("reviewed with the keyboard, accepted together, told in own words, confirmed and withdrawn", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    await reviewTwo(anna);
    await accept(anna, [kept.title, lost.title]);
    await sendInOwnWords(anna, `Yes (${size}): [title]`);

    const speaker = await visit({ viewport });
    const mail = await mailTo(
      speaker,
      kept.email,
      ({ subject }) => subject === `Yes (${size}): ${kept.title}`,
    );
    const [, path] =
      /https?:\/\/[^/\s]+(\/festivals\/deell-autumn\/propose\/[0-9a-f-]{36})/.exec(mail.text) ?? [];
    await signIn(speaker, kept.email);
    await speaker.goto(path ?? "");
    await expectAccessible(speaker);
    await button(speaker, t("review.answer.confirm")).click();
    await expectToast(speaker, t("review.toast.confirmed"));
    await expectAccessible(speaker);

    const other = await visit({ viewport });
    const news = await mailTo(other, lost.email, ({ subject }) => subject === `Yes (${size}): ${lost.title}`);
    await signIn(other, lost.email);
    await other.goto(/\/festivals\/\S+\/propose\/[0-9a-f-]{36}/.exec(news.text)?.[0] ?? "");
    await open(other, t("review.answer.withdraw"));
    await field(other, t("review.answer.reason")).fill("My leave fell through.");
    await button(other, t("review.answer.submit")).click();
    await expectToast(other, t("review.toast.withdrawn"));
    const told = await mailTo(anna, "anna@waterland.example", ({ subject }) => subject.includes(lost.title));
    expect(told.text).toContain("My leave fell through.");

    await anna.goto(`${proposals}?state=confirmed`);
    await anna.getByRole("link", { name: kept.title }).waitFor();
    await anna.goto(proposals);
    await anna.getByText(t("review.places.title", { title: lost.title })).waitFor();
    await expectAccessible(anna);
  });
});
