import { type Face, wrap } from "./pdf-text.ts";
import type { PosterWords } from "./poster-words.ts";

/** Millimetres from the top left of the sheet. */
export interface Block {
  is: "H1" | "H2" | "P";
  x: number;
  y: number;
  face: Face;
  size: number;
  lines: string[];
}

export type Measure = (text: string, face: Face, size: number) => number;

export const sheet = { width: 210, height: 297, margin: 16, top: 14, bottom: 10 } as const;
export const leading = 1.22;
/** Where the codes begin; what stands above ends before it. */
export const codesTop = 196;
const footerTop = 273;
const width = sheet.width - 2 * sheet.margin;

interface Style {
  is?: Block["is"];
  face?: Face;
  size: number;
  lines: number;
  gap?: number;
  x?: number;
}

/** Sets texts below each other. */
function column(measure: Measure, x: number, top: number, room: number) {
  const blocks: Block[] = [];
  let y = top;
  return {
    blocks,
    add(text: string, { is = "P", face = "plain", size, lines, gap = 0 }: Style) {
      const set = wrap(text, room, lines, (part) => measure(part, face, size));
      if (set.length === 0) return;
      y += gap;
      blocks.push({ is, x, y, face, size, lines: set });
      y += set.length * size * leading;
    },
    get end() {
      return y;
    },
    set end(value: number) {
      y = value;
    },
  };
}

export interface Upper {
  blocks: Block[];
  /** Where the list begins: a rule is drawn there. */
  ruleAt: number;
  end: number;
}

/** Everything above the codes, with letters as large as leave room for all of it. */
export function layUpper(words: PosterWords, measure: Measure): Upper {
  const tries = [1.15, 1, 0.85, 0.7, 0.6, 0.5].map((step) => setUpper(words, measure, step));
  const fitting = tries.find(({ end }) => end <= codesTop - 4) ?? tries.at(-1)!;
  return { ...fitting, blocks: fitting.blocks.filter((block) => endOf(block) <= codesTop - 2) };
}

const endOf = ({ y, lines, size }: Block) => y + lines.length * size * leading;

function setUpper(words: PosterWords, measure: Measure, step: number): Upper {
  const head = column(measure, sheet.margin, sheet.top + 10, width);
  head.add(words.name, { is: "H1", face: "serif", size: 17 * step, lines: 3 });
  head.add(words.when, { face: "bold", size: 7.6 * Math.max(step, 0.7), lines: 2, gap: 4 * step });
  head.add(`${words.where} · ${words.minutes}`, { size: 5.6 * Math.max(step, 0.7), lines: 2, gap: 1 });
  head.add(words.rules.join(" · "), { face: "bold", size: 5.2 * step, lines: 4, gap: 3 * step });
  const ruleAt = head.end + 5 * step;
  head.end = ruleAt + 5 * step;
  head.add(words.coming, { is: "H2", face: "serif", size: 6.2 * Math.max(step, 0.7), lines: 1 });
  if (words.lines.length === 0) head.add(words.none, { size: 5, lines: 2, gap: 3 });
  const blocks = [...head.blocks];
  let y = head.end + 3 * step;
  for (const line of words.lines) {
    const when = column(measure, sheet.margin, y + 0.8, dates);
    when.add(line.date, { face: "bold", size: 4.9, lines: 1 });
    when.add(line.aside, { size: 3.5, lines: 2 });
    const what = column(measure, sheet.margin + dates + 4, y, width - dates - 4);
    what.add(line.topic, { face: "serif", size: 6.8 * step, lines: 3 });
    what.add(line.speaker, { size: 4.8 * Math.max(step, 0.7), lines: 2, gap: 0.6 });
    blocks.push(...when.blocks, ...what.blocks);
    y = Math.max(when.end, what.end) + 4 * step;
  }
  return { blocks, ruleAt, end: y };
}

const dates = 36;

/** The words below one code, from `x` on. */
export function layCode(code: PosterWords["codes"][number], x: number, measure: Measure): Block[] {
  const below = column(measure, x, codesTop + 42, (width - 8) / 2);
  below.add(code.title, { is: "H2", face: "serif", size: 5.6, lines: 1 });
  below.add(code.text, { size: 4.2, lines: 2, gap: 0.6 });
  below.add(code.short, { face: "bold", size: 3.6, lines: 3, gap: 1 });
  return below.blocks;
}

/** Hosts on the left, beside dots that are drawn before each; the day of the list on the right. */
export function layFooter(
  words: PosterWords,
  measure: Measure,
): { blocks: Block[]; dots: { x: number; y: number; colour: string }[] } {
  const size = 3.8;
  const asOf = measure(words.asOf, "plain", size);
  const limit = sheet.width - sheet.margin - asOf - 8;
  const blocks: Block[] = [];
  const dots: { x: number; y: number; colour: string }[] = [];
  let x: number = sheet.margin;
  let y = footerTop;
  for (const { name, colour } of words.hosts) {
    const [line = ""] = wrap(name, limit - sheet.margin - 6, 1, (part) => measure(part, "plain", size));
    const room = 6 + measure(line, "plain", size);
    if (x > sheet.margin && x + room > limit) {
      x = sheet.margin;
      y += size * 1.5;
    }
    if (y > sheet.height - sheet.bottom) break;
    dots.push({ x, y: y + 0.3, colour });
    blocks.push({ is: "P", x: x + 5, y, face: "plain", size, lines: [line] });
    x += room + 5;
  }
  const right = sheet.width - sheet.margin - asOf;
  blocks.push({ is: "P", x: right, y: footerTop, face: "plain", size, lines: [words.asOf] });
  return { blocks, dots };
}
