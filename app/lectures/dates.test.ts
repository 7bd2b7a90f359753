import { describe, expect, test } from "vitest";
import { localOf, Temporal } from "~/platform/time.ts";
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

describe("on a lecture by night", () => {
  const nights = { ...tuesdays, weekday: 7, localTime: "02:30" };
  test.each([
    ["2026-03-20T00:00:00Z", ["2026-03-22T01:30:00Z", "2026-03-29T01:30:00Z", "2026-04-05T00:30:00Z"]],
    ["2026-10-17T00:00:00Z", ["2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z"]],
  ])("a turn of the clock after %s neither loses nor doubles a week", (now, instants) => {
    const dates = comingDates(nights, at(now));
    expect(dates.slice(0, 3).map((date) => startOf(nights, date).toString())).toEqual(instants);
    expect(new Set(dates).size).toBe(8);
    expect(dates.slice(1).map((date, index) => daysBetween(dates[index]!, date))).toEqual(Array(7).fill(7));
  });

  test("the first offer is due by the calendar on both", () => {
    expect(isOfferDue(nights, "2026-03-29", at("2026-02-28T22:59:59Z"))).toBe(false);
    expect(isOfferDue(nights, "2026-03-29", at("2026-02-28T23:00:00Z"))).toBe(true);
    expect(isOfferDue(nights, "2026-10-25", at("2026-09-26T21:59:59Z"))).toBe(false);
    expect(isOfferDue(nights, "2026-10-25", at("2026-09-26T22:00:00Z"))).toBe(true);
  });
});

describe("a leap day", () => {
  const leap = { ...tuesdays, startsOn: "2028-01-04" };
  test("that is a Tuesday is a week like others", () => {
    const dates = comingDates(leap, at("2028-02-21T09:00:00Z"));
    expect(dates.slice(0, 3)).toEqual(["2028-02-22", "2028-02-29", "2028-03-07"]);
    expect(startOf(leap, "2028-02-29").toString()).toBe("2028-02-29T09:30:00Z");
    expect(daysBetween("2028-02-29", "2028-03-07")).toBe(7);
  });

  test("is counted among the days before an offer", () => {
    expect(isOfferDue(leap, "2028-03-28", at("2028-02-28T22:59:59Z"))).toBe(false);
    expect(isOfferDue(leap, "2028-03-28", at("2028-02-28T23:00:00Z"))).toBe(true);
    expect(weeksBetween("2028-02-01", "2028-03-07")).toBe(5);
  });

  test("can be in a pause, and can be the first week", () => {
    const pauses = [{ startsOn: "2028-02-29", endsOn: "2028-02-29" }];
    expect(comingDates({ ...leap, pauses }, at("2028-02-23T09:00:00Z"))[0]).toBe("2028-03-07");
    expect(comingDates({ ...leap, startsOn: "2028-02-29" }, at("2028-01-03T09:00:00Z"))[0]).toBe(
      "2028-02-29",
    );
  });
});

/** Real ones, as the zone data tell them. */
describe("a zone that changes its rules", () => {
  test.each([
    ["Asia/Almaty", "2024-02-20", [4.5, 4.5, 5.5, 5.5], "moved from +06:00 to +05:00 on 1 March 2024"],
    [
      "Europe/Volgograd",
      "2020-12-15",
      [6.5, 6.5, 7.5, 7.5],
      "moved from +04:00 to +03:00 on 27 December 2020",
    ],
    ["America/Mexico_City", "2023-03-28", [16.5, 16.5, 16.5, 16.5], "had no summer time in 2023"],
    ["America/Mexico_City", "2022-03-29", [16.5, 15.5, 15.5, 15.5], "still had it in 2022"],
    ["Asia/Pyongyang", "2018-04-24", [2, 2, 1.5, 1.5], "moved by half an hour on 5 May 2018"],
    ["Europe/Istanbul", "2016-10-18", [7.5, 7.5, 7.5, 7.5], "stayed on summer time from 2016"],
  ])("%s from %s: the wall-clock time stays, the instant follows %j (%s)", (timeZone, startsOn, hours) => {
    const series = { ...tuesdays, timeZone, startsOn };
    const dates = comingDates(series, at(`${startsOn}T00:00:00Z`)).slice(0, 4);
    const starts = dates.map((date) => startOf(series, date));
    expect(starts.map((start) => localOf(start, timeZone))).toEqual(dates.map((date) => `${date}T10:30`));
    const inUtc = starts.map((start) => start.toZonedDateTimeISO("UTC"));
    expect(inUtc.map(({ hour, minute }) => hour + minute / 60)).toEqual(hours);
  });

  test("and skips a whole day has that lecture a day later, and no other", () => {
    const samoa = { ...tuesdays, weekday: 5, timeZone: "Pacific/Apia", startsOn: "2011-12-23" };
    const dates = comingDates(samoa, at("2011-12-22T00:00:00Z")).slice(0, 3);
    expect(dates.map((date) => localOf(startOf(samoa, date), "Pacific/Apia"))).toEqual([
      "2011-12-23T10:30",
      "2011-12-31T10:30",
      "2012-01-06T10:30",
    ]);
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
