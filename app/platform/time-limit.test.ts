import { expect, test } from "vitest";
import { TimeLimitReached, withinTime } from "./time-limit.ts";

test("work that is done in time answers, and what it throws passes through", () => {
  expect(withinTime(5000, () => [1, 2, 3].reduce((a, b) => a + b))).toBe(6);
  const wrong = new TypeError("wrong");
  expect(() =>
    withinTime(5000, () => {
      throw wrong;
    }),
  ).toThrow(wrong);
});

test("work that never ends is stopped", () => {
  const forever = () => {
    for (let turns = 0; ; turns += 1) if (turns < 0) return turns;
  };
  expect(() => withinTime(50, forever)).toThrow(TimeLimitReached);
});
