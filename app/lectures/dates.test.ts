import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { comingDates, daysBetween, isOfferDue, type Rhythm, startOf, weeksBetween } from "./dates.ts";

const tuesdays: Rhythm = {
  weekday: 2,
  localTime: "10:30",
  timeZone: "Europe/Amsterdam",
  startsOn: "2026-01-06",
  pauses: [],
};
const at = (text: string) => Temporal.Instant.from(text);

describe("the coming dates", () => {
  test.each([
    ["on a Monday, tomorrow is the first", "2026-11-23T09:00:00Z", "2026-11-24", 8],
    ["before the lecture of today, today is the first", "2026-11-24T09:29:59Z", "2026-11-24", 8],
    ["once it has begun, next week is the first", "2026-11-24T09:30:00Z", "2026-12-01", 8],
    ["before the first week, the first week", "2025-11-24T09:30:00Z", "2026-01-06", 8],
    ["where it is already Tuesday in the series' zone", "2026-11-23T23:30:00Z", "2026-11-24", 8],
  ])("%s", (_, now, first, count) => {
    const dates = comingDates(tuesdays, at(now));
    expect(dates[0]).toBe(first);
    expect(dates).toHaveLength(count);
    expect(dates.map((date) => Temporal.PlainDate.from(date).dayOfWeek)).toEqual(Array(count).fill(2));
  });

  test("leave out the weeks of a pause, its last day included", () => {
    const pauses = [{ startsOn: "2026-12-22", endsOn: "2026-12-29" }];
    expect(comingDates({ ...tuesdays, pauses }, at("2026-11-23T09:00:00Z"))).toEqual([
      "2026-11-24",
      "2026-12-01",
      "2026-12-08",
      "2026-12-15",
      "2027-01-05",
      "2027-01-12",
    ]);
  });

  test("start on the weekday after a first date on another day", () => {
    expect(comingDates({ ...tuesdays, startsOn: "2027-01-01" }, at("2026-11-23T09:00:00Z"))[0]).toBe(
      "2027-01-05",
    );
  });
});

describe("the start", () => {
  test.each([
    ["in winter", "2026-12-01", "10:30", "2026-12-01T09:30:00Z"],
    ["in summer, the same wall-clock time", "2026-07-07", "10:30", "2026-07-07T08:30:00Z"],
    ["in the hour that a spring night skips, an hour later", "2026-03-29", "02:30", "2026-03-29T01:30:00Z"],
    [
      "in the hour that an autumn night repeats, the first time",
      "2026-10-25",
      "02:30",
      "2026-10-25T00:30:00Z",
    ],
  ])("%s", (_, date, localTime, instant) => {
    expect(startOf({ ...tuesdays, localTime }, date).toString()).toBe(instant);
  });
});

test.each([
  ["2026-12-21", "2026-11-22T22:59:00Z", false],
  ["2026-12-21", "2026-11-22T23:00:00Z", true],
  ["2026-12-21", "2026-12-20T23:00:00Z", true],
])("the first offer for %s at %s is due: %s (28 days by the series' own calendar)", (date, now, due) => {
  expect(isOfferDue(tuesdays, date, at(now))).toBe(due);
});

test("days and weeks are counted on the calendar, whatever the clock does in between", () => {
  expect(daysBetween("2026-03-23", "2026-03-30")).toBe(7);
  expect(weeksBetween("2026-10-06", "2026-11-24")).toBe(7);
});
