import { describe, expect, test } from "vitest";
import { at } from "#tests/support/ids.ts";
import { type Change, diffProgrammes, type ProgrammeSession } from "../diff.ts";
import { audienceOf, type SignedUp } from "./audience.ts";
import { filterChanges, groupChanges } from "./group.ts";
import { sessionOf } from "./programme.support.ts";

const before = [
  sessionOf("moved", { organisationId: "lumen" }),
  sessionOf("renamed"),
  sessionOf("resized"),
  sessionOf("gone"),
];
const after = [
  sessionOf("moved", {
    organisationId: "lumen",
    startsLocal: "2027-04-08T14:00",
    title: "Moved and renamed",
  }),
  sessionOf("renamed", { title: "Renamed" }),
  sessionOf("resized", { capacity: 20 }),
  sessionOf("new", { speakers: [{ name: "Ada", personId: "ada" }] }),
];
const changes = diffProgrammes({ sessions: before }, { sessions: after });
const idsOf = (list: Change[]) => list.map(({ session }) => session.id);

describe("a list of changes", () => {
  test("has each change once, under the heading that matters most", () => {
    expect(groupChanges(changes).map(({ group, changes: some }) => [group, idsOf(some)])).toEqual([
      ["cancelled", ["gone"]],
      ["added", ["new"]],
      ["time", ["moved"]],
      ["title", ["renamed"]],
      ["capacity", ["resized"]],
    ]);
  });

  test("is narrowed down by any kind a change is of, and by host", () => {
    expect(idsOf(filterChanges(changes, { kind: "title", host: null }))).toEqual(["renamed", "moved"]);
    expect(idsOf(filterChanges(changes, { kind: null, host: "lumen" }))).toEqual(["moved"]);
    expect(filterChanges(changes, { kind: "room", host: null })).toEqual([]);
  });
});

describe("who is told", () => {
  const now = at("2027-01-01T09:00:00Z");
  const signed = (sessionId: string, personId: string, part: SignedUp["part"] = "attends") => ({
    sessionId,
    personId,
    part,
  });

  test("everybody once, and nobody of seats or of what stays", () => {
    const told = audienceOf(
      changes,
      [
        signed("moved", "daan"),
        signed("moved", "noor", "waits"),
        signed("gone", "daan"),
        signed("resized", "someone"),
        signed("elsewhere", "nobody"),
      ],
      now,
    );
    expect(told).toEqual({
      bySession: {
        gone: { attends: 1, waits: 0, gives: 0 },
        moved: { attends: 1, waits: 1, gives: 0 },
        new: { attends: 0, waits: 0, gives: 1 },
      },
      people: 3,
    });
  });

  test("who stops giving it hears of it as who begins does", () => {
    const by = (personId: string): ProgrammeSession =>
      sessionOf("one", { speakers: [{ name: personId, personId }] });
    const swapped = diffProgrammes({ sessions: [by("ada")] }, { sessions: [by("bo")] });
    expect(audienceOf(swapped, [], now).bySession).toEqual({ one: { attends: 0, waits: 0, gives: 2 } });
  });

  test("nobody of what has been", () => {
    expect(audienceOf(changes, [signed("moved", "daan")], at("2027-04-09T09:00:00Z"))).toEqual({
      bySession: {},
      people: 0,
    });
  });
});
