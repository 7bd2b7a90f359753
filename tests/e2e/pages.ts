import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { getText } from "~/platform/i18n/catalogue.ts";

export const { t } = getText("en");
export const { t: nl } = getText("nl");

const startsWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** A field by its label; hints and "optional" may follow it. */
export function field(scope: Page | Locator, label: string): Locator {
  return scope.getByLabel(startsWith(label)).first();
}

export function button(scope: Page | Locator, name: string): Locator {
  return scope.getByRole("button", { name, exact: true });
}

export async function expectToast(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.getByRole("status").allTextContents(), { timeout: 20_000 })
    .toContainEqual(expect.stringContaining(text));
}

/** Presses a button that asks first, and says yes in its dialog. */
export async function confirmed(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await button(page.locator("dialog[open]"), name).click();
}

/** Opens a disclosure unless it is open. */
export async function open(page: Page | Locator, summary: string): Promise<void> {
  const details = page.locator("details", { has: page.locator("summary", { hasText: summary }) }).last();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
}
