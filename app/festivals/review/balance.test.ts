import fc from "fast-check";
import { expect, test } from "vitest";
import { balanceKinds, balanceOf } from "./balance.ts";
import { row } from "./row.support.ts";

const lumen = { id: "lumen", name: "Lumen", colour: "#c98a12" };
const kade = { id: "kade", name: "Kade", colour: "#8c3b4a" };
const track = { id: "t", name: "Outside", colour: "#557a32" };
const offer = { hosts: [lumen, kade], tracks: [track], roomMinutes: new Map([["kade", 960]]) };

test("counts what is proposed and accepted, and the minutes of what is accepted", () => {
  const balance = balanceOf(
    [
      row({ status: "accepted", minutes: 90, language: "nl" }),
      row({ status: "confirmed", minutes: 45, track, level: "beginner" }),
      row({ status: "reserve" }),
      row({ status: "withdrawn", minutes: 600 }),
      row({ status: "accepted", minutes: null }),
    ],
    offer,
  );
  expect(balance).toMatchObject({
    submitted: 4,
    accepted: 3,
    minutes: 135,
    available: 960,
    withoutLength: 1,
  });
  expect(balance.parts).toEqual({
    host: [
      {
        key: "lumen",
        name: "Lumen",
        colour: "#c98a12",
        submitted: 4,
        accepted: 3,
        minutes: 135,
        available: 0,
      },
      { key: "kade", name: "Kade", colour: "#8c3b4a", submitted: 0, accepted: 0, minutes: 0, available: 960 },
    ],
    track: [
      {
        key: "t",
        name: "Outside",
        colour: "#557a32",
        submitted: 1,
        accepted: 1,
        minutes: 45,
        available: null,
      },
      { key: "", name: "", colour: null, submitted: 3, accepted: 2, minutes: 90, available: null },
    ],
    language: [
      { key: "nl", name: "", colour: null, submitted: 1, accepted: 1, minutes: 90, available: null },
      { key: "en", name: "", colour: null, submitted: 3, accepted: 2, minutes: 45, available: null },
    ],
    level: [
      { key: "all", name: "", colour: null, submitted: 3, accepted: 2, minutes: 90, available: null },
      { key: "beginner", name: "", colour: null, submitted: 1, accepted: 1, minutes: 45, available: null },
    ],
  });
});

test("the parts of each kind add up to the whole", () => {
  const some = fc.array(
    fc.record({
      status: fc.constantFrom("submitted", "accepted", "confirmed", "declined", "withdrawn"),
      minutes: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
      language: fc.constantFrom("en", "nl"),
      track: fc.option(fc.constant(track), { nil: null }),
    }),
  );
  fc.assert(
    fc.property(some, (list) => {
      const balance = balanceOf(
        list.map((one) => row({ ...one, status: one.status as "submitted" })),
        offer,
      );
      for (const kind of balanceKinds) {
        for (const count of ["submitted", "accepted", "minutes"] as const) {
          expect(balance.parts[kind].reduce((sum, line) => sum + line[count], 0)).toBe(balance[count]);
        }
      }
    }),
  );
});
