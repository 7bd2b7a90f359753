import type { TableRow } from "~/platform/tables/table.ts";
import type { Field } from "./fields.ts";
import type { Problem, Reason } from "./line.ts";
import type { Columns } from "./match-columns.ts";

/** The cells of one row by what they hold, and what is wrong with them. */
export class Cells {
  readonly problems: Problem[] = [];
  private readonly texts = new Map<Field, string[]>();

  constructor(row: TableRow, columns: Columns) {
    for (const [index, field] of columns.entries()) {
      if (field) this.texts.set(field, [...(this.texts.get(field) ?? []), row.cells[index] ?? ""]);
    }
  }

  /** Whether the table has such a column at all. */
  has(field: Field): boolean {
    return this.texts.has(field);
  }

  text(field: Field): string {
    return this.all(field).join("\n");
  }

  /** What stands in the columns of a field that may have several. */
  all(field: Field): string[] {
    return (this.texts.get(field) ?? []).filter((text) => text !== "");
  }

  wrong(field: Field, reason: Reason): undefined {
    this.problems.push({ field, value: this.text(field), reason });
    return undefined;
  }

  /** Undefined where there is no such column, or its text is too long. */
  words(field: Field, most: number): string | undefined {
    if (!this.has(field)) return undefined;
    const text = this.text(field);
    return text.length > most ? this.wrong(field, "tooLong") : text;
  }

  /** One line, whatever the cell looks like. */
  line(field: Field, most: number): string | undefined {
    return this.words(field, most)?.replace(/\s+/g, " ").trim();
  }

  /** A whole number of people; null where the cell is empty. */
  count(field: Field, most: number): number | null | undefined {
    if (!this.has(field)) return undefined;
    const text = this.text(field).replace(/[.,]0+$/, "");
    if (text === "") return null;
    const count = /^\d{1,7}$/.test(text) ? Number(text) : 0;
    return count >= 1 && count <= most ? count : this.wrong(field, "badNumber");
  }

  yesOrNo(field: Field): boolean | undefined {
    if (!this.has(field)) return undefined;
    const text = this.text(field).toLowerCase();
    if (/^(?:|no?|nee|false|onwaar|0|-)$/.test(text)) return false;
    return /^(?:y|yes|j|ja|true|waar|1|x|✓|v)$/.test(text) ? true : this.wrong(field, "unknownAnswer");
  }
}
