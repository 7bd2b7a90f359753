import { expect, test } from "vitest";
import { moved } from "./reorder.ts";

test.each([
  ["up", "b", ["b", "a", "c"]],
  ["down", "b", ["a", "c", "b"]],
  ["up", "a", ["a", "b", "c"]],
  ["down", "c", ["a", "b", "c"]],
  ["up", "c", ["a", "c", "b"]],
  ["down", "nobody", ["a", "b", "c"]],
] as const)("moving %s: %s", (direction, id, order) => {
  expect(moved(["a", "b", "c"], id, direction)).toEqual(order);
});
