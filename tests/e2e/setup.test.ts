import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { expectAccessible, testBrowser } from "./browser.ts";
import { button, field, t } from "./pages.ts";
import { mailTo } from "./visitors.ts";

describe("an installation without the demo", () => {
  let folder: string;
  let server: RunningServer;
  const visit = testBrowser();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-setup-"));
    server = await startServer({ DATA_DIR: folder, DEMO: "0" });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is founded by whoever has the link, who then is its first admin", async () => {
    const founder = await visit({ baseURL: server.url });
    await founder.goto("/festivals");
    await expectAccessible(founder);
    const link = /http:\S+\/setup\/\S+/.exec(server.output())?.[0] ?? "";
    await founder.goto(link);
    await expectAccessible(founder);
    await field(founder, t("people.setup.name")).fill("Riverside");
    await field(founder, t("people.setup.slug")).fill("riverside");
    await field(founder, t("people.setup.yourName")).fill("Rina Rivers");
    await field(founder, t("people.setup.email")).fill("rina@riverside.example");
    await button(founder, t("people.setup.submit")).click();
    await founder.waitForURL(/\/login\/code/);
    const mail = await mailTo(founder, "rina@riverside.example", ({ kind }) => kind === "login-code");
    await founder.locator("main input[name=code]").fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? "");
    await founder.locator("main form button").first().click();
    await founder.waitForURL(/\/organisations\/riverside\/edit/);
    await expectAccessible(founder);
    expect((await founder.goto("/organisations/riverside/people"))?.status()).toBe(200);

    const late = await visit({ baseURL: server.url });
    expect((await late.goto(link))?.status()).toBe(404);
    await expectAccessible(late);
  });
});
