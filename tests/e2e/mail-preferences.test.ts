import { describe, expect, test } from "vitest";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, expectToast, t } from "./pages.ts";
import { mailTo, type OutboxMail, signIn } from "./visitors.ts";

/** The address behind the last line of a mail. */
const stopLink = ({ text }: OutboxMail) => /https?:\/\/\S+\/unsubscribe\/\S+/.exec(text)?.[0] ?? "";

describe.each([
  ["wide", wide, "chloe@kade.example"],
  ["narrow", narrow, "daan@polder.example"],
] as const)("the digest, %s", (_, viewport, email) => {
  const visit = testBrowser();

  test("is asked for, stopped by two clicks from the mail without signing in, and taken up again", async () => {
    const reader = await visit({ viewport });
    await signIn(reader, email);
    await reader.goto("/account");
    await reader.getByRole("link", { name: t("mailPreferences.account.change") }).click();
    await expectAccessible(reader);
    await button(reader, t("mailPreferences.page.digestNowButton")).click();
    await expectToast(reader, t("mailPreferences.toast.digest"));
    const mail = await mailTo(reader, email, ({ kind }) => kind === "lecture-digest-asked");
    const link = stopLink(mail);
    expect(mail.html).toContain(`href="${link}"`);

    const stranger = await visit({ viewport });
    // First click: the link in the mail. Second click: the button.
    await stranger.goto(link);
    await expectAccessible(stranger);
    await button(stranger, t("mailPreferences.unsubscribe.button")).click();
    await expectToast(stranger, t("mailPreferences.toast.stopped"));
    await expectAccessible(stranger);

    const digest = () => reader.getByLabel(t("mailPreferences.topics.digest.name"), { exact: true });
    await reader.goto("/account/mail");
    expect(await digest().isChecked()).toBe(false);
    await button(stranger, t("mailPreferences.unsubscribe.again")).click();
    await expectToast(stranger, t("mailPreferences.toast.again"));
    await reader.reload();
    expect(await digest().isChecked()).toBe(true);
  });

  test("is stopped by a mail program's own post, which has neither cookie nor Origin and is answered by 200", async () => {
    const reader = await visit({ viewport });
    await signIn(reader, email);
    const mail = await mailTo(reader, email, ({ kind }) => kind === "lecture-digest-asked");
    const post = (headers: Record<string, string>) =>
      fetch(stopLink(mail), {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
        body: "List-Unsubscribe=One-Click",
      });
    const answer = await post({});
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-robots-tag")).toContain("noindex");
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin");
    expect((await post({})).status).toBe(200);
    expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
    await reader.goto("/account/mail");
    const digest = reader.getByLabel(t("mailPreferences.topics.digest.name"), { exact: true });
    expect(await digest.isChecked()).toBe(false);
    await digest.check();
    await button(reader, t("mailPreferences.page.save")).click();
    await expectToast(reader, t("mailPreferences.toast.saved"));
    await reader.reload();
    expect(await digest.isChecked()).toBe(true);
  });
});
