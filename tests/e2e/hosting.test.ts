import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, confirmed, expectToast, field, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const day = Temporal.Now.plainDateISO().add({ days: 210 }).toString();

async function makeFestival(page: Page, name: string): Promise<string> {
  await page.goto("/festivals/new");
  await field(page, t("festivals.fields.outcome")).fill("Salt water and fresh water know each other.");
  await field(page, t("festivals.fields.name")).fill(name);
  await field(page, t("festivals.fields.startsOn")).fill(day);
  await field(page, t("festivals.fields.endsOn")).fill(day);
  await button(page, t("festivals.new.submit")).click();
  await page.waitForURL(/\/festivals\/[\w-]+\/organise$/);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function askByMail(page: Page, hosts: string, organisation: string, email: string): Promise<string> {
  await page.goto(hosts);
  await field(page, t("hosting.byMail.organisation")).fill(organisation);
  await field(page, t("hosting.byMail.email")).fill("not an address");
  await button(page, t("hosting.byMail.submit")).click();
  // A mistake is said and what was typed is still there.
  await page.getByText(t("errors.field.email")).first().waitFor();
  expect(await field(page, t("hosting.byMail.organisation")).inputValue()).toBe(organisation);
  await field(page, t("hosting.byMail.email")).fill(email);
  await button(page, t("hosting.byMail.submit")).click();
  await expectToast(page, t("hosting.toast.mailed"));
  await expectAccessible(page);
  const mail = await mailTo(page, email, ({ kind }) => kind === "founding-invitation");
  return new URL(/https?:\/\/\S+\/host-invitations\/\S+/.exec(mail.text)?.[0] ?? "/").pathname;
}

async function foundIt(page: Page, link: string, email: string): Promise<void> {
  await page.goto(link);
  await expectAccessible(page);
  await field(page, t("hosting.answer.name")).fill("Zoë Zilver");
  await button(page, t("hosting.answer.submitPlain")).click();
  await page.waitForURL(/\/login\/code/);
  const code = await mailTo(page, email, ({ kind }) => kind === "login-code");
  await page.locator("main input[name=code]").fill(/\b\d{6}\b/.exec(code.text)?.[0] ?? "");
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/organise\/hosts$/);
}

const rowOf = (page: Page, organisation: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: organisation }) });

describe.each([
  ["wide", wide],
  ["on a phone", narrow],
] as const)("%s", (size, viewport) => {
  const visit = testBrowser();
  const number = size === "wide" ? 1 : 2;
  const organisation = `Zilt ${number}`;
  const email = `zoe@zilt-${number}.example`;

  test("an organisation is founded by invitation, takes over the lead, and the old lead leaves", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    const name = `Brackish ${number}`;
    const slug = await makeFestival(anna, name);
    const hosts = `/festivals/${slug}/organise/hosts`;
    const link = await askByMail(anna, hosts, organisation, email);

    const zoe = await visit({ viewport });
    await foundIt(zoe, link, email);
    await rowOf(zoe, organisation).getByText(t("festivals.hostStatuses.accepted")).waitFor();
    await zoe.getByText(t("hosting.founded.title")).waitFor();
    await expectAccessible(zoe);
    expect((await zoe.goto(link))?.status()).toBe(410);
    await expectAccessible(zoe);
    const answered = `${organisation} organiseert ${name} met jullie`;
    await mailTo(anna, "anna@waterland.example", ({ subject }) => subject === answered);

    await anna.goto(hosts);
    await field(anna, t("hosting.lead.to")).selectOption({ label: organisation });
    await button(anna, t("hosting.lead.submit")).click();
    await expectToast(anna, t("hosting.toast.offered"));
    await zoe.goto(hosts);
    await expectAccessible(zoe);
    await button(zoe, t("hosting.lead.take")).click();
    await expectToast(zoe, t("hosting.toast.leadTaken"));
    await rowOf(zoe, organisation).getByText(t("festivals.hosts.leads"), { exact: true }).waitFor();

    await anna.goto(hosts);
    await anna.getByRole("link", { name: t("hosting.leave.open") }).click();
    await anna.waitForURL(/\/hosts\/waterland$/);
    await expectAccessible(anna);
    await field(anna, t("hosting.leave.reason")).fill("Our quay is being rebuilt.");
    await button(anna, t("hosting.leave.submit")).click();
    await expectToast(anna, t("festivals.toast.left"));

    await zoe.goto(`/festivals/${slug}/organise`);
    const decided = zoe.getByRole("region", { name: t("hosting.decisions.title") }).getByRole("listitem");
    await decided.first().getByText(t("hosting.decisions.kinds.host-left")).waitFor();
    expect(await decided.nth(1).textContent()).toContain("Zoë Zilver");
    await expectAccessible(zoe);
  });
});

describe("somebody who is asked by mail", () => {
  const visit = testBrowser();

  test("says no with one button, and the lead may send the link of another again", async () => {
    const anna = await visit({ viewport: wide });
    await signIn(anna, "anna@waterland.example");
    const slug = await makeFestival(anna, "Brackish 3");
    const hosts = `/festivals/${slug}/organise/hosts`;
    const link = await askByMail(anna, hosts, "Brak", "bob@brak.example");
    const bob = await visit({ viewport: narrow });
    await bob.goto(link);
    await button(bob, t("hosting.answer.declineSubmit")).click();
    await expectToast(bob, t("hosting.toast.declined", { lead: "Waterland" }));
    expect((await bob.goto(link))?.status()).toBe(410);
    await anna.goto(hosts);
    await rowOf(anna, "Brak").getByText(t("hosting.byMail.states.declined"), { exact: true }).waitFor();
    await askByMail(anna, hosts, "Zout", "sam@zout.example");
    await confirmed(anna, t("hosting.byMail.resend"));
    await expectToast(anna, t("hosting.toast.justSent"));
  });
});
