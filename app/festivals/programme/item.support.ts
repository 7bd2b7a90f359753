import type { Item } from "./item.ts";

/** A workshop of 11 January by its UTC times: `item("a", "10:00", "11:00")`. */
export function item(id: string, from: string, to: string, rest: Partial<Item> = {}): Item {
  return {
    id,
    kind: "workshop",
    title: id,
    startsAt: `2027-01-11T${from}:00Z`,
    endsAt: `2027-01-11T${to}:00Z`,
    allDay: false,
    room: { id: "hall", name: "Hall" },
    place: "",
    host: { slug: "waterland", name: "Waterland", colour: "#1f6f8b" },
    track: null,
    language: "en",
    speakers: [],
    cancelled: false,
    tentative: false,
    seatsLeft: 5,
    standing: null,
    ...rest,
  };
}

export const attic = { room: { id: "attic", name: "Attic" } };
