import { expect, test } from "vitest";
import { freeSlug, slugPattern } from "./slug.ts";

test("a taken address gets the lowest free number", () => {
  const taken = new Set(["spring", "spring-2"]);
  expect(freeSlug("spring", (slug) => taken.has(slug))).toBe("spring-3");
  expect(freeSlug("autumn", (slug) => taken.has(slug))).toBe("autumn");
});

test("a long address stays within its length when it gets a number", () => {
  const long = "a".repeat(60);
  expect(freeSlug(long, (slug) => slug === long)).toBe(`${"a".repeat(55)}-2`);
});

test.each([
  ["deell-spring", true],
  ["2027", true],
  ["-spring", false],
  ["spring--two", false],
  ["Spring", false],
  ["", false],
])("%j is an address: %s", (slug, valid) => {
  expect(slugPattern.test(slug)).toBe(valid);
});
