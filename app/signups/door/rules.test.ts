import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckInKind, type SignupStatus, signupStatuses } from "#db/schema/signups.ts";
import { plus, Temporal } from "~/platform/time.ts";
import type { Obstacle } from "../decide.ts";
import { type DoorFacts, decideCheckIn } from "./rules.ts";

const startsAt = "2026-11-24T09:30:00Z";
const minutes = (count: number) => Temporal.Instant.from(plus(startsAt, { minutes: count }));
const session = {
  status: "confirmed" as const,
  startsAt,
  timeZone: "Europe/Amsterdam",
  capacity: 20,
  seatsTaken: 20,
};
const free = { ...session, seatsTaken: 19 };
const own = (status: SignupStatus, walkIn = false) => ({ status, walkIn });
const elsewhere: Obstacle = {
  why: "clash",
  sessionId: "other",
  title: "Other",
  startsAt,
  endsAt: plus(startsAt, { hours: 1 }),
  timeZone: session.timeZone,
  mayGiveUp: true,
};

const facts = (given: Partial<DoorFacts>): DoorFacts => ({
  kind: "in",
  session,
  at: minutes(-5),
  own: null,
  later: null,
  freeForThem: true,
  waiting: 0,
  absentee: null,
  obstacles: [],
  givesUp: false,
  anyway: false,
  ...given,
});

const inOwn = { do: "arrive", seat: "own" };
const refuse = (why: string) => ({ do: "refuse", why });
const nothing = (why: string) => ({ do: "nothing", why });

test.each<[string, Partial<DoorFacts>, unknown]>([
  ["with a seat", { own: own("confirmed") }, inOwn],
  ["with an offer nobody else has", { own: own("offered") }, inOwn],
  [
    "with an offer and something else then",
    { own: own("offered"), obstacles: [elsewhere] },
    refuse("elsewhere"),
  ],
  ["twice", { own: own("attended") }, nothing("already")],
  ["without one", {}, refuse("no-seat")],
  ["waiting", { own: own("waiting") }, refuse("no-seat")],
  ["who had said no", { own: own("not-coming") }, refuse("no-seat")],
  ["more than an hour before", { own: own("confirmed"), at: minutes(-61) }, refuse("too-early")],
  ["the day after", { own: own("confirmed"), at: minutes(24 * 60) }, refuse("too-late")],
  [
    "of a session called off",
    { own: own("confirmed"), session: { ...session, status: "cancelled" } },
    refuse("cancelled"),
  ],
  ["told late, when they had left again", { own: own("confirmed"), later: "undo" }, nothing("overtaken")],
  ["told late, when they are in", { own: own("attended"), later: "in" }, nothing("already")],
])("somebody %s", (_, given, expected) => {
  expect(decideCheckIn(facts(given))).toEqual(expected);
});

test.each<[string, Partial<DoorFacts>, unknown]>([
  ["who is in", { own: own("attended") }, { do: "leave", loses: "arrival" }],
  ["who walked in", { own: own("attended", true) }, { do: "leave", loses: "seat" }],
  ["who is not in", { own: own("confirmed") }, nothing("already")],
  ["who came later than that", { own: own("attended"), later: "in" }, nothing("overtaken")],
])("taking back somebody %s", (_, given, expected) => {
  expect(decideCheckIn(facts({ kind: "undo", ...given }))).toEqual(expected);
});

