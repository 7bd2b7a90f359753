import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** The cell that names its row; on a phone the title of its card. The first column when none says so. */
  rowHeader?: boolean;
  /** Keeps the header from the eye, e.g. of a column of buttons. */
  headerHidden?: boolean;
}

export interface TableProps<Row> {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table that becomes a list of cards on a phone; the roles keep it a table for a screen reader even then. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey }: TableProps<Row>) {
  const naming = columns.find((column) => column.rowHeader) ?? columns[0];
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` on a phone takes the native roles away
    <table role="table" className="table">
      <caption className={captionHidden ? "sr-only" : "mb-2 text-start text-sm text-soft"}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" data-align={column.align}>
              <span className={classNames(column.headerHidden && "sr-only")}>{column.header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) =>
              column === naming ? (
                <th key={column.key} role="rowheader" scope="row" data-align={column.align}>
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  role="cell"
                  data-align={column.align}
                  data-label={column.headerHidden ? undefined : column.header}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
