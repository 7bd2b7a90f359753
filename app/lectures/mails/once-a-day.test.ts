import { expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { isStronger, keepsUntilTomorrow, nextMorning, turnMailKinds } from "./once-a-day.ts";

test.each([
  ["2026-11-16T09:00:00Z", "Europe/Amsterdam", "2026-11-17T06:00:00Z"],
  // Half past midnight there: the morning after is the day's after that.
  ["2026-11-16T23:30:00Z", "Europe/Amsterdam", "2026-11-18T06:00:00Z"],
  ["2026-11-16T23:30:00Z", "America/New_York", "2026-11-17T12:00:00Z"],
  // The clock is put forward, and back, in the night between.
  ["2026-03-28T12:00:00Z", "Europe/Amsterdam", "2026-03-29T05:00:00Z"],
  ["2026-10-24T12:00:00Z", "Europe/Amsterdam", "2026-10-25T06:00:00Z"],
  ["2028-02-28T12:00:00Z", "Europe/Amsterdam", "2028-02-29T06:00:00Z"],
])("the morning after %s in %s is %s", (now, timeZone, morning) => {
  expect(nextMorning(Temporal.Instant.from(now), timeZone).toString()).toBe(morning);
});

test("of two kinds of mail exactly one is stronger", () => {
  for (const one of turnMailKinds)
    for (const other of turnMailKinds)
      expect(isStronger(one, other)).toBe(one !== other && !isStronger(other, one));
});

test("what asks somebody for something is never dropped, and gives way to no mere news", () => {
  const asks = ["turn-organisers", "turn-stand-in", "turn-offered", "turn-open-call"] as const;
  const news = ["turn-paused", "turn-withdrew", "turn-lapsed", "turn-reminded", "turn-soon", "turn-released"];
  for (const ask of asks) {
    expect(keepsUntilTomorrow(ask)).toBe(true);
    expect(turnMailKinds.filter((kind) => isStronger(kind, ask) && news.includes(kind))).toEqual([]);
  }
});
