import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrastRatio, grounds, themedColours } from "./contrast.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    // The example of WCAG's own understanding documents: the lightest grey that passes on white.
    ["#767676", "#ffffff", 4.54],
  ])("of %s on %s is %d", (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastRatio(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("an organisation's colour", () => {
  test("is visible on every ground of both themes, whatever it is", () => {
    fc.assert(
      fc.property(hex, (colour) => {
        const { light, dark } = themedColours(colour);
        for (const ground of grounds.light) expect(contrastRatio(light, ground)).toBeGreaterThanOrEqual(3);
        for (const ground of grounds.dark) expect(contrastRatio(dark, ground)).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test("is left as it is where it is visible", () => {
    expect(themedColours("#8a3b4e").light).toBe("#8a3b4e");
    expect(themedColours("#f2c14e").dark).toBe("#f2c14e");
  });

  test("counts as grey when it is no colour", () => {
    expect(themedColours("url(javascript:alert(1))")).toEqual(themedColours("#808080"));
  });
});
