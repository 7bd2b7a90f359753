import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localAt } from "../conflicts/spans.ts";
import { type Conflict, detectConflicts, type Placed } from "../conflicts.ts";
import { Board } from "./board.ts";
import { compile } from "./compile.ts";
import { costOf } from "./cost.ts";
import type { PlacingInstance, Position, ToPlace } from "./instance.ts";
import { placeSessions } from "./place.ts";
import { plantedInstance } from "./planted.ts";

const dayBegins = Date.UTC(2027, 3, 8, 9) / 60_000;
const speakers = ["ada", "bo", "cas"];
const things = ["piano", "sink"];

const room = (index: number) =>
  fc
    .record({
      capacity: fc.option(fc.constantFrom(10, 20)),
      venueId: fc.constantFrom("wharf", "farm"),
      equipment: fc.subarray(things).map((list) => list.join(", ")),
    })
    .map((rest) => ({ id: `r${index}`, name: `Room ${index}`, ...rest }));

/** Few rooms and few times, so that not everything finds a place. */
const small = fc
  .record({
    rooms: fc.tuple(room(0), room(1)),
    times: fc.integer({ min: 1, max: 3 }),
    travelMinutes: fc.constantFrom(0, 20),
    roomsMustHold: fc.boolean(),
    away: fc.array(fc.record({ who: fc.constantFrom(...speakers), time: fc.integer({ min: 0, max: 2 }) }), {
      maxLength: 3,
    }),
    sessions: fc.array(
      fc.record({
        hostId: fc.constantFrom("waterland", "lumen"),
        durationMinutes: fc.constantFrom(30, 60, 90),
        speakers: fc.subarray(speakers, { maxLength: 2 }),
        people: fc.option(fc.constantFrom(5, 15, 25)),
        interest: fc.integer({ min: 0, max: 9 }),
        equipment: fc.subarray(things, { maxLength: 1 }).map((list) => list.join(", ")),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    pinned: fc.boolean(),
  })
  .map(({ times, away, sessions, pinned, rooms, ...rest }): PlacingInstance => {
    const starts = Array.from({ length: times }, (_, time) => dayBegins + time * 75);
    const absences: PlacingInstance["absences"] = {};
    for (const { who, time } of away)
      absences[who] = [
        ...(absences[who] ?? []),
        { from: dayBegins + time * 75, to: dayBegins + time * 75 + 30 },
      ];
    const list = sessions.map((session, index): ToPlace => {
      const fixed = pinned && index === 0;
      const at = fixed ? { start: dayBegins, roomId: "r0" } : { start: null, roomId: null };
      return { ...session, id: `s${index}`, title: `Session ${index}`, at, fixed };
    });
    const open = [{ from: dayBegins, to: dayBegins + times * 75 }];
    return { ...rest, sessions: list, rooms, starts, open, absences, distances: {} };
  });

/** The same programme in the words of the conflict engine, which knows nothing of placing. */
function conflictsIn(instance: PlacingInstance, placed: (Position & { id: string })[]): Conflict[] {
  const named = (name: string) => ({ personId: name, name });
  const at = new Map(placed.map((one) => [one.id, one]));
  const sessions = instance.sessions.flatMap((session): Placed[] => {
    const position = session.fixed ? session.at : at.get(session.id);
    if (!position || position.start === null) return [];
    const { id, durationMinutes, equipment, people } = session;
    const capacity = instance.roomsMustHold ? people : null;
    return [
      {
        ...{ id, durationMinutes, equipment, capacity, roomId: position.roomId, kind: "workshop" },
        ...{ startsLocal: localAt(position.start), allDay: false, cancelled: false },
        speakers: session.speakers.map(named),
      },
    ];
  });
  const { distances, travelMinutes } = instance;
  const absences = Object.entries(instance.absences).flatMap(([personId, spans]) =>
    spans.map(({ from, to }) => ({ personId, startsLocal: localAt(from), endsLocal: localAt(to) })),
  );
  const around = {
    ...{
      startsOn: localAt(instance.starts[0]!).slice(0, 10),
      endsOn: "2027-04-10",
      distances,
      travelMinutes,
    },
    rooms: Object.fromEntries(instance.rooms.map((one) => [one.id, one])),
    ...{ absences, sharedAttendees: [], wanted: {} },
  };
  const fixed = new Set(instance.sessions.filter((one) => one.fixed).map(({ id }) => id));
  return detectConflicts(sessions, around).filter(
    (one) => !fixed.has(one.sessionId) || ("otherId" in one && !fixed.has(one.otherId)),
  );
}

/** The most that can be placed, found by trying everything. */
function mostPlaceable(instance: PlacingInstance): number {
  const moving = instance.sessions.filter(({ fixed }) => !fixed);
  const spots = instance.starts.flatMap((start) => instance.rooms.map(({ id }) => ({ start, roomId: id })));
  const within = (session: ToPlace, start: number) =>
    instance.open.some(({ from, to }) => from <= start && start + session.durationMinutes <= to);
  let most = 0;
  const go = (index: number, placed: (Position & { id: string })[]) => {
    most = Math.max(most, placed.length);
    const session = moving[index];
    if (!session || placed.length + moving.length - index <= most) return;
    for (const spot of spots) {
      const next = [...placed, { id: session.id, ...spot }];
      if (within(session, spot.start) && conflictsIn(instance, next).length === 0) go(index + 1, next);
    }
    go(index + 1, placed);
  };
  go(0, []);
  return most;
}

describe("placing", () => {
  test("never makes a conflict, and leaves out no more than must be", () => {
    fc.assert(
      fc.property(small, fc.integer(), (instance, seed) => {
        const { placed, unplaced } = placeSessions(instance, { seed, steps: 1500 });
        expect(conflictsIn(instance, placed)).toEqual([]);
        expect(placed.length).toBe(mostPlaceable(instance));
        const ids = instance.sessions.filter(({ fixed }) => !fixed).map(({ id }) => id);
        expect([...placed, ...unplaced].map(({ id }) => id).sort()).toEqual(ids);
      }),
      { numRuns: 200 },
    );
  });

  test("is the same for the same seed", () => {
    fc.assert(
      fc.property(small, fc.integer(), (instance, seed) => {
        expect(placeSessions(instance, { seed, steps: 800 })).toEqual(
          placeSessions(structuredClone(instance), { seed, steps: 800 }),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("finds the place of everything in a festival that has one, without a conflict", () => {
    for (const seed of [1, 2, 3]) {
      const instance = plantedInstance({ seed, sessions: 40, rooms: 5, times: 9 });
      const { placed, unplaced } = placeSessions(instance, { seed: 7, steps: 100_000 });
      expect(unplaced).toEqual([]);
      expect(conflictsIn(instance, placed)).toEqual([]);
    }
  });

  test("counts the cost of every step as counting afresh does", () => {
    const compiled = compile(plantedInstance({ seed: 5, sessions: 30, rooms: 5, times: 8 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(29), fc.nat()), { maxLength: 80 }), (steps) => {
        const board = new Board(compiled);
        for (const [index, number] of steps) {
          board.take(index);
          const { candidates } = compiled.movables[index]!;
          const candidate = candidates[number % candidates.length]!;
          if (board.inTheWay(index, candidate, 0)) board.put(index, candidate);
          expect(board.cost).toBeCloseTo(costOf(compiled, board.at).total, 6);
        }
      }),
      { numRuns: 50 },
    );
  });
});
