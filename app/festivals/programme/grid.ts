import type { IsoInstant } from "~/platform/time.ts";
import type { Item } from "./item.ts";
import { assignLanes } from "./lanes.ts";

/** A stretch of a CSS grid: lines as CSS counts them, from 1. */
export interface Span {
  from: number;
  to: number;
}

export interface GridRoom {
  /** Null for what happens in no room of ours. */
  id: string | null;
  name: string;
  columns: Span;
}

export interface GridSlot {
  at: IsoInstant;
  rows: Span;
  items: { item: Item; rows: Span; columns: Span }[];
}

export interface DayGrid {
  rooms: GridRoom[];
  /** Columns of equal width behind the one for the times. */
  lanes: number;
  /** One for each time at which something starts. */
  slots: GridSlot[];
  /** Minutes between each two boundaries; 0 where nothing goes on. */
  rows: number[];
  /** The moments between the rows, in milliseconds. */
  bounds: number[];
}

/** The value of `grid-area`. */
export function gridArea(rows: Span, columns: Span): string {
  return `${rows.from}/${columns.from}/${rows.to}/${columns.to}`;
}

const headRows = 1;
const timeColumns = 1;

/**
 * Places a day's items, all with a time, on a grid of rooms × time. Rows lie between every two moments at which
 * something starts or ends, so a row can grow with its text and an hour still ends where the next one begins.
 * What nobody can miss (a break, a plenary, with nothing beside it) takes all columns; overlaps in a room share it.
 */
export function layoutDay(items: Item[], roomOrder: { id: string; name: string }[]): DayGrid {
  const bounds = [...new Set(items.flatMap((item) => [item.from, item.until]))].sort(ascending);
  const line = new Map(bounds.map((bound, index) => [bound, index + 1 + headRows]));
  const rowsOf = (item: Item): Span => ({
    from: line.get(item.from) ?? 0,
    to: line.get(item.until) ?? 0,
  });
  const { rooms, columnsOf, lanes } = layoutRooms(items, roomOrder);
  return {
    rooms,
    lanes,
    slots: slotsOf(items, (item) => ({ item, rows: rowsOf(item), columns: columnsOf(item) })),
    rows: bounds.slice(1).map((bound, index) => rowMinutes(items, bounds[index] ?? bound, bound)),
    bounds,
  };
}

function layoutRooms(items: Item[], roomOrder: { id: string; name: string }[]) {
  const across = new Set(items.filter((item) => takesAllRooms(item, items)));
  const inRooms = items.filter((item) => !across.has(item));
  const placed = new Map<Item, Span>();
  const rooms: GridRoom[] = [];
  let next = 1 + timeColumns;
  for (const { id, name } of roomsIn(inRooms, roomOrder)) {
    const inThis = inRooms.filter((item) => (item.room?.id ?? null) === id);
    const { count, lanes } = assignLanes(inThis);
    inThis.forEach((item, index) => {
      const lane = lanes[index];
      if (lane) placed.set(item, { from: next + lane.from, to: next + lane.to });
    });
    rooms.push({ id, name, columns: { from: next, to: next + count } });
    next += count;
  }
  const lanes = Math.max(1, next - 1 - timeColumns);
  const all = { from: 1 + timeColumns, to: 1 + timeColumns + lanes };
  return { rooms, lanes, columnsOf: (item: Item) => placed.get(item) ?? all };
}

/** The rooms in use, in the festival's order; then those it no longer lists; last what is in no room. */
function roomsIn(
  items: Item[],
  order: { id: string; name: string }[],
): { id: string | null; name: string }[] {
  const used = new Map(items.map((item) => [item.room?.id ?? null, item.room?.name ?? ""]));
  const listed = order.filter((room) => used.has(room.id));
  const known = new Set<string | null>(listed.map((room) => room.id));
  const others = [...used].filter(([id]) => !known.has(id)).map(([id, name]) => ({ id, name }));
  return [...listed, ...others.sort((a, b) => Number(a.id === null) - Number(b.id === null))];
}

function takesAllRooms(item: Item, items: Item[]): boolean {
  if (item.kind !== "break" && item.kind !== "plenary") return false;
  return !items.some((other) => other !== item && overlap(item, other));
}

function overlap(a: Item, b: Item): boolean {
  return a.from < b.until && b.from < a.until;
}

function slotsOf(items: Item[], place: (item: Item) => GridSlot["items"][number]): GridSlot[] {
  const slots = new Map<number, GridSlot>();
  for (const item of items) {
    const placed = place(item);
    const slot = slots.get(placed.rows.from) ?? { at: item.startsAt, rows: placed.rows, items: [] };
    slot.items.push(placed);
    slots.set(placed.rows.from, slot);
  }
  const ordered = [...slots.values()].sort((a, b) => a.rows.from - b.rows.from);
  return ordered.map((slot, index) => ({
    ...slot,
    items: slot.items.sort((a, b) => a.columns.from - b.columns.from),
    rows: {
      from: slot.rows.from,
      to: ordered[index + 1]?.rows.from ?? Math.max(...slot.items.map(({ rows }) => rows.to)),
    },
  }));
}

function rowMinutes(items: Item[], from: number, to: number): number {
  const busy = items.some((item) => item.from < to && from < item.until);
  return busy ? (to - from) / 60_000 : 0;
}

/** The row that holds a moment and how much of it has passed, from 0 to 1. */
export function positionIn(bounds: number[], now: IsoInstant): { row: number; share: number } | null {
  const at = Date.parse(now);
  const index = bounds.findIndex((bound, i) => bound <= at && at < (bounds[i + 1] ?? bound));
  const from = bounds[index];
  const to = bounds[index + 1];
  if (from === undefined || to === undefined) return null;
  return { row: index + 1 + headRows, share: (at - from) / (to - from) };
}

const ascending = (a: number, b: number) => a - b;
