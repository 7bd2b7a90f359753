import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { offerEnds, phaseOf } from "./moments.ts";

const startsAt = "2027-03-28T10:00:00Z";
const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ["2027-03-27T09:59:59Z", "give"],
  ["2027-03-27T10:00:00Z", "offer"],
  ["2027-03-28T09:29:59Z", "offer"],
  ["2027-03-28T09:30:00Z", "whoever"],
  ["2027-03-28T09:59:59Z", "whoever"],
  ["2027-03-28T10:00:00Z", "over"],
])("at %s a free seat of 10:00 is for: %s", (now, phase) => {
  expect(phaseOf({ startsAt }, at(now))).toBe(phase);
});

test.each([
  ["2027-03-27T12:00:00Z", "2027-03-27T14:00:00Z"],
  ["2027-03-28T07:30:00Z", "2027-03-28T09:30:00Z"],
  ["2027-03-28T08:45:00Z", "2027-03-28T09:30:00Z"],
])("an offer made at %s is held until %s", (now, until) => {
  expect(offerEnds({ startsAt }, at(now))).toBe(until);
});
