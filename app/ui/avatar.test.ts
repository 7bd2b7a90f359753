import { expect, test } from "vitest";
import { initialsOf } from "./avatar.tsx";

test.each([
  ["Anna Waterman", "AW"],
  ["Anna van den Berg", "AB"],
  ["  chloé  ", "C"],
  ["daan@polder.example", "D"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
