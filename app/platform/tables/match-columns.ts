import type { Table } from "./table.ts";

/** What the columns of a kind of table may hold, and how people call them. */
export interface ColumnNames<Field extends string> {
  fields: readonly Field[];
  /** Separated by commas, in small letters. */
  synonyms: Partial<Record<Field, string>>;
  /** Fields that may stand in several columns. */
  many?: readonly Field[];
  /** What a column without a telling name holds, by its cells. */
  byContent: (texts: string[]) => Field[];
}

const rowsRead = 200;

/** A first guess at what each column holds: by its name, then by a word of its name, then by what stands in it. */
export function guessColumns<Field extends string>(
  { fields, synonyms, many = [], byContent }: ColumnNames<Field>,
  { header, rows }: Pick<Table, "header" | "rows">,
): (Field | null)[] {
  const names = header.map(plainName);
  const columns: (Field | null)[] = names.map(() => null);
  const free = (field: Field) => many.includes(field) || !columns.includes(field);
  const give = (find: (name: string, index: number) => Field[]) => {
    for (const [index, name] of names.entries())
      if (columns[index] === null) columns[index] = find(name, index).find(free) ?? null;
  };
  const words = wordsOf(fields, synonyms);
  give((name) => {
    const named = words.get(name);
    return named === undefined ? [] : [named];
  });
  give((name) => wordsWithin(name, words));
  const columnTexts = (index: number) =>
    rows.slice(0, rowsRead).flatMap(({ cells }) => (cells[index] ? [cells[index]] : []));
  give((_, index) => byContent(columnTexts(index)));
  return columns;
}

/** `E-mail (work):` is `email work`. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\be[\s-]?mail/g, "email")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/ \d+$/, "")
    .trim();
}

/** Whether more than three in five of the texts pass; never of none. */
export function mostOf(texts: readonly string[], test: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(test).length > texts.length * 0.6;
}

function wordsOf<Field extends string>(
  fields: readonly Field[],
  synonyms: Partial<Record<Field, string>>,
): Map<string, Field> {
  const words = new Map<string, Field>();
  for (const field of fields)
    for (const name of (synonyms[field] ?? "").split(", ")) if (!words.has(name)) words.set(name, field);
  return words;
}

/** Of `Titel van de workshop` what comes first, before what comes later. */
function wordsWithin<Field extends string>(name: string, words: Map<string, Field>): Field[] {
  const padded = ` ${name} `;
  return [...words]
    .map(([word, field]) => ({ word, field, at: padded.indexOf(` ${word} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length)
    .map(({ field }) => field);
}
