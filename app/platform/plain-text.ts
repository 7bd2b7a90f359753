import { cleanText } from "~/platform/text.ts";

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  euro: "€",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};

const blocks = "p|div|br|ul|ol|li|h[1-6]|table|tr|blockquote|pre|section|article|hr|dl|dt|dd";
const inline =
  "a|abbr|b|i|u|s|em|strong|small|span|code|kbd|sub|sup|del|ins|mark|q|cite|font|tt|td|th|tbody|thead|img";
const hidden = /<\/?(?:script|style)\b[^<>]{0,200}>/i;
const listItem = /<li\b[^<>]{0,2000}>/gi;
const block = new RegExp(`</?(?:${blocks})\\b[^<>]{0,2000}>`, "gi");
const other = new RegExp(`</?(?:${inline})\\b[^<>]{0,2000}>`, "gi");
const link = /<a\b([^<>]{0,2000})>([^<]{0,2000})<\/a\s?>/gi;
const address = /\bhref\s?=\s?["']?(https?:\/\/[^\s"'<>]{1,1000})/i;
const entity = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;

/**
 * What a reader sees of HTML: paragraphs as lines, list items with a dash, the address of a link behind its words.
 * Only tags that HTML knows are taken for tags, so `a < b` and `vector<int>` stay as they are.
 */
export function plainText(html: string): string {
  const lines = withoutCode(cleanText(html))
    .replace(link, (_, attributes: string, words: string) =>
      withAddress(words, address.exec(attributes)?.[1]),
    )
    .replace(listItem, "\n– ")
    .replace(block, "\n")
    .replace(other, "");
  return cleanText(decodeEntities(lines))
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function withoutCode(html: string): string {
  return html
    .split(hidden)
    .filter((_, index) => index % 2 === 0)
    .join(" ");
}

function withAddress(words: string, href: string | undefined): string {
  return !href || words.includes(href) ? words : `${words} (${href})`;
}

/** The entities of XML and the common ones of HTML, by name or number; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(entity, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}
