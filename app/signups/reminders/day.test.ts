import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { dayToRemind } from "./day.ts";

test.each([
  ["a minute before four", "2026-11-25T14:59:00Z", "Europe/Amsterdam", null],
  ["at four", "2026-11-25T15:00:00Z", "Europe/Amsterdam", "2026-11-26"],
  ["last thing in the evening", "2026-11-25T22:59:00Z", "Europe/Amsterdam", "2026-11-26"],
  ["after midnight", "2026-11-25T23:00:00Z", "Europe/Amsterdam", "2026-11-26"],
  ["at six in the morning it is too late", "2026-11-26T05:00:00Z", "Europe/Amsterdam", null],
  ["elsewhere it is another hour", "2026-11-25T15:00:00Z", "Europe/Lisbon", null],
  ["on the last day of the year", "2026-12-31T15:00:00Z", "Europe/Amsterdam", "2027-01-01"],
  // Clocks go forward in the night of 27 to 28 March 2027, and back in that of 30 to 31 October.
  ["before the short night, at four", "2027-03-27T15:00:00Z", "Europe/Amsterdam", "2027-03-28"],
  ["in the short night, before the gap", "2027-03-28T00:59:00Z", "Europe/Amsterdam", "2027-03-28"],
  ["in the short night, after the gap", "2027-03-28T01:00:00Z", "Europe/Amsterdam", "2027-03-28"],
  ["after the short night, six comes an hour sooner", "2027-03-28T04:00:00Z", "Europe/Amsterdam", null],
  ["on the short day, four comes an hour sooner", "2027-03-28T14:00:00Z", "Europe/Amsterdam", "2027-03-29"],
  ["before the long night, at four", "2027-10-30T14:00:00Z", "Europe/Amsterdam", "2027-10-31"],
  ["in the hour that comes twice", "2027-10-31T01:30:00Z", "Europe/Amsterdam", "2027-10-31"],
  ["on the long day, a minute before four", "2027-10-31T14:59:00Z", "Europe/Amsterdam", null],
  ["on the long day, at four", "2027-10-31T15:00:00Z", "Europe/Amsterdam", "2027-11-01"],
])("%s", (_, now, timeZone, day) => expect(dayToRemind(Temporal.Instant.from(now), timeZone)).toBe(day));
