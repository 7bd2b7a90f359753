/** The name of a language in the reader's own: `Dutch`, `Nederlands`; the code itself where there is no name. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
