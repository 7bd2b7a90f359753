import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Alphabet, Face } from "./pdf-text.ts";

const weights = { plain: "400", bold: "700", serif: "700" } as const;

/** The file of a face for an alphabet. Open Sans has the letters that our own two lack. */
export function fontOf(face: Face, alphabet: Alphabet): string {
  if (alphabet === "greek" || alphabet === "cyrillic") {
    return `open-sans/files/open-sans-${alphabet}-${weights[face]}-normal.woff`;
  }
  if (face === "serif") return `fraunces/files/fraunces-${alphabet}-600-normal.woff`;
  return `figtree/files/figtree-${alphabet}-${weights[face]}-normal.woff`;
}

const require = createRequire(import.meta.url);
const read = new Map<string, Promise<Buffer>>();

/** The bytes of a font file, read once. The style sheets' own woff2 cannot be taken apart by what makes PDFs. */
export function readFont(name: string): Promise<Buffer> {
  const known = read.get(name);
  if (known) return known;
  const bytes = readFile(require.resolve(`@fontsource/${name}`));
  read.set(name, bytes);
  bytes.catch(() => read.delete(name));
  return bytes;
}
