import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairKey } from "~/festivals/conflicts/surroundings.ts";
import { plus } from "~/platform/time.ts";
import { type Stop, travelWarnings } from "./travel.ts";

const venues = { mill: "The Mill", harbour: "Harbour building" } as const;
type VenueKey = keyof typeof venues;
const nine = "2027-01-11T09:00:00Z";

function stop(id: string, venue: VenueKey | null, from: number, to: number, more: Partial<Stop> = {}): Stop {
  return {
    id,
    title: id,
    festivalId: "spring",
    startsAt: plus(nine, { minutes: from }),
    endsAt: plus(nine, { minutes: to }),
    allDay: false,
    room: venue && { name: `Room ${id}`, venue: { id: venue, name: venues[venue] } },
    ...more,
  };
}

const twelve = { spring: { travelMinutes: 30, distances: { [pairKey("mill", "harbour")]: 12 } } };
const unknown = { spring: { travelMinutes: 30, distances: {} } };
const told = (stops: Stop[], ways = twelve as typeof unknown) =>
  travelWarnings(stops, ways).map(({ from, to, minutes, needed }) => [
    from.sessionId,
    to.sessionId,
    minutes,
    needed,
  ]);

describe("the way between two sessions", () => {
  test("is named with its rooms and buildings", () => {
    expect(travelWarnings([stop("b", "mill", 65, 120), stop("a", "harbour", 0, 60)], twelve)).toEqual([
      {
        from: { sessionId: "a", title: "a", room: "Room a", venue: "Harbour building" },
        to: { sessionId: "b", title: "b", room: "Room b", venue: "The Mill" },
        minutes: 5,
        needed: 12,
      },
    ]);
  });

  const a = stop("a", "harbour", 0, 60);
  test.each<[string, Stop[], unknown[]]>([
    ["long enough to the minute", [a, stop("b", "mill", 72, 120)], []],
    ["a minute short", [a, stop("b", "mill", 71, 120)], [["a", "b", 11, 12]]],
    ["none at all", [a, stop("b", "mill", 60, 120)], [["a", "b", 0, 12]]],
    ["within a building", [a, stop("b", "harbour", 60, 120)], []],
    ["to a place of no building", [a, stop("b", null, 60, 120)], []],
    ["to what overlaps, which is a clash", [a, stop("b", "mill", 30, 120)], []],
    ["to another festival", [a, stop("b", "mill", 60, 120, { festivalId: "autumn" })], []],
    ["to a lecture", [a, stop("b", "mill", 60, 120, { festivalId: null })], []],
    ["to what lasts all day", [a, stop("b", "mill", 60, 120, { allDay: true })], []],
    [
      "there and back",
      [a, stop("b", "mill", 65, 80), stop("c", "harbour", 85, 120)],
      [
        ["a", "b", 5, 12],
        ["b", "c", 5, 12],
      ],
    ],
  ])("%s", (_case, stops, warnings) => {
    expect(told(stops)).toEqual(warnings);
  });

  test("takes the festival's usual time where nobody measured it", () => {
    expect(told([a, stop("b", "mill", 75, 120)], unknown)).toEqual([["a", "b", 15, 30]]);
  });

  test("is known for no festival that was not asked about", () => {
    expect(travelWarnings([a, stop("b", "mill", 60, 120)], {})).toEqual([]);
  });

  test("is short exactly where a person cannot walk it in time, whatever the order of the list", () => {
    const anyStop = fc.record({
      from: fc.integer({ min: 0, max: 200 }),
      long: fc.integer({ min: 1, max: 90 }),
      venue: fc.constantFrom<VenueKey>("mill", "harbour"),
    });
    fc.assert(
      fc.property(fc.array(anyStop, { maxLength: 7 }), fc.integer({ min: 0, max: 40 }), (given, way) => {
        const ways = { spring: { travelMinutes: 99, distances: { [pairKey("mill", "harbour")]: way } } };
        const stops = given.map(({ from, long, venue }, i) => stop(`s${i}`, venue, from, from + long));
        const expected = given.flatMap((one, i) =>
          given.flatMap((other, j) => {
            const gap = other.from - one.from - one.long;
            return one.venue !== other.venue && gap >= 0 && gap < way ? [`s${i} s${j} ${gap}`] : [];
          }),
        );
        const found = (list: Stop[]) =>
          travelWarnings(list, ways)
            .map(({ from, to, minutes }) => `${from.sessionId} ${to.sessionId} ${minutes}`)
            .sort();
        expect(found(stops)).toEqual(expected.sort());
        expect(found(stops.toReversed())).toEqual(expected.sort());
      }),
    );
  });
});
