import type { Item } from "./item.ts";

export interface Neighbour {
  id: string;
  title: string;
  language: string;
  place: string;
}

export interface Neighbours {
  /** What goes on at the same time, in the order of the rooms. */
  meanwhile: Neighbour[];
  /** In the slot: the ones beside it, in the order of the rooms. */
  previous: Neighbour | null;
  next: Neighbour | null;
}

/** Who looks at one session sees what else they could go to then, and steps from room to room. */
export function neighboursOf(items: Item[], id: string, rooms: { id: string }[]): Neighbours {
  const own = items.find((item) => item.id === id);
  if (!own || own.allDay) return { meanwhile: [], previous: null, next: null };
  const order = new Map(rooms.map((room, index) => [room.id, index]));
  const rank = (item: Item) => order.get(item.room?.id ?? "") ?? rooms.length;
  const together = items
    .filter((item) => item.kind !== "break" && !item.allDay && item.from < own.until && own.from < item.until)
    .sort((a, b) => rank(a) - rank(b) || a.from - b.from || a.number - b.number);
  const at = together.indexOf(own);
  const slot = (item: Item | undefined) => (item ? neighbourOf(item) : null);
  return {
    meanwhile: together.filter((item) => item !== own).map(neighbourOf),
    previous: slot(together[at - 1]),
    next: slot(together[at + 1]),
  };
}

function neighbourOf({ id, title, language, room, place }: Item): Neighbour {
  return { id, title, language, place: room?.name ?? place };
}
