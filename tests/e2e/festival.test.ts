import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser, wide } from "./browser.ts";
import { button, confirmed, expectToast, field, open, t } from "./pages.ts";
import { mailTo, signIn } from "./visitors.ts";

const day = Temporal.Now.plainDateISO().add({ days: 200 }).toString();

function eventOf(ics: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(ics ?? ""));
  const event = calendar.getFirstSubcomponent("vevent");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: Number(event?.getFirstPropertyValue("sequence")),
    summary: event?.getFirstPropertyValue("summary"),
  };
}

async function makeFestival(page: Page, name: string): Promise<string> {
  await page.goto("/festivals/new");
  await expectAccessible(page);
  await field(page, t("festivals.fields.outcome")).fill("Everybody knows one more colleague to ask.");
  await field(page, t("festivals.fields.name")).fill(name);
  await field(page, t("festivals.fields.startsOn")).fill(day);
  await field(page, t("festivals.fields.endsOn")).fill("2020-01-01");
  await button(page, t("festivals.new.submit")).click();
  // A mistake is said and what was typed is still there.
  await page.getByText(t("festivals.errors.endsBeforeStart")).first().waitFor();
  expect(await field(page, t("festivals.fields.name")).inputValue()).toBe(name);
  await expectAccessible(page);
  await field(page, t("festivals.fields.endsOn")).fill(day);
  await button(page, t("festivals.new.submit")).click();
  await page.waitForURL(/\/festivals\/[\w-]+\/organise$/);
  await expectAccessible(page);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function addRoomAndSession(page: Page, slug: string): Promise<void> {
  const organise = `/festivals/${slug}/organise`;
  await page.goto(`${organise}/venue`);
  await open(page, t("festivals.venue.addBuilding"));
  const building = page.locator("form", { has: button(page, t("festivals.venue.addBuilding")) });
  await field(building, t("festivals.venue.name")).fill(`House ${slug}`);
  await button(building, t("festivals.venue.addBuilding")).click();
  await page.getByRole("heading", { name: `House ${slug}` }).waitFor();
  await open(page, t("festivals.venue.addRoom"));
  const room = page.locator("form", { has: button(page, t("festivals.venue.addRoom")) }).last();
  await field(room, t("festivals.venue.name")).fill(`Garden ${slug}`);
  await field(room, t("festivals.venue.seats")).fill("12");
  await button(room, t("festivals.venue.addRoom")).click();
  await page.getByText(`Garden ${slug}`).first().waitFor();
  await page.getByRole("checkbox", { name: `Garden ${slug}` }).check();
  await button(page, t("festivals.venue.saveRooms")).click();
  await expectToast(page, t("festivals.toast.roomsSaved"));
  await expectAccessible(page);
  await page.goto(`${organise}/sessions/new`);
  await field(page, t("festivals.session.title")).fill("Asking better questions");
  await field(page, t("festivals.session.date")).fill(day);
  await field(page, t("festivals.session.time")).fill("10:00");
  await field(page, t("festivals.session.duration")).fill("45");
  const rooms = field(page, t("festivals.session.room"));
  await rooms.selectOption(
    await rooms.locator("option", { hasText: `Garden ${slug}` }).getAttribute("value"),
  );
  await field(page, t("festivals.session.seats")).fill("1");
  await expectAccessible(page);
  await button(page, t("festivals.session.add")).click();
  await expectToast(page, t("festivals.toast.sessionAdded"));
}

describe.each([
  ["wide", wide, "chloe@kade.example", "daan@polder.example"],
  ["narrow", narrow, "grace@lumen.example", "ruben@kade.example"],
] as const)("a festival from its idea to a full workshop, %s", (size, viewport, first, second) => {
  const visit = testBrowser();

  test("an organiser makes it, a partner joins, it is released; the queue moves up when a seat is given back", async () => {
    const anna = await visit({ viewport });
    await signIn(anna, "anna@waterland.example");
    const slug = await makeFestival(anna, `Journey ${size}`);

    await anna.goto(`/festivals/${slug}/organise/hosts`);
    await field(anna, t("festivals.hosts.askOrganisation")).selectOption({ label: "Lumen" });
    await button(anna, t("festivals.hosts.askSubmit")).click();
    await expectToast(anna, t("festivals.toast.asked"));
    await expectAccessible(anna);

    const bram = await visit({ viewport });
    await signIn(bram, "bram@lumen.example");
    const asked = await mailTo(bram, "bram@lumen.example", ({ text }) =>
      text.includes(`/festivals/${slug}/`),
    );
    await bram.goto(new URL(/https?:\/\/\S+\/hosts/.exec(asked.text)?.[0] ?? "/").pathname);
    await button(bram, t("festivals.hosts.accept")).click();
    await expectToast(bram, t("festivals.toast.accepted"));

    await addRoomAndSession(anna, slug);
    await anna.goto(`/festivals/${slug}/organise/releases`);
    await expectAccessible(anna);
    await button(anna, t("festivals.releases.submit", { number: 1 })).click();
    await expectToast(anna, t("festivals.toast.released", { number: 1 }));

    const early = await visit({ viewport });
    await signIn(early, first);
    await early.goto(`/festivals/${slug}`);
    await expectAccessible(early);
    await early
      .locator("main")
      .getByRole("link", { name: /Asking better questions/ })
      .first()
      .click();
    await button(early, t("signups.signUp")).click();
    await expectToast(early, t("signups.toast.confirmed", { title: "Asking better questions" }));
    const request = await mailTo(
      early,
      first,
      (mail) => mail.ical !== null && mail.subject.includes("Asking better"),
    );
    const invited = eventOf(request.ical);
    expect(invited).toMatchObject({ method: "REQUEST", summary: "Asking better questions" });

    const late = await visit({ viewport });
    await signIn(late, second);
    await late.goto(early.url());
    await button(late, t("signups.joinQueue")).click();
    await late
      .getByText(t("signups.waiting", { place: 1 }))
      .first()
      .waitFor();
    await expectAccessible(late);

    await confirmed(early, t("signups.giveUp"));
    await expectToast(early, t("signups.toast.gaveUp", { title: "Asking better questions" }));
    const cancel = await mailTo(
      early,
      first,
      (mail) => mail.icalMethod === "CANCEL" && mail.subject.includes("Asking better"),
    );
    expect(eventOf(cancel.ical)).toMatchObject({ method: "CANCEL", uid: invited.uid });
    expect(eventOf(cancel.ical).sequence).toBeGreaterThan(invited.sequence);

    await late.reload();
    await late.getByText(t("signups.seated")).first().waitFor();
    await mailTo(
      late,
      second,
      (mail) => mail.icalMethod === "REQUEST" && mail.subject.includes("Asking better"),
    );
    await late.goto("/agenda");
    await late
      .getByRole("link", { name: /Asking better questions/ })
      .first()
      .waitFor();
    await expectAccessible(late);
  });
});
