import writeXlsxFile, { type Cell } from "write-excel-file/node";
import { wellFormed } from "../schedule/texts.ts";
import type { Sheet, Value } from "./sheet.ts";

/** What Excel takes in one cell. */
const longest = 32_767;

/** A sheet as a workbook: numbers are numbers, dates real dates, and a text is a text whatever it begins with. */
export async function writeXlsx({ header, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const cells = [
    header.map((text): Cell => ({ ...textCell(text), fontWeight: "bold" })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const columns = header.map((name, column) => ({
    width: widthOf(
      name,
      rows.map((row) => row[column] ?? null),
    ),
  }));
  const file = await writeXlsxFile(cells, { columns, stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(file);
}

const textCell = (text: string) => ({ value: wellFormed(text).slice(0, longest), type: String });

function cellOf(value: Value): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (typeof value === "string") return textCell(value);
  if ("time" in value) {
    const [hours = 0, minutes = 0] = value.time.split(":").map(Number);
    return { value: (hours * 60 + minutes) / 1440, type: Number, format: "hh:mm" };
  }
  // A workbook knows no zones: the wall-clock time goes in as if it were UTC.
  if ("date" in value) return { value: new Date(value.date), type: Date, format: "yyyy-mm-dd" };
  return { value: new Date(`${value.moment}Z`), type: Date, format: "yyyy-mm-dd hh:mm" };
}

function widthOf(name: string, values: Value[]): number {
  const lengths = values.slice(0, 200).map((value) => (typeof value === "string" ? value.length : 10));
  return Math.min(Math.max(name.length, ...lengths) + 2, 50);
}
