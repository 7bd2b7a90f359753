import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstFree, type Move, moved, moveOfKey } from "./moves.ts";
import {
  hoursShown,
  lanesOf,
  localOfSpot,
  type Spot,
  type Stretch,
  spotOf,
  timeOfMinutes,
  toLength,
  toMinutes,
  toPixels,
  type Zoom,
} from "./timetable.ts";

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]): Stretch => ({ from: from * 5, to: (from + length) * 5 }));
const zoom = fc.constantFrom<Zoom>("compact", "normal");

describe("minutes and pixels", () => {
  test("a start on the five minutes comes back from its height", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 287 }),
        fc.integer({ min: 0, max: 23 }),
        zoom,
        (slot, hour, z) => {
          const hours = { from: hour * 60, to: 1440 };
          expect(toMinutes(toPixels(slot * 5, hours, z), hours, z)).toBe(slot * 5);
        },
      ),
    );
  });

  test("whatever the height, a start lies on the five minutes of its day and a length is one", () => {
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 9000, noNaN: true }), zoom, (height, z) => {
        const start = toMinutes(height, { from: 480, to: 1080 }, z);
        expect([start % 5, start >= 0, start < 1440]).toEqual([0, true, true]);
        const length = toLength(height, z);
        expect([length % 5, length >= 5, length <= 1440]).toEqual([0, true, true]);
      }),
    );
  });

  test("a session's spot says when it starts", () => {
    const card = { startsLocal: "2027-04-08T09:05", durationMinutes: 50, roomId: "quay" };
    const spot = spotOf(card);
    expect(spot).toEqual({ date: "2027-04-08", from: 545, minutes: 50, roomId: "quay" });
    expect(localOfSpot(spot!)).toBe("2027-04-08T09:05");
    expect(spotOf({ ...card, startsLocal: null })).toBeNull();
    expect(timeOfMinutes(1500)).toBe("01:00");
  });
});

describe("the hours of a day", () => {
  test("an empty day has the usual ones", () => expect(hoursShown([])).toEqual({ from: 540, to: 1020 }));

  test("hold everything, with an hour to spare before it unless the day begins", () => {
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const { from, to } = hoursShown(stretches);
        expect([from % 60, to % 60]).toEqual([0, 0]);
        for (const one of stretches) {
          expect(from).toBeLessThanOrEqual(Math.max(0, one.from - 60));
          expect(to).toBeGreaterThanOrEqual(one.to + 60);
        }
      }),
    );
  });
});

describe("lanes", () => {
  test("what overlaps never shares a lane, and what stands alone has the whole width", () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const lanes = lanesOf(stretches);
        stretches.forEach((a, i) => {
          expect(lanes[i]!.lane).toBeLessThan(lanes[i]!.lanes);
          const beside = stretches.filter((b, j) => i !== j && a.from < b.to && b.from < a.to);
          if (beside.length === 0) expect(lanes[i]).toEqual({ lane: 0, lanes: 1 });
          stretches.forEach((b, j) => {
            if (i < j && a.from < b.to && b.from < a.to) {
              expect(lanes[i]!.lane).not.toBe(lanes[j]!.lane);
              expect(lanes[i]!.lanes).toBe(lanes[j]!.lanes);
            }
          });
        });
      }),
    );
  });
});

describe("moves by key", () => {
  const around = { days: ["2027-04-08", "2027-04-09"], rooms: ["garden", "quay", null] };
  const spot: Spot = { date: "2027-04-08", from: 605, minutes: 50, roomId: "quay" };

  test.each([
    ["up", false, { from: 600 }],
    ["down", false, { from: 615 }],
    ["up", true, { from: 600 }],
    ["down", true, { from: 610 }],
    ["left", false, { roomId: "garden" }],
    ["right", false, { roomId: null }],
    ["shorter", false, { minutes: 45 }],
    ["longer", false, { minutes: 55 }],
    ["day-before", false, {}],
    ["day-after", false, { date: "2027-04-09" }],
  ] as const)("%s, finely: %s", (move, fine, expected) => {
    expect(moved(spot, move, around, fine)).toEqual({ ...spot, ...expected });
  });

  test("no sequence of moves leaves the days, the rooms or the day", () => {
    const move = fc.constantFrom<Move>(
      ...(["up", "down", "left", "right", "shorter", "longer", "day-before", "day-after"] as const),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(move, fc.boolean()), { maxLength: 200 }), (moves) => {
        const end = moves.reduce((at, [one, fine]) => moved(at, one, around, fine), spot);
        expect(around.days).toContain(end.date);
        expect(around.rooms).toContain(end.roomId);
        expect([end.from >= 0, end.from < 1440, end.minutes >= 5]).toEqual([true, true, true]);
      }),
    );
  });

  test.each([
    ["ArrowUp", false, "up"],
    ["ArrowUp", true, "shorter"],
    ["ArrowDown", true, "longer"],
    ["PageDown", false, "day-after"],
    ["PageDown", true, null],
    ["a", false, null],
  ])("%s with Shift %s is %s", (key, shiftKey, expected) => {
    expect(moveOfKey({ key, shiftKey })).toBe(expected);
  });

  test("the first free start is after what stands there", () => {
    const hours = { from: 540, to: 1020 };
    expect(
      firstFree(
        [
          { from: 540, to: 600 },
          { from: 630, to: 700 },
        ],
        45,
        hours,
      ),
    ).toBe(705);
    expect(firstFree([{ from: 0, to: 1440 }], 45, hours)).toBe(540);
  });
});
