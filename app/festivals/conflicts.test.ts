import { describe, expect, test } from "vitest";
import type { DraftSpeaker } from "#db/schema/festivals.ts";
import { placed, surroundingsOf } from "./conflicts/conflicts.support.ts";
import type { Surroundings } from "./conflicts/surroundings.ts";
import { type Conflict, detectConflicts, type Placed } from "./conflicts.ts";

const around = surroundingsOf({
  rooms: {
    loft: { name: "Loft", venueId: "wharf", capacity: 20, equipment: "Beamer, piano (tuned)\nflip-overs" },
    yard: { name: "Yard", venueId: "wharf", capacity: null, equipment: "" },
    barn: { name: "Barn", venueId: "farm", capacity: 50, equipment: "" },
    mill: { name: "Mill", venueId: "river", capacity: 50, equipment: "" },
  },
  distances: { "farm wharf": 30 },
});
const chloe = { personId: "p1", name: "Chloe" };
const guest = { personId: null, name: "Ada Guest" };

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
      [{ kind: "capacity", sessionId: "a", roomId: "loft", by: "seats", people: 21, holds: 20 }],
    ],
    [
      "as many as the room holds, or a room nobody counted",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft", capacity: 20 }),
        placed("b", "2027-04-08T10:00", { roomId: "yard", capacity: 900 }),
      ],
      [],
    ],
    [
      "what a session needs is not in its room; case, accents and a longer description do not matter",
      [placed("a", "2027-04-08T10:00", { roomId: "loft", equipment: "Pianó; BEAMER\nquiet corner" })],
      [{ kind: "equipment", sessionId: "a", roomId: "loft", missing: ["quiet corner"] }],
    ],
    [
      "a way that takes longer than there is, by what is known of the two buildings or by the usual",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft", speakers: [chloe] }),
        placed("b", "2027-04-08T11:29", { roomId: "barn", speakers: [chloe] }),
        placed("c", "2027-04-08T12:44", { roomId: "mill", speakers: [guest, chloe] }),
        placed("d", "2027-04-08T13:58", { roomId: "barn", speakers: [guest] }),
      ],
      [
        travel("a", "b", chloe, { minutes: 29, needed: 30 }),
        travel("c", "d", guest, { minutes: 14, needed: 15 }),
      ],
    ],
    [
      "a way that can just be gone, and a way within a building",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft", speakers: [chloe] }),
        placed("b", "2027-04-08T11:00", { roomId: "yard", speakers: [chloe] }),
        placed("c", "2027-04-08T12:30", { roomId: "barn", speakers: [chloe] }),
      ],
      [],
    ],
    [
      "something beside a plenary session, but not the coffee",
      [
        placed("a", "2027-04-08T10:00", { kind: "plenary" }),
        placed("b", "2027-04-08T10:30"),
        placed("c", "2027-04-08T10:45", { kind: "break" }),
        placed("d", "2027-04-08T11:00"),
      ],
      [{ kind: "plenary", sessionId: "a", otherId: "b" }],
    ],
  ];
  test.each(cases)("%s", (_name, sessions, conflicts) => {
    expect(detectConflicts(sessions, around)).toEqual(conflicts);
  });

  const withMore: [string, Placed[], Partial<Surroundings>, Conflict[]][] = [
    [
      "a speaker is away for the end of it, or busy elsewhere, but not when it begins afterwards",
      [
        placed("a", "2027-04-08T10:00", { speakers: [guest, chloe] }),
        placed("b", "2027-04-08T12:00", { speakers: [chloe] }),
      ],
      { absences: [away("10:59", "12:00"), { ...away("09:00", "10:01"), title: "Elsewhere" }] },
      [
        { kind: "away", sessionId: "a", speaker: chloe, ...times("10:59", "12:00"), title: null },
        { kind: "away", sessionId: "a", speaker: chloe, ...times("09:00", "10:01"), title: "Elsewhere" },
      ],
    ],
    [
      "more people want to come than the room holds",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft" }),
        placed("b", "2027-04-08T10:00", { roomId: "barn" }),
      ],
      { wanted: { a: 21, b: 50 } },
      [{ kind: "capacity", sessionId: "a", roomId: "loft", by: "wishes", people: 21, holds: 20 }],
    ],
    [
      "people with a place in two that overlap, each pair once whichever way it is told",
      [placed("b", "2027-04-08T10:30"), placed("a", "2027-04-08T10:00"), placed("c", "2027-04-08T11:30")],
      {
        sharedAttendees: [
          { sessionId: "b", otherId: "a", people: 1 },
          { sessionId: "b", otherId: "c", people: 4 },
        ],
      },
      [{ kind: "attendees", sessionId: "a", otherId: "b", people: 1 }],
    ],
    [
      "many people who have to go to another building at once, but not a few",
      [
        placed("a", "2027-04-08T10:00", { roomId: "loft" }),
        placed("b", "2027-04-08T11:00", { roomId: "mill" }),
        placed("c", "2027-04-08T11:00", { roomId: "barn" }),
      ],
      {
        sharedAttendees: [
          { sessionId: "a", otherId: "b", people: 5 },
          { sessionId: "a", otherId: "c", people: 4 },
        ],
      },
      [
        {
          kind: "travel",
          sessionId: "a",
          otherId: "b",
          speaker: null,
          people: 5,
          minutes: 0,
          needed: 15,
        },
      ],
    ],
  ];
  test.each(withMore)("%s", (_name, sessions, more, conflicts) => {
    expect(detectConflicts(sessions, { ...around, ...more })).toEqual(conflicts);
  });
});

function travel(
  sessionId: string,
  otherId: string,
  speaker: DraftSpeaker,
  way: { minutes: number; needed: number },
): Conflict {
  return { kind: "travel", sessionId, otherId, speaker, people: 1, ...way };
}

function times(from: string, to: string) {
  return { startsLocal: `2027-04-08T${from}`, endsLocal: `2027-04-08T${to}` };
}

function away(from: string, to: string) {
  return { personId: "p1", ...times(from, to) };
}
