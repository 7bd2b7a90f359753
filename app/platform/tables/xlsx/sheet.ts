import { limits } from "../limits.ts";
import { TableRefused, type TableRow } from "../table.ts";
import { type DateFormat, serialText } from "./date-formats.ts";
import { scanXml } from "./scan-xml.ts";
import { unescaped } from "./workbook.ts";

export interface SheetFacts {
  strings: string[];
  formats: DateFormat[];
  since1904: boolean;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
}

/** The rows of a sheet that hold something. Of a formula the value it had when it was saved is read; nothing is reckoned. */
export function readSheet(xml: string, facts: SheetFacts): TableRow[] {
  const rows: TableRow[] = [];
  const merged: string[] = [];
  let row: TableRow = { number: 0, cells: [] };
  let cell: Cell | null = null;
  let within = "";
  let next = 0;
  scanXml(xml, {
    open({ name, attribute }) {
      within = name;
      if (name === "row") {
        row = { number: Number(attribute("r")) || row.number + 1, cells: [] };
        next = 0;
      } else if (name === "c") {
        const column = columnOf(attribute("r")) ?? next;
        next = column + 1;
        if (column >= limits.columns * 5) throw new TableRefused("tooManyColumns", row.number);
        cell = { column, type: attribute("t") ?? "n", style: Number(attribute("s") ?? 0), value: "" };
      } else if (name === "mergeCell") merged.push(attribute("ref") ?? "");
    },
    text(text) {
      if (cell && (within === "v" || within === "t")) cell.value += text;
    },
    close(name) {
      within = "";
      if (name === "c" && cell) {
        const text = textOf(cell, facts);
        if (text !== "") row.cells[cell.column] = text;
        cell = null;
      } else if (name === "row" && row.cells.length > 0) {
        rows.push({ ...row, cells: Array.from(row.cells, (text) => text ?? "") });
        if (rows.length > limits.rows + 100) throw new TableRefused("tooManyRows");
      }
    },
  });
  return filledDown(rows, merged);
}

function textOf({ type, style, value }: Cell, { strings, formats, since1904 }: SheetFacts): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "inlineStr" || type === "str") return unescaped(value);
  if (type === "b") return value === "1" ? "yes" : "no";
  if (type === "e") return "";
  const format = formats[style] ?? null;
  const number = Number(value);
  if (value === "" || type === "d" || !Number.isFinite(number)) return value.trim();
  if (format && number >= 0 && number < 2_958_466) return serialText(number, format, since1904);
  return plainNumber(number);
}

/** Without an exponent, and without what binary fractions add at the end. */
function plainNumber(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e15
    ? String(number)
    : String(Number(number.toPrecision(12)));
}

/** 0 of `A7`. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A date merged over the rows of its day belongs to each of them. */
function filledDown(rows: TableRow[], merged: string[]): TableRow[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const reference of merged.slice(0, limits.rows)) {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    const column = columnOf(match?.[1]);
    if (!match || column === null || match[1] !== match[3]) continue;
    const [first, last] = [Number(match[2]), Math.min(Number(match[4]), Number(match[2]) + limits.rows)];
    const value = byNumber.get(first)?.cells[column] ?? "";
    for (let number = first + 1; number <= last && value; number += 1) {
      const row = byNumber.get(number);
      if (!row) continue;
      while (row.cells.length < column) row.cells.push("");
      row.cells[column] ||= value;
    }
  }
  return rows;
}
