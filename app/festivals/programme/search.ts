/** A text as a search compares it: small letters without accents. */
export function searchable(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** The words that all have to be found. */
export function wordsOf(query: string): string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}
