import type { Table } from "~/platform/tables/table.ts";
import type { DateOrder } from "~/platform/tables/when/dates.ts";
import type { ImportKind } from "./fields.ts";
import type { Line } from "./line.ts";
import type { Columns } from "./match-columns.ts";

/** What an organiser asks for: this table, understood so. */
export interface ImportOrder {
  kind: ImportKind;
  table: Table;
  columns: Columns;
  /** What 03/04 is. */
  dateOrder: DateOrder | null;
  /** Take the others although some rows cannot be taken. */
  leaveOut: boolean;
}

/** `ok: false`: some rows cannot be taken, so nothing was written. */
export interface Taken {
  ok: boolean;
  lines: Line[];
}
