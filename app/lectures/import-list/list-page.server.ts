import type { Database } from "#db/connect.ts";
import { packTable } from "~/platform/tables/carry.server.ts";
import { columnLetter } from "~/platform/tables/table.ts";
import { type DateOrder, type DateReadings, readBothWays } from "~/platform/tables/when/dates.ts";
import { dateIn, type IsoDate } from "~/platform/time.ts";
import type { Deps } from "../plan.server.ts";
import type { Series } from "../series.ts";
import type { StartingBalance } from "./balances.ts";
import type { ColumnProblem, ListField } from "./fields.ts";
import type { Joining } from "./joining.ts";
import type { ListForm, ListRefusal } from "./list-form.server.ts";
import type { ListOrder } from "./list-order.ts";
import { listColumnProblem } from "./match-fields.ts";
import type { ListLine, ListOutcome, ListPlan } from "./plan-list.ts";
import { ambiguousDate, shownOrder } from "./read-list.ts";
import { type SpeakerChoice, speakerChoices } from "./speaker-options.ts";
import { type LookedAt, lookAtList, takeList } from "./take-list.server.ts";

export interface ListPreview {
  step: "preview";
  /** As it travels on. */
  table: string;
  sheet: string | null;
  columns: { letter: string; name: string; field: ListField | null; example: string }[];
  dateOrder: DateOrder | null;
  ambiguous: string | null;
  /** What the ambiguous date is either way. */
  orders: DateReadings;
  joining: Joining;
  moveMembers: boolean;
  counts: Record<ListOutcome, number>;
  lines: ListLine[];
  problems: ListLine[];
  speakers: SpeakerChoice[];
  newcomers: string[];
  moved: ListPlan["movedMembers"];
  balances: StartingBalance[];
  seen: string;
  error: "changed" | "leave-out" | ColumnProblem | null;
}

export type ListAnswer =
  | { step: "upload"; pasted: string; refusal: ListRefusal; row: number | null }
  | ListPreview
  | { step: "done"; counts: Record<ListOutcome, number>; newcomers: number; leftOut: ListLine[] };

interface Asking {
  personId: string;
  organisationId: string | null;
}

const shownProblems = 200;

/** What one step of taking a list over answers, and with which status. */
export async function answerList(
  db: Database,
  viewer: Asking,
  series: Series,
  form: ListForm,
  deps: Deps,
): Promise<{ answer: ListAnswer; status: number }> {
  if (!form.ok) {
    const { pasted, refusal, row } = form;
    return { answer: { step: "upload", pasted, refusal, row }, status: 422 };
  }
  const { order, seen } = form;
  const preview = (looked: LookedAt | null, error: ListPreview["error"]) => ({
    answer: previewOf(order, looked, { viewer, today: dateIn(deps.now, series.timeZone) }, error),
    status: error ? 422 : 200,
  });
  const wrong = listColumnProblem(order.columns);
  if (wrong) return preview(null, wrong);
  if (form.wish === "look") return preview(await lookAtList(db, series.id, order, deps), null);
  const taken = await takeList(db, { seriesId: series.id, actorId: viewer.personId, order, seen }, deps);
  if (!taken.ok) return preview(taken.looked, taken.looked.plan.held.length > 0 ? taken.reason : null);
  const { lines, newMembers } = taken.looked.plan;
  return {
    answer: {
      step: "done",
      counts: countOf(lines),
      newcomers: newMembers.length,
      leftOut: problemsIn(lines),
    },
    status: 200,
  };
}

function previewOf(
  order: ListOrder,
  looked: LookedAt | null,
  { viewer, today }: { viewer: Asking; today: IsoDate },
  error: ListPreview["error"],
): ListPreview {
  const { table, columns } = order;
  const ambiguous = ambiguousDate(table, columns);
  const plan = looked?.plan ?? { lines: [], newMembers: [], movedMembers: [], held: [] };
  const cellsOf = (index: number) => table.rows.map(({ cells }) => cells[index] ?? "");
  return {
    step: "preview",
    table: packTable(table),
    sheet: table.sheet,
    columns: table.header.map((name, index) => ({
      letter: columnLetter(index),
      name,
      field: columns[index] ?? null,
      example: (cellsOf(index).find((text) => text !== "") ?? "").slice(0, 60),
    })),
    dateOrder: order.dateOrder ?? shownOrder(cellsOf(columns.indexOf("date"))),
    ambiguous,
    orders: readBothWays(ambiguous ?? "", today),
    joining: order.joining,
    moveMembers: order.moveMembers,
    counts: countOf(plan.lines),
    lines: plan.lines.filter(({ outcome }) => outcome === "new"),
    problems: problemsIn(plan.lines),
    speakers: looked ? speakerChoices(looked, viewer.organisationId) : [],
    newcomers: plan.newMembers.filter(({ leftOn }) => leftOn === null).map(({ name }) => name),
    moved: plan.movedMembers,
    balances: plan.held.length > 0 ? (looked?.balances ?? []) : [],
    seen: looked?.fingerprint ?? "",
    error,
  };
}

function countOf(lines: readonly ListLine[]): Record<ListOutcome, number> {
  const counts = { new: 0, same: 0, skipped: 0, refused: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}

function problemsIn(lines: readonly ListLine[]): ListLine[] {
  return lines
    .filter(({ outcome }) => outcome === "refused" || outcome === "skipped")
    .slice(0, shownProblems)
    .map((line) => ({ ...line, dateText: line.dateText.slice(0, 60), topic: line.topic.slice(0, 200) }));
}
