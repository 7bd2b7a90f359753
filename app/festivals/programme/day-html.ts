import type { Text } from "~/platform/i18n/catalogue.ts";
import { type IsoDate, type IsoInstant, localOf } from "~/platform/time.ts";
import { escapeHtml as esc } from "~/ui/html.ts";
import { phaseOf } from "./days.ts";
import { type DayGrid, type GridSlot, gridArea, positionIn } from "./grid.ts";
import type { Item } from "./item.ts";
import type { PlannedDay } from "./programme.ts";

export interface DayFrame {
  text: Text;
  timeZone: string;
  /** What the reader has of each session, by its place in the programme. */
  items: Item[];
  card: (item: Item, at: number) => string;
  now: IsoInstant;
  nowAt: IsoInstant | null;
  /** A grid was asked for, also where it has to scroll. */
  asGrid: boolean;
  /** Times as they stand at the head of a slot, written once. */
  heads: Map<string, string>;
}

/** More columns than a desk is wide scroll inside a frame of their own. */
const lanesThatFit = 6;
const remPerMinute = 0.06;
const tallestRow = 90;

/**
 * A day by time, as one piece of HTML that is a list under its times, and in the grid's style sheet a grid of
 * rooms × time: the groups dissolve there (`display: contents`) and each session takes the place it was given.
 */
export function dayHtml({ date, allDay, grid }: PlannedDay, frame: DayFrame): string {
  const { t, format } = frame.text;
  const at = Date.parse(frame.now);
  const itemAt = (index: number) => frame.items[index] as Item;
  const title = `<h3 id="day-${date}-title">${esc(format.dateLong(date))}</h3>`;
  const whole =
    allDay.length === 0
      ? ""
      : `<h4 class="sr-only">${esc(t("programme.days.allDay"))}</h4><ul class="cards">${allDay
          .map((index) => `<li>${frame.card(itemAt(index), at)}</li>`)
          .join("")}</ul>`;
  const slots = grid.slots.map((slot) => slotHtml(slot, date, frame, at, itemAt)).join("");
  const inside = `${headsHtml(grid, frame.text)}${slots}${nowLine(grid, frame.now)}`;
  const timed = `<div class="times" style="${templateOf(grid)}" data-bounds="${grid.bounds.join(" ")}">${inside}</div>`;
  const wide = grid.lanes > lanesThatFit;
  const label = esc(t("programme.grid.scroll", { day: format.date(date) }));
  // What scrolls has to be reachable by keyboard.
  const scrolls = wide || frame.asGrid ? ` role="group" tabindex="0" aria-label="${label}"` : "";
  return `<section id="day-${date}" class="day" aria-labelledby="day-${date}-title">${title}${whole}<div class="frame${wide ? " wide" : ""}"${scrolls}>${timed}</div></section>`;
}

function slotHtml(
  slot: GridSlot,
  date: IsoDate,
  frame: DayFrame,
  at: number,
  itemAt: (index: number) => Item,
): string {
  const { from } = slot.rows;
  const running = slot.items.some(({ item }) => phaseOf(item, at) === "now") ? ' class="running"' : "";
  const id = slot.at === frame.nowAt ? ' id="now"' : "";
  const rule = `<div class="rule" aria-hidden="true" style="grid-area:${from}/1/${from + 1}/-1"></div>`;
  const place = `--p:${gridArea(slot.rows, { from: 1, to: 2 })}`;
  const head = `<h4${id}${running} style="${place}">${headOf(slot.at, date, frame)}</h4>`;
  let cards = "";
  for (const { item, rows, columns } of slot.items)
    cards += `<li style="--p:${gridArea(rows, columns)}">${frame.card(itemAt(item.index), at)}</li>`;
  return `<section class="slot">${rule}${head}<ul class="cards">${cards}</ul></section>`;
}

function headOf(at: IsoInstant, date: IsoDate, { heads, text: { t, format }, timeZone }: DayFrame): string {
  const key = `${date} ${at}`;
  const known = heads.get(key);
  if (known) return known;
  const late = localOf(at, timeZone).slice(0, 10) > date;
  const after = late ? `<small>${esc(t("programme.days.nextDay"))}</small>` : "";
  const head = `<time datetime="${at}">${format.time(at, timeZone)}</time>${after}`;
  heads.set(key, head);
  return head;
}

function templateOf({ lanes, rows }: DayGrid): string {
  const heights = rows.map((minutes) =>
    minutes === 0 ? "1.5rem" : `minmax(${(Math.min(minutes, tallestRow) * remPerMinute).toFixed(2)}rem,auto)`,
  );
  return `--lanes:${lanes};--rows:auto ${heights.join(" ")}`;
}

/** For the eye alone: every card says its room to a screen reader. */
function headsHtml({ rooms }: DayGrid, { t }: Text): string {
  const row = { from: 1, to: 2 };
  const heads = rooms.map(
    (room) =>
      `<b style="grid-area:${gridArea(row, room.columns)}">${esc(room.name || t("programme.grid.elsewhere"))}</b>`,
  );
  return `<div class="heads" aria-hidden="true"><i class="top"></i><i class="side"></i><i class="corner"></i>${heads.join("")}</div>`;
}

/** Where it is now; the page's script moves it on. */
function nowLine({ bounds }: DayGrid, now: IsoInstant): string {
  const position = positionIn(bounds, now);
  if (!position) return "";
  const { row, share } = position;
  return `<div class="now-line" aria-hidden="true" style="grid-area:${row}/1/${row + 1}/-1;--share:${(share * 100).toFixed(1)}%"></div>`;
}
