import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";

export interface OutboxMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  kind: string;
  ical: string | null;
  icalMethod: string | null;
  createdAt: string;
}

/** The mail that would have been sent, newest first. */
export async function outbox(page: Page): Promise<OutboxMail[]> {
  return (await page.request.get("/outbox.json")).json();
}

/** Waits for the newest mail to somebody that satisfies a condition; jobs need a moment. */
export async function mailTo(
  page: Page,
  email: string,
  matches: (mail: OutboxMail) => boolean,
): Promise<OutboxMail> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const found = (await outbox(page)).find((mail) => mail.to === email && matches(mail));
    if (found) return found;
    await page.waitForTimeout(250);
  }
  throw new Error(`no such mail to ${email}`);
}

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

/** Kept for all test files that ask the same server; some start one of their own. */
const loginsOf = (origin: string) => join(tmpdir(), `percolate-logins-${new URL(origin).port}.json`);

function readLogins(origin: string): Record<string, Cookies> {
  const file = loginsOf(origin);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Whether the server still knows a login: another run may have had its port, or somebody signed out. */
async function isGood(origin: string, cookies: Cookies): Promise<boolean> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await fetch(new URL("/account", origin), { headers: { cookie }, redirect: "manual" });
  return answer.status === 200;
}

/**
 * Signs in as a person does: address, mailed code, button. The same person again, as on a second tab, so that
 * nobody asks for more codes than the product gives out.
 */
export async function signIn(page: Page, email: string): Promise<void> {
  const { origin } = new URL((await page.request.get("/healthz")).url());
  const known = readLogins(origin)[email];
  if (known && (await isGood(origin, known))) {
    await page.context().addCookies(known);
    return;
  }
  await page.goto("/login");
  await page.locator("main input[type=email]").fill(email);
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/login\/code/);
  const mail = await mailTo(page, email, ({ kind }) => kind === "login-code");
  await page.locator("main input[name=code]").fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? "");
  await page.locator("main form button").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  const cookies = await page.context().cookies();
  const own = cookies.filter(({ name }) => name.endsWith("login"));
  writeFileSync(loginsOf(origin), JSON.stringify({ ...readLogins(origin), [email]: own }));
}
