import type { ReactElement } from "react";

/** Headings of the plain part stay as they are written; capitals shout. */
const headings = ["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } }));

/** A mail template as HTML and as plain text that says the same. React Email is loaded when the first mail is. */
export async function renderMail(element: ReactElement): Promise<{ html: string; text: string }> {
  const { render, toPlainText } = await import("@react-email/components");
  // React 18 puts zero bytes where a character of several bytes meets the end of its buffer.
  const html = (await render(element)).replaceAll("\0", "");
  return { html, text: toPlainText(html, { selectors: headings }) };
}
