import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, isBefore, localOf, Temporal } from "~/platform/time.ts";
import {
  boundaryOf,
  offerDeadline,
  remindersDue,
  type Stage,
  stageDays,
  stageInForce,
  standInDeadline,
} from "./boundaries.ts";

const amsterdam = "Europe/Amsterdam";
const lectureAt = (local: string, zone = amsterdam) => ({ startsAt: instantOf(local, zone).toString() });
const thursday = lectureAt("2026-12-17T10:30");

describe("a boundary", () => {
  test.each([
    [28, "2026-11-19T10:30"],
    [21, "2026-11-26T10:30"],
    [16, "2026-12-01T10:30"],
    [13, "2026-12-04T10:30"],
    [5, "2026-12-11T10:30"],
    [2, "2026-12-15T10:30"],
  ])("%i days before a Thursday", (days, local) => {
    expect(localOf(boundaryOf(thursday, amsterdam, days), amsterdam)).toBe(local);
  });

  test.each([
    ["2026-12-15T10:30", 16, "2026-11-27T10:30"],
    ["2026-12-14T10:30", 2, "2026-12-11T10:30"],
    ["2026-12-14T10:30", 1, "2026-12-11T10:30"],
    ["2026-12-19T10:30", 28, "2026-11-20T10:30"],
  ])(
    "of a lecture at %s that would fall on a weekend, %i days before, falls on the working day before",
    (at, days, local) => {
      expect(localOf(boundaryOf(lectureAt(at), amsterdam, days), amsterdam)).toBe(local);
    },
  );

  test.each([
    ["Europe/Amsterdam", "2027-04-08T02:30"],
    ["Europe/Amsterdam", "2026-11-12T02:30"],
    ["Australia/Lord_Howe", "2027-04-15T01:45"],
    ["America/New_York", "2028-03-16T02:30"],
    ["Pacific/Apia", "2028-02-29T23:30"],
  ])("keeps the wall clock in %s across a change of the clocks (lecture at %s)", (zone, local) => {
    const turn = lectureAt(local, zone);
    for (const days of Object.values(stageDays)) {
      const boundary = localOf(boundaryOf(turn, zone, days), zone);
      expect([boundary.slice(11), "03:30"]).toContain(local.slice(11));
    }
  });

  test("comes in order, and never on a weekend, whatever the weekday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (day) => {
        const local = `${Temporal.PlainDate.from("2024-01-01").add({ days: day }).toString()}T11:00`;
        const turn = lectureAt(local);
        const at = Object.values(stageDays).map((days) => boundaryOf(turn, amsterdam, days));
        expect(at.every((one, index) => index === 0 || !isBefore(one, at[index - 1]!))).toBe(true);
        for (const one of at) expect(one.toZonedDateTimeISO(amsterdam).dayOfWeek).toBeLessThanOrEqual(5);
      }),
    );
  });
});

test.each<[string, Stage | null]>([
  ["2026-11-19T10:29", null],
  ["2026-11-19T10:30", "first"],
  ["2026-11-26T10:29", "first"],
  ["2026-11-26T10:30", "second"],
  ["2026-12-02T09:00", "third"],
  ["2026-12-04T10:30", "open-call"],
  ["2026-12-11T10:30", "stand-ins"],
  ["2026-12-15T10:30", "organisers"],
])("at %s the stage in force is %s", (local, stage) => {
  expect(stageInForce(thursday, amsterdam, instantOf(local, amsterdam))).toBe(stage);
});

describe("an offer", () => {
  test.each([
    ["2026-11-19T10:30", "2026-11-26T10:30"],
    ["2026-11-23T10:30", "2026-11-26T10:30"],
    ["2026-11-23T10:31", "2026-12-01T10:30"],
    ["2026-11-26T10:30", "2026-12-01T10:30"],
    ["2026-12-01T10:30", "2026-12-04T10:30"],
    ["2026-12-03T10:30", "2026-12-04T10:30"],
    ["2026-12-03T10:31", null],
  ])("made at %s lapses at %s", (made, deadline) => {
    const at = offerDeadline(thursday, amsterdam, instantOf(made, amsterdam));
    expect(at && localOf(at, amsterdam)).toBe(deadline);
  });

  test("gives at least a day and less than eight", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 15 * 24 * 60 }),
        fc.integer({ min: 0, max: 6 }),
        (minutes, day) => {
          const local = Temporal.PlainDate.from("2026-12-14").add({ days: day }).toString();
          const turn = lectureAt(`${local}T10:30`);
          const made = boundaryOf(turn, amsterdam, 28).add({ minutes });
          const deadline = offerDeadline(turn, amsterdam, made);
          if (deadline === null) return;
          const hours = made.until(Temporal.Instant.from(deadline)).total("hours");
          expect(hours).toBeGreaterThanOrEqual(24);
          expect(hours).toBeLessThan(10 * 24);
        },
      ),
    );
  });

  test.each([
    ["2026-11-19T10:30", "2026-11-22T10:30", 0],
    ["2026-11-19T10:30", "2026-11-23T10:29", 0],
    ["2026-11-19T10:30", "2026-11-23T10:30", 1],
    ["2026-11-19T10:30", "2026-11-25T10:30", 2],
    ["2026-11-16T10:30", "2026-11-19T10:30", 1],
    ["2026-11-16T10:30", "2026-11-22T10:30", 1],
    ["2026-11-16T10:30", "2026-11-23T10:30", 2],
  ])("made at %s has at %s been due %i reminders", (made, now, reminders) => {
    const offeredAt = instantOf(made, amsterdam).toString();
    expect(remindersDue(offeredAt, amsterdam, instantOf(now, amsterdam))).toBe(reminders);
  });
});

test.each([
  ["2026-12-17T10:30", "2026-12-11T10:35", "2026-12-14T10:35"],
  ["2026-12-18T10:30", "2026-12-14T09:00", "2026-12-15T09:00"],
  ["2026-12-16T10:30", "2026-12-11T10:35", "2026-12-14T10:30"],
])("a stand-in of a lecture at %s, asked at %s, has until %s", (lecture, asked, until) => {
  const deadline = standInDeadline(lectureAt(lecture), amsterdam, instantOf(asked, amsterdam));
  expect(localOf(deadline, amsterdam)).toBe(until);
});
