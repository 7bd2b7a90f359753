import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Conflict, concerns, conflictsOf, detectConflicts, type Placed } from "../conflicts.ts";
import { placed, surroundingsOf } from "./conflicts.support.ts";
import type { Surroundings } from "./surroundings.ts";

const ids = Array.from({ length: 9 }, (_, index) => `s${index}`);
const roomIds = ["loft", "yard", "barn", "mill"] as const;
const venueOf = { loft: "wharf", yard: "wharf", barn: "farm", mill: "river" };
const things = ["piano", "beamer", "sink"];
const people = [
  { personId: "ada", name: "Ada" },
  { personId: "bo", name: "Bo" },
  { personId: null, name: "Guest" },
];
const local = fc
  .record({
    day: fc.constantFrom("07", "08", "09"),
    hour: fc.integer({ min: 9, max: 13 }),
    quarter: fc.integer({ max: 3, min: 0 }),
  })
  .map(
    ({ day, hour, quarter }) =>
      `2027-04-${day}T${String(hour).padStart(2, "0")}:${String(quarter * 15).padStart(2, "0")}`,
  );

const sessionOf = (id: string): fc.Arbitrary<Placed> =>
  fc
    .record({
      startsLocal: fc.option(local, { freq: 8 }),
      kind: fc.constantFrom("workshop", "plenary", "break" as const) as fc.Arbitrary<Placed["kind"]>,
      durationMinutes: fc.constantFrom(15, 30, 60, 240),
      roomId: fc.option(fc.constantFrom(...roomIds)),
      capacity: fc.option(fc.integer({ min: 1, max: 30 })),
      speakers: fc.subarray(people, { maxLength: 2 }),
      equipment: fc.subarray(things, { maxLength: 2 }).map((list) => list.join(", ")),
      allDay: fc.boolean().map((yes) => yes && id === "s0"),
      cancelled: fc.boolean().map((yes) => yes && id === "s1"),
    })
    .map((fields) => placed(id, fields.startsLocal, fields));

const sessions = fc
  .integer({ min: 0, max: ids.length })
  .chain((count) => fc.tuple(...ids.slice(0, count).map(sessionOf)) as fc.Arbitrary<Placed[]>);

const surroundings = fc
  .record({
    holds: fc.array(fc.option(fc.integer({ min: 1, max: 30 })), { minLength: 4, maxLength: 4 }),
    has: fc.array(fc.subarray(things), { minLength: 4, maxLength: 4 }),
    travelMinutes: fc.constantFrom(0, 15, 45),
    distances: fc.dictionary(
      fc.constantFrom("farm wharf", "farm river", "river wharf"),
      fc.constantFrom(0, 20, 90),
    ),
    absences: fc.array(
      fc.record({
        personId: fc.constantFrom("ada", "bo"),
        startsLocal: local,
        minutes: fc.constantFrom(15, 120),
      }),
      { maxLength: 3 },
    ),
    shared: fc.uniqueArray(
      fc.record({ a: fc.nat(8), b: fc.nat(8), people: fc.integer({ min: 1, max: 9 }) }),
      {
        selector: ({ a, b }) => [a, b].sort().join(),
        maxLength: 12,
      },
    ),
    wanted: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 40 })),
  })
  .map(
    ({ holds, has, absences, shared, ...rest }): Surroundings =>
      surroundingsOf({
        ...rest,
        rooms: Object.fromEntries(
          roomIds.map((id, index) => [
            id,
            {
              name: id,
              venueId: venueOf[id],
              capacity: holds[index] ?? null,
              equipment: (has[index] ?? []).join("\n"),
            },
          ]),
        ),
        absences: absences.map(({ personId, startsLocal, minutes }) => ({
          personId,
          startsLocal,
          endsLocal: later(startsLocal, minutes),
        })),
        sharedAttendees: shared
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, people: count }) => ({ sessionId: ids[a]!, otherId: ids[b]!, people: count })),
      }),
  );

