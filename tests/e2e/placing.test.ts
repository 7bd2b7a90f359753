import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { expectAccessible, narrow, testBrowser } from "./browser.ts";
import { addRoom, makeFestival } from "./organise.ts";
import { button, expectToast, field, t } from "./pages.ts";
import { signIn } from "./visitors.ts";

const day = Temporal.Now.plainDateISO().add({ days: 260 }).toString();
const visit = testBrowser();

test("sessions without a time are placed on a phone: proposed, looked at, taken over", async () => {
  const page = await visit({ viewport: narrow });
  await signIn(page, "anna@waterland.example");
  const slug = await makeFestival(page, { name: "Placed for me", day });
  await addRoom(page, { slug, room: "Loft" });
  for (const title of ["Mending nets", "Reading tides"]) {
    await page.goto(`/festivals/${slug}/organise/sessions/new`);
    await field(page, t("festivals.session.title")).fill(title);
    await field(page, t("festivals.session.duration")).fill("60");
    await button(page, t("festivals.session.add")).click();
    await expectToast(page, t("festivals.toast.sessionAdded"));
  }
  await page.goto(`/festivals/${slug}/organise/placing`);
  await expectAccessible(page);
  await button(page, t("timetable.placing.propose")).click();
  await button(page, t("timetable.placing.apply", { count: 2 })).waitFor({ timeout: 60_000 });
  await expectAccessible(page);
  await button(page, t("timetable.placing.apply", { count: 2 })).click();
  await expectToast(page, t("timetable.placing.applied", { count: 2 }));
  await page.goto(`/festivals/${slug}/organise/timetable`);
  const list = await page.locator("main").innerText();
  for (const title of ["Mending nets", "Reading tides"]) expect(list).toContain(title);
});
