import { CsvError, parse } from "csv-parse/sync";
import { undefused } from "./defuse.ts";
import { limits } from "./limits.ts";
import { TableRefused, type TableRow } from "./table.ts";

export const separators = [",", ";", "\t"] as const;
export type Separator = (typeof separators)[number];

/** Rows of separated text (RFC 4180, and what spreadsheets make of it), each with the number of its record. */
export function readCsv(text: string): TableRow[] {
  const named = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const separator = (named?.[1] as Separator | undefined) ?? separatorOf(body);
  const first = named ? 2 : 1;
  return records(body, separator).map((cells, index) => ({
    number: index + first,
    cells: cells.map(undefused),
  }));
}

function records(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A quote inside a field without quotes is a letter like any other: 6" pipes.
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.rows + 100,
      max_record_size: limits.cell * limits.columns,
    }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw new TableRefused("notATable", Number(error.lines) || null);
    throw error;
  }
}

/** The separator that gives most rows as many cells as the first has, and more than one. */
export function separatorOf(text: string): Separator {
  const scores = separators.map((separator) => {
    const counts = cellCounts(text.slice(0, 100_000), separator);
    const [first = 1] = counts;
    const alike = counts.filter((count) => count === first).length / Math.max(counts.length, 1);
    return { separator, score: first > 1 ? alike * 100 + Math.min(first, 50) : 0 };
  });
  return scores.sort((a, b) => b.score - a.score)[0]?.separator ?? ",";
}

/** How many cells each of the first lines would have, heeding quotes. */
function cellCounts(text: string, separator: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let filled = false;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === separator) cells += 1;
    else if (!quoted && letter === "\n") {
      if (filled) counts.push(cells);
      if (counts.length >= 30) return counts;
      cells = 1;
      filled = false;
      continue;
    }
    filled ||= letter !== "\r";
  }
  return filled ? [...counts, cells] : counts;
}
