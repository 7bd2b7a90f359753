import { expect, test } from "vitest";
import { type ColumnNames, guessColumns, mostOf, plainName } from "./match-columns.ts";

test.each([
  ["E-mail (work):", "email work"],
  ["  Größe\n(m²) ", "große m2"],
  ["Spreker 2", "spreker"],
])("%j is plainly %j", (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

const fruit: ColumnNames<"name" | "colour" | "taste"> = {
  fields: ["name", "colour", "taste"],
  synonyms: { name: "name, fruit", colour: "colour, kleur", taste: "taste, smaak" },
  many: ["taste"],
  byContent: (texts) => (mostOf(texts, (text) => text === "red") ? ["colour"] : []),
};

test.each([
  [
    ["Smaak 1", "Fruit", "Smaak 2", "Kleur"],
    ["taste", "name", "taste", "colour"],
  ],
  [
    ["Kleur van de schil", "name", "Name"],
    ["colour", "name", null],
  ],
  [
    ["", "kleur", ""],
    [null, "colour", null],
  ],
  [
    ["x", "fruit", "y"],
    [null, "name", "colour"],
  ],
] as const)("the columns %j are %j", (header, columns) => {
  const row = (number: number) => ({ number, cells: ["sour", "apple", "red"] });
  expect(guessColumns(fruit, { header: [...header], rows: [row(2), row(3)] })).toEqual(columns);
});
