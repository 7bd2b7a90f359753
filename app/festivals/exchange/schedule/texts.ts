import { plainText } from "~/platform/plain-text.ts";
import { cleanText } from "~/platform/text.ts";

/** Text that XML and JSON can carry everywhere: no control characters, half pairs or noncharacters. */
export function wellFormed(text: string): string {
  return cleanText(text)
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}

/** Apps read descriptions as HTML: what only looks like HTML in a plain text is written so that it shows as it is. */
export function plainAsHtml(text: string): string {
  const looksLikeHtml = /<\/?[a-z!][^<>]*>|&[a-z0-9#]+;/i.test(text);
  return looksLikeHtml || plainText(text) !== plainText(escapeText(text)) ? escapeText(text) : text;
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Also for attributes, which would lose line ends and tabs otherwise. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
