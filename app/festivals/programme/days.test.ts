import { expect, test } from "vitest";
import { daysOf, phaseOf, programmeDay } from "./days.ts";

test.each([
  ["2027-01-11T10:00", "2027-01-11"],
  ["2027-01-11T23:59", "2027-01-11"],
  ["2027-01-12T00:30", "2027-01-11"],
  ["2027-01-12T03:59", "2027-01-11"],
  ["2027-01-12T04:00", "2027-01-12"],
  ["2027-01-01T00:00", "2026-12-31"],
])("what starts at %s is in the programme of %s", (startsLocal, day) => {
  expect(programmeDay(startsLocal)).toBe(day);
});

test("what lasts all day is found on each of its days, from its own midnight", () => {
  const item = { startsAt: "2027-01-10T23:00:00Z", endsAt: "2027-01-12T23:00:00Z", allDay: true };
  expect(daysOf(item, "Europe/Amsterdam")).toEqual(["2027-01-11", "2027-01-12"]);
});

test("the day is that of the festival's clock, not of the session's own", () => {
  const item = { startsAt: "2027-01-11T23:30:00Z", endsAt: "2027-01-12T00:30:00Z", allDay: false };
  expect(daysOf(item, "Asia/Tokyo")).toEqual(["2027-01-12"]);
});

test.each([
  ["2027-01-11T09:59:59Z", "to-come"],
  ["2027-01-11T10:00:00Z", "now"],
  ["2027-01-11T10:59:59Z", "now"],
  ["2027-01-11T11:00:00Z", "past"],
])("at %s a session from ten to eleven is %s", (now, phase) => {
  const item = { from: Date.parse("2027-01-11T10:00:00Z"), until: Date.parse("2027-01-11T11:00:00Z") };
  expect(phaseOf(item, Date.parse(now))).toBe(phase);
});
