const mostAddress = 500;

/** A web address as it is kept, `https` added where somebody left it out; null where it is none of the web. */
export function webAddress(text: string): string | null {
  const typed = text.trim();
  const whole = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(typed) ? `https://${typed}` : typed;
  if (!/^https?:\/\//i.test(whole) || whole.length > mostAddress) return null;
  try {
    const url = new URL(whole);
    return url.username || url.password ? null : url.href;
  } catch {
    return null;
  }
}

/** `example.org`, for a link that nobody gave a title. */
export function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

/** The paragraphs of a plain text; an empty line parts them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}
