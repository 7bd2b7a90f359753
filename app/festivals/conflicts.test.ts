import { describe, expect, test } from "vitest";
import { type Conflict, detectConflicts, type Placed } from "./conflicts.ts";

const bounds = {
  startsOn: "2027-04-08",
  endsOn: "2027-04-09",
  roomCapacities: new Map([
    ["loft", 20],
    ["yard", null],
  ]),
};
const chloe = { personId: "p1", name: "Chloe" };
const guest = { personId: null, name: "Ada Guest" };

function placed(id: string, startsLocal: string | null, more: Partial<Placed> = {}): Placed {
  const plain = {
    durationMinutes: 60,
    allDay: false,
    roomId: null,
    capacity: null,
    speakers: [],
    cancelled: false,
  };
  return { id, startsLocal, ...plain, ...more };
}

describe("what does not fit", () => {
  const cases: [string, Placed[], Conflict[]][] = [
    ["an empty programme has no conflicts", [], []],
    [
      "a room is taken twice",
      [
        placed("b", "2027-04-08T10:30", { roomId: "loft" }),
        placed("a", "2027-04-08T10:00", { roomId: "loft" }),
      ],
      [{ kind: "room", sessionId: "a", otherId: "b", roomId: "loft" }],
    ],
    [
      "one may begin when the other ends",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft" }),
        placed("b", "2027-04-08T11:00", { roomId: "loft" }),
      ],
      [],
    ],
    [
      "a long session meets one that starts after a shorter neighbour",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft", durationMinutes: 180 }),
        placed("b", "2027-04-08T10:30", { roomId: "yard" }),
        placed("c", "2027-04-08T12:00", { roomId: "loft" }),
      ],
      [{ kind: "room", sessionId: "a", otherId: "c", roomId: "loft" }],
    ],
    [
      "a person speaks twice at a time, whatever name stands there",
      [
        placed("a", "2027-04-08T10:00", { speakers: [chloe] }),
        placed("b", "2027-04-08T10:00", { speakers: [{ personId: "p1", name: "C. Kade" }] }),
      ],
      [{ kind: "speaker", sessionId: "a", otherId: "b", speaker: chloe }],
    ],
    [
      "a guest is known by the spelling of the name",
      [
        placed("a", "2027-04-08T10:00", { speakers: [guest] }),
        placed("b", "2027-04-08T10:59", { speakers: [{ personId: null, name: " ada guest" }] }),
      ],
      [{ kind: "speaker", sessionId: "a", otherId: "b", speaker: guest }],
    ],
    [
      "a person of ours is not the guest of the same name",
      [
        placed("a", "2027-04-08T10:00", { speakers: [chloe] }),
        placed("b", "2027-04-08T10:00", { speakers: [{ personId: null, name: "Chloe" }] }),
      ],
      [],
    ],
    [
      "what lasts all day, is cancelled or has no time takes no room",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft" }),
        placed("b", "2027-04-08T00:00", { roomId: "loft", allDay: true, durationMinutes: 1440 }),
        placed("c", "2027-04-08T10:00", { roomId: "loft", cancelled: true }),
        placed("d", null, { roomId: "loft" }),
      ],
      [],
    ],
    ["the day before is outside", [placed("a", "2027-04-07T23:00")], [{ kind: "outside", sessionId: "a" }]],
    ["the last evening may run into the morning after", [placed("a", "2027-04-10T01:30")], []],
    [
      "the morning after is outside",
      [placed("a", "2027-04-10T06:00")],
      [{ kind: "outside", sessionId: "a" }],
    ],
    [
      "more people than the room holds",
      [placed("a", "2027-04-08T10:00", { roomId: "loft", capacity: 21 })],
      [{ kind: "capacity", sessionId: "a", capacity: 21, roomCapacity: 20 }],
    ],
    [
      "as many as the room holds, or a room nobody counted",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft", capacity: 20 }),
        placed("b", "2027-04-08T10:00", { roomId: "yard", capacity: 900 }),
      ],
      [],
    ],
  ];
  test.each(cases)("%s", (_name, sessions, conflicts) => {
    expect(detectConflicts(sessions, bounds)).toEqual(conflicts);
  });
});
