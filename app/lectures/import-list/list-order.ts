import type { Table } from "~/platform/tables/table.ts";
import type { DateOrder } from "~/platform/tables/when/dates.ts";
import type { IsoDate } from "~/platform/time.ts";
import type { ListColumns } from "./fields.ts";
import { type ListPlan, type ListWish, planList, type RosterBefore } from "./plan-list.ts";
import { type ListRow, readList } from "./read-list.ts";
import { type Colleague, findSpeakers, type Speaker } from "./speakers.ts";

/** What an organiser asks for: this table, understood so. */
export interface ListOrder extends ListWish {
  table: Table;
  columns: ListColumns;
  /** What 03/04 is. */
  dateOrder: DateOrder | null;
  /** By the key of a speaker, what was chosen for them. */
  chosen: ReadonlyMap<string, string>;
  /** Take the others although some rows cannot be taken. */
  leaveOut: boolean;
}

export interface UnderstoodList {
  rows: ListRow[];
  speakers: Speaker[];
  plan: ListPlan;
}

interface Ground {
  roster: RosterBefore;
  colleagues: readonly Colleague[];
  today: IsoDate;
  memberId: (personId: string) => string;
}

/** What the order comes to on this roster. */
export function understandList(order: ListOrder, ground: Ground): UnderstoodList {
  const { table, columns, dateOrder, chosen, joining, moveMembers } = order;
  const rows = readList(table, columns, { today: ground.today, order: dateOrder });
  const speakers = findSpeakers(rows, ground.colleagues, chosen);
  return { rows, speakers, plan: planList({ ...ground, rows, speakers, wish: { joining, moveMembers } }) };
}
