import { readFormWithin } from "~/platform/http/upload.server.ts";
import { carriedBytes, unpackTable } from "./carry.server.ts";
import { type Field, fieldsOf, type ImportKind, importKinds, manyColumns, neededField } from "./fields.ts";
import { limits } from "./limits.ts";
import { type Columns, matchColumns } from "./match-columns.ts";
import type { ImportOrder } from "./order.ts";
import { readTable } from "./read-table.server.ts";
import type { TableRefusal } from "./table.ts";
import { dateOrders } from "./when/dates.ts";

export type FormRefusal = { refusal: TableRefusal | "lostTable"; row: number | null };

export type TableForm = { kind: ImportKind; pasted: string } & (
  | { ok: true; wish: "look" | "take"; order: ImportOrder }
  | ({ ok: false } & FormRefusal)
);

/** Room for the fields around a file of the largest size. */
const overhead = 256 * 1024;

/** The form of either step: with a file or pasted cells, or with the table that came along and what its columns are. */
export async function readTableForm(request: Request): Promise<TableForm> {
  const form = await readFormWithin(request, Math.max(limits.fileBytes, carriedBytes) + overhead);
  if (!form) return { kind: "sessions", pasted: "", ok: false, refusal: "tooLarge", row: null };
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const kind = importKinds.find((one) => one === text("kind")) ?? "sessions";
  if (text("table") === "") return firstStep(form, kind, text("pasted"));
  const table = unpackTable(text("table"));
  if (!table) return { kind, pasted: "", ok: false, refusal: "lostTable", row: null };
  const order: ImportOrder = {
    kind,
    table,
    columns: table.header.map((_, index) => fieldNamed(kind, text(`column-${index}`))),
    dateOrder: dateOrders.find((one) => one === text("order")) ?? null,
    leaveOut: text("leaveOut") === "on",
  };
  return { kind, pasted: "", ok: true, wish: text("intent") === "take" ? "take" : "look", order };
}

async function firstStep(form: FormData, kind: ImportKind, pasted: string): Promise<TableForm> {
  const bytes = await sent(form, pasted);
  if (!bytes) return { kind, pasted, ok: false, refusal: "nothingSent", row: null };
  const read = await readTable(bytes);
  if (!read.ok) return { kind, pasted, ...read };
  const { table } = read;
  const order = { kind, table, columns: matchColumns(kind, table), dateOrder: null, leaveOut: false };
  return { kind, pasted, ok: true, wish: "look", order };
}

async function sent(form: FormData, pasted: string): Promise<Uint8Array | null> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  return pasted.trim() === "" ? null : new TextEncoder().encode(pasted);
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
