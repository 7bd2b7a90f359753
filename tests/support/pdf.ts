/** How many pages an uncompressed PDF, or one whose page objects are, has. */
export function pagesIn(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/**
 * The text of an uncompressed PDF as a reader would copy it, a line for each time the pen is set down. The glyphs of
 * each font are read with the table that the PDF itself carries for that.
 */
export function textOf(pdf: Buffer): string {
  const raw = pdf.toString("latin1");
  const objects = new Map(
    [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]),
  );
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? "")?.[1];
      if (table) fonts.set(name!, readTable(objects.get(table) ?? ""));
    }
  }
  let font = new Map<number, string>();
  let text = "";
  for (const [, name, array, , y] of raw.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ|1 0 0 1 ([-\d.]+) ([-\d.]+) Tm/g,
  )) {
    if (name) font = fonts.get(name) ?? font;
    else if (array !== undefined)
      text += glyphs(array)
        .map((glyph) => font.get(glyph) ?? "")
        .join("");
    else if (y !== undefined) text += `\n@${y}@`;
  }
  return joinLines(text);
}

const glyphs = (array: string) =>
  [...array.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) =>
    (hex!.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)),
  );

/** Pieces on the same height are one line: it changed its font there. */
function joinLines(text: string): string {
  const pieces = [...text.matchAll(/@([-\d.]+)@([^\n]*)/g)].map(([, y, words]) => ({ y, words: words! }));
  return pieces.reduce(
    (so, { y, words }, index) => so + (index > 0 && pieces[index - 1]!.y === y ? "" : "\n") + words,
    "",
  );
}

function readTable(table: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    [...list!.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex], index) => {
      const units = hex!.replaceAll(" ", "").match(/.{4}/g) ?? [];
      found.set(
        Number.parseInt(from!, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return found;
}
