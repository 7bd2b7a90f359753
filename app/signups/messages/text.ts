/** A stretch of a line: words, or an address to click. */
export interface Stretch {
  text: string;
  href?: string;
}

/** Paragraphs of lines of stretches. */
export type Body = Stretch[][][];

const address = /https?:\/\/[^\s<>"]{1,500}/gi;
/** What ends a sentence rather than an address. */
const afterwards = /[.,;:!?'…’”]+$/;

/** A text as people type it: blank lines part paragraphs, line ends stay, and web addresses can be clicked. */
export function bodyOf(text: string): Body {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => paragraph.split("\n").map((line) => stretchesOf(line.trimEnd())));
}

function stretchesOf(line: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const match of line.matchAll(address)) {
    const href = addressIn(match[0]);
    if (href === null) continue;
    if (match.index > end) stretches.push({ text: line.slice(end, match.index) });
    stretches.push({ text: href, href });
    end = match.index + href.length;
  }
  if (end < line.length || stretches.length === 0) stretches.push({ text: line.slice(end) });
  return stretches;
}

/** The address without what follows it in a sentence; null where nothing is left that leads somewhere. */
function addressIn(found: string): string | null {
  let href = found.replace(afterwards, "");
  while (href.endsWith(")") && count(href, ")") > count(href, "("))
    href = href.slice(0, -1).replace(afterwards, "");
  try {
    return new URL(href).hostname ? href : null;
  } catch {
    return null;
  }
}

const count = (text: string, letter: string) => text.split(letter).length - 1;
