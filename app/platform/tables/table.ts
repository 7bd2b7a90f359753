export interface TableRow {
  /** As the spreadsheet counts: the first line of a file is 1. */
  number: number;
  cells: string[];
}

/** A table as text, whatever kind of file it came in: dates as `2027-04-08`, times as `10:00`, both with a `T`. */
export interface Table {
  header: string[];
  rows: TableRow[];
  /** The sheet it stood on, where the file has several. */
  sheet: string | null;
}

/** Why a file is no table; each has a sentence in the catalogue. */
export type TableRefusal =
  | "nothingSent"
  | "tooLarge"
  | "empty"
  | "noRows"
  | "notText"
  | "notATable"
  | "oldExcel"
  | "brokenWorkbook"
  | "unpacksTooLarge"
  | "tooManyRows"
  | "tooManyColumns"
  | "cellTooLong"
  | "declaresEntities";

export class TableRefused extends Error {
  constructor(
    readonly refusal: TableRefusal,
    /** Where in the file, for those that are about one row. */
    readonly row: number | null = null,
  ) {
    super(refusal);
  }
}

export type ReadTable = { ok: true; table: Table } | { ok: false; refusal: TableRefusal; row: number | null };

/** `C` of the third column. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
