import { expect, test } from "vitest";
import { isPresent, presentAt, type RosterMember } from "./presence.ts";

const member: RosterMember = {
  id: "a",
  organisationId: "waterland",
  joinedOn: "2026-02-01",
  leftOn: null,
  paused: false,
  absences: [{ startsOn: "2026-05-04", endsOn: "2026-05-10" }],
};

test.each([
  ["the day before joining", "2026-01-31", {}, false],
  ["the day of joining", "2026-02-01", {}, true],
  ["the day before going away", "2026-05-03", {}, true],
  ["the first day away", "2026-05-04", {}, false],
  ["the last day away", "2026-05-10", {}, false],
  ["the day back", "2026-05-11", {}, true],
  ["the day before leaving", "2026-06-30", { leftOn: "2026-07-01" }, true],
  ["the day of leaving", "2026-07-01", { leftOn: "2026-07-01" }, false],
  ["while paused", "2026-06-30", { paused: true }, false],
])("%s: present %s", (_, date, changes, present) => {
  expect(isPresent({ ...member, ...changes }, date)).toBe(present);
});

test("a member who speaks counts as present, even on a day marked as away", () => {
  const other = { ...member, id: "b" };
  expect(presentAt([member, other], "2026-05-05", "b").map(({ id }) => id)).toEqual(["b"]);
});
