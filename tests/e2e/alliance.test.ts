import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser } from "./browser.ts";
import { addRoom, joinAsHost, makeFestival } from "./organise.ts";
import { button, confirmed, expectToast, field, t } from "./pages.ts";
import { mailTo, outbox, signIn } from "./visitors.ts";

const day = Temporal.Now.plainDateISO().add({ days: 230 }).toString();
const title = "Reading a ditch";
const newcomer = { email: "wim@zuiderlicht.example", organisation: "Zuiderlicht", name: "Wim Aalders" };

async function foundByInvitation(lead: Page, wim: Page, slug: string): Promise<void> {
  await lead.goto(`/festivals/${slug}/organise/hosts`);
  await field(lead, t("hosting.byMail.organisation")).fill(newcomer.organisation);
  await field(lead, t("hosting.byMail.email")).fill(newcomer.email);
  await button(lead, t("hosting.byMail.submit")).click();
  const asked = await mailTo(lead, newcomer.email, ({ text }) => text.includes("/host-invitations/"));
  await wim.goto(new URL(/https?:\/\/\S+\/host-invitations\/\S+/.exec(asked.text)?.[0] ?? "/").pathname);
  await expectAccessible(wim);
  await field(wim, t("hosting.answer.name")).fill(newcomer.name);
  await button(wim, t("hosting.answer.submitPlain")).click();
  await wim.waitForURL(/\/login\/code/);
  const code = await mailTo(wim, newcomer.email, ({ kind }) => kind === "login-code");
  await wim.locator("main input[name=code]").fill(/\b\d{6}\b/.exec(code.text)?.[0] ?? "");
  await wim.locator("main form button").first().click();
  await wim.waitForURL(/\/organise\/hosts/);
}

async function openCall(lead: Page, slug: string): Promise<void> {
  await lead.goto(`/festivals/${slug}/organise/call`);
  await button(lead, t("call.organise.open")).click();
  await expectToast(lead, t("call.toast.opened"));
}

/** On a phone: two fields and a button. */
async function propose(chloe: Page, slug: string): Promise<string> {
  await chloe.goto(`/festivals/${slug}/propose`);
  await button(chloe, t("call.propose.new")).click();
  await field(chloe, t("call.form.title")).fill(title);
  await field(chloe, t("call.form.abstract")).fill("We look at water, and say what we see.");
  await expectAccessible(chloe);
  await button(chloe, t("call.form.submit")).click();
  await expectToast(chloe, t("call.toast.submitted"));
  return new URL(chloe.url()).pathname;
}

async function review(reviewer: Page, slug: string): Promise<void> {
  await reviewer.goto(`/festivals/${slug}/organise/proposals`);
  await reviewer.locator("main").getByRole("link", { name: title }).first().click();
  await reviewer.getByRole("radio", { name: t("review.page.scores.5") }).check();
  await button(reviewer, t("review.page.save")).click();
  await expectToast(reviewer, t("review.toast.reviewed"));
}

async function acceptAndTell(lead: Page, slug: string): Promise<void> {
  await lead.goto(`/festivals/${slug}/organise/proposals`);
  await lead.getByRole("checkbox", { name: title }).check();
  await button(lead, t("review.decide.accepted")).click();
  await lead.getByText(t("review.told.untold")).first().waitFor();
  expect((await outbox(lead)).filter((mail) => mail.subject.includes(title))).toHaveLength(1);
  await lead.goto(`/festivals/${slug}/organise/proposals/mails`);
  await expectAccessible(lead);
  await confirmed(lead, t("review.mails.send", { count: 1 }));
}

async function place(lead: Page, slug: string): Promise<void> {
  await addRoom(lead, { slug, room: "Attic" });
  await lead.goto(`/festivals/${slug}/organise/sessions`);
  await lead.locator("main").getByRole("link", { name: title }).first().click();
  await field(lead, t("festivals.session.date")).fill(day);
  await field(lead, t("festivals.session.time")).fill("10:00");
  await field(lead, t("festivals.session.duration")).fill("60");
  const rooms = field(lead, t("festivals.session.room"));
  await rooms.selectOption(await rooms.locator("option", { hasText: "Attic" }).getAttribute("value"));
  await button(lead, t("festivals.session.save")).click();
  await expectToast(lead, t("festivals.toast.sessionSaved"));
  await lead.goto(`/festivals/${slug}/organise/releases`);
  await button(lead, t("festivals.releases.submit", { number: 1 })).click();
  await expectToast(lead, t("festivals.toast.released", { number: 1 }));
}

const visit = testBrowser();

test("four organisations hold a festival together, from the invitation to the released programme", async () => {
  const [lead, bram, ruben, wim] = [await visit(), await visit(), await visit(), await visit()];
  const chloe = await visit({ viewport: narrow });
  await signIn(lead, "anna@waterland.example");
  const slug = await makeFestival(lead, { name: "Four together", day });
  await joinAsHost(lead, bram, { slug, organisation: "Lumen", email: "bram@lumen.example" });
  await joinAsHost(lead, ruben, { slug, organisation: "Kade", email: "ruben@kade.example" });
  await foundByInvitation(lead, wim, slug);

  await openCall(lead, slug);
  await signIn(chloe, "chloe@kade.example");
  const proposal = await propose(chloe, slug);
  await review(bram, slug);
  await review(wim, slug);
  await acceptAndTell(lead, slug);
  await mailTo(
    chloe,
    "chloe@kade.example",
    (mail) => mail.kind.includes("decision") && mail.subject.includes(title),
  );
  await chloe.goto(proposal);
  await button(chloe, t("review.answer.confirm")).click();

  // Nobody but the organisers knows anything of a programme yet.
  const stranger = await visit({ viewport: narrow });
  await stranger.goto(`/festivals/${slug}`);
  expect(await stranger.getByText(title).count()).toBe(0);
  await place(lead, slug);
  await stranger.goto(`/festivals/${slug}`);
  await expectAccessible(stranger);
  const text = await stranger.locator("main").innerText();
  for (const host of ["Waterland", "Lumen", "Kade", newcomer.organisation]) expect(text).toContain(host);
  const data = await stranger.locator("script[type='application/ld+json']").first().textContent();
  const organizers = (JSON.parse(data ?? "{}") as { organizer: { name: string }[] }).organizer;
  expect(organizers.map(({ name }) => name).sort()).toEqual([
    "Kade",
    "Lumen",
    "Waterland",
    newcomer.organisation,
  ]);
  await stranger.locator("main").getByRole("link", { name: title }).first().click();
  expect(await stranger.locator("main").innerText()).toContain("Chloé Martens");
});
