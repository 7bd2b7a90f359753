// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this file is about
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g;

/** Text of several lines: control characters are gone, line ends are `\n`. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(controls, "");
}

/** Text of one line: every run of white space and control characters becomes a space. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}

/** A part of a URL made from a name: `Delen & Leren` becomes `delen-leren`. Empty when nothing is left. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}
