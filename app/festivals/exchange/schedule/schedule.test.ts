import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { haveSchema, haveXsd, jsonProblems, xmlProblems } from "#tests/support/schedule-schemas.ts";
import { plainText } from "~/platform/plain-text.ts";
import { oneLine } from "~/platform/text.ts";
import { decodeSchedule } from "../../schedule-import/decode.ts";
import { readSchedule } from "../../schedule-import/read-schedule.ts";
import { acronymOf, personGuid, personIds } from "./names.ts";
import { hostileFacts, makeFacts, makeRoom, makeSession } from "./schedule.support.ts";
import { type ScheduleFacts, scheduleOf } from "./schedule.ts";
import { scheduleJson } from "./schedule-json.ts";
import { scheduleXml } from "./schedule-xml.ts";
import { escapeText, wellFormed } from "./texts.ts";
import { hoursAndMinutes, xmlDuration } from "./times.ts";

const daysOf = (facts: ScheduleFacts) =>
  scheduleOf(facts).days.map(({ date, start, end, rooms }) => [
    date,
    start.toString({ timeZoneName: "never", smallestUnit: "minute" }),
    end.toString({ timeZoneName: "never", smallestUnit: "minute" }),
    rooms.map(({ name, entries }) => `${name}: ${entries.map((entry) => entry.id).join()}`),
  ]);

describe("the days of a schedule", () => {
  test("run from four at night to four, whatever the clocks do; every day of the festival is there", () => {
    expect(daysOf(makeFacts([]))).toEqual([
      ["2027-03-27", "2027-03-27T04:00+01:00", "2027-03-28T04:00+02:00", []],
      ["2027-03-28", "2027-03-28T04:00+02:00", "2027-03-29T04:00+02:00", []],
    ]);
  });

  test("hold what starts after midnight with the evening before, and what is given on other days too", () => {
    const hall = makeRoom("Hall");
    const facts = makeFacts([
      makeSession({ number: 1, room: hall, startsLocal: "2027-03-27T23:00", durationMinutes: 120 }),
      makeSession({ number: 2, room: hall, startsLocal: "2027-03-28T01:30" }),
      makeSession({ number: 3, room: hall, startsLocal: "2027-03-30T10:00" }),
    ]);
    expect(daysOf(facts).map(([date, , , rooms]) => [date, rooms])).toEqual([
      ["2027-03-27", ["Hall: 1,2"]],
      ["2027-03-28", []],
      ["2027-03-30", ["Hall: 3"]],
    ]);
  });

  test("begin at midnight where something lasts all day", () => {
    const open = makeSession({
      number: 1,
      allDay: true,
      startsLocal: "2027-03-28T00:00",
      durationMinutes: 480,
    });
    expect(daysOf(makeFacts([open]))[1]).toEqual([
      "2027-03-28",
      "2027-03-28T00:00+01:00",
      "2027-03-29T04:00+02:00",
      [": 1"],
    ]);
  });

  test("show every time in the festival's zone, whichever zone attendees are told it by", () => {
    const far = makeSession({ number: 1, timeZone: "America/New_York", startsLocal: "2027-03-27T20:00" });
    expect(daysOf(makeFacts([far])).map(([date, , , rooms]) => [date, rooms])).toEqual([
      ["2027-03-27", [": 1"]],
      ["2027-03-28", []],
    ]);
    const { schedule } = JSON.parse(scheduleJson(scheduleOf(makeFacts([far]))));
    expect(schedule.conference.days[0].rooms[""][0]).toMatchObject({
      date: "2027-03-28T01:00:00+01:00",
      start: "01:00",
      end: "2027-03-28T03:00:00+02:00",
    });
  });
});

