import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, oneLine, slugOf } from "./text.ts";

test.each([
  ["a\r\nb\rc", "a\nb\nc"],
  ["a\u0000b\u0007c\u001bd\u007fe", "abcde"],
  ["tab\tstays", "tab\tstays"],
  ["line\u2028separator", "lineseparator"],
  ["emoji 👩🏽‍🏫 stays", "emoji 👩🏽‍🏫 stays"],
])("cleaning %j", (given, expected) => expect(cleanText(given)).toBe(expected));

test("one line has no line end, whatever comes in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const codes = [...oneLine(text)].map((character) => character.codePointAt(0) ?? 0);
      expect(codes.filter((code) => code < 32 || code === 127)).toEqual([]);
    }),
  );
});

test.each([
  ["Delen & Leren", "delen-leren"],
  ["  Één keer ", "een-keer"],
  ["北京", ""],
  ["x".repeat(80), "x".repeat(60)],
])("the slug of %j", (given, expected) => expect(slugOf(given)).toBe(expected));
