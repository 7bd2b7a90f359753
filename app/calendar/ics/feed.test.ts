import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { linesOf, problemsOf } from "#tests/support/ics.ts";
import { instantOf, plus } from "~/platform/time.ts";
import type { CalendarEntry } from "./event.ts";
import { renderFeed } from "./feed.ts";
import { cleanLine, cleanText } from "./text.ts";

const hostile = [
  "two\r\nlines",
  "lone\rreturn",
  'say "hello"; twice, \\n and \\',
  "coffee ☕ 👩🏽‍💻 ".repeat(12),
  "x".repeat(300),
  "BEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
  "name\r\nX-EVIL:1",
  "\nX-EVIL:1\n",
  "‮right to left‬ שלום עולם",
  "null \u0000 bell \u0007 del \u007F next \u0085 line \u2028 paragraph \u2029 end",
  "lone \uD83D surrogate \uDE00",
  "^n^'\t:;,=",
  `${"é".repeat(37)}ü`,
];

function entry(with_: Partial<CalendarEntry> = {}): CalendarEntry {
  const timeZone = with_.timeZone ?? "Europe/Amsterdam";
  const startsLocal = with_.startsLocal ?? "2026-12-01T10:30";
  const durationMinutes = with_.durationMinutes ?? 45;
  const startsAt = instantOf(startsLocal, timeZone).toString();
  return {
    uid: "session-0b8f3c52-0000-4000-8000-000000000001@percolate.example",
    sequence: 3,
    title: "Knitting with code",
    paragraphs: ["Speakers: Anna, Bram", "Bring your own wool."],
    place: ["Blue room", "The Mill", "Dijk 1, 1000 AA Amsterdam"],
    url: "https://percolate.example/festivals/deell-spring/sessions/12",
    startsLocal,
    startsAt,
    endsAt: plus(startsAt, { minutes: durationMinutes }),
    timeZone,
    durationMinutes,
    allDay: false,
    status: "confirmed",
    busy: true,
    createdAt: "2026-11-01T08:00:00Z",
    updatedAt: "2026-11-02T08:00:00Z",
    ...with_,
  };
}

const feed = (entries: CalendarEntry[], name = "DEELL spring") =>
  renderFeed({ name, colour: "#aa3300" }, entries);
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));

describe("a feed", () => {
  test("is the same bytes twice, folded, ends each line in CRLF and carries no METHOD, ORGANIZER or ATTENDEE", async () => {
    const text = await feed([entry()]);
    expect(await feed([entry()])).toBe(text);
    expect(problemsOf(text)).toEqual([]);
    expect(linesOf(text).filter((line) => /^(METHOD|ORGANIZER|ATTENDEE)/.test(line))).toEqual([]);
  });

  test("names itself and how often to come back, before the first component", async () => {
    const lines = linesOf(await feed([entry()], "Lectures; at, the machine"));
    const head = lines.slice(0, lines.indexOf("BEGIN:VTIMEZONE"));
    expect(head).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Percolate//Calendar//EN",
      "NAME:Lectures\\; at\\, the machine",
      "X-WR-CALNAME:Lectures\\; at\\, the machine",
      "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      "X-PUBLISHED-TTL:PT1H",
      "X-APPLE-CALENDAR-COLOR:#AA3300",
    ]);
  });

  test("reads back as what went in", async () => {
    const [event] = eventsOf(await feed([entry()]));
    const property = (name: string) => event?.component.getFirstPropertyValue(name)?.toString();
    expect({
      uid: event?.uid,
      sequence: event?.sequence,
      summary: event?.summary,
      location: event?.location,
      description: event?.description,
      start: event?.startDate.toJSDate().toISOString(),
      end: event?.endDate.toJSDate().toISOString(),
      url: property("url"),
      status: property("status"),
      stamp: property("dtstamp"),
      modified: property("last-modified"),
      transp: property("transp"),
    }).toEqual({
      uid: "session-0b8f3c52-0000-4000-8000-000000000001@percolate.example",
      sequence: 3,
      summary: "Knitting with code",
      location: "Blue room, The Mill, Dijk 1, 1000 AA Amsterdam",
      description: "Speakers: Anna, Bram\n\nBring your own wool.",
      start: "2026-12-01T09:30:00.000Z",
      end: "2026-12-01T10:15:00.000Z",
      url: "https://percolate.example/festivals/deell-spring/sessions/12",
      status: "CONFIRMED",
      stamp: "2026-11-02T08:00:00Z",
      modified: "2026-11-02T08:00:00Z",
      transp: "OPAQUE",
    });
  });

  test("without entries is still a calendar", async () => {
    const text = await feed([]);
    expect(problemsOf(text)).toEqual([]);
    expect(eventsOf(text)).toEqual([]);
  });

  test("holds two hundred entries in the order given", async () => {
    const entries = Array.from({ length: 200 }, (_, n) => entry({ uid: `session-${n}@percolate.example` }));
    expect(eventsOf(await feed(entries)).map((event) => event.uid)).toEqual(entries.map(({ uid }) => uid));
  });
});

