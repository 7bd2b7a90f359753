import { describe, expect, test } from "vitest";
import { type ChecklistFacts, checklist } from "./checklist.ts";
import type { Draft } from "./draft.ts";
import type { FestivalHost } from "./festival.ts";

function host(name: string, status: FestivalHost["status"]): FestivalHost {
  const organisation = { id: name, slug: name, name, colour: "#a4502f", hasLogo: false };
  const asked = { message: "", invitedBy: null, invitedAt: "2026-11-23T09:00:00Z" };
  const answered = { decidedBy: null, decidedAt: null, reason: "", leadOfferedBy: null, leadOfferedAt: null };
  return { organisation, status, leads: name === "waterland", ...asked, ...answered };
}

function draft(more: Partial<Draft> = {}): Draft {
  return {
    id: "a",
    organisationId: "waterland",
    organisation: { name: "Waterland", slug: "waterland", colour: "#a4502f" },
    kind: "workshop",
    title: "Sketching",
    abstract: "",
    language: "en",
    trackId: null,
    trackName: null,
    roomId: "loft",
    roomName: "Loft",
    place: "",
    startsLocal: "2027-04-08T10:00",
    timeZone: null,
    durationMinutes: 60,
    allDay: false,
    capacity: null,
    speakers: [{ personId: null, name: "Ada" }],
    proposalId: null,
    level: "all",
    equipment: "",
    pinned: false,
    version: 1,
    cancelled: false,
    released: true,
    seatsTaken: 0,
    ...more,
  };
}

const finished: ChecklistFacts = {
  festival: { status: "released", hosts: [host("waterland", "accepted"), host("lumen", "accepted")] },
  rooms: 2,
  drafts: [draft()],
  conflicts: [],
  releases: 1,
  pending: 0,
  call: { formats: 2, undecided: 0, untold: 0, unconfirmed: 0 },
};
const left = (facts: Partial<ChecklistFacts>) =>
  checklist({ ...finished, ...facts })
    .filter((item) => !item.done)
    .map((item) => [item.id, item.count]);

describe("what is left to do", () => {
  test("nothing when attendees see a complete programme", () => {
    expect(left({})).toEqual([]);
  });

  test("an empty festival begins with rooms, sessions and a first release", () => {
    const facts = { rooms: 0, drafts: [], releases: 0 };
    expect(left(facts)).toEqual([
      ["rooms", 0],
      ["sessions", 0],
      ["release", 0],
    ]);
  });

  test("who has not answered is named", () => {
    const hosts = [host("waterland", "accepted"), host("kade", "invited"), host("lumen", "declined")];
    const [first] = checklist({ ...finished, festival: { status: "draft", hosts } });
    expect(first).toMatchObject({ id: "hosts", done: false, names: ["kade"], to: "hosts" });
    const festival = { status: "draft" as const, hosts };
    const [also] = checklist({ ...finished, festival, askedByMail: ["Zilt"] });
    expect(also).toMatchObject({ count: 2, names: ["kade", "Zilt"] });
  });

  test("who hosts alone is told that others could join, and may leave it at that", () => {
    const hosts = [host("waterland", "accepted"), host("lumen", "left")];
    const [first] = checklist({ ...finished, festival: { status: "draft", hosts } });
    expect(first).toMatchObject({ id: "alone", done: true });
  });

  test.each<[string, Partial<Draft>, [string, number][]]>([
    ["without a time", { startsLocal: null }, [["times", 1]]],
    ["without a room", { roomId: null }, [["places", 1]]],
    ["elsewhere", { roomId: null, place: "The quay" }, []],
    ["without a speaker", { speakers: [] }, [["speakers", 1]]],
    ["a break that nobody gives", { kind: "break", speakers: [] }, []],
    ["taken out, whatever it lacks", { cancelled: true, startsLocal: null, roomId: null, speakers: [] }, []],
  ])("a session %s", (_name, given, items) => {
    expect(left({ drafts: [draft(given)] })).toEqual(items);
  });

  test("conflicts are counted by what they are about", () => {
    const pair = { sessionId: "a", otherId: "b" };
    const conflicts: ChecklistFacts["conflicts"] = [
      { kind: "room", ...pair, roomId: "loft" },
      { kind: "speaker", ...pair, speaker: { personId: null, name: "Ada" } },
      { kind: "speaker", ...pair, speaker: { personId: "p", name: "Chloe" } },
      { kind: "outside", sessionId: "a" },
      { kind: "capacity", sessionId: "a", roomId: "r", by: "seats", people: 9, holds: 8 },
    ];
    expect(left({ conflicts })).toEqual([
      ["roomClashes", 1],
      ["speakerClashes", 2],
      ["outside", 1],
      ["crowded", 1],
    ]);
  });

  test("a call needs formats, what came in a decision, and its speakers to hear of it and confirm", () => {
    expect(left({ call: { formats: 0, undecided: 2, untold: 3, unconfirmed: 1 } })).toEqual([
      ["formats", 0],
      ["proposals", 2],
      ["untold", 3],
      ["unconfirmed", 1],
    ]);
    expect(left({ call: null })).toEqual([]);
  });

  test("unreleased changes are counted", () => {
    expect(left({ pending: 3 })).toEqual([["release", 3]]);
  });
});
