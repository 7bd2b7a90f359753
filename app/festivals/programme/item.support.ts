import { daysOf } from "./days.ts";
import type { Item } from "./item.ts";
import { searchable } from "./search.ts";

/** A workshop of 11 January by its UTC times: `item("a", "10:00", "11:00")`. */
export function item(id: string, from: string, to: string, rest: Partial<Item> = {}): Item {
  const times = {
    startsAt: `2027-01-11T${from}:00Z`,
    endsAt: `2027-01-11T${to}:00Z`,
    allDay: false,
    ...rest,
  };
  return {
    index: 0,
    id,
    number: 1,
    kind: "workshop",
    title: id,
    room: { id: "hall", name: "Hall" },
    place: "",
    host: { slug: "waterland", name: "Waterland", colour: "#1f6f8b" },
    track: null,
    level: "all",
    language: "en",
    speakers: [],
    cancelled: false,
    tentative: false,
    text: searchable(id),
    seatsLeft: 5,
    standing: null,
    favourite: false,
    ...times,
    from: Date.parse(times.startsAt),
    until: Date.parse(times.endsAt),
    days: daysOf(times, "Europe/Amsterdam"),
    ...rest,
  };
}

export const attic = { room: { id: "attic", name: "Attic" } };