const later = (start: string, minutes: number) =>
  new Date(Date.parse(`${start}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);

/** Every pair and every session looked at by itself, with times as texts: slow and plain. */
function naive(list: Placed[], around: Surroundings): string[] {
  const takes = list.filter((one) => !one.cancelled && one.startsLocal !== null);
  const found: string[] = [];
  const end = (one: Placed) => later(one.startsLocal!, one.durationMinutes);
  const gap = (a: Placed, b: Placed) =>
    (Date.parse(`${b.startsLocal}:00Z`) - Date.parse(`${end(a)}:00Z`)) / 60_000;
  for (const one of takes) {
    if (one.startsLocal! < "2027-04-08" || one.startsLocal! >= "2027-04-10T06:00")
      found.push(`outside ${one.id}`);
    const room = around.rooms[one.roomId ?? ""];
    for (const wish of [one.capacity, around.wanted[one.id]])
      if (room && room.capacity !== null && wish && wish > room.capacity) found.push(`capacity ${one.id}`);
    const needs = one.equipment
      .split(", ")
      .filter((thing) => thing && room && !room.equipment.split("\n").includes(thing));
    if (needs.length > 0) found.push(`equipment ${one.id} ${needs.join()}`);
    for (const absence of around.absences)
      if (!one.allDay && absence.startsLocal < end(one) && one.startsLocal! < absence.endsLocal)
        for (const speaker of one.speakers)
          if (speaker.personId === absence.personId) found.push(`away ${one.id} ${speaker.personId}`);
    for (const other of takes) {
      if (one.id >= other.id || one.allDay || other.allDay) continue;
      const pair = `${one.id} ${other.id}`;
      const both = around.sharedAttendees.find(
        ({ sessionId, otherId }) => [sessionId, otherId].sort().join(" ") === pair,
      );
      const givers = one.speakers.filter((speaker) =>
        other.speakers.some(({ name }) => name === speaker.name),
      );
      if (one.startsLocal! < end(other) && other.startsLocal! < end(one)) {
        if (one.roomId && one.roomId === other.roomId) found.push(`room ${pair}`);
        for (const { name } of givers) found.push(`speaker ${pair} ${name}`);
        const kinds = [one.kind, other.kind];
        if (kinds.includes("plenary") && !kinds.includes("break")) found.push(`plenary ${pair}`);
        if (both) found.push(`attendees ${pair} ${both.people}`);
        continue;
      }
      const [from, to] = [around.rooms[one.roomId ?? ""]?.venueId, around.rooms[other.roomId ?? ""]?.venueId];
      if (!from || !to || from === to) continue;
      const way = around.distances[[from, to].sort().join(" ")] ?? around.travelMinutes;
      if (Math.max(gap(one, other), gap(other, one)) >= way) continue;
      for (const { name } of givers) found.push(`travel ${pair} ${name}`);
      if (both && both.people >= 5) found.push(`travel ${pair} ${both.people}`);
    }
  }
  return found.sort();
}

function plain(conflict: Conflict): string {
  const about = "otherId" in conflict ? [conflict.sessionId, conflict.otherId].sort() : [conflict.sessionId];
  const more: Record<string, unknown> = {
    speaker: conflict.kind === "speaker" && conflict.speaker.name,
    attendees: conflict.kind === "attendees" && conflict.people,
    travel: conflict.kind === "travel" && (conflict.speaker?.name ?? conflict.people),
    away: conflict.kind === "away" && conflict.speaker.personId,
    equipment: conflict.kind === "equipment" && conflict.missing.join(),
  };
  return [conflict.kind, ...about, more[conflict.kind]]
    .filter((part) => part !== undefined && part !== false)
    .join(" ");
}

const inOrder = (conflicts: Conflict[]) => conflicts.map((one) => JSON.stringify(one)).sort();

describe("what does not fit", () => {
  test("is what looking at every pair finds, no more and no less", () => {
    fc.assert(
      fc.property(sessions, surroundings, (list, around) => {
        expect(detectConflicts(list, around).map(plain).sort()).toEqual(naive(list, around));
      }),
      { numRuns: 500 },
    );
  });

  test("is the same in whatever order the sessions stand", () => {
    fc.assert(
      fc.property(sessions, surroundings, (list, around) => {
        expect(detectConflicts([...list].reverse(), around)).toEqual(detectConflicts(list, around));
      }),
    );
  });

  test("about one session is what the whole list says of it, also where it is not in the list yet", () => {
    fc.assert(
      fc.property(sessions, surroundings, (list, around) => {
        const all = detectConflicts(list, around);
        for (const session of list) {
          const own = inOrder(all.filter((conflict) => concerns(conflict, session.id)));
          expect(inOrder(conflictsOf(session, list, around))).toEqual(own);
          const others = list.filter((one) => one !== session);
          expect(inOrder(conflictsOf(session, others, around))).toEqual(own);
        }
      }),
    );
  });
});
