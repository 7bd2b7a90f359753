import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at } from "#tests/support/ids.ts";
import { dateIn, Temporal } from "~/platform/time.ts";
import { hasBegun, mayAnswer } from "./afterwards.ts";
import { eveningAfter } from "./evening.ts";
import { notesForm } from "./forms.ts";
import { paragraphsOf, siteOf, webAddress } from "./links.ts";

const zone = "Europe/Amsterdam";

describe("the evening on which somebody is told", () => {
  test.each([
    ["right after a lecture", "2026-11-26T09:41:00Z", null, "2026-11-26T17:00:00Z"],
    ["an hour before the mails, still that evening", "2026-11-26T15:59:59Z", null, "2026-11-26T17:00:00Z"],
    ["too late for that evening", "2026-11-26T16:00:00Z", null, "2026-11-27T17:00:00Z"],
    ["told that evening already", "2026-11-26T14:00:00Z", "2026-11-26", "2026-11-27T17:00:00Z"],
    ["over a weekend", "2026-11-28T12:00:00Z", null, "2026-11-30T17:00:00Z"],
    ["on Friday, told on Friday", "2026-11-27T12:00:00Z", "2026-11-27", "2026-11-30T17:00:00Z"],
    ["in summer time", "2026-07-02T09:00:00Z", null, "2026-07-02T16:00:00Z"],
    ["across the night the clocks go back", "2026-10-24T18:00:00Z", null, "2026-10-26T17:00:00Z"],
  ])("%s", (_, now, after, expected) => {
    expect(eveningAfter(at(now), zone, after).toString()).toBe(expected);
  });

  test("is a working day at six, ahead, and never twice on one day", () => {
    const instants = fc.integer({ min: 1_750_000_000, max: 1_900_000_000 });
    const zones = fc.constantFrom(zone, "America/New_York", "Asia/Kathmandu", "Pacific/Auckland");
    fc.assert(
      fc.property(instants, zones, fc.boolean(), (seconds, timeZone, wasTold) => {
        const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
        const told = wasTold ? dateIn(now, timeZone) : null;
        const evening = eveningAfter(now, timeZone, told).toZonedDateTimeISO(timeZone);
        expect([evening.hour, evening.minute, evening.dayOfWeek <= 5]).toEqual([18, 0, true]);
        expect(evening.epochMilliseconds - now.epochMilliseconds).toBeGreaterThanOrEqual(3_600_000);
        if (told) expect(evening.toPlainDate().toString() > told).toBe(true);
      }),
    );
  });
});

describe("who may answer a question", () => {
  const asked = {
    isSpeaker: false,
    speakerCanAnswer: true,
    onRoster: false,
    isAnswerer: false,
    isAnswered: false,
    askedAt: "2026-11-26T10:00:00Z",
    now: at("2026-11-27T10:00:00Z"),
  };
  test.each([
    ["the speaker", { isSpeaker: true }, true],
    ["a listener", {}, false],
    ["a member of the roster in the first week", { onRoster: true }, false],
    ["a member of the roster after a week", { onRoster: true, now: at("2026-12-03T10:00:00Z") }, true],
    ["a listener after a week", { now: at("2026-12-03T10:00:00Z") }, false],
    [
      "a member of the roster, of a guest without an account",
      { onRoster: true, speakerCanAnswer: false },
      true,
    ],
    ["who answered, to change it", { isAnswered: true, isAnswerer: true }, true],
    ["the speaker, where another has answered", { isAnswered: true, isSpeaker: true }, false],
  ])("%s", (_, changes, expected) => {
    expect(mayAnswer({ ...asked, ...changes })).toBe(expected);
  });
});

test.each([
  ["before it starts", "2026-11-26T09:29:59Z", false],
  ["as it starts", "2026-11-26T09:30:00Z", true],
])("a lecture %s", (_, now, expected) => {
  const speaker = { personId: null, name: "Ada", organisation: null, isGuest: true };
  const startsAt = "2026-11-26T09:30:00Z";
  expect(hasBegun({ startsAt, speaker, isOpenFloor: false }, at(now))).toBe(expected);
  expect(hasBegun({ startsAt, speaker: null, isOpenFloor: true }, at(now))).toBe(expected);
  expect(hasBegun({ startsAt, speaker: null, isOpenFloor: false }, at(now))).toBe(false);
});

describe("links", () => {
  test.each([
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["http://example.org", "http://example.org/"],
    [" example.org/bread ", "https://example.org/bread"],
    ["javascript:alert(1)", null],
    ["JaVaScRiPt://example.org/%0aalert(1)", null],
    ["data:text/html,hello", null],
    ["ftp://example.org", null],
    ["https://anna:secret@example.org/", null],
    ["https://", null],
    ["bread", null],
    [`https://example.org/${"a".repeat(500)}`, null],
  ])("%s is kept as %s", (typed, kept) => {
    expect(webAddress(typed)).toBe(kept);
  });

  test("are read from the form without their empty rows, and named after their site where they have no title", () => {
    const links = [
      { title: "", url: "" },
      { title: "", url: "https://www.example.org/x" },
      { title: "Bread", url: "example.org" },
    ];
    expect(notesForm.parse({ notes: " Flour. ", links })).toEqual({
      notes: "Flour.",
      links: [
        { title: "example.org", url: "https://www.example.org/x" },
        { title: "Bread", url: "https://example.org/" },
      ],
    });
    expect(siteOf("https://www.example.org/x")).toBe("example.org");
  });

  test.each([
    ["a title without an address", [{ title: "Bread", url: "" }]],
    ["an address of a script", [{ title: "Bread", url: "javascript:alert(1)" }]],
    ["more than ten", Array.from({ length: 11 }, () => ({ title: "", url: "" }))],
  ])("are refused with %s", (_, links) => {
    expect(notesForm.safeParse({ notes: "", links }).success).toBe(false);
  });
});

test("a text falls into paragraphs at its empty lines", () => {
  expect(paragraphsOf("One\nstill one\n\n \n\nTwo\n")).toEqual(["One\nstill one", "Two"]);
});
