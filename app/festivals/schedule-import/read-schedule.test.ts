import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSchedule } from "./decode.ts";
import type { ImportedEntry } from "./programme.ts";
import { readSchedule } from "./read-schedule.ts";

const fallbacks = { language: "nl", timeZone: "Europe/Amsterdam" };
const usual = {
  guid: "9ff4b0ab-8bd3-4b4d-a2f6-6f6b1f8c9f01",
  id: 1,
  title: "Listening well",
  date: "2027-03-10T10:00:00+01:00",
  start: "10:00",
  duration: "00:45",
  language: "en",
  persons: [{ id: 1, public_name: "Noor" }],
};

function readTree(tree: unknown) {
  const read = readSchedule(tree, fallbacks);
  if (!read.ok) throw new Error(read.refusal);
  return read.programme;
}

function readEvents(events: unknown, day: object = {}, conference: object = {}) {
  const days = [
    { date: "2027-03-10", day_start: "2027-03-10T09:00:00+01:00", rooms: { Hall: events }, ...day },
  ];
  return readTree({
    schedule: { conference: { title: "Spring", time_zone_name: "Europe/Amsterdam", days, ...conference } },
  });
}

function readOne(change: object): Partial<ImportedEntry> & { reason?: string; notes?: string[] } {
  const line = readEvents([{ ...usual, ...change }]).lines[0]!;
  return line.entry ? { ...line.entry, notes: line.notes } : { reason: line.reason };
}

describe("one entry", () => {
  test("is read with everything it says", () => {
    expect(readOne({ track: "Craft", abstract: "Short.", description: "Longer.", type: "Workshop" })).toEqual(
      {
        externalId: usual.guid,
        kind: "workshop",
        title: "Listening well",
        abstract: "Short.\n\nLonger.",
        language: "en",
        track: "Craft",
        room: "Hall",
        startsAt: "2027-03-10T09:00:00Z",
        durationMinutes: 45,
        speakers: ["Noor"],
        notes: [],
      },
    );
  });

  test.each([
    ["00:45", 45],
    ["1:30", 90],
    ["24:00", 1440],
    ["1:02:30", 1590],
    ["01:30:00", 90],
    ["0:45:00", 45],
    ["90", 90],
    [90, 90],
    ["PT1H15M", 75],
  ])("lasts as long as the duration %j says", (duration, minutes) => {
    expect(readOne({ duration }).durationMinutes).toBe(minutes);
  });

  test.each(["-00:30", -30, "00:00", 0, "soon", "00:75", "9999:00", {}, "1e3"])(
    "is left when its duration is %j",
    (duration) => {
      expect(readOne({ duration, end: duration === null ? null : "nonsense" })).toEqual({
        reason: "badDuration",
      });
    },
  );

  test("lasts until its end when it has no duration, and an hour when it has neither", () => {
    expect(readOne({ duration: null, end: "2027-03-10T11:10:00+01:00" })).toMatchObject({
      durationMinutes: 70,
      notes: [],
    });
    expect(readOne({ duration: null })).toMatchObject({ durationMinutes: 60, notes: ["durationAssumed"] });
  });

  test.each([
    ["an offset", { date: "2027-03-10T10:00:00+01:00" }, "2027-03-10T09:00:00Z"],
    ["an offset without a colon", { date: "2027-03-10T10:00:00+0100" }, "2027-03-10T09:00:00Z"],
    ["a Z", { date: "2027-03-10T09:00:00Z" }, "2027-03-10T09:00:00Z"],
    ["no offset, so the zone's", { date: "2027-07-10 10:00:00" }, "2027-07-10T08:00:00Z"],
    ["a start on a day", { date: undefined, start: "9:30" }, "2027-03-10T08:30:00Z"],
    ["a start and a bare date", { date: "2027-03-11", start: "09:30" }, "2027-03-11T08:30:00Z"],
    ["a start after midnight", { date: undefined, start: "00:30" }, "2027-03-10T23:30:00Z"],
  ])("starts when %s says", (_, change, startsAt) => {
    expect(readOne(change).startsAt).toBe(startsAt);
  });

  test.each([
    ["noTime", { date: null, start: "" }],
    ["badTime", { date: "next week" }],
    ["badTime", { date: "2027-13-40T10:00:00+01:00" }],
    ["badTime", { date: "0001-01-01T10:00:00Z" }],
    ["badTime", { date: undefined, start: "25:00" }],
    ["noTitle", { title: undefined }],
    ["noTitle", { title: " \u0000 " }],
    ["noTitle", { title: 7n < 8n }],
  ])("is left for %s: %j", (reason, change) => {
    expect(readOne(change)).toEqual({ reason });
  });

  test.each([
    ["nobody", undefined, []],
    ["null", null, []],
    [
      "names in every spelling",
      [{ public_name: "A" }, { name: "B" }, { full_public_name: "C", public_name: "c" }, "D"],
      ["A", "B", "C", "D"],
    ],
    ["one person outside a list", { name: "A" }, ["A"]],
    ["the same name twice", [{ name: "A" }, { name: "A" }], ["A"]],
  ])("is given by %s", (_, persons, speakers) => {
    expect(readOne({ persons })).toMatchObject({ speakers, notes: [] });
  });

  test("says which persons had no name", () => {
    expect(readOne({ persons: [{ id: 3 }, null, { name: "A" }] })).toMatchObject({
      speakers: ["A"],
      notes: ["namelessSpeakers"],
    });
  });

  test("takes the festival's language when it has none", () => {
    expect(readOne({ language: null })).toMatchObject({ language: "nl", notes: ["languageAssumed"] });
    expect(readOne({ language: "EN_gb" })).toMatchObject({ language: "en", notes: [] });
  });

  test("keeps HTML's words, lists and addresses", () => {
    const abstract =
      '<p>Why &amp; how</p><ul><li>one<li>two</ul> if a < b, see <a href="https://x.example/y">this</a>';
    expect(readOne({ abstract }).abstract).toBe(
      "Why & how\n\n– one\n– two\nif a < b, see this (https://x.example/y)",
    );
  });

  test("is shortened where it is endless, and says so", () => {
    const read = readOne({ title: "é".repeat(5000), abstract: "x".repeat(50_000) });
    expect([read.title?.length, read.abstract?.length, read.notes]).toEqual([200, 5000, ["shortened"]]);
  });

  test.each([
    ["its guid in lower case", { guid: "ABC" }, "abc"],
    ["its id", { guid: null }, "1"],
    ["its code", { guid: "", id: undefined, code: "XK3" }, "XK3"],
    ["its time, room and title", { guid: "", id: null }, "2027-03-10T09:00:00Z Hall Listening well"],
  ])("is known again by %s", (_, change, externalId) => {
    expect(readOne(change).externalId).toBe(externalId);
  });
});

