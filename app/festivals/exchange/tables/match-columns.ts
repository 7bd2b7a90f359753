import { type Field, fieldsOf, type ImportKind, manyColumns, synonyms } from "./fields.ts";
import type { Table } from "./table.ts";
import { readDate } from "./when/dates.ts";
import { readMoment } from "./when/moments.ts";
import { readTimes } from "./when/times.ts";
import { weekdayOf } from "./when/words.ts";

/** What each column holds; null for one that is left out. */
export type Columns = (Field | null)[];

const ground = { startsOn: "2000-01-01", endsOn: "2000-01-07", order: "day-first", timeZone: "UTC" } as const;

/** A first guess at what each column holds: by its name, then by a word of its name, then by what stands in it. */
export function matchColumns(kind: ImportKind, { header, rows }: Pick<Table, "header" | "rows">): Columns {
  const names = header.map(plainName);
  const columns: Columns = names.map(() => null);
  const free = (field: Field) => manyColumns.includes(field) || !columns.includes(field);
  const give = (find: (name: string, index: number) => Field[]) => {
    for (const [index, name] of names.entries())
      if (columns[index] === null) columns[index] = find(name, index).find(free) ?? null;
  };
  const words = wordsOf(kind);
  give((name) => [words.get(name) ?? []].flat());
  give((name) => wordsWithin(name, words));
  const columnTexts = (index: number) =>
    rows.slice(0, 200).flatMap(({ cells }) => (cells[index] ? [cells[index]] : []));
  give((_, index) => byContent(kind, columnTexts(index)));
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

function wordsOf(kind: ImportKind): Map<string, Field> {
  const words = new Map<string, Field>();
  for (const field of fieldsOf[kind])
    for (const name of (synonyms[kind][field] ?? "").split(", "))
      if (!words.has(name)) words.set(name, field);
  return words;
}

/** Of `Titel van de workshop` what comes first, before what comes later. */
function wordsWithin(name: string, words: Map<string, Field>): Field[] {
  const padded = ` ${name} `;
  return [...words]
    .map(([word, field]) => ({ word, field, at: padded.indexOf(` ${word} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length)
    .map(({ field }) => field);
}

function byContent(kind: ImportKind, texts: string[]): Field[] {
  if (texts.length === 0) return [];
  const most = (test: (text: string) => boolean) => texts.filter(test).length > texts.length * 0.6;
  const inWords = most((text) => /\p{L}{3}/u.test(text));
  if (kind === "people") return most((text) => /^\S+@\S+\.\S+$/.test(text)) ? ["email"] : [];
  if (kind === "rooms") return inWords ? ["name"] : [];
  if (most((text) => text.includes("@"))) return ["speakers"];
  if (most((text) => readTimes(text) !== null || readMoment(text, ground) !== "badMoment")) return ["start"];
  if (most((text) => readDate(text, ground) !== "badDate" || weekdayOf(text) !== null)) return ["date"];
  return inWords ? ["title"] : [];
}
