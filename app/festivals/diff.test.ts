import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Aspect, diffProgrammes, type ProgrammeSession } from "./diff.ts";

function session(id: string, more: Partial<ProgrammeSession> = {}): ProgrammeSession {
  return {
    id,
    organisationId: "waterland",
    kind: "workshop",
    title: `Session ${id}`,
    abstract: "",
    language: "en",
    trackId: null,
    trackName: null,
    roomId: "loft",
    roomName: "Loft",
    place: "",
    startsLocal: "2027-04-08T10:00",
    timeZone: "Europe/Amsterdam",
    durationMinutes: 60,
    allDay: false,
    capacity: 12,
    speakers: [{ personId: "p1", name: "Chloe" }],
    proposalId: null,
    level: "all",
    ...more,
  };
}

describe("the difference between two programmes", () => {
  const one: [string, Partial<ProgrammeSession>, Aspect[]][] = [
    ["renamed", { title: "Another title" }, ["title"]],
    ["moved", { startsLocal: "2027-04-08T11:00" }, ["time"]],
    ["longer", { durationMinutes: 90 }, ["time"]],
    ["in another zone", { timeZone: "Europe/London" }, ["time"]],
    ["in another room", { roomId: "yard", roomName: "Yard" }, ["room"]],
    ["somewhere else", { roomId: null, roomName: null, place: "The quay" }, ["room"]],
    ["given by another", { speakers: [{ personId: null, name: "Ada" }] }, ["speakers"]],
    ["smaller", { capacity: 8 }, ["capacity"]],
    ["described anew", { abstract: "More" }, ["details"]],
    ["moved and renamed", { title: "T", startsLocal: "2027-04-08T11:00" }, ["title", "time"]],
  ];
  test.each(one)("a session that is %s", (_name, difference, aspects) => {
    const before = session("a");
    const after = session("a", difference);
    expect(diffProgrammes({ sessions: [before] }, { sessions: [after] })).toEqual([
      { kind: "changed", session: after, before, aspects },
    ]);
  });

  test("a room or track that got another name is no change of the session", () => {
    const after = session("a", { roomName: "Attic", trackName: "Craft" });
    expect(diffProgrammes({ sessions: [session("a")] }, { sessions: [after] })).toEqual([]);
  });

  test("new sessions come first, then the changed, then the cancelled, each by time", () => {
    const before = { sessions: [session("a"), session("b"), session("gone")] };
    const later = session("later", { startsLocal: "2027-04-09T10:00" });
    const sooner = session("sooner", { startsLocal: "2027-04-08T09:00" });
    const renamed = session("b", { title: "B" });
    const changes = diffProgrammes(before, { sessions: [later, session("a"), renamed, sooner] });
    expect(changes.map((change) => [change.kind, change.session.id])).toEqual([
      ["added", "sooner"],
      ["added", "later"],
      ["changed", "b"],
      ["cancelled", "gone"],
    ]);
  });

  const anySession = fc.record({
    id: fc.constantFrom("a", "b", "c", "d"),
    title: fc.string(),
    startsLocal: fc.constantFrom("2027-04-08T10:00", "2027-04-08T11:00"),
    roomId: fc.constantFrom("loft", "yard", null),
    capacity: fc.option(fc.integer({ min: 1, max: 50 })),
  });
  const anyProgramme = fc
    .uniqueArray(anySession, { selector: (one) => one.id })
    .map((list) => ({ sessions: list.map(({ id, ...more }) => session(id, more)) }));

  test("applying the difference to the old programme gives the new one", () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, (before, after) => {
        const result = new Map(before.sessions.map((one) => [one.id, one]));
        for (const change of diffProgrammes(before, after)) {
          if (change.kind === "cancelled") result.delete(change.session.id);
          else result.set(change.session.id, change.session);
        }
        const sorted = (list: Iterable<ProgrammeSession>) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(result.values())).toEqual(sorted(after.sessions));
      }),
    );
  });

  test("a programme does not differ from itself", () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        expect(diffProgrammes(programme, programme)).toEqual([]);
      }),
    );
  });
});
