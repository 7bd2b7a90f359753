import { TableRefused, type TableRow } from "../table.ts";
import { readDateFormats } from "./date-formats.ts";
import { readSheet } from "./sheet.ts";
import { readSharedStrings, readWorkbook } from "./workbook.ts";
import { unzip } from "./zip.server.ts";

const fixed = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"];

/** The first sheet of a workbook that is shown and holds something. */
export async function readXlsx(bytes: Uint8Array): Promise<{ rows: TableRow[]; sheet: string | null }> {
  const parts = await unzip(
    bytes,
    (name) => fixed.includes(name) || /^xl\/worksheets\/[^/]+\.xml$/.test(name),
  );
  const workbook = parts.get("xl/workbook.xml");
  const relations = parts.get("xl/_rels/workbook.xml.rels");
  if (!workbook || !relations) throw new TableRefused("brokenWorkbook");
  const { sheets, since1904 } = readWorkbook(workbook, relations);
  const facts = {
    strings: readSharedStrings(parts.get("xl/sharedStrings.xml") ?? ""),
    formats: readDateFormats(parts.get("xl/styles.xml") ?? ""),
    since1904,
  };
  const shown = sheets.filter(({ hidden }) => !hidden);
  for (const { name, part } of shown) {
    const rows = readSheet(parts.get(part) ?? "", facts);
    if (rows.length > 0) return { rows, sheet: shown.length > 1 ? name : null };
  }
  return { rows: [], sheet: null };
}
