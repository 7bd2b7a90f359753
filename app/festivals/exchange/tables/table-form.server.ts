import { readFormWithin } from "~/platform/http/upload.server.ts";
import {
  readSentTable,
  type SentRefusal,
  tableFormBytes,
  textIn,
} from "~/platform/tables/sent-table.server.ts";
import { dateOrders } from "~/platform/tables/when/dates.ts";
import { type Field, fieldsOf, type ImportKind, importKinds, manyColumns, neededField } from "./fields.ts";
import { type Columns, matchColumns } from "./match-columns.ts";
import type { ImportOrder } from "./order.ts";

export type TableForm = { kind: ImportKind; pasted: string } & (
  | { ok: true; wish: "look" | "take"; order: ImportOrder }
  | ({ ok: false } & SentRefusal)
);

/** The form of either step: with a file or pasted cells, or with the table that came along and what its columns are. */
export async function readTableForm(request: Request): Promise<TableForm> {
  const form = await readFormWithin(request, tableFormBytes);
  if (!form) return { kind: "sessions", pasted: "", ok: false, refusal: "tooLarge", row: null };
  const text = (name: string) => textIn(form, name);
  const kind = importKinds.find((one) => one === text("kind")) ?? "sessions";
  const sent = await readSentTable(form);
  const pasted = text("table") === "" ? text("pasted") : "";
  if (!sent.ok) return { kind, pasted, ...sent };
  const { table } = sent;
  if (!sent.again) {
    const order = { kind, table, columns: matchColumns(kind, table), dateOrder: null, leaveOut: false };
    return { kind, pasted, ok: true, wish: "look", order };
  }
  const order: ImportOrder = {
    kind,
    table,
    columns: table.header.map((_, index) => fieldNamed(kind, text(`column-${index}`))),
    dateOrder: dateOrders.find((one) => one === text("order")) ?? null,
    leaveOut: text("leaveOut") === "on",
  };
  return { kind, pasted, ok: true, wish: text("intent") === "take" ? "take" : "look", order };
}

function fieldNamed(kind: ImportKind, name: string): Field | null {
  return fieldsOf[kind].find((field) => field === name) ?? null;
}

/** What has to be said of the columns before a row can be looked at. */
export function columnProblem(
  kind: ImportKind,
  columns: Columns,
): { key: "noNeeded" | "twice"; field: Field } | null {
  const twice = columns.find(
    (field, index) => field && !manyColumns.includes(field) && columns.indexOf(field) < index,
  );
  if (twice) return { key: "twice", field: twice };
  return columns.includes(neededField[kind]) ? null : { key: "noNeeded", field: neededField[kind] };
}