describe("names", () => {
  test.each([
    ["deell-spring", "deell_spring"],
    ["s", "s___"],
    ["a-b", "a_b_"],
  ])("the acronym of %s is %s", (slug, acronym) => {
    expect(acronymOf(slug)).toBe(acronym);
  });

  test("of rooms that two buildings have tell the building", () => {
    const rooms = [makeRoom("Hall", "a", "Mill"), makeRoom("Hall", "b", "Barn"), makeRoom("Attic", "c")];
    const facts = makeFacts(rooms.map((room, index) => makeSession({ number: index + 1, room })));
    expect(scheduleOf(facts).rooms.map(({ name }) => name)).toEqual(["Hall (Mill)", "Hall (Barn)", "Attic"]);
  });

  test("a workshop given twice is two entries with ids of their own", () => {
    const twice = { proposalId: "p", title: "Listening" };
    const [first, second] =
      scheduleOf(makeFacts([makeSession({ number: 7, ...twice }), makeSession({ number: 9, ...twice })]))
        .days[0]?.rooms[0]?.entries ?? [];
    expect([first?.id, second?.id]).toEqual([7, 9]);
    expect(new Set([first?.guid, second?.guid, first?.slug, second?.slug]).size).toBe(4);
  });

  test("a speaker keeps guid and number, with or without an account", () => {
    const guest = { personId: null, name: "Noor" };
    expect(personGuid("f", guest)).toBe(personGuid("f", { ...guest, name: "NOOR" }));
    expect(personGuid("f", guest)).not.toBe(personGuid("g", guest));
    expect(personGuid("f", { personId: "p", name: "Noor" })).toBe("p");
    const alone = personIds([personGuid("f", guest)]);
    const among = personIds(["x", personGuid("f", guest), "y"]);
    expect(among.get(personGuid("f", guest))).toBe(alone.get(personGuid("f", guest)));
    expect(new Set(among.values()).size).toBe(3);
  });
});

test.each([
  [5, "00:05", "00:05"],
  [90, "01:30", "01:30"],
  [5999, "99:59", "99:59"],
  [6000, "100:00", "4:04:00"],
  [7 * 1440, "168:00", "7:00:00"],
])("%i minutes are %s, and %s in XML", (minutes, json, xml) => {
  expect([hoursAndMinutes(minutes), xmlDuration(minutes)]).toEqual([json, xml]);
});

const read = (text: string, timeZone: string) => {
  const decoded = decodeSchedule(new TextEncoder().encode(text));
  if (!decoded.ok) throw new Error(decoded.refusal);
  const answer = readSchedule(decoded.tree, { language: "en", timeZone });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.programme;
};

/** What the format can say of a programme: spaces are one, a place is a name, all day is whole days. */
function expected(facts: ScheduleFacts) {
  return scheduleOf(facts).days.flatMap(({ rooms }) =>
    rooms.flatMap(({ name, entries }) =>
      entries.map((entry) => {
        const session = facts.sessions.find(({ id }) => id === entry.guid);
        const persons = entry.persons.map((person) => oneLine(person.name));
        return {
          guid: entry.guid,
          title: oneLine(session?.title.replace(/\p{Surrogate}|[\ufffe\uffff]/gu, "\ufffd") ?? ""),
          abstract: plainText(escapeText(wellFormed(session?.abstract ?? ""))),
          kind: session?.kind,
          startsAt: session?.startsAt,
          minutes: entry.durationMinutes,
          track: session?.track?.name ?? null,
          room: oneLine(name) || null,
          speakers: [...new Set(persons)],
        };
      }),
    ),
  );
}

const shape = (text: string, facts: ScheduleFacts) =>
  read(text, facts.festival.timeZone).lines.map(({ entry }) => ({
    guid: entry?.externalId,
    title: entry?.title,
    abstract: entry?.abstract,
    kind: entry?.kind,
    startsAt: entry?.startsAt,
    minutes: entry?.durationMinutes,
    track: entry?.track,
    room: entry?.room,
    speakers: entry?.speakers,
  }));

describe("any programme, however hostile its words", () => {
  test("comes back from schedule.json and schedule.xml as it went out", () => {
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        const schedule = scheduleOf(facts);
        const sorted = (rows: { guid?: string }[]) =>
          [...rows].sort((a, b) => String(a.guid).localeCompare(String(b.guid)));
        const wanted = sorted(expected(facts));
        expect(sorted(shape(scheduleJson(schedule), facts))).toEqual(wanted);
        if (wanted.length > 0) expect(sorted(shape(scheduleXml(schedule), facts))).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });

  test.skipIf(!haveSchema)("is a schedule.json that the schema takes", () => {
    expect(jsonProblems('{"schedule":{"version":1}}')).not.toEqual([]);
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        expect(jsonProblems(scheduleJson(scheduleOf(facts)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.skipIf(!haveXsd)("is a schedule.xml that the XSD takes", () => {
    expect(xmlProblems("<schedule/>")).not.toBe("");
    fc.assert(
      fc.property(hostileFacts, (facts) => {
        expect(xmlProblems(scheduleXml(scheduleOf(facts)))).toBe("");
      }),
      { numRuns: 60 },
    );
  });
});
