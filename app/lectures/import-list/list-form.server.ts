import { readFormWithin } from "~/platform/http/upload.server.ts";
import {
  readSentTable,
  type SentRefusal,
  tableFormBytes,
  textIn,
} from "~/platform/tables/sent-table.server.ts";
import { dateOrders } from "~/platform/tables/when/dates.ts";
import { type ListField, listFields } from "./fields.ts";
import { joinings } from "./joining.ts";
import type { ListOrder } from "./list-order.ts";
import { matchListColumns } from "./match-fields.ts";

export type ListRefusal = SentRefusal["refusal"] | "tooManyLectures";

export type ListForm = { pasted: string } & (
  | { ok: true; wish: "look" | "take"; order: ListOrder; seen: string }
  | { ok: false; refusal: ListRefusal; row: number | null }
);

/** Twenty years of weeks. */
export const mostLectures = 1000;
const whoField = "who-";

/** The form of either step: with a file or pasted cells, or with the table that came along and what was chosen. */
export async function readListForm(request: Request): Promise<ListForm> {
  const form = await readFormWithin(request, tableFormBytes);
  if (!form) return { pasted: "", ok: false, refusal: "tooLarge", row: null };
  const text = (name: string) => textIn(form, name);
  const pasted = text("table") === "" ? text("pasted") : "";
  const sent = await readSentTable(form);
  if (!sent.ok) return { pasted, ...sent };
  const { table, again } = sent;
  if (table.rows.length > mostLectures) return { pasted, ok: false, refusal: "tooManyLectures", row: null };
  const order: ListOrder = {
    table,
    columns: again
      ? table.header.map((_, index) => fieldNamed(text(`column-${index}`)))
      : matchListColumns(table),
    dateOrder: dateOrders.find((one) => one === text("order")) ?? null,
    joining: joinings.find((one) => one === text("joining")) ?? "list",
    moveMembers: !again || text("moveMembers") === "on",
    chosen: chosenIn(form),
    leaveOut: text("leaveOut") === "on",
  };
  return { pasted, ok: true, wish: text("intent") === "take" ? "take" : "look", order, seen: text("seen") };
}

function fieldNamed(name: string): ListField | null {
  return listFields.find((field) => field === name) ?? null;
}

function chosenIn(form: FormData): Map<string, string> {
  return new Map(
    [...form].flatMap(([name, value]) =>
      name.startsWith(whoField) && typeof value === "string" ? [[name.slice(whoField.length), value]] : [],
    ),
  );
}
