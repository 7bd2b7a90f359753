import type { Page } from "playwright-core";
import { button, expectToast, field, open, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

/** A festival of one day, made in the form as an organiser does; its slug. */
export async function makeFestival(
  page: Page,
  { name, day }: { name: string; day: string },
): Promise<string> {
  await page.goto("/festivals/new");
  await field(page, t("festivals.fields.outcome")).fill("Everybody knows one more colleague to ask.");
  await field(page, t("festivals.fields.name")).fill(name);
  await field(page, t("festivals.fields.startsOn")).fill(day);
  await field(page, t("festivals.fields.endsOn")).fill(day);
  await button(page, t("festivals.new.submit")).click();
  await page.waitForURL(/\/festivals\/[\w-]+\/organise$/);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** A building with one room, which the festival uses. */
export async function addRoom(page: Page, { slug, room }: { slug: string; room: string }): Promise<void> {
  await page.goto(`/festivals/${slug}/organise/venue`);
  await open(page, t("festivals.venue.addBuilding"));
  const building = page.locator("form", { has: button(page, t("festivals.venue.addBuilding")) });
  await field(building, t("festivals.venue.name")).fill(`House of ${room}`);
  await button(building, t("festivals.venue.addBuilding")).click();
  await page.getByRole("heading", { name: `House of ${room}` }).waitFor();
  await open(page, t("festivals.venue.addRoom"));
  const form = page.locator("form", { has: button(page, t("festivals.venue.addRoom")) }).last();
  await field(form, t("festivals.venue.name")).fill(room);
  await field(form, t("festivals.venue.seats")).fill("12");
  await button(form, t("festivals.venue.addRoom")).click();
  await page.getByRole("checkbox", { name: room, exact: true }).check();
  await button(page, t("festivals.venue.saveRooms")).click();
  await expectToast(page, t("festivals.toast.roomsSaved"));
}

/** Asks an organisation that is here, and says yes for it. */
export async function joinAsHost(
  lead: Page,
  partner: Page,
  { slug, organisation, email }: { slug: string; organisation: string; email: string },
): Promise<void> {
  await lead.goto(`/festivals/${slug}/organise/hosts`);
  await field(lead, t("festivals.hosts.askOrganisation")).selectOption({ label: organisation });
  await button(lead, t("festivals.hosts.askSubmit")).click();
  await expectToast(lead, t("festivals.toast.asked"));
  await signIn(partner, email);
  await mailTo(partner, email, ({ text }) => text.includes(`/festivals/${slug}/`));
  await partner.goto(`/festivals/${slug}/organise/hosts`);
  await button(partner, t("festivals.hosts.accept")).click();
  await expectToast(partner, t("festivals.toast.accepted"));
}
