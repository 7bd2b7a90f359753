import fc from "fast-check";
import { expect, test } from "vitest";
import { applyWish, readMarks, readNumbers, readWish, writeMarks } from "./marks.ts";

test.each([
  ["12.7.45", [12, 7, 45]],
  ["12.12.7", [12, 7]],
  ["", []],
  ["-1.0.x.1e3.99999999999.3", [3]],
])("%s is read as %j", (text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers);
});

test.each([
  ["12", { number: 12, marked: true }],
  ["-12", { number: 12, marked: false }],
  ["--12", null],
  ["", null],
  ["twelve", null],
])("the button that sends %j wishes %j", (value, wish) => {
  expect(readWish(value)).toEqual(wish);
});

test("marks come back from the cookie they are written to, and none forgets it", () => {
  const header = writeMarks([3, 14, 15], false);
  expect(readMarks(header.split(";")[0])).toEqual([3, 14, 15]);
  expect(header).not.toContain("HttpOnly");
  expect(writeMarks([], true)).toMatch(/^favourites=; .*Max-Age=0.*Secure$/);
});

test("a wish said twice is said once, and leaves the other marks alone", () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 50 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 400 }), fc.boolean(), (marks, number, marked) => {
      const once = applyWish(marks, { number, marked });
      expect(applyWish(once, { number, marked })).toEqual(once);
      expect(once.includes(number)).toBe(marked);
      expect(new Set(once.filter((one) => one !== number))).toEqual(
        new Set(marks.filter((one) => one !== number)),
      );
    }),
  );
});
