import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { listColumnProblem, matchListColumns } from "./match-fields.ts";
import { readPastDate } from "./read-date.ts";
import { ambiguousDate, readList } from "./read-list.ts";

const today = "2026-11-23";
const ground = { today, order: null };
const tableOf = (header: string[], ...rows: string[][]) => ({
  header,
  rows: rows.map((cells, index) => ({ number: index + 2, cells })),
});

describe("the date of a lecture", () => {
  test.each([
    ["2025-12-31", "2025-12-31"],
    ["31-12-2025", "2025-12-31"],
    ["31/12/2025", "2025-12-31"],
    ["12/31/2025", "2025-12-31"],
    ["31.12.25", "2025-12-31"],
    ["07/07/2025", "2025-07-07"],
    ["do 31 december 2025", "2025-12-31"],
    ["December 31st, 2025", "2025-12-31"],
    ["2025-12-31T10:30", "2025-12-31"],
    ["31-12-2025 10:30", "2025-12-31"],
    ["46022", "2025-12-31"],
    ["31 dec", "2025-12-31"],
    ["22 nov", "2026-11-22"],
    ["24 nov", "2025-11-24"],
    ["2026-11-22", "2026-11-22"],
  ])("%s is %s", (text, date) => {
    expect(readPastDate(text, ground)).toEqual({ ok: true, date });
  });

  test.each([
    ["", "missing"],
    ["03/04/2025", "ambiguousDate"],
    ["31-02-2025", "badDate"],
    ["week 12", "badDate"],
    ["day 2", "badDate"],
    ["Thursday", "badDate"],
    ["=1+1", "badDate"],
    ["2026-11-23", "notHeldYet"],
    ["2031-01-01", "notHeldYet"],
  ])("%j is refused: %s", (text, reason) => {
    expect(readPastDate(text, ground)).toEqual({ ok: false, reason });
  });

  test.each([
    ["day-first", "2025-04-03"],
    ["month-first", "2025-03-04"],
  ] as const)("03/04/2025, %s, is %s", (order, date) => {
    expect(readPastDate("03/04/2025", { today, order })).toEqual({ ok: true, date });
  });

  test("without a year is never in the future and never more than a year ago", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (days) => {
        const date = Temporal.PlainDate.from("2025-01-01").add({ days });
        const read = readPastDate(`${date.day}-${date.month}`, ground);
        expect(read.ok && read.date >= "2025-11-23" && read.date < today).toBe(true);
      }),
    );
  });
});

test.each([
  [
    ["Datum", "Spreker", "Onderwerp"],
    ["date", "speaker", "topic"],
  ],
  [
    ["Topic", "Who", "Date"],
    ["topic", "speaker", "date"],
  ],
  [
    ["E-mailadres", "Naam", "Wanneer", "Titel", "Bedrijf"],
    ["email", "speaker", "date", "topic", "organisation"],
  ],
  [
    ["Naam van de spreker", "Datum van de lezing", "Waarover?"],
    ["speaker", "date", "topic"],
  ],
  [
    ["x", "Speaker", "y"],
    ["date", "speaker", null],
  ],
] as const)("columns called %j are %j", (header, columns) => {
  const row = ["31-12-2025", "Anna", "Locks", "a", "b"].slice(0, header.length);
  expect(matchListColumns(tableOf([...header], row, row))).toEqual(columns);
});

test.each([
  [["date", "speaker", null], null],
  [["speaker", "topic"], { key: "noNeeded", field: "date" }],
  [["date", "email"], { key: "noNeeded", field: "speaker" }],
  [["date", "speaker", "date"], { key: "twice", field: "date" }],
] as const)("columns %j want %j", (columns, problem) => {
  expect(listColumnProblem([...columns])).toEqual(problem);
});

test("a list whose dates show their order is read in it, and one that does not is asked about", () => {
  const columns = ["date", "speaker"] as const;
  const shown = tableOf(["", ""], ["03/04/2025", "Anna"], ["25/12/2025", "Bram"]);
  const read = (table: typeof shown) => readList(table, [...columns], ground).map(({ date }) => date);
  expect(read(shown)).toEqual(["2025-04-03", "2025-12-25"]);
  expect(ambiguousDate(shown, [...columns])).toBeNull();
  const open = tableOf(["", ""], ["2025-01-09", "Anna"], ["03/04/2025", "Bram"]);
  expect(read(open)).toEqual(["2025-01-09", null]);
  expect(ambiguousDate(open, [...columns])).toBe("03/04/2025");
});

test("the first thing wrong with each row is named", () => {
  const rows = readList(
    tableOf(
      [],
      ["2025-01-09", " Anna  de Vries ", "On\nlocks", ""],
      ["9 januari 2025", "Bram", "", ""],
      ["2025-01-16", "", "", ""],
      ["2025-01-23", "Chris", "", "nowhere"],
      ["2025-01-30", "D".repeat(121), "", ""],
      ["2025-02-06", "Eva", "t".repeat(161), ""],
      ["2025-02-13", "", "", "Eva@Lumen.example"],
    ),
    ["date", "speaker", "topic", "email"],
    ground,
  );
  expect(rows.map(({ problem }) => problem?.reason ?? null)).toEqual([
    null,
    "dateTwice",
    "noSpeaker",
    "badEmail",
    "nameTooLong",
    "topicTooLong",
    null,
  ]);
  expect(rows[0]).toMatchObject({ number: 2, speaker: "Anna de Vries", topic: "On locks" });
  expect(rows[6]).toMatchObject({ email: "eva@lumen.example" });
});
