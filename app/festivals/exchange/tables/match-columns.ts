import { guessColumns, mostOf } from "~/platform/tables/match-columns.ts";
import type { Table } from "~/platform/tables/table.ts";
import { readDate } from "~/platform/tables/when/dates.ts";
import { readMoment } from "~/platform/tables/when/moments.ts";
import { readTimes } from "~/platform/tables/when/times.ts";
import { weekdayOf } from "~/platform/tables/when/words.ts";
import { type Field, fieldsOf, type ImportKind, manyColumns, synonyms } from "./fields.ts";

/** What each column holds; null for one that is left out. */
export type Columns = (Field | null)[];

const ground = { startsOn: "2000-01-01", endsOn: "2000-01-07", order: "day-first", timeZone: "UTC" } as const;

/** A first guess at what each column of such a table holds. */
export function matchColumns(kind: ImportKind, table: Pick<Table, "header" | "rows">): Columns {
  return guessColumns(
    {
      fields: fieldsOf[kind],
      synonyms: synonyms[kind],
      many: manyColumns,
      byContent: (texts) => byContent(kind, texts),
    },
    table,
  );
}

function byContent(kind: ImportKind, texts: string[]): Field[] {
  const most = (test: (text: string) => boolean) => mostOf(texts, test);
  const inWords = most((text) => /\p{L}{3}/u.test(text));
  if (kind === "people") return most((text) => /^\S+@\S+\.\S+$/.test(text)) ? ["email"] : [];
  if (kind === "rooms") return inWords ? ["name"] : [];
  if (most((text) => text.includes("@"))) return ["speakers"];
  if (most((text) => readTimes(text) !== null || readMoment(text, ground) !== "badMoment")) return ["start"];
  if (most((text) => readDate(text, ground) !== "badDate" || weekdayOf(text) !== null)) return ["date"];
  return inWords ? ["title"] : [];
}
