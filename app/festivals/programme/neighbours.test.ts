import { expect, test } from "vitest";
import { attic, item } from "./item.support.ts";
import { neighboursOf } from "./neighbours.ts";

const rooms = [{ id: "attic" }, { id: "hall" }];
const items = [
  item("early", "09:00", "10:00"),
  item("hall", "10:00", "11:00"),
  item("attic", "10:00", "11:00", attic),
  item("quay", "10:30", "11:30", { room: null, place: "The quay" }),
  item("coffee", "10:00", "10:30", { kind: "break" }),
  item("wall", "00:00", "23:59", { allDay: true }),
];
const ids = (id: string) => {
  const { meanwhile, previous, next } = neighboursOf(items, id, rooms);
  return [meanwhile.map((one) => one.id), previous?.id ?? null, next?.id ?? null];
};

test("what is on at the same time is told in the order of the rooms, without breaks and what lasts all day", () => {
  expect(ids("hall")).toEqual([["attic", "quay"], "attic", "quay"]);
  expect(ids("attic")).toEqual([["hall", "quay"], null, "hall"]);
  expect(ids("early")).toEqual([[], null, null]);
});

test("what lasts all day and what is not there have no neighbours", () => {
  expect(ids("wall")).toEqual([[], null, null]);
  expect(ids("nothing")).toEqual([[], null, null]);
});

test("who is in no room says its place", () => {
  expect(neighboursOf(items, "hall", rooms).next).toEqual({
    id: "quay",
    title: "quay",
    language: "en",
    place: "The quay",
  });
});
