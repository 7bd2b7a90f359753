import { describe, expect, test } from "vitest";
import type { ToldFacts } from "#db/schema/calendar.ts";
import { decideTelling, type Part, type Told, type Truth } from "./invite.ts";

const facts = (given: Partial<ToldFacts> = {}): ToldFacts => ({
  title: "Knitting with code",
  startsAt: "2026-12-01T09:30:00Z",
  endsAt: "2026-12-01T10:15:00Z",
  timeZone: "Europe/Amsterdam",
  allDay: false,
  place: "Blue room, The Mill",
  speakers: ["Anna", "Bram"],
  tentative: false,
  part: "attends",
  ...given,
});
const truth = (given: Partial<ToldFacts> = {}, more: Partial<Truth> = {}): Truth => ({
  facts: facts(given),
  cancelled: false,
  fromQueue: false,
  ...more,
});
const told = (lastMethod: Told["lastMethod"], given: Partial<ToldFacts> = {}): Told => ({
  lastMethod,
  sequence: 4,
  facts: facts(given),
});
const calledOff = { cancelled: true };

describe("what a person is told", () => {
  test.each<[string, Told | null, Truth, unknown[] | null]>([
    ["a seat", null, truth(), ["REQUEST", 0, "REQUEST", "seat"]],
    ["a talk to give", null, truth({ part: "gives" }), ["REQUEST", 0, "REQUEST", "speaking"]],
    [
      "a talk they are asked for",
      null,
      truth({ part: "gives", tentative: true }),
      ["REQUEST", 0, "REQUEST", "asked"],
    ],
    ["nothing new about a seat", told("REQUEST"), truth(), null],
    ["a seat again", told("CANCEL"), truth(), ["REQUEST", 5, "REQUEST", "seat"]],
    ["a place in the queue", null, truth({ part: "waits" }), ["WAITING", 0, null, "queued"]],
    [
      "a seat from the queue",
      told("WAITING", { part: "waits" }),
      truth(),
      ["REQUEST", 5, "REQUEST", "promoted"],
    ],
    [
      "a seat from a queue never told of",
      null,
      truth({}, { fromQueue: true }),
      ["REQUEST", 0, "REQUEST", "promoted"],
    ],
    ["nothing new about the queue", told("WAITING", { part: "waits" }), truth({ part: "waits" }), null],
    [
      "that a clash kept them in the queue",
      told("WAITING", { part: "waits" }),
      truth({ part: "passed-over" }),
      ["WAITING", 4, null, "passedOver"],
    ],
    [
      "that what they wait for moved",
      told("WAITING", { part: "waits" }),
      truth({ part: "waits", place: "Attic" }),
      ["WAITING", 4, null, "queueChanged"],
    ],
    [
      "a new time",
      told("REQUEST"),
      truth({ startsAt: "2026-12-01T09:45:00Z" }),
      ["REQUEST", 5, "REQUEST", "changed"],
    ],
    ["a new room", told("REQUEST"), truth({ place: "Attic" }), ["REQUEST", 5, "REQUEST", "changed"]],
    [
      "a talk now confirmed",
      told("REQUEST", { tentative: true }),
      truth(),
      ["REQUEST", 5, "REQUEST", "changed"],
    ],
    [
      "a new title, the same event",
      told("REQUEST"),
      truth({ title: "Code" }),
      ["REQUEST", 4, "REQUEST", "changed"],
    ],
    [
      "other speakers, the same event",
      told("REQUEST"),
      truth({ speakers: ["Chloe"] }),
      ["REQUEST", 4, "REQUEST", "changed"],
    ],
    ["that it is called off", told("REQUEST"), truth({}, calledOff), ["CANCEL", 5, "CANCEL", "cancelled"]],
    [
      "that what they wait for is called off",
      told("WAITING", { part: "waits" }),
      truth({ part: "waits" }, calledOff),
      ["CANCEL", 4, null, "cancelled"],
    ],
    [
      "that it is called off, though never invited",
      null,
      truth({}, calledOff),
      ["CANCEL", 0, null, "cancelled"],
    ],
    ["nothing of a called off session that is not theirs", null, truth({ part: "none" }, calledOff), null],
    ["only once that it is called off", told("CANCEL"), truth({}, calledOff), null],
    [
      "that their seat is gone",
      told("REQUEST"),
      truth({ part: "none" }),
      ["CANCEL", 5, "CANCEL", "seatGone"],
    ],
    [
      "that they no longer give it",
      told("REQUEST", { part: "gives" }),
      truth({ part: "none" }),
      ["CANCEL", 5, "CANCEL", "speakingGone"],
    ],
    [
      "nothing when they leave the queue",
      told("WAITING", { part: "waits" }),
      truth({ part: "none" }),
      ["CANCEL", 4, null, null],
    ],
    [
      "that they wait again instead of having a seat",
      told("REQUEST"),
      truth({ part: "waits" }),
      ["WAITING", 5, "CANCEL", "seatToQueue"],
    ],
    ["nothing of what is not theirs", null, truth({ part: "none" }), null],
  ])("is %s", (_, before, now, expected) => {
    const telling = decideTelling(before, now);
    expect(telling && [telling.lastMethod, telling.sequence, telling.calendar, telling.reason]).toEqual(
      expected,
    );
  });

  test("names what differs", () => {
    const now = truth({
      startsAt: "2026-12-01T09:45:00Z",
      place: "Attic",
      title: "Code",
      speakers: [],
      tentative: true,
    });
    expect(decideTelling(told("REQUEST"), now)?.changes).toEqual([
      "time",
      "place",
      "title",
      "speakers",
      "status",
    ]);
  });

  test("twice is nothing the second time, whatever it was", () => {
    const parts: Part[] = ["gives", "attends", "waits", "passed-over", "none"];
    for (const part of parts) {
      for (const cancelled of [false, true]) {
        for (const before of [null, told("REQUEST"), told("CANCEL"), told("WAITING")]) {
          const now = truth({ part, place: "Attic" }, { cancelled });
          const first = decideTelling(before, now);
          const after = first ? { ...first, facts: now.facts } : before;
          expect(decideTelling(after, now)).toBeNull();
        }
      }
    }
  });
});
