import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillLetter, paragraphsOf, unknownWords } from "./letter.ts";

const values = {
  name: "Tom",
  title: "What we could stop doing",
  festival: "DEELL Autumn",
  link: "https://learn.example/p/1",
};
const filled = (body: string, given = values) => fillLetter({ subject: "s", body }, given).body;

describe("the words of a letter", () => {
  test.each([
    ["Dear [name],", "Dear Tom,"],
    [
      "Dag [naam], over “[Titel]” op [FESTIVAL]: [link]",
      "Dag Tom, over “What we could stop doing” op DEELL Autumn: https://learn.example/p/1",
    ],
    ["[ name ]", "Tom"],
    ["[nam] [1] [] [na\nme]", "[nam] [1] [] [na\nme]"],
    ["  two\n\nparagraphs \n", "two\n\nparagraphs"],
  ])("%j becomes %j", (body, expected) => {
    expect(filled(body)).toBe(expected);
  });

  test("what is put in is taken as it is: a title cannot bring a word, a line or a header along", () => {
    const title = "[link] [name]\r\nBcc: all@example.org\n\n$& $1";
    const letter = fillLetter({ subject: "About [title]", body: "[title]!" }, { ...values, title });
    expect(letter).toEqual({
      subject: "About [link] [name] Bcc: all@example.org $& $1",
      body: "[link] [name] Bcc: all@example.org $& $1!",
    });
  });

  test("whatever a title is, each word is put in once and nothing else changes", () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const kept = filled("a [title] b [link] c", { ...values, title: `x${title}x` });
        expect(kept.startsWith("a x")).toBe(true);
        expect(kept.endsWith(`x b ${values.link} c`)).toBe(true);
        expect(kept).not.toContain("\n");
      }),
    );
  });

  test("slips of the pen are named once, numbers are none", () => {
    const letter = { subject: "[titel] [voornaam]", body: "[voornaam] [nmae] [1] [link]" };
    expect(unknownWords(letter)).toEqual(["voornaam", "nmae"]);
  });

  test("blank lines part paragraphs", () => {
    expect(paragraphsOf("a\nb\n\n \n\nc\n")).toEqual(["a\nb", "c"]);
  });
});
