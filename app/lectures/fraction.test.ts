import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, formatFraction, fraction, minus, parseFraction, rounded, zero } from "./fraction.ts";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -999n, max: 999n }), fc.bigInt({ min: 1n, max: 999n }))
  .map(([n, d]) => fraction(n, d));

test.each([
  [6n, 4n, "3/2"],
  [-6n, 4n, "-3/2"],
  [6n, -4n, "-3/2"],
  [0n, 7n, "0/1"],
])("%s/%s in lowest terms is %s", (n, d, text) => {
  expect(formatFraction(fraction(n, d))).toBe(text);
});

test.each([
  [1, 3, 0.33],
  [2, 3, 0.67],
  [-2, 3, -0.67],
  [17, 12, 1.42],
  [5, 1, 5],
])("%s/%s reads as %s", (n, d, text) => {
  expect(rounded(fraction(n, d))).toBe(text);
});

test("adding n times 1/n makes exactly one, where floats do not", () => {
  let sum = zero;
  for (let i = 0; i < 49; i++) sum = add(sum, fraction(1, 49));
  expect(sum).toEqual(fraction(1));
});

test("a zero denominator is refused", () => {
  expect(() => fraction(1, 0)).toThrow(RangeError);
});

test("addition is the same in any order, and writing a fraction down loses nothing", () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, anyFraction, fc.integer({ min: 0, max: 9 }), (a, b, c, whole) => {
      expect(add(add(a, b), c)).toEqual(add(a, add(c, b)));
      expect(parseFraction(formatFraction(a))).toEqual(a);
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
      expect(add(minus(a, whole), fraction(whole))).toEqual(a);
    }),
    { numRuns: 500 },
  );
});
