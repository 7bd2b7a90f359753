import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { limits } from "./limits.ts";
import type { Table } from "./table.ts";

const cells = z.array(z.string().max(limits.cell)).max(limits.columns);
const carried = z.object({
  header: cells,
  rows: z.array(z.object({ number: z.number().int(), cells })).max(limits.rows),
  sheet: z.string().max(200).nullable(),
});

/** Of the form that carries a table back. */
export const carriedBytes = 3 * 1024 * 1024;

/**
 * A table as it travels in the form between looking and taking, so that nothing of it is kept here before somebody
 * says so: docs/decisions/0015-tables-are-read-with-limits.md.
 */
export function packTable(table: Table): string {
  return gzipSync(JSON.stringify(table)).toString("base64url");
}

/** Null for what did not come from `packTable`. */
export function unpackTable(text: string): Table | null {
  try {
    const json = gunzipSync(Buffer.from(text, "base64url"), { maxOutputLength: limits.text * 3 });
    const table = carried.parse(JSON.parse(json.toString("utf8")));
    const width = table.header.length;
    return table.rows.every((row) => row.cells.length === width) ? table : null;
  } catch {
    return null;
  }
}
