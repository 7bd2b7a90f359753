import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { type DateGround, dateOrderIn, readBothWays, readDate } from "./dates.ts";
import { readMoment } from "./moments.ts";
import { minutesBetween, readDuration, readTime, readTimes } from "./times.ts";

const ground: DateGround = { startsOn: "2027-04-08", endsOn: "2027-04-09", order: null };

describe("a date", () => {
  test.each([
    ["2027-04-08", "2027-04-08"],
    ["2027/4/8", "2027-04-08"],
    ["8-4-2027", "2027-04-08"],
    ["08.04.2027", "2027-04-08"],
    ["8-4-27", "2027-04-08"],
    ["8.4.", "2027-04-08"],
    ["13/4/2027", "2027-04-13"],
    ["4/13/2027", "2027-04-13"],
    ["04/04/2027", "2027-04-04"],
    ["8/4/2027", "ambiguousDate"],
    ["8 april 2027", "2027-04-08"],
    ["8 apr", "2027-04-08"],
    ["April 8, 2027", "2027-04-08"],
    ["8th of April 2027", "2027-04-08"],
    ["donderdag 8 april", "2027-04-08"],
    ["do 8-4-2027", "2027-04-08"],
    ["Thu 8 Apr", "2027-04-08"],
    ["3 mrt 2027", "2027-03-03"],
    ["3 mei", "2027-05-03"],
    ["1 okt 2027", "2027-10-01"],
    ["Thursday", "2027-04-08"],
    ["vrijdag", "2027-04-09"],
    ["Saturday", "badDate"],
    ["Day 2", "2027-04-09"],
    ["dag 1", "2027-04-08"],
    ["dag 3", "badDate"],
    ["46485", "2027-04-08"],
    ["31-4-2027", "badDate"],
    ["30 february", "badDate"],
    ["soon", "badDate"],
    ["", "badDate"],
    ["45", "badDate"],
    ["8 april 9 mei", "badDate"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text, ground)).toBe(date);
  });

  test.each([
    ["day-first", "2027-04-03"],
    ["month-first", "2027-03-04"],
  ] as const)("03/04 is what was said: %s", (order, date) => {
    expect(readDate("03/04/2027", { ...ground, order })).toBe(date);
  });

  test("without a year is the nearest to the days it is about", () => {
    expect(readDate("30 dec", { ...ground, startsOn: "2027-01-02", endsOn: "2027-01-03" })).toBe(
      "2026-12-30",
    );
  });

  test.each([
    [["3/4/2027", "13/4/2027"], { ambiguous: true, shown: "day-first" }],
    [["3/4/2027", "4/13/2027 10:00"], { ambiguous: true, shown: "month-first" }],
    [["3/4/2027"], { ambiguous: true, shown: null }],
    [["13/4/2027", "4/13/2027", "1/2"], { ambiguous: true, shown: null }],
    [["3-4-2027", "2027-04-03"], { ambiguous: false, shown: null }],
  ])("in a column, %j shows its order", (texts, shown) => {
    expect(dateOrderIn(texts)).toEqual(shown);
  });

  test.each([
    ["3/4/2027 10:00", "2027-04-03", "2027-03-04"],
    ["3/4", "2027-04-03", "2027-03-04"],
    ["soon", "", ""],
  ])("%s is read both ways", (text, dayFirst, monthFirst) => {
    const readings = { "day-first": dayFirst, "month-first": monthFirst };
    expect(readBothWays(text, "2027-04-08")).toEqual(readings);
  });

  test("in any usual form is read back as itself", () => {
    const day = fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => Temporal.PlainDate.from("1990-01-01").add({ days }));
    const forms = [
      (date: Temporal.PlainDate) => date.toString(),
      (date: Temporal.PlainDate) => `${date.day}-${date.month}-${date.year}`,
      (date: Temporal.PlainDate) => date.toLocaleString("nl", { dateStyle: "full" }),
      (date: Temporal.PlainDate) => date.toLocaleString("nl", { dateStyle: "medium" }),
      (date: Temporal.PlainDate) => date.toLocaleString("en-GB", { dateStyle: "full" }),
      (date: Temporal.PlainDate) => date.toLocaleString("en-US", { dateStyle: "long" }),
    ];
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (date, form) => {
        expect(readDate(form(date), ground)).toBe(date.toString());
      }),
      { numRuns: 400 },
    );
  });
});

describe("a time", () => {
  test.each([
    ["10:00", "10:00"],
    ["9:30", "09:30"],
    ["9.30", "09:30"],
    ["09:30:00", "09:30"],
    ["9u30", "09:30"],
    ["14h", "14:00"],
    ["14h15", "14:15"],
    ["10 uur", "10:00"],
    ["9.30 uur", "09:30"],
    ["2 pm", "14:00"],
    ["12:15 AM", "00:15"],
    ["0930", "09:30"],
    ["0,4375", "10:30"],
    ["0.4375", "10:30"],
    ["24:00", null],
    ["10", null],
    ["10:75", null],
    ["13 pm", null],
    ["later", null],
    ["", null],
  ])("%s is %s", (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  test.each([
    ["10:00 - 11:30", { start: "10:00", end: "11:30" }],
    ["10.00–11.30 uur", { start: "10:00", end: "11:30" }],
    ["10:00 tot 11:30", { start: "10:00", end: "11:30" }],
    ["10 - 11:30", { start: "10:00", end: "11:30" }],
    ["10:00", { start: "10:00", end: null }],
    ["10:00 - late", null],
    ["10 - 11 - 12", null],
  ])("of two, %s is %j", (text, times) => {
    expect(readTimes(text)).toEqual(times);
  });

  test("that ends before it starts ends the next day", () => {
    expect([minutesBetween("10:00", "11:30"), minutesBetween("23:30", "00:15")]).toEqual([90, 45]);
  });
});

test.each([
  ["45", 45],
  ["45 min", 45],
  ["90 minuten", 90],
  ["45'", 45],
  ["1:30", 90],
  ["01:30:00", 90],
  ["1h30", 90],
  ["1 uur", 60],
  ["1,5 uur", 90],
  ["1.5 hours", 90],
  ["1 uur en 15 min", 75],
  ["2 hours and 10 minutes", 130],
  ["1,5", 90],
  ["60.0", 60],
  ["PT45M", 45],
  ["P1D", 1440],
  ["0", null],
  ["-5", null],
  ["long", null],
  ["", null],
])("a duration of %s is %s minutes", (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});

describe("a date with a time", () => {
  const zoned = { ...ground, timeZone: "Europe/Amsterdam" };
  test.each([
    ["2027-04-08T10:00", "2027-04-08T10:00"],
    ["2027-04-08 10:00:00", "2027-04-08T10:00"],
    ["2027-04-08T08:00:00Z", "2027-04-08T10:00"],
    ["2027-04-08T10:00+02:00", "2027-04-08T10:00"],
    ["8-4-2027 10:00", "2027-04-08T10:00"],
    ["8 april 2027 om 10:00 uur", "2027-04-08T10:00"],
    ["Thursday 8 April, 2 pm", "2027-04-08T14:00"],
    ["do 9.30", "2027-04-08T09:30"],
    ["46485,4375", "2027-04-08T10:30"],
    ["8/4/2027 10:00", "ambiguousDate"],
    ["8 april", "badMoment"],
    ["10:00", "badMoment"],
    ["", "badMoment"],
  ])("%s is %s", (text, moment) => {
    expect(readMoment(text, zoned)).toBe(moment);
  });
});
