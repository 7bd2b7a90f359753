import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, diffProgrammes, fieldsOf, type Programme, type ProgrammeSession } from "../diff.ts";
import { fitProgramme } from "./fit.ts";
import { arbitraryProgramme, sessionOf } from "./programme.support.ts";
import { readSnapshot } from "./snapshot.ts";

/** Takes from each change only what it says: of a changed session nothing but the fields of its aspects. */
function apply(programme: Programme, changes: Change[]): Programme {
  const sessions = new Map(programme.sessions.map((session) => [session.id, session]));
  for (const change of changes) {
    const { session } = change;
    if (change.kind === "added") sessions.set(session.id, session);
    else if (change.kind === "cancelled") sessions.delete(session.id);
    else sessions.set(session.id, merged(sessions.get(session.id)!, change));
  }
  return { sessions: [...sessions.values()] };
}

function merged(before: ProgrammeSession, change: Extract<Change, { kind: "changed" }>): ProgrammeSession {
  const fields = change.aspects.flatMap((aspect): (keyof ProgrammeSession)[] =>
    aspect === "speakers" ? ["speakers"] : fieldsOf[aspect],
  );
  const named = fields.flatMap((field): (keyof ProgrammeSession)[] =>
    field === "roomId" ? [field, "roomName"] : field === "trackId" ? [field, "trackName"] : [field],
  );
  return { ...before, ...Object.fromEntries(named.map((field) => [field, change.session[field]])) };
}

const inOrder = ({ sessions }: Programme) => [...sessions].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("the difference between two programmes", () => {
  test("applied to the old one gives the new one", () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryProgramme, (old, next) => {
        expect(inOrder(apply(old, diffProgrammes(old, next)))).toEqual(inOrder(next));
      }),
    );
  });

  test("is empty between equals, in whatever order they stand", () => {
    fc.assert(
      fc.property(arbitraryProgramme, (programme) => {
        const turned = { sessions: [...programme.sessions].reverse() };
        expect(diffProgrammes(programme, turned)).toEqual([]);
      }),
    );
  });

  test("there and back names the same sessions", () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryProgramme, (a, b) => {
        const ids = (changes: Change[]) => changes.map(({ session }) => session.id).sort();
        expect(ids(diffProgrammes(a, b))).toEqual(ids(diffProgrammes(b, a)));
      }),
    );
  });
});

describe("a snapshot", () => {
  test("is read as it was written, whatever is true now", () => {
    fc.assert(
      fc.property(arbitraryProgramme, arbitraryProgramme, (programme, now) => {
        expect(readSnapshot(JSON.parse(JSON.stringify(programme)), now)).toEqual(programme);
      }),
    );
  });

  test("that did not keep a field has it as it is now, or as usual", () => {
    const { level, ...old } = sessionOf("a", { level: "advanced" });
    const snapshot = { sessions: [old] };
    expect(readSnapshot(snapshot).sessions[0]?.level).toBe("all");
    const now = { sessions: [sessionOf("a", { level: "beginner" })] };
    expect(readSnapshot(snapshot, now).sessions[0]?.level).toBe("beginner");
  });

  test("that no release can have written is refused", () => {
    expect(() => readSnapshot({ sessions: [{ id: "a" }] })).toThrow();
    expect(() => readSnapshot({})).toThrow();
  });
});

describe("an earlier programme today", () => {
  const today = {
    rooms: new Set(["blue"]),
    tracks: new Set<string>(),
    people: new Set(["ada"]),
    taken: new Map([["a", 14]]),
  };

  test("keeps the seats that are taken, and names rooms that are gone", () => {
    const earlier = sessionOf("a", {
      capacity: 12,
      roomId: "attic",
      roomName: "Attic",
      place: "",
      trackId: "t",
      trackName: "Track",
      speakers: [
        { name: "Ada", personId: "ada" },
        { name: "Bo", personId: "bo" },
      ],
    });
    const { programme, keptSeats, lostRooms } = fitProgramme({ sessions: [earlier] }, today);
    expect(programme.sessions).toEqual([
      {
        ...earlier,
        capacity: 14,
        roomId: null,
        roomName: null,
        place: "Attic",
        trackId: null,
        trackName: null,
        speakers: [
          { name: "Ada", personId: "ada" },
          { name: "Bo", personId: null },
        ],
      },
    ]);
    expect({ keptSeats, lostRooms }).toEqual({
      keptSeats: [{ title: "a", capacity: 14 }],
      lostRooms: [{ title: "a", roomName: "Attic" }],
    });
  });

  test("is the same where nothing was removed and no seat is in the way", () => {
    const earlier = { sessions: [sessionOf("b", { roomId: "blue", roomName: "Blue" })] };
    expect(fitProgramme(earlier, today)).toEqual({ programme: earlier, keptSeats: [], lostRooms: [] });
  });
});
