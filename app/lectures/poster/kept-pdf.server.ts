import type { Locale } from "~/platform/i18n/languages.ts";
import type { IsoDate } from "~/platform/time.ts";
import { posterPdf } from "./poster-pdf.server.ts";
import type { PosterWords } from "./poster-words.ts";

interface PdfFacts {
  words: PosterWords;
  locale: Locale;
  asOf: IsoDate;
}

/** The last posters that were drawn, by what they say; drawing one takes a tenth of a second. */
const kept = new Map<string, Promise<Buffer>>();
const mostKept = 20;

/** The PDF of these words; who asks while it is drawn waits for the same one. */
export function keptPdf(revision: string, { words, locale, asOf }: PdfFacts): Promise<Buffer> {
  const known = kept.get(revision);
  if (known) return known;
  const drawn = posterPdf(words, { locale, asOf });
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
  kept.set(revision, drawn);
  drawn.catch(() => kept.delete(revision));
  return drawn;
}
