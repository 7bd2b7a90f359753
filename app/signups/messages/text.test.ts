import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyOf } from "./text.ts";

const link = (href: string) => ({ text: href, href });

test.each([
  ["one line", "Hello", [[[{ text: "Hello" }]]]],
  ["two lines", "Hello\nthere", [[[{ text: "Hello" }], [{ text: "there" }]]]],
  [
    "two paragraphs, however many lines lie between",
    "One\n \n\n\nTwo",
    [[[{ text: "One" }]], [[{ text: "Two" }]]],
  ],
  ["nothing", " \n\n ", []],
  [
    "an address at the end of a sentence",
    "See https://a.example/x.",
    [[[{ text: "See " }, link("https://a.example/x"), { text: "." }]]],
  ],
  [
    "an address in brackets, and one with brackets of its own",
    "(https://a.example/x) https://a.example/y_(z)",
    [[[{ text: "(" }, link("https://a.example/x"), { text: ") " }, link("https://a.example/y_(z)")]]],
  ],
  [
    "no address of the web",
    "javascript:alert(1) ftp://a.example",
    [[[{ text: "javascript:alert(1) ftp://a.example" }]]],
  ],
  ["half an address", "https://", [[[{ text: "https://" }]]]],
  [
    "tags stay words, and end an address",
    '<a href="https://a.example">x</a>',
    [[[{ text: '<a href="' }, link("https://a.example"), { text: '">x</a>' }]]],
  ],
])("%s", (_, text, expected) => expect(bodyOf(text)).toEqual(expected));

test("no letter is lost or added, and what can be clicked is an address of the web", () => {
  const piece = fc.constantFrom(
    "https://a.example/",
    "http://b.example",
    "x",
    " ",
    ".",
    ")",
    "<b>",
    "\n",
    "javascript:",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const stretches = bodyOf(text).flat(2);
      const letters = (given: string) => given.replace(/\s/g, "");
      expect(letters(stretches.map((one) => one.text).join(""))).toBe(letters(text));
      for (const { href } of stretches)
        if (href !== undefined) expect(new URL(href).protocol).toMatch(/^https?:$/);
    }),
  );
});
