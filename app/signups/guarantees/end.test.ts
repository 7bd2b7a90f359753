import { expect, test } from "vitest";
import { at } from "#tests/support/ids.ts";
import { refusesEnd } from "./end.ts";

const now = at("2027-05-01T10:00:00Z");
const soon = "2027-05-03T10:00:00Z";
const later = "2027-05-04T10:00:00Z";
const festivalEnds = "2027-05-12T22:00:00Z";

test.each<[string, string | null, string | null, ReturnType<typeof refusesEnd>]>([
  ["a first one", null, soon, null],
  ["a later one, while it has not come", soon, later, null],
  ["none, while it has not come", soon, null, null],
  ["another one when it has come", "2027-05-01T10:00:00Z", later, "ended"],
  ["none when it has come", "2027-05-01T09:00:00Z", null, "ended"],
  ["this very moment", null, now.toString(), "past"],
  ["a time gone by", soon, "2027-04-30T10:00:00Z", "past"],
  ["a time after the festival", null, "2027-06-01T10:00:00Z", "after-festival"],
])("%s", (_, before, wanted, refusal) =>
  expect(refusesEnd({ before, wanted, festivalEnds, now })).toBe(refusal),
);
