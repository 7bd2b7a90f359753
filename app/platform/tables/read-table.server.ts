import { cleanText } from "~/platform/text.ts";
import { readCsv } from "./csv.ts";
import { decodeText } from "./decode-text.ts";
import { limits } from "./limits.ts";
import { type ReadTable, type Table, TableRefused, type TableRow } from "./table.ts";
import { readXlsx } from "./xlsx/read-xlsx.server.ts";

/** A workbook, or separated text of any common kind, as a table. What cannot be one is refused with a reason. */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  try {
    return { ok: true, table: await read(bytes) };
  } catch (error) {
    if (error instanceof TableRefused) return { ok: false, refusal: error.refusal, row: error.row };
    throw error;
  }
}

async function read(bytes: Uint8Array): Promise<Table> {
  if (bytes.byteLength > limits.fileBytes) throw new TableRefused("tooLarge");
  const magic = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  // The file format of Excel until 2003, in which password-protected workbooks still come.
  if (magic === "d0cf11e0") throw new TableRefused("oldExcel");
  if (magic === "504b0304") {
    const { rows, sheet } = await readXlsx(bytes);
    return tableOf(rows, sheet);
  }
  const text = decodeText(bytes);
  if (text === null) throw new TableRefused("notText");
  if (text.trim() === "") throw new TableRefused("empty");
  if (/^\s*[<{]/.test(text)) throw new TableRefused("notATable");
  return tableOf(readCsv(text), null);
}

/** Its header is the first row of several cells, because a title may stand above it. */
function tableOf(found: TableRow[], sheet: string | null): Table {
  const rows = found.map(cleaned).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) throw new TableRefused("empty");
  const filled = (row: TableRow) => row.cells.filter((cell) => cell !== "").length;
  const widest = Math.max(...rows.slice(0, 20).map(filled));
  const at = rows.findIndex((row) => filled(row) >= Math.min(2, widest));
  const own = rows.slice(Math.max(at, 0));
  // A bare list of addresses has no line with names of columns.
  const named = own[0]?.cells.some((cell) => /^\S+@\S+\.\S+$/.test(cell)) === false;
  const header = named ? own[0] : { number: 0, cells: [] };
  const body = named ? own.slice(1) : own;
  if (!header || body.length === 0) throw new TableRefused("noRows");
  if (body.length > limits.rows) throw new TableRefused("tooManyRows");
  const width = Math.max(...[header, ...body].map(({ cells }) => cells.length));
  if (width > limits.columns) throw new TableRefused("tooManyColumns");
  const padded = (cells: string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? "");
  let text = 0;
  for (const { number, cells } of [header, ...body])
    for (const cell of cells) {
      text += cell.length;
      if (cell.length > limits.cell) throw new TableRefused("cellTooLong", number);
      if (text > limits.text) throw new TableRefused("unpacksTooLarge");
    }
  return {
    header: padded(header.cells),
    rows: body.map(({ number, cells }) => ({ number, cells: padded(cells) })),
    sheet,
  };
}

function cleaned({ number, cells }: TableRow): TableRow {
  const texts = cells.map((cell) =>
    cleanText(cell)
      .replace(/\p{Surrogate}/gu, "\ufffd")
      .trim(),
  );
  while (texts.length > 0 && texts.at(-1) === "") texts.pop();
  return { number, cells: texts };
}
