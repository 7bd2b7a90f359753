import type { ReactElement } from "react";

/** A mail template as HTML and as plain text that says the same. React Email is loaded when the first mail is. */
export async function renderMail(element: ReactElement): Promise<{ html: string; text: string }> {
  const { render } = await import("@react-email/components");
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  return { html, text };
}
