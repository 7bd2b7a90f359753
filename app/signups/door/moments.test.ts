import { describe, expect, test } from "vitest";
import { plus, Temporal } from "~/platform/time.ts";
import { happenedWhen, isOnTheDay, mayCheckInAt } from "./moments.ts";

const session = { startsAt: "2026-11-24T09:30:00Z", timeZone: "Europe/Amsterdam" };
const at = (text: string) => Temporal.Instant.from(text);

test.each([
  ["2026-11-23T09:29:59Z", false],
  ["2026-11-23T09:30:00Z", true],
  ["2026-11-24T09:30:00Z", true],
  ["2026-11-25T22:59:59Z", true],
  ["2026-11-25T23:00:00Z", false],
])("names at the door at %s: %s", (now, open) => {
  expect(isOnTheDay(session, at(now))).toBe(open);
});

test.each([
  ["2026-11-24T08:29:59Z", "too-early"],
  ["2026-11-24T08:30:00Z", null],
  ["2026-11-24T22:59:59Z", null],
  ["2026-11-24T23:00:00Z", "too-late"],
])("coming in at %s: %s", (now, verdict) => {
  expect(mayCheckInAt(session, at(now))).toBe(verdict);
});

describe("when it happened, told later", () => {
  const receivedAt = at("2026-11-24T09:40:00Z");
  const opensAt = "2026-11-24T08:30:00Z";
  const told = (happenedAt: string, deviceNow: string) =>
    happenedWhen({ happenedAt, deviceNow }, { receivedAt, opensAt }).toString();

  test.each([0, 3_600, -3_600, 5 * 365 * 86_400, -5 * 365 * 86_400])(
    "is the same by a clock %d seconds off",
    (seconds) => {
      const off = (text: string) => plus(text, { seconds });
      expect(told(off("2026-11-24T09:31:00Z"), off("2026-11-24T09:40:00Z"))).toBe("2026-11-24T09:31:00Z");
    },
  );
  test("is never later than it was heard of", () => {
    expect(told("2026-11-24T09:50:00Z", "2026-11-24T09:40:00Z")).toBe(receivedAt.toString());
  });
  test("is not before the door opened, when a clock was set in between", () => {
    expect(told("2020-01-01T00:00:00Z", "2026-11-24T09:40:00Z")).toBe(opensAt);
  });
  test("is too early when even hearing of it was", () => {
    const early = { receivedAt: at("2026-11-24T08:00:00Z"), opensAt };
    const now = "2026-11-24T08:00:00Z";
    expect(happenedWhen({ happenedAt: now, deviceNow: now }, early).toString()).toBe(now);
  });
});
