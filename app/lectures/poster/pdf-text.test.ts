import fc from "fast-check";
import { expect, test } from "vitest";
import { runsOf, wrap } from "./pdf-text.ts";

test.each([
  ["Eén café", [["latin", "Eén café"]]],
  [
    "De Łódź",
    [
      ["latin", "De "],
      ["latin-ext", "Ł"],
      ["latin", "ód"],
      ["latin-ext", "ź"],
    ],
  ],
  ["Ελλάδα", [["greek", "Ελλάδα"]]],
  ["Привет", [["cyrillic", "Привет"]]],
  ["e\u0301", [["latin", "é"]]],
  ["Koffie ☕️ 😀!", [["latin", "Koffie  !"]]],
  ["שלום", [["latin", "…"]]],
  ["😀", [["latin", "…"]]],
  ["\u202eevil", [["latin", "evil"]]],
  ["", []],
])("%j is written by these fonts", (text, runs) => {
  expect(runsOf(text).map(({ alphabet, text: written }) => [alphabet, written])).toEqual(runs);
});

const width = (text: string) => [...text].length;

test.each([
  ["a few words here", 9, 3, ["a few", "words", "here"]],
  ["a few words here", 9, 2, ["a few", "words…"]],
  ["Donaudampfschifffahrt", 8, 4, ["Donaudam", "pfschiff", "fahrt"]],
  ["Donaudampfschifffahrt", 8, 2, ["Donaudam", "pfschif…"]],
  ["", 8, 2, []],
])("%j is wrapped", (text, room, most, lines) => {
  expect(wrap(text, room, most, width)).toEqual(lines);
});

test("never more lines, and never a wider one, than there is room for", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 2, max: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (text, room, most) => {
        const lines = wrap(text, room, most, width);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(room);
      },
    ),
  );
});
