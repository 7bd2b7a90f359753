import { carriedBytes, unpackTable } from "./carry.server.ts";
import { limits } from "./limits.ts";
import { readTable } from "./read-table.server.ts";
import type { Table, TableRefusal } from "./table.ts";

export type SentRefusal = { refusal: TableRefusal | "lostTable"; row: number | null };

/** A table that came as a file or as pasted cells for the first time, or the one that was sent before and came along. */
export type SentTable = { ok: true; table: Table; again: boolean } | ({ ok: false } & SentRefusal);

/** Room for the fields around a file of the largest size. */
const overhead = 256 * 1024;

/** The most bytes a form that carries a table can have. */
export const tableFormBytes = Math.max(limits.fileBytes, carriedBytes) + overhead;

/** The table in the fields `table`, `file` or `pasted` of a form, in this order. */
export async function readSentTable(form: FormData): Promise<SentTable> {
  const carried = textIn(form, "table");
  if (carried !== "") {
    const table = unpackTable(carried);
    return table ? { ok: true, table, again: true } : { ok: false, refusal: "lostTable", row: null };
  }
  const bytes = await sentBytes(form);
  if (!bytes) return { ok: false, refusal: "nothingSent", row: null };
  const read = await readTable(bytes);
  return read.ok ? { ...read, again: false } : read;
}

/** What a form says in a field of text; empty for a file or nothing. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** The file of a form, or what was pasted instead of one; null when there is neither. */
export async function sentBytes(form: FormData): Promise<Uint8Array | null> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const pasted = textIn(form, "pasted");
  return pasted.trim() === "" ? null : new TextEncoder().encode(pasted);
}