describe("a file", () => {
  test("whose ids repeat keeps the first, unless the guids differ", () => {
    const { lines } = readEvents([
      usual,
      { ...usual, title: "Same guid" },
      { ...usual, guid: "other", title: "Same id, other guid" },
      { ...usual, guid: undefined, title: "Same id" },
    ]);
    expect(lines.map((line) => (line.entry ? "taken" : line.reason))).toEqual([
      "taken",
      "duplicate",
      "taken",
      "duplicate",
    ]);
  });

  test("says where in it each entry stands", () => {
    const { lines } = readEvents([usual, null], {}, {});
    expect(lines.map((line) => line.where)).toEqual([
      { day: 1, room: "Hall", entry: 1 },
      { day: 1, room: "Hall", entry: 2 },
    ]);
  });

  test.each([
    ["an entry that is a list", [[]], "notAnEntry"],
    ["a room that is a word", "nothing", "notAList"],
    ["a room that is null", null, "notAList"],
  ])("with %s loses only that", (_, events, reason) => {
    expect(readEvents(events).lines).toMatchObject([{ entry: null, reason }]);
  });

  test("that names UTC and writes local times is in the zone those times are in", () => {
    const programme = readEvents([usual], {}, { time_zone_name: "UTC" });
    expect([programme.namedZone, programme.timeZone]).toEqual(["UTC", "Europe/Amsterdam"]);
  });

  test.each(["Mars/Olympus", "+01:00", 7, null])("with the zone %j falls back to ours", (time_zone_name) => {
    expect(readEvents([usual], {}, { time_zone_name })).toMatchObject({
      namedZone: null,
      timeZone: "Europe/Amsterdam",
    });
  });

  test("lists its rooms by name, whatever their guids are, and knows their size", () => {
    const rooms = [
      { name: "Gray", guid: "1", capacity: 20 },
      { name: "Hall", guid: "1", capacity: null },
      { name: "Unused", guid: "2" },
    ];
    expect(readEvents([usual], {}, { rooms }).rooms).toEqual([{ name: "Hall", capacity: null }]);
  });

  test.each([
    ["a list", []],
    ["a word", "schedule"],
    ["nothing", null],
    ["another root", { festival: {} }],
    ["no days", { schedule: { conference: { title: "x" } } }],
  ])("of %s is no schedule", (_, tree) => {
    expect(readSchedule(tree, fallbacks)).toEqual({ ok: false, refusal: "notASchedule" });
  });

  test("with more entries than any festival has is refused", () => {
    const events = Array.from({ length: 5001 }, () => usual);
    const tree = { schedule: { conference: { days: [{ rooms: { Hall: events } }] } } };
    expect(readSchedule(tree, fallbacks)).toEqual({ ok: false, refusal: "tooManyEntries" });
  });

  test("of any JSON never throws and always reads the same", () => {
    const junk = fc.jsonValue({ maxDepth: 3 });
    const event = fc.oneof(junk, fc.record({ ...records(Object.keys(usual), junk) }, { requiredKeys: [] }));
    const day = fc.oneof(
      junk,
      fc.record({
        date: junk,
        day_start: junk,
        rooms: fc.oneof(junk, fc.dictionary(fc.string(), fc.oneof(junk, fc.array(event)))),
      }),
    );
    const tree = fc.record({
      schedule: fc.record({
        conference: fc.record({
          days: fc.array(day),
          title: junk,
          time_zone_name: junk,
          rooms: junk,
          tracks: junk,
        }),
      }),
    });
    fc.assert(
      fc.property(fc.oneof(junk, tree), (value) => {
        const decoded = decodeSchedule(new TextEncoder().encode(JSON.stringify(value)));
        if (decoded.ok)
          expect(readSchedule(decoded.tree, fallbacks)).toEqual(readSchedule(decoded.tree, fallbacks));
        readSchedule(value, fallbacks);
      }),
    );
  });
});

function records(keys: string[], value: fc.Arbitrary<unknown>): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    keys.map((key) => [key, fc.oneof(value, fc.constantFrom(...Object.values(usual)))]),
  );
}
