import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { thanksContent } from "#db/demo/content/afterwards.ts";
import { peopleContent } from "#db/demo/content/organisations.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, expectToast, field, open, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

/** The last lecture of the demo that has its thanks, and who gave it. */
async function lastWeek(page: Page): Promise<{ path: string; speaker: (typeof peopleContent)[number] }> {
  await page.goto("/lectures/coffee-machine");
  const paths = await page
    .locator("main a[href^='/lectures/coffee-machine/2']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const path of new Set(paths.toSorted().reverse())) {
    await page.goto(path);
    const said = (await page.locator("main").textContent()) ?? "";
    if (!said.includes(t("lecture.thanks.count", { count: 5 }).slice(2))) continue;
    const speaker = peopleContent.find(({ name }) => said.includes(name));
    if (speaker) return { path, speaker };
  }
  throw new Error("no lecture with thanks");
}

const emailOf = ({ key, organisation }: (typeof peopleContent)[number]) => `${key}@${organisation}.example`;

describe.each([
  ["wide", wide, 0],
  ["narrow", narrow, 1],
] as const)("after a lecture, %s", (_, viewport, nth) => {
  const visit = testBrowser();

  test("a listener thanks in one tap, asks and learns; the speaker sees it, answers, and the listener reads it", async () => {
    const stranger = await visit({ viewport });
    const { path, speaker } = await lastWeek(stranger);
    const [name] = speaker.name.split(" ");
    await expectAccessible(stranger);
    expect(await stranger.locator("#notes").count()).toBe(1);
    expect(await stranger.locator("#questions").count()).toBe(0);
    for (const { person } of thanksContent) {
      const thanker = peopleContent.find(({ key }) => key === person);
      if (thanker !== speaker)
        expect(await stranger.locator("main").textContent()).not.toContain(thanker?.name);
    }

    const busy = new Set<string>([speaker.key, ...thanksContent.map(({ person }) => person)]);
    const listener = peopleContent.filter(({ key }) => !busy.has(key))[nth]!;
    const page = await visit({ viewport });
    await signIn(page, emailOf(listener));
    await page.goto(path);
    await expectAccessible(page);
    await button(page, t("lecture.thanks.button", { name })).click();
    await expectToast(page, t("lecture.toast.thanked"));
    await open(page, t("lecture.thanks.withWords"));
    await field(page, t("lecture.thanks.words")).fill("I will try it tomorrow.");
    await button(page, t("lecture.thanks.saveWords")).click();
    await page.locator("#thanks li", { hasText: "I will try it tomorrow." }).waitFor();
    await field(page, t("lecture.questions.label")).fill(`Where would ${listener.name} begin?`);
    await button(page, t("lecture.questions.ask", { name })).click();
    await expectToast(page, t("lecture.toast.asked"));
    await field(page, t("lecture.learned.label")).fill("That I may begin small");
    await button(page, t("lecture.learned.save")).click();
    await page.getByText(t("lecture.learned.doneWords", { what: "That I may begin small" })).waitFor();
    await expectAccessible(page);

    const host = await visit({ viewport });
    await signIn(host, emailOf(speaker));
    await host.goto(path);
    await host.getByRole("heading", { name: t("lecture.thanks.speakerTitle", { name }) }).waitFor();
    const seen = (await host.locator("main").textContent()) ?? "";
    expect(seen).toContain("I will try it tomorrow.");
    expect(seen).not.toContain("That I may begin small");
    await expectAccessible(host);
    const asked = host.locator("#questions li", { hasText: listener.name });
    await asked.locator("summary").click();
    await asked.getByLabel(t("lecture.questions.answerLabel")).fill("At the coffee machine.");
    await button(asked, t("lecture.questions.saveAnswer")).click();
    await expectToast(host, t("lecture.toast.answered"));

    await page.goto(path);
    await page.locator("#questions li", { hasText: "At the coffee machine." }).first().waitFor();
    await button(page, t("lecture.thanks.takeBack")).click();
    await expectToast(page, t("lecture.toast.unthanked"));
    expect(await page.locator("#thanks li").allTextContents()).not.toContainEqual(
      expect.stringContaining("I will try it tomorrow."),
    );
  });
});
