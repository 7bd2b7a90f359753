import { type Card, isForAll } from "./card.ts";
import { lanesOf, type Spot, type Stretch, spotOf } from "./timetable.ts";

/** Where a card is drawn: columns counted from 0, and its part of them. */
export interface Box {
  card: Card;
  spot: Spot;
  column: number;
  columns: number;
  lane: number;
  lanes: number;
}

export const stretchOf = ({ from, minutes }: Spot): Stretch => ({ from, to: from + minutes });

/** The cards of one day on the columns of the rooms; what is for all and has no room goes across. */
export function boxesOf(cards: readonly Card[], date: string, columns: readonly (string | null)[]): Box[] {
  const placed = cards.flatMap((card) => {
    const spot = card.allDay ? null : spotOf(card);
    return spot?.date === date ? [{ card, spot }] : [];
  });
  const columnOf = ({ card, spot }: { card: Card; spot: Spot }) => {
    if (spot.roomId === null && isForAll(card)) return "across";
    const index = columns.indexOf(spot.roomId);
    return index === -1 ? columns.length - 1 : index;
  };
  const groups = new Map<number | "across", typeof placed>();
  for (const one of placed) {
    const column = columnOf(one);
    groups.set(column, [...(groups.get(column) ?? []), one]);
  }
  return [...groups].flatMap(([column, group]) => {
    const lanes = lanesOf(group.map(({ spot }) => stretchOf(spot)));
    const across = column === "across";
    return group.map(({ card, spot }, index) => ({
      ...{ card, spot },
      column: across ? 0 : column,
      columns: across ? columns.length : 1,
      ...(lanes[index] ?? { lane: 0, lanes: 1 }),
    }));
  });
}

/** Inline placing, in percent of the columns and pixels of time. */
export function styleOf(
  { column, columns, lane, lanes }: Omit<Box, "card" | "spot">,
  total: number,
  top: number,
  height: number,
) {
  const width = (columns / total / lanes) * 100;
  const left = (column / total) * 100 + lane * width;
  return { top: `${top}px`, height: `${height}px`, left: `${left}%`, width: `${width}%` };
}
