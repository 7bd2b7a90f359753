import { expect, test } from "vitest";
import { createFormat } from "./format.ts";

const amsterdam = createFormat("en", "Europe/Amsterdam");
const span = {
  startsAt: "2026-11-26T09:30:00Z",
  endsAt: "2026-11-26T09:40:00Z",
  timeZone: "Europe/Amsterdam",
};

test("the reader's own zone goes without saying", () => {
  expect(amsterdam.sessionTime(span)).toBe("Thu 26 Nov, 10:30–10:40");
  expect(createFormat("en", "Europe/Berlin").timeRange(span)).toBe("10:30–10:40");
});

test("another zone is named, in the reader's language", () => {
  expect(amsterdam.timeRange({ ...span, timeZone: "Europe/Lisbon" })).toBe("09:30–09:40 (Lisbon time)");
  expect(createFormat("nl", "Europe/Amsterdam").timeRange({ ...span, timeZone: "America/New_York" })).toBe(
    "04:30–04:40 (tijd in New York)",
  );
});

test("zones that agree on that day only in winter are told apart in summer", () => {
  const casablanca = { ...span, timeZone: "Europe/London" };
  expect(createFormat("en", "Africa/Abidjan").timeRange(casablanca)).toBe("09:30–09:40");
  const summer = {
    startsAt: "2026-07-01T09:30:00Z",
    endsAt: "2026-07-01T09:40:00Z",
    timeZone: "Europe/London",
  };
  expect(createFormat("en", "Africa/Abidjan").timeRange(summer)).toBe("10:30–10:40 (London time)");
});

test("an all-day session has dates and no times", () => {
  const day = {
    startsAt: "2026-11-25T23:00:00Z",
    endsAt: "2026-11-26T23:00:00Z",
    timeZone: "Europe/Amsterdam",
    allDay: true,
  };
  expect(amsterdam.sessionTime(day)).toBe("Thu 26 Nov");
  expect(amsterdam.sessionTime({ ...day, endsAt: "2026-11-27T23:00:00Z" })).toMatch(
    /^26\s?–\s?27 November 2026$/,
  );
});

test("words for days", () => {
  expect(amsterdam.relativeDay("2026-11-24", "2026-11-23")).toBe("tomorrow");
  expect(createFormat("nl", "UTC").relativeDay("2026-11-25", "2026-11-23")).toBe("overmorgen");
  expect(amsterdam.weekday(1)).toBe("Monday");
  expect(createFormat("nl", "UTC").weekday(7)).toBe("zondag");
});

test("a language that has no name is called by its code", () => {
  expect(amsterdam.language("nl")).toBe("Dutch");
  expect(["en-ab1", "a b"].map(amsterdam.language)).toEqual(["en-ab1", "a b"]);
});
