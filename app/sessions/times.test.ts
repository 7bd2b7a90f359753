import { describe, expect, test } from "vitest";
import { spanOf } from "./times.ts";

const amsterdam = { timeZone: "Europe/Amsterdam", durationMinutes: 60, allDay: false };

describe("the instants of a session", () => {
  test.each([
    ["in winter", { startsLocal: "2027-01-11T10:00" }, "2027-01-11T09:00:00Z", "2027-01-11T10:00:00Z"],
    ["in summer", { startsLocal: "2027-07-11T10:00" }, "2027-07-11T08:00:00Z", "2027-07-11T09:00:00Z"],
    [
      "in the gap of spring",
      { startsLocal: "2027-03-28T02:30" },
      "2027-03-28T01:30:00Z",
      "2027-03-28T02:30:00Z",
    ],
    [
      "over the hour that comes twice, where a duration is elapsed time",
      { startsLocal: "2027-10-31T02:30", durationMinutes: 120 },
      "2027-10-31T00:30:00Z",
      "2027-10-31T02:30:00Z",
    ],
    [
      "elsewhere",
      { startsLocal: "2027-01-11T10:00", timeZone: "Asia/Kolkata" },
      "2027-01-11T04:30:00Z",
      "2027-01-11T05:30:00Z",
    ],
    [
      "all day, whatever its hour",
      { startsLocal: "2027-01-11T10:00", allDay: true },
      "2027-01-10T23:00:00Z",
      "2027-01-11T23:00:00Z",
    ],
    [
      "all of two days, one of 23 hours",
      { startsLocal: "2027-03-27T00:00", allDay: true, durationMinutes: 2880 },
      "2027-03-26T23:00:00Z",
      "2027-03-28T22:00:00Z",
    ],
  ])("%s", (_case, given, startsAt, endsAt) => {
    expect(spanOf({ ...amsterdam, ...given })).toEqual({ startsAt, endsAt });
  });
});
