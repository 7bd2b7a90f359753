import { oneLine } from "~/platform/text.ts";

const space = "\u200b";

/**
 * A text that people typed, for a chat message: one line, not too long, and nothing in it that any of the four reads
 * as an order. Angle brackets, which open mentions and links, become their look-alikes; an @ calls nobody and an
 * address is no link, since what follows no longer touches it.
 */
export function harmless(text: string, most = 150): string {
  const line = oneLine(text)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replaceAll("<", "‹")
    .replaceAll(">", "›");
  return clip(line, most).replaceAll("@", `@${space}`).replaceAll("://", `:${space}//`);
}

/** Cut between letters, with an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** For Slack's `mrkdwn`: https://api.slack.com/reference/surfaces/formatting#escaping. */
export function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * For Mattermost's Markdown: whatever could begin a format is escaped, and a word between colons makes no picture, as
 * `https:` makes no link.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~=&]/g, "\\$&").replace(/:(?=[^\s\u200b])/g, `:${space}`);
}
