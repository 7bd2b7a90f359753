import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAt, digitsOf, isAwake, nextTick, resume, signalBetween, signalsOf } from "./clock.js";

const startsAt = Date.parse("2026-11-26T09:30:00Z");
const minute = 60_000;
const ten = { minutes: 10, startsAt };
const waitingSince = (before: number) => ({ openedAt: startsAt - before, startedAt: null });
const started = { openedAt: startsAt, startedAt: startsAt };

describe("a clock opened before the lecture", () => {
  test.each([
    ["two hours before", -120 * minute, "early", "10:00"],
    ["an hour before", -60 * minute, "waiting", "60:00"],
    ["a second before", -1000, "waiting", "0:01"],
    ["at its start", 0, "start", "10:00"],
    ["ten seconds in", 10_000, "talk", "9:50"],
    ["a moment before five are left", 5 * minute - 1, "talk", "5:01"],
    ["with five left", 5 * minute, "five", "5:00"],
    ["with two left", 8 * minute, "two", "2:00"],
    ["a moment before its end", 10 * minute - 1, "two", "0:01"],
    ["at its end", 10 * minute, "stop", "0:00"],
    ["a minute over", 11 * minute + 2000, "stop", "+1:02"],
  ] as const)("shows %s what is due, begun by itself", (_, after, stage, digits) => {
    const shown = clockAt(ten, waitingSince(150 * minute), startsAt + after);
    expect([shown.stage, digitsOf(shown.left)]).toEqual([stage, digits]);
  });
});

test("a clock opened after the start, or of no lecture, waits for its button", () => {
  for (const talk of [ten, { minutes: 10, startsAt: null }])
    for (const after of [0, minute, 60 * minute]) {
      const opened = { openedAt: startsAt + after, startedAt: null };
      expect(clockAt(talk, opened, startsAt + after + minute)).toMatchObject({
        stage: "ready",
        left: 10 * minute,
      });
    }
});

test("the button begins earlier or later than planned", () => {
  const early = { ...waitingSince(minute), startedAt: startsAt - 30_000 };
  expect(digitsOf(clockAt(ten, early, startsAt).left)).toBe("9:30");
  const late = { ...waitingSince(minute), startedAt: startsAt + 120_000 };
  expect(clockAt(ten, late, startsAt + 121_000)).toMatchObject({ stage: "start" });
});

test.each([
  [10, 5, 2],
  [20, 5, 2],
  [5, 2.5, 1],
  [1, 0.5, 0.2],
])("a talk of %s minutes signals with %s and %s left", (minutes, five, two) => {
  expect(signalsOf(minutes)).toEqual({ five: five * minute, two: two * minute });
});

test("a signal fills the screen for ten seconds, and the last one stays", () => {
  const loud = (after: number) => clockAt(ten, started, startsAt + after).loud;
  expect([0, 9999, 10_000].map(loud)).toEqual([true, true, false]);
  expect([300_000, 309_999, 310_000].map(loud)).toEqual([true, true, false]);
  expect([480_000, 489_999, 490_000].map(loud)).toEqual([true, true, false]);
  expect([600_000, 3_600_000].map(loud)).toEqual([true, true]);
});

test.each([
  [null, "five", null],
  ["waiting", "start", "start"],
  ["ready", "start", "start"],
  ["start", "talk", null],
  ["talk", "five", "five"],
  ["talk", "stop", "stop"],
  ["two", "two", null],
  ["stop", "start", "start"],
  ["stop", "ready", null],
] as const)("from %s to %s it signals %s, once, whatever it slept through", (before, after, signal) => {
  expect(signalBetween(before, after)).toBe(signal);
});

describe("whatever the length and the moment", () => {
  const talks = fc.record({
    minutes: fc.integer({ min: 1, max: 120 }),
    startsAt: fc.option(fc.integer({ min: startsAt - 9_000_000, max: startsAt + 9_000_000 })),
  });
  const moments = fc.integer({ min: startsAt - 20_000_000, max: startsAt + 20_000_000 });
  const kepts = fc.record({ openedAt: moments, startedAt: fc.option(moments) });

  test("stages only follow one another, the ring only shrinks, and the digits change when it says they do", () => {
    const order = ["ready", "early", "waiting", "start", "talk", "five", "two", "stop"];
    fc.assert(
      fc.property(talks, kepts, moments, fc.integer({ min: 1, max: 5_000_000 }), (talk, kept, now, later) => {
        const first = clockAt(talk, kept, now);
        const second = clockAt(talk, kept, now + later);
        expect(order.indexOf(second.stage)).toBeGreaterThanOrEqual(order.indexOf(first.stage));
        expect(second.share).toBeLessThanOrEqual(first.share);
        expect(first.share).toBeGreaterThanOrEqual(0);
        if (["ready", "early"].includes(first.stage)) return;
        const wait = nextTick(first.left);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(1000);
        const still = clockAt(talk, kept, now + wait - 1);
        if (still.stage === first.stage) expect(digitsOf(still.left)).toBe(digitsOf(first.left));
      }),
    );
  });
});

describe("a page that is opened again", () => {
  const now = startsAt + 4 * minute;
  test.each([
    ["goes on where it was", { openedAt: startsAt - 1, startedAt: startsAt + 1 }, "talk"],
    ["goes on where it waited", { openedAt: startsAt - 1, startedAt: null }, "talk"],
    ["begins anew with what is no clock", { openedAt: "soon", startedAt: {} }, "ready"],
    ["begins anew with nothing kept", null, "ready"],
    ["forgets what was started on another day", { openedAt: 0, startedAt: startsAt - 86_400_000 }, "ready"],
  ])("%s", (_, kept, stage) => {
    expect(clockAt(ten, resume(kept, ten, now), now).stage).toBe(stage);
  });
});

test.each([
  ["early", 600_000, false],
  ["waiting", 1000, true],
  ["talk", 500_000, true],
  ["stop", -599_000, true],
  ["stop", -601_000, false],
] as const)("%s with %s ms left: the screen stays on %s", (stage, left, expected) => {
  expect(isAwake({ stage, left, share: 0, loud: false })).toBe(expected);
});
