export const faces = ["plain", "bold", "serif"] as const;
export type Face = (typeof faces)[number];

export const alphabets = ["latin", "latin-ext", "greek", "cyrillic"] as const;
export type Alphabet = (typeof alphabets)[number];

/** What each alphabet's font file holds, tried in this order. */
const covers: Record<Alphabet, RegExp> = {
  latin:
    /[ -~\u00a0-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2002-\u200a\u2010-\u2027\u2030-\u205e\u20ac\u2122\u2212]/,
  "latin-ext": /[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20c0\u2113]/,
  greek: /[\u0384-\u03ff]/,
  cyrillic: /[\u0400-\u045f\u0490\u0491\u2116]/,
};

export interface Run {
  alphabet: Alphabet;
  text: string;
}

/**
 * A text cut where another font file has to write it. What none of them has is left out, pictures and letters of
 * other scripts among them; a text of which nothing is left becomes an ellipsis.
 */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const letter of text.normalize("NFC")) {
    const alphabet = alphabets.find((one) => covers[one].test(letter));
    if (!alphabet) continue;
    const last = runs.at(-1);
    // A space belongs to whatever it stands behind.
    if (last && (last.alphabet === alphabet || letter === " ")) last.text += letter;
    else runs.push({ alphabet, text: letter });
  }
  const written = runs.some((run) => run.text.trim() !== "");
  return written || text.trim() === "" ? runs : [{ alphabet: "latin", text: "…" }];
}

/**
 * Lines no wider than `width`, at most `mostLines` of them; the last ends in an ellipsis where something is left
 * over. Words too long for a line are cut.
 */
export function wrap(
  text: string,
  width: number,
  mostLines: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line ? `${line} ${word}` : word;
    if (measure(joined) <= width) {
      line = joined;
      continue;
    }
    if (line) lines.push(line);
    const pieces = cut(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  if (line) lines.push(line);
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  let last = kept.pop() ?? "";
  while (last && measure(`${last}…`) > width) last = [...last].slice(0, -1).join("").trimEnd();
  return [...kept, `${last}…`];
}

function cut(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
