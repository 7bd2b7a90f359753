import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DayGrid, layoutDay, positionIn } from "./grid.ts";
import { attic, item } from "./item.support.ts";
import type { Item } from "./item.ts";
import { assignLanes } from "./lanes.ts";

const rooms = [
  { id: "attic", name: "Attic" },
  { id: "hall", name: "Hall" },
  { id: "unused", name: "Unused" },
];
const layout = (items: Item[]) => layoutDay(items, rooms);

/** `a: rows 2–3, columns 2–3` for each item. */
const places = (grid: DayGrid) =>
  grid.slots.flatMap((slot) =>
    slot.items.map(
      ({ item: { id }, rows, columns }) => `${id} ${rows.from}-${rows.to} / ${columns.from}-${columns.to}`,
    ),
  );

describe("a day as a grid", () => {
  test("has a column for each room in use, in the festival's order", () => {
    const grid = layout([item("a", "10:00", "11:00"), item("b", "10:00", "11:00", attic)]);
    expect(grid.rooms.map(({ name, columns }) => [name, columns])).toEqual([
      ["Attic", { from: 2, to: 3 }],
      ["Hall", { from: 3, to: 4 }],
    ]);
    expect(places(grid)).toEqual(["b 2-3 / 2-3", "a 2-3 / 3-4"]);
  });

  test("has a row between every two times at which something starts or ends", () => {
    const grid = layout([item("a", "10:00", "11:30"), item("b", "10:30", "11:00", attic)]);
    expect(grid.rows).toEqual([30, 30, 30]);
    expect(places(grid)).toEqual(["a 2-5 / 3-4", "b 3-4 / 2-3"]);
  });

  test("shrinks the time in which nothing goes on", () => {
    expect(layout([item("a", "10:00", "11:00"), item("b", "14:00", "15:00")]).rows).toEqual([60, 0, 60]);
  });

  test.each(["break", "plenary"] as const)("gives a %s all columns when nothing is beside it", (kind) => {
    const grid = layout([
      item("a", "10:00", "11:00"),
      item("b", "10:00", "11:00", attic),
      item("c", "11:00", "12:00", { kind }),
    ]);
    expect(places(grid)).toEqual(["b 2-3 / 2-3", "a 2-3 / 3-4", "c 3-4 / 2-4"]);
  });

  test("leaves a plenary in its room when something else goes on", () => {
    const grid = layout([
      item("a", "10:00", "11:00", { kind: "plenary" }),
      item("b", "10:30", "11:30", attic),
    ]);
    expect(places(grid)).toEqual(["a 2-4 / 3-4", "b 3-5 / 2-3"]);
  });

  test("puts what overlaps in one room side by side, and gives it the width that is free", () => {
    const grid = layout([
      item("a", "10:00", "11:00"),
      item("b", "10:30", "11:30"),
      item("c", "12:00", "13:00"),
    ]);
    expect(grid.lanes).toBe(2);
    expect(grid.rooms).toEqual([{ id: "hall", name: "Hall", columns: { from: 2, to: 4 } }]);
    expect(places(grid)).toEqual(["a 2-4 / 2-3", "b 3-5 / 3-4", "c 6-7 / 2-4"]);
  });

  test("has a last column for what is in no room", () => {
    const grid = layout([
      item("a", "10:00", "11:00", { room: null, place: "The quay" }),
      item("b", "10:00", "11:00"),
    ]);
    expect(grid.rooms.map((room) => room.id)).toEqual(["hall", null]);
  });

  test("still shows a room that the festival no longer lists", () => {
    const grid = layout([
      item("a", "10:00", "11:00", { room: { id: "gone", name: "Gone" } }),
      item("b", "10:00", "11:00", attic),
    ]);
    expect(grid.rooms.map((room) => room.name)).toEqual(["Attic", "Gone"]);
  });

  test.each([
    ["09:59", null],
    ["10:00", { row: 2, share: 0 }],
    ["10:30", { row: 2, share: 0.5 }],
    ["11:15", { row: 3, share: 0.25 }],
    ["13:00", null],
  ])("knows where %s lies", (time, position) => {
    const items = [item("a", "10:00", "11:00"), item("b", "12:00", "13:00")];
    expect(positionIn(layout(items).bounds, `2027-01-11T${time}:00Z`)).toEqual(position);
  });

  test("of nothing is empty", () => {
    expect(layout([])).toEqual({ rooms: [], lanes: 1, slots: [], rows: [], bounds: [] });
  });

  test("never lays two sessions over each other, and places every one of them once", () => {
    const clock = (quarter: number) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
    const one = fc.record({
      start: fc.integer({ min: 0, max: 80 }),
      length: fc.integer({ min: 1, max: 12 }),
      room: fc.constantFrom(...rooms, null),
      kind: fc.constantFrom("workshop", "break", "plenary"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (given) => {
        const items = given.map(({ start, length, room, kind }, index) =>
          item(String(index), clock(start), clock(start + length), { room, kind }),
        );
        const placed = layout(items).slots.flatMap((slot) => slot.items);
        expect(placed.map((each) => each.item.id).sort()).toEqual(items.map((each) => each.id).sort());
        const touches = (a: { from: number; to: number }, b: { from: number; to: number }) =>
          a.from < b.to && b.from < a.to;
        for (const a of placed)
          for (const b of placed)
            if (a !== b) expect(touches(a.rows, b.rows) && touches(a.columns, b.columns)).toBe(false);
      }),
    );
  });
});

test("lanes are no more than what goes on at once", () => {
  const at = (from: number, to: number) => ({
    startsAt: `2027-01-11T${from}:00:00Z`,
    endsAt: `2027-01-11T${to}:00:00Z`,
  });
  expect(assignLanes([at(10, 12), at(11, 13), at(12, 14)])).toEqual({
    count: 2,
    lanes: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 0, to: 1 },
    ],
  });
  expect(assignLanes([])).toEqual({ count: 1, lanes: [] });
});
