import type { Locale } from "~/platform/i18n/languages.ts";
import { product } from "~/platform/product.ts";
import type { IsoDate } from "~/platform/time.ts";
import { fontOf, readFont } from "./pdf-fonts.server.ts";
import {
  type Block,
  codesTop,
  layCode,
  layFooter,
  layUpper,
  leading,
  type Measure,
  sheet,
} from "./pdf-layout.ts";
import { alphabets, type Face, faces, type Run, runsOf } from "./pdf-text.ts";
import type { PosterWords } from "./poster-words.ts";
import { drawQr } from "./qr.ts";

const mm = 72 / 25.4;

interface PdfOptions {
  locale: Locale;
  asOf: IsoDate;
  /** Off to look into what was written. */
  compress?: boolean;
}

/** One A4 page with everything the poster says, its fonts in it; the same words give the same bytes. */
export async function posterPdf(
  words: PosterWords,
  { locale, asOf, compress = true }: PdfOptions,
): Promise<Buffer> {
  const { default: PDFDocument } = await import("pdfkit");
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    compress,
    lang: locale,
    tagged: true,
    displayTitle: true,
    info: { Title: words.name, Creator: product.name, CreationDate: new Date(`${asOf}T12:00:00Z`) },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => doc.on("end", resolve).on("error", reject));
  await registerFonts(doc);
  drawPoster(doc, words);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

type Doc = PDFKit.PDFDocument;

const idOf = (face: Face, alphabet: (typeof alphabets)[number]) => `${face} ${alphabet}`;

async function registerFonts(doc: Doc): Promise<void> {
  for (const face of faces) {
    for (const alphabet of alphabets) {
      doc.registerFont(idOf(face, alphabet), await readFont(fontOf(face, alphabet)));
    }
  }
}

function drawPoster(doc: Doc, words: PosterWords): void {
  const measure = measureWith(doc);
  const upper = layUpper(words, measure);
  const footer = layFooter(words, measure);
  decorate(doc, () => {
    drawBands(doc, words.hosts);
    doc
      .rect(sheet.margin * mm, upper.ruleAt * mm, (sheet.width - 2 * sheet.margin) * mm, 0.8 * mm)
      .fill("#000");
    for (const { x, y, colour } of footer.dots) swatch(doc, x, y, 3.6, 3.6, colour);
  });
  for (const block of upper.blocks) drawBlock(doc, block);
  words.codes.forEach((code, index) => {
    const x = sheet.margin + index * ((sheet.width - 2 * sheet.margin + 8) / 2);
    drawCode(doc, code, x - 3);
    for (const block of layCode(code, x, measure)) drawBlock(doc, block);
  });
  for (const block of footer.blocks) drawBlock(doc, block);
}

/**
 * Widths in millimetres, letter by letter and each letter measured once: asking for whole lines again and again would
 * take most of the time. What pairs of letters save is not counted, so a line is never wider than measured by much.
 */
function measureWith(doc: Doc): Measure {
  const advances = new Map<string, number>();
  const advance = (face: Face, letter: string, alphabet: Run["alphabet"]) => {
    const key = face + letter;
    const known = advances.get(key);
    if (known !== undefined) return known;
    const found = doc.font(idOf(face, alphabet)).fontSize(100).widthOfString(letter) / 100;
    advances.set(key, found);
    return found;
  };
  return (text, face, size) =>
    size *
    runsOf(text).reduce(
      (sum, run) => [...run.text].reduce((so, letter) => so + advance(face, letter, run.alphabet), sum),
      0,
    );
}

/** Drawing that says nothing, which a screen reader passes over. */
function decorate(doc: Doc, draw: () => void): void {
  doc.markContent("Artifact");
  draw();
  doc.endMarkedContent();
}

function drawBands(doc: Doc, hosts: PosterWords["hosts"]): void {
  const room = sheet.width - 2 * sheet.margin;
  const each = room / Math.max(1, hosts.length);
  for (const [index, { colour }] of hosts.entries()) {
    swatch(doc, sheet.margin + index * each, sheet.top, each - 1.5, 4, colour);
  }
}

/** A colour with a black edge, which stays where the printer knows black alone. */
function swatch(doc: Doc, x: number, y: number, width: number, height: number, colour: string): void {
  doc
    .rect(x * mm, y * mm, Math.max(0.5, width) * mm, height * mm)
    .lineWidth(0.3 * mm)
    .fillAndStroke(colour, "#000");
}

function drawBlock(doc: Doc, { is, x, y, face, size, lines }: Block): void {
  const draw = () => {
    doc.fillColor("#000");
    lines.forEach((line, index) => {
      let at = x * mm;
      const baseline = (y + size * (leading * index + 0.95)) * mm;
      for (const { alphabet, text } of runsOf(line)) {
        doc.font(idOf(face, alphabet)).fontSize(size * mm);
        doc.text(text, at, baseline, { lineBreak: false, baseline: "alphabetic" });
        at += doc.widthOfString(text);
      }
    });
  };
  doc.addStructure(doc.struct(is, {}, draw));
}

function drawCode(doc: Doc, { address, alt }: PosterWords["codes"][number], x: number): void {
  const { size, path } = drawQr(address);
  const side = 42;
  const draw = () => {
    doc.save();
    doc.translate(x * mm, codesTop * mm).scale((side * mm) / size);
    doc.path(path).fill("#000");
    doc.restore();
  };
  doc.addStructure(doc.struct("Figure", { alt }, draw));
  doc.link((x + 3) * mm, codesTop * mm, side * mm, side * mm, address);
}