describe("times", () => {
  test.each([
    ["the spring night, in the gap", "Europe/Amsterdam", "2027-03-28T02:30", 30],
    ["the spring night, across the gap", "Europe/Amsterdam", "2027-03-28T01:45", 60],
    ["the autumn night, the first half past two", "Europe/Amsterdam", "2026-10-25T02:30", 15],
    ["the autumn night, ending in the second half past two", "Europe/Amsterdam", "2026-10-25T02:30", 60],
    ["the autumn night, across both", "Europe/Amsterdam", "2026-10-25T01:30", 180],
    ["New York", "America/New_York", "2027-01-10T18:00", 90],
    ["a zone without summer time", "Asia/Kolkata", "2027-05-10T09:00", 90],
    ["an alias", "Asia/Calcutta", "2027-05-10T09:00", 90],
    ["UTC", "UTC", "2027-05-10T09:00", 90],
  ])("read back as the same instants: %s", async (_, timeZone, startsLocal, durationMinutes) => {
    const given = entry({ timeZone, startsLocal, durationMinutes });
    const text = await feed([given]);
    expect(problemsOf(text)).toEqual([]);
    const [event] = registered(text, (events) => events);
    expect(event?.startDate.toJSDate().toISOString()).toBe(isoMillis(given.startsAt));
    expect(event?.endDate.toJSDate().toISOString()).toBe(isoMillis(given.endsAt));
  });

  test("carry one VTIMEZONE for every zone an event names, under that name", async () => {
    const text = await feed([
      entry({ timeZone: "Europe/Amsterdam" }),
      entry({ timeZone: "America/New_York" }),
      entry({ timeZone: "Europe/Amsterdam", startsLocal: "2026-12-03T10:30" }),
      entry({ timeZone: "Asia/Tokyo", allDay: true }),
    ]);
    expect(linesOf(text).filter((line) => line.startsWith("TZID:"))).toEqual([
      "TZID:America/New_York",
      "TZID:Europe/Amsterdam",
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  test("of an all-day entry are dates, the end the day after, and take nobody's time", async () => {
    const lines = linesOf(
      await feed([entry({ allDay: true, startsLocal: "2026-12-31T00:00", durationMinutes: 2880 })]),
    );
    expect(lines).toContain("DTSTART;VALUE=DATE:20261231");
    expect(lines).toContain("DTEND;VALUE=DATE:20270102");
    expect(lines).toContain("TRANSP:TRANSPARENT");
  });

  test("in a zone nobody knows are written in UTC", async () => {
    const text = await feed([{ ...entry(), timeZone: 'Mars/"Base"\r\nX-EVIL:1' }]);
    expect(linesOf(text)).toContain("DTSTART:20261201T093000Z");
    expect(problemsOf(text)).toEqual([]);
  });
});

describe("hostile text", () => {
  const fields = ["title", "place", "paragraphs", "uid", "timeZone", "name"] as const;

  async function withText(field: (typeof fields)[number], text: string) {
    if (field === "name") return feed([entry()], text);
    return feed([
      { ...entry(), [field]: field === "place" || field === "paragraphs" ? ["a", text, "b"] : text },
    ]);
  }

  test.each(fields.flatMap((field) => hostile.map((text) => [field, text] as const)))(
    "in %s injects nothing: %j",
    async (field, text) => {
      const rendered = await withText(field, text);
      expect(problemsOf(rendered)).toEqual([]);
      expect(propertyNames(rendered)).toEqual(propertyNames(await feed([entry()])));
    },
  );

  test("in a URL injects nothing", async () => {
    const text = await feed([entry({ url: "https://percolate.example/a,b;c\\d\r\nX-EVIL:1" })]);
    expect(problemsOf(text)).toEqual([]);
    expect(linesOf(text)).toContain("URL;VALUE=URI:https://percolate.example/a%2Cb%3Bc/dX-EVIL:1");
  });

  test("of any kind reads back as itself, cleaned", { timeout: 60_000 }, async () => {
    const any = fc.string({ unit: "binary", maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(any, any, any, any, async (title, place, paragraph, name) => {
        const text = await feed([entry({ title, place: [place], paragraphs: [paragraph] })], name);
        expect(problemsOf(text)).toEqual([]);
        const [event] = eventsOf(text);
        expect(event?.summary ?? "").toBe(cleanLine(title));
        expect(event?.location ?? "").toBe(cleanLine(place));
        expect(event?.description ?? "").toBe(cleanText(paragraph));
      }),
      { numRuns: 200 },
    );
  });
});

const isoMillis = (instant: string) => instant.replace("Z", ".000Z");

/** Names of components and properties; zones and times apart, which the zone decides. */
function propertyNames(text: string): string[] {
  return linesOf(text.replace(/BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n/s, "")).map(
    (line) => line.split(/[:;]/, 1)[0] ?? "",
  );
}

/** ical.js resolves TZIDs from its own register. */
function registered<T>(text: string, read: (events: ICAL.Event[]) => T): T {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  try {
    return read(eventsOf(text));
  } finally {
    ICAL.TimezoneService.reset();
  }
}
