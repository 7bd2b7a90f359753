import { describe, expect, test } from "vitest";
import en from "~/locales/en/index.ts";
import nl from "~/locales/nl/index.ts";
import { fieldsOf, importKinds } from "./fields.ts";
import { matchColumns } from "./match-columns.ts";

const match = (kind: (typeof importKinds)[number], header: string[], ...rows: string[][]) =>
  matchColumns(kind, { header, rows: rows.map((cells, index) => ({ number: index + 2, cells })) });

describe("columns", () => {
  test.each(
    importKinds.flatMap((kind) =>
      (
        [
          ["en", en],
          ["nl", nl],
        ] as const
      ).map(([locale, words]) => [kind, locale, words] as const),
    ),
  )("of %s that are called as we call them (%s) are known", (kind, _, words) => {
    const header = fieldsOf[kind].map((field) => words.exchange.field[field]);
    expect(match(kind, header)).toEqual([...fieldsOf[kind]]);
  });

  test.each([
    ["sessions", ["Workshop", "Door", "Wanneer", "Zaal"], ["title", "speakers", null, "room"]],
    [
      "sessions",
      ["Titel van de workshop", "Naam spreker 1", "Naam spreker 2"],
      ["title", "speakers", "speakers"],
    ],
    ["sessions", ["Titel", "Spreker 1", "Spreker 2"], ["title", "speakers", "speakers"]],
    ["sessions", ["Dag", "Tijd", "Wat"], ["date", "start", null]],
    ["sessions", ["Title", "Max. participants", "Time slot"], ["title", "capacity", "start"]],
    ["sessions", ["Title", "Title"], ["title", null]],
    ["people", ["Naam", "E-mail adres"], ["name", "email"]],
    ["rooms", ["Gebouw", "Ruimte", "Aantal personen"], ["building", "name", "capacity"]],
  ] as const)("of %s called %j are %j", (kind, header, columns) => {
    expect(match(kind, [...header])).toEqual(columns);
  });

  test("without a telling name are known by what stands in them", () => {
    expect(
      match("people", ["", "x"], ["Anna", "anna@waterland.example"], ["Bram", "bram@lumen.example"]),
    ).toEqual([null, "email"]);
    const row = ["Listening well", "8-4-2027", "10:00 - 11:00"];
    expect(match("sessions", ["a", "b", "c"], row, row)).toEqual(["title", "date", "start"]);
    expect(match("sessions", ["", "What"], ["8 april 2027 10:00", "Listening"])).toEqual(["start", "title"]);
  });
});
