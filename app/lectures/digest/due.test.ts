import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, localOf, Temporal } from "~/platform/time.ts";
import { digestOf, dueDigest, firstWorkingDay } from "./due.ts";

const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ["2026-10", "2026-10-01"],
  // A Sunday, a Saturday, a Friday that is New Year's Day.
  ["2026-11", "2026-11-02"],
  ["2026-08", "2026-08-03"],
  ["2027-01", "2027-01-04"],
  ["2026-01", "2026-01-02"],
  ["2028-02", "2028-02-01"],
])("the first working day of %s is %s", (month, day) =>
  expect(firstWorkingDay(Temporal.PlainYearMonth.from(month)).toString()).toBe(day),
);

describe("nine o'clock where the reader's organisation is", () => {
  test.each([
    ["Europe/Amsterdam", "2026-12-01T07:59:59Z", null],
    ["Europe/Amsterdam", "2026-12-01T08:00:00Z", "2026-12"],
    ["Pacific/Auckland", "2026-11-30T19:59:59Z", null],
    ["Pacific/Auckland", "2026-11-30T20:00:00Z", "2026-12"],
    // Nine in Auckland while it is still the month before in Amsterdam.
    ["Europe/Amsterdam", "2026-11-30T20:00:00Z", null],
    ["Asia/Kathmandu", "2026-12-01T03:15:00Z", "2026-12"],
    // The week after a change of the clocks: 29 March 2026 in Amsterdam, 5 April in Auckland.
    ["Europe/Amsterdam", "2026-04-01T06:59:59Z", null],
    ["Europe/Amsterdam", "2026-04-01T07:00:00Z", "2026-04"],
    ["Pacific/Auckland", "2026-03-31T20:00:00Z", "2026-04"],
    ["Pacific/Auckland", "2026-04-30T21:00:00Z", "2026-05"],
    // A week is news, longer is not.
    ["Europe/Amsterdam", "2026-12-08T07:59:59Z", "2026-12"],
    ["Europe/Amsterdam", "2026-12-08T08:00:00Z", null],
    ["Europe/Amsterdam", "2026-11-25T12:00:00Z", null],
  ])("in %s at %s the digest of %s is due", (zone, now, month) =>
    expect(dueDigest(at(now), zone)?.month ?? null).toBe(month),
  );
});

test.each([
  ["2027-01-04T08:00:00Z", "2026-12-01", "2026-12-31"],
  ["2028-03-01T08:00:00Z", "2028-02-01", "2028-02-29"],
  ["2026-05-01T07:00:00Z", "2026-04-01", "2026-04-30"],
])("the digest of %s looks back on %s to %s", (now, from, to) => {
  expect(dueDigest(at(now), "Europe/Amsterdam")).toMatchObject({ from, to });
  expect(digestOf(at(now), "Europe/Amsterdam")).toMatchObject({ from, to });
});

test("everywhere and in every month one moment comes: a weekday at nine by the wall clock", () => {
  const zone = fc.constantFrom(
    "Europe/Amsterdam",
    "Pacific/Auckland",
    "America/Los_Angeles",
    "Africa/Cairo",
    "Asia/Kolkata",
  );
  fc.assert(
    fc.property(
      zone,
      fc.integer({ min: 2024, max: 2040 }),
      fc.integer({ min: 1, max: 12 }),
      (timeZone, year, month) => {
        const first = firstWorkingDay(Temporal.PlainYearMonth.from({ year, month }));
        const due = instantOf(`${first}T09:00`, timeZone);
        expect(dueDigest(due, timeZone)?.dueAt.toString()).toBe(due.toString());
        expect(dueDigest(due.subtract({ seconds: 1 }), timeZone)).toBeNull();
        expect(localOf(due, timeZone)).toBe(`${first}T09:00`);
        expect(first.dayOfWeek).toBeLessThan(6);
      },
    ),
  );
});