describe("a walk-in", () => {
  test.each<[string, Partial<DoorFacts>, unknown]>([
    ["finds a free seat", { session: free }, { do: "arrive", seat: "free" }],
    ["where everybody fits", { session: { ...session, capacity: null } }, { do: "arrive", seat: "free" }],
    ["does not pass those who wait", { session: free, waiting: 1, at: minutes(-31) }, refuse("kept")],
    [
      "may have it once the queue stands",
      { session: free, waiting: 1, at: minutes(-30) },
      { do: "arrive", seat: "free" },
    ],
    ["not what is kept for a host", { session: free, freeForThem: false }, refuse("kept")],
    ["finds every seat owned", { absentee: "a" }, refuse("not-yet")],
    ["nine minutes after the start too", { absentee: "a", at: minutes(9) }, refuse("not-yet")],
    [
      "takes the seat of somebody absent",
      { absentee: "a", at: minutes(10) },
      { do: "arrive", seat: "absent" },
    ],
    ["finds everybody there", { at: minutes(10) }, refuse("full")],
    ["cannot come in over that", { at: minutes(10), anyway: true }, refuse("full")],
    ["has a seat elsewhere", { session: free, obstacles: [elsewhere] }, refuse("elsewhere")],
    ["gives it up", { session: free, obstacles: [elsewhere], givesUp: true }, { do: "arrive", seat: "free" }],
    [
      "gives another session",
      { session: free, obstacles: [{ ...elsewhere, mayGiveUp: false }], givesUp: true },
      refuse("gives"),
    ],
    [
      "has been to this workshop",
      { session: free, obstacles: [{ ...elsewhere, why: "same-workshop", mayGiveUp: false }] },
      refuse("same-workshop"),
    ],
    ["has a seat here", { own: own("confirmed") }, inOwn],
  ])("%s", (_, given, expected) => {
    expect(decideCheckIn(facts({ kind: "walk-in", ...given }))).toEqual(expected);
  });
});

test.each<[string, Partial<DoorFacts>, unknown]>([
  ["while there is room", { session: free }, { do: "arrive", seat: "free" }],
  ["on the seat of another who has not come", { absentee: "a" }, { do: "arrive", seat: "absent" }],
  ["asks when everybody is there", {}, refuse("full")],
  ["and is let in all the same", { anyway: true }, { do: "arrive", seat: "extra" }],
])("somebody whose seat was given away comes back %s", (_, given, expected) => {
  expect(decideCheckIn(facts({ own: own("absent"), at: minutes(12), ...given }))).toEqual(expected);
});

/** What happened to one seat, told in any order, comes to what it comes to in the order in which it happened. */
test("the order of telling does not matter", () => {
  const happened = fc.uniqueArray(
    fc.record({ at: fc.nat(60), kind: fc.constantFrom<CheckInKind>("in", "undo") }),
    { minLength: 1, maxLength: 8, selector: ({ at }) => at },
  );
  const tell = (list: { at: number; kind: CheckInKind }[]) => {
    let status: SignupStatus = "confirmed";
    const known: typeof list = [];
    for (const one of list) {
      const later = known.filter(({ at }) => at > one.at).sort((a, b) => b.at - a.at)[0]?.kind ?? null;
      const decision = decideCheckIn(
        facts({ kind: one.kind, at: minutes(one.at - 30), own: own(status), later }),
      );
      if (decision.do === "arrive") status = "attended";
      if (decision.do === "leave") status = "confirmed";
      known.push(one);
    }
    return status;
  };
  fc.assert(
    fc.property(happened, fc.infiniteStream(fc.nat()), (list, keys) => {
      const shuffled = list
        .map((one) => ({ one, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(tell(shuffled)).toBe(tell([...list].sort((a, b) => a.at - b.at)));
    }),
  );
});

test("nobody comes in who is in, and nobody leaves who is not", () => {
  const anything = fc.record({
    kind: fc.constantFrom<CheckInKind>("in", "undo", "walk-in"),
    at: fc.integer({ min: -90, max: 900 }).map(minutes),
    own: fc.option(fc.record({ status: fc.constantFrom(...signupStatuses), walkIn: fc.boolean() })),
    freeForThem: fc.boolean(),
    waiting: fc.nat(2),
    absentee: fc.option(fc.constant("a")),
    givesUp: fc.boolean(),
    anyway: fc.boolean(),
    session: fc.nat(20).map((seatsTaken) => ({ ...session, seatsTaken })),
  });
  fc.assert(
    fc.property(anything, (given) => {
      const decision = decideCheckIn(facts(given));
      const isIn = given.own?.status === "attended";
      if (decision.do === "arrive") expect(isIn).toBe(false);
      if (decision.do === "leave") expect(isIn).toBe(true);
      if (decision.do === "arrive" && decision.seat === "free")
        expect(given.session.seatsTaken).toBeLessThan(20);
    }),
  );
});
