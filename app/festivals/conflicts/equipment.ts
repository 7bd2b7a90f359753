/** The things of a list as somebody typed it: by line, comma or semicolon. */
export function listOf(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** What of a list is in none of the things a room has. “Piano” is there when the room has “piano (tuned)”. */
export function missingEquipment(needs: string, has: string): string[] {
  const there = listOf(has).map((item) => new Set(wordsOf(item)));
  return listOf(needs).filter((need) => {
    const words = wordsOf(need);
    return words.length > 0 && !there.some((item) => words.every((word) => item.has(word)));
  });
}

/** Words without case and accents. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
