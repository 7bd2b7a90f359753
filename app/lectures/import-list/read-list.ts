import type { Table } from "~/platform/tables/table.ts";
import { type DateOrder, dateOrderIn } from "~/platform/tables/when/dates.ts";
import { oneLine } from "~/platform/text.ts";
import type { IsoDate } from "~/platform/time.ts";
import type { ListColumns, ListField } from "./fields.ts";
import { type DateReason, readPastDate } from "./read-date.ts";

/** Why a row cannot be taken; each has a sentence in the catalogue. */
export type ListReason =
  | DateReason
  | "noSpeaker"
  | "badEmail"
  | "nameTooLong"
  | "topicTooLong"
  | "dateTwice"
  | "chooseSpeaker"
  | "dateTaken";

/** One lecture of the list, as far as it can be read. */
export interface ListRow {
  /** As the spreadsheet counts. */
  number: number;
  /** Null where it cannot be read. */
  date: IsoDate | null;
  dateText: string;
  speaker: string;
  /** In small letters; empty where there is none. */
  email: string;
  topic: string;
  organisation: string;
  problem: { field: ListField; reason: ListReason } | null;
}

const mostName = 120;
const mostTopic = 160;

/** The rows of a list, with the first thing that is wrong with each. */
export function readList(
  { rows }: Pick<Table, "rows">,
  columns: ListColumns,
  { today, order }: { today: IsoDate; order: DateOrder | null },
): ListRow[] {
  const at = (field: ListField) => columns.indexOf(field);
  const ground = { today, order: order ?? shownOrder(rows.map(({ cells }) => cells[at("date")] ?? "")) };
  const first = new Map<IsoDate, number>();
  return rows.map(({ number, cells }) => {
    const text = (field: ListField) => oneLine(cells[at(field)] ?? "");
    const dateText = text("date");
    const date = readPastDate(dateText, ground);
    const row = {
      number,
      dateText,
      date: date.ok ? date.date : null,
      speaker: text("speaker"),
      email: text("email").toLowerCase(),
      topic: text("topic"),
      organisation: text("organisation"),
    };
    const twice = row.date !== null && first.has(row.date);
    if (row.date !== null && !twice) first.set(row.date, number);
    const reason = date.ok ? (twice ? ("dateTwice" as const) : null) : date.reason;
    return { ...row, problem: reason ? { field: "date" as const, reason } : wrongWords(row) };
  });
}

/** What 03/04 is, where the other rows show it. */
export function shownOrder(texts: string[]): DateOrder | null {
  return dateOrderIn(texts).shown;
}

/** The first date that can be read in two ways while no other shows which; null when there is none. */
export function ambiguousDate({ rows }: Pick<Table, "rows">, columns: ListColumns): string | null {
  const texts = rows.map(({ cells }) => cells[columns.indexOf("date")] ?? "");
  if (shownOrder(texts) !== null) return null;
  return texts.find((text) => dateOrderIn([text]).ambiguous) ?? null;
}

function wrongWords(row: Pick<ListRow, "speaker" | "email" | "topic">): ListRow["problem"] {
  if (row.speaker === "" && row.email === "") return { field: "speaker", reason: "noSpeaker" };
  if (row.speaker.length > mostName) return { field: "speaker", reason: "nameTooLong" };
  if (row.email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(row.email))
    return { field: "email", reason: "badEmail" };
  return row.topic.length > mostTopic ? { field: "topic", reason: "topicTooLong" } : null;
}
