import type { Database } from "#db/connect.ts";
import { packTable } from "~/platform/tables/carry.server.ts";
import { columnLetter, type TableRefusal } from "~/platform/tables/table.ts";
import {
  type DateOrder,
  type DateReadings,
  dateOrderIn,
  readBothWays,
} from "~/platform/tables/when/dates.ts";
import type { Festival } from "../../festival.ts";
import type { Field, ImportKind } from "./fields.ts";
import {
  type ImportDeps,
  type Importing,
  mayImport,
  previewTable,
  takeTable,
} from "./import-table.server.ts";
import { type Counts, countLines, type Line } from "./line.ts";
import type { ImportOrder } from "./order.ts";
import { columnProblem, type TableForm } from "./table-form.server.ts";

export interface PreviewColumn {
  letter: string;
  name: string;
  field: Field | null;
  example: string;
}

/** A row that cannot be taken, with the cell to blame. */
export interface ProblemRow {
  row: number;
  title: string;
  cells: { cell: string; field: Field; value: string; reason: Line["problems"][number]["reason"] }[];
}

export interface Preview {
  step: "preview";
  kind: ImportKind;
  /** As it travels on. */
  table: string;
  sheet: string | null;
  columns: PreviewColumn[];
  dateOrder: DateOrder | null;
  /** The first date that can be read in two ways. */
  ambiguous: string | null;
  /** What it is either way. */
  orders: DateReadings;
  counts: Counts;
  lines: Line[];
  problems: ProblemRow[];
  error: "leaveOut" | { key: "noNeeded" | "twice"; field: Field } | null;
}

export type ImportAnswer =
  | {
      step: "upload";
      kind: ImportKind;
      pasted: string;
      refusal: TableRefusal | "lostTable" | "notAdmin";
      row: number | null;
    }
  | Preview
  | { step: "done"; kind: ImportKind; counts: Counts; leftOut: ProblemRow[] };

/** So many rows are shown before anything is written; the report names every row that is left. */
const shownRows = 12;
const shownProblems = 200;

/** What one step of an import answers, and with which status. */
export async function answerImport(
  db: Database,
  viewer: Importing,
  festival: Festival,
  form: TableForm,
  deps: ImportDeps,
): Promise<{ answer: ImportAnswer; status: number }> {
  const { kind, pasted } = form;
  if (!mayImport(viewer, festival, kind))
    return { answer: { step: "upload", kind, pasted, refusal: "notAdmin", row: null }, status: 403 };
  if (!form.ok)
    return { answer: { step: "upload", kind, pasted, refusal: form.refusal, row: form.row }, status: 422 };
  const { order } = form;
  const wrong = columnProblem(kind, order.columns);
  if (wrong) return { answer: previewOf(order, festival, [], wrong), status: 422 };
  if (form.wish === "look") {
    const lines = await previewTable(db, viewer, festival, order, deps.text);
    return { answer: previewOf(order, festival, lines, null), status: 200 };
  }
  const taken = await takeTable(db, viewer, festival, order, deps);
  if (!taken.ok) return { answer: previewOf(order, festival, taken.lines, "leaveOut"), status: 422 };
  const leftOut = problemsIn(taken.lines, order);
  return { answer: { step: "done", kind, counts: countLines(taken.lines), leftOut }, status: 200 };
}

function previewOf(
  order: ImportOrder,
  { startsOn }: Festival,
  lines: Line[],
  error: Preview["error"],
): Preview {
  const { kind, table, columns, dateOrder } = order;
  const taken = lines.filter(({ outcome }) => outcome !== "left");
  const ambiguous = ambiguousIn(order);
  return {
    step: "preview",
    kind,
    table: packTable(table),
    sheet: table.sheet,
    columns: table.header.map((name, index) => ({
      letter: columnLetter(index),
      name,
      field: columns[index] ?? null,
      example: exampleIn(table.rows.map(({ cells }) => cells[index] ?? "")),
    })),
    dateOrder,
    ambiguous,
    orders: readBothWays(ambiguous ?? "", startsOn),
    counts: countLines(lines),
    lines: [
      ...taken.filter(({ outcome }) => outcome !== "same"),
      ...taken.filter(({ outcome }) => outcome === "same"),
    ]
      .slice(0, shownRows)
      .sort((a, b) => a.row - b.row),
    problems: problemsIn(lines, order),
    error,
  };
}

function exampleIn(texts: string[]): string {
  const text = texts.find((one) => one !== "") ?? "";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function ambiguousIn({ table, columns }: ImportOrder): string | null {
  const texts = table.rows.flatMap(({ cells }) =>
    cells.filter((text, index) => text !== "" && ["date", "start", "end"].includes(columns[index] ?? "")),
  );
  return texts.find((text) => dateOrderIn([text]).ambiguous) ?? null;
}

function problemsIn(lines: Line[], { columns }: ImportOrder): ProblemRow[] {
  return lines
    .filter(({ outcome }) => outcome === "left")
    .slice(0, shownProblems)
    .map(({ row, title, problems }) => ({
      row,
      title: title.slice(0, 200),
      cells: problems.map(({ field, value, reason }) => {
        const index = columns.indexOf(field);
        return {
          cell: index < 0 ? "" : `${columnLetter(index)}${row}`,
          field,
          value: value.slice(0, 120),
          reason,
        };
      }),
    }));
}
