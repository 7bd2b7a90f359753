import { stringify } from "csv-stringify/sync";
import { defused } from "~/platform/tables/defuse.ts";
import type { Sheet, Value } from "./sheet.ts";

/**
 * A sheet as RFC 4180 has it, with the byte order mark by which Excel knows UTF-8. What a spreadsheet would take for
 * a formula has an apostrophe in front.
 */
export function writeCsv({ header, rows }: Sheet): string {
  const cells = [header, ...rows].map((row) => row.map(textOf));
  return stringify(cells, { bom: true, record_delimiter: "\r\n" });
}

function textOf(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return defused(value);
  if ("date" in value) return value.date;
  return "time" in value ? value.time : value.moment.replace("T", " ");
}
