import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Temporal } from "~/platform/time.ts";
import { holidayLimits } from "./holiday.ts";
import { readHolidays } from "./read-holidays.ts";

const window = { from: "2026-11-23", to: "2028-05-23" };
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//EN\r\n${events.join("")}END:VCALENDAR\r\n`;
const event = (...lines: string[]) =>
  `BEGIN:VEVENT\r\nUID:${crypto.randomUUID()}\r\n${lines.join("\r\n")}\r\nEND:VEVENT\r\n`;
const read = (text: string | Uint8Array, zone = "Europe/Amsterdam") =>
  readHolidays(typeof text === "string" ? new TextEncoder().encode(text) : text, window, zone);
const found = (...events: string[]) => {
  const answer = read(calendar(...events));
  return answer.ok
    ? answer.holidays.map(({ startsOn, endsOn, name }) => `${startsOn} ${endsOn} ${name}`)
    : answer.refusal;
};

describe("a holiday", () => {
  test.each([
    [
      "of several days ends the day before its DTEND",
      ["SUMMARY:Christmas", "DTSTART;VALUE=DATE:20261219", "DTEND;VALUE=DATE:20270104"],
      ["2026-12-19 2027-01-03 Christmas"],
    ],
    ["of one day", ["SUMMARY:King", "DTSTART;VALUE=DATE:20270427"], ["2027-04-27 2027-04-27 King"]],
    [
      "whose end is its start is of one day",
      ["SUMMARY:x", "DTSTART;VALUE=DATE:20270427", "DTEND;VALUE=DATE:20270427"],
      ["2027-04-27 2027-04-27 x"],
    ],
    [
      "with a duration",
      ["SUMMARY:x", "DTSTART;VALUE=DATE:20270427", "DURATION:P1W"],
      ["2027-04-27 2027-05-03 x"],
    ],
    [
      "in UTC counts for its days in the zone of the series",
      ["SUMMARY:x", "DTSTART:20270501T220000Z", "DTEND:20270502T220000Z"],
      ["2027-05-02 2027-05-02 x"],
    ],
    [
      "in a zone of its own counts for its days in that of the series",
      [
        "SUMMARY:x",
        "DTSTART;TZID=America/New_York:20270501T200000",
        "DTEND;TZID=America/New_York:20270501T210000",
      ],
      ["2027-05-02 2027-05-02 x"],
    ],
    [
      "without a zone is by the clock of the series",
      ["SUMMARY:x", "DTSTART:20270501T233000", "DTEND:20270502T000000"],
      ["2027-05-01 2027-05-01 x"],
    ],
    [
      "that comes every year comes as often as the window holds it",
      ["SUMMARY:New Year", "DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY"],
      ["2027-01-01 2027-01-01 New Year", "2028-01-01 2028-01-01 New Year"],
    ],
    [
      "except where it is taken out",
      ["SUMMARY:x", "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20270101"],
      ["2028-01-01 2028-01-01 x"],
    ],
    [
      "by a rule of weekdays",
      ["SUMMARY:x", "DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"],
      ["2026-11-26 2026-11-26 x", "2027-11-25 2027-11-25 x"],
    ],
    ["that was called off", ["SUMMARY:x", "DTSTART;VALUE=DATE:20270427", "STATUS:CANCELLED"], "none"],
    ["that is over", ["SUMMARY:x", "DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261123"], "none"],
    [
      "that has begun and is not over",
      ["SUMMARY:x", "DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261124"],
      ["2026-11-01 2026-11-23 x"],
    ],
    ["beyond 18 months", ["SUMMARY:x", "DTSTART;VALUE=DATE:20280524"], "none"],
    ["without a name", ["DTSTART;VALUE=DATE:20270427"], ["2027-04-27 2027-04-27 "]],
    [
      "with a name of several lines",
      ["SUMMARY:May\\nbreak\\, school", "DTSTART;VALUE=DATE:20270427"],
      ["2027-04-27 2027-04-27 May break, school"],
    ],
  ])("%s", (_, lines, holidays) => {
    expect(found(event(...lines))).toEqual(holidays);
  });

  test("of which one year was moved comes on its other date", () => {
    const lines = ["UID:one", "SUMMARY:Party", "DTSTART;VALUE=DATE:20260605", "RRULE:FREQ=YEARLY"];
    const other = [
      "UID:one",
      "RECURRENCE-ID;VALUE=DATE:20270605",
      "SUMMARY:Party",
      "DTSTART;VALUE=DATE:20270612",
    ];
    const events = [lines, other].map((one) => `BEGIN:VEVENT\r\n${one.join("\r\n")}\r\nEND:VEVENT\r\n`);
    expect(found(...events)).toEqual(["2027-06-12 2027-06-12 Party"]);
  });

  test("by the rules of a zone that only its file knows", () => {
    const zone =
      "BEGIN:VTIMEZONE\r\nTZID:Our Time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    const lines = [
      "SUMMARY:x",
      "DTSTART;TZID=Our Time:20270502T060000",
      "DTEND;TZID=Our Time:20270502T070000",
    ];
    expect(found(zone, event(...lines))).toEqual(["2027-05-01 2027-05-01 x"]);
  });

  test("is read once, however often it stands there, beside events that cannot be read", () => {
    const king = ["SUMMARY:King", "DTSTART;VALUE=DATE:20270427"];
    const broken = [
      ["DTSTART;VALUE=DATE:2026AB01"],
      ["SUMMARY:no date"],
      ["DTSTART;VALUE=DATE:20270101", "RRULE:FREQ=FOO"],
    ];
    expect(found(event(...king), ...broken.map((lines) => event(...lines)), event(...king))).toEqual([
      "2027-04-27 2027-04-27 King",
    ]);
  });

  test("is found in any of several calendars, in whatever text they are written", () => {
    const two =
      calendar(event("SUMMARY:a", "DTSTART;VALUE=DATE:20270427")) +
      calendar(event("SUMMARY:b", "DTSTART;VALUE=DATE:20270428"));
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(two, "utf16le")]);
    for (const text of [two, `\ufeff${two}`, two.replaceAll("\r\n", "\n"), new Uint8Array(utf16)]) {
      const answer = read(text);
      expect(answer.ok && answer.holidays.map(({ name }) => name)).toEqual(["a", "b"]);
    }
  });

  test("of any length covers just its days", () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((days) => Temporal.PlainDate.from("2026-12-01").add({ days }));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (start, days) => {
        const basic = (date: Temporal.PlainDate) => date.toString().replaceAll("-", "");
        const end = start.add({ days });
        expect(
          found(event("SUMMARY:x", `DTSTART;VALUE=DATE:${basic(start)}`, `DTEND;VALUE=DATE:${basic(end)}`)),
        ).toEqual([`${start} ${end.subtract({ days: 1 })} x`]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a hostile file", () => {
  const forever = (rule: string, start = ";VALUE=DATE:20270101") =>
    calendar(event("SUMMARY:x", `DTSTART${start}`, `RRULE:${rule}`));
  test.each([
    ["is larger than 1 MB", "x".repeat(holidayLimits.fileBytes + 1), "tooLarge"],
    ["is no calendar", "<html></html>", "notACalendar"],
    ["is empty", "", "notACalendar"],
    ["has NUL in it", "BEGIN:VCALENDAR\0", "notACalendar"],
    ["breaks off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "notACalendar"],
    ["is nested without end", `BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\n".repeat(50_000)}`, "notACalendar"],
    [
      "has more than 2,000 events",
      calendar(...Array.from({ length: 2001 }, () => event("DTSTART;VALUE=DATE:20270101"))),
      "tooManyEvents",
    ],
    ["repeats every second since 1970", forever("FREQ=SECONDLY", ":19700101T000000Z"), "tooRepetitive"],
    ["repeats every day", forever("FREQ=DAILY"), "tooRepetitive"],
    ["repeats on a day that never comes", forever("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"), "tooRepetitive"],
    ["has nothing in it", calendar(), "none"],
  ])("that %s is refused", (_, text, refusal) => {
    expect(read(text)).toEqual({ ok: false, refusal });
  });

  test("of any text is answered without an error", () => {
    const piece = fc.constantFrom(
      "BEGIN:VEVENT",
      "END:VEVENT",
      "DTSTART:",
      "DTEND;VALUE=DATE:",
      "20270101",
      "RRULE:FREQ=",
      "YEARLY",
      ":",
      ";",
      "\r\n",
      "\r\n ",
      "SUMMARY:x",
      "T0Z",
      "99999999",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(read(calendar(pieces.join("")))).toHaveProperty("ok");
      }),
      { numRuns: 300 },
    );
  });
});
