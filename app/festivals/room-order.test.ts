import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangeRooms } from "./room-order.ts";

const isUpper = (id: string) => id === id.toUpperCase();

test.each([
  ["the order among one's own", "aBcD", "DB", "aDcB"],
  ["one more comes last", "aBc", "BD", "aBcD"],
  ["one is left out", "aBcD", "D", "aDc"],
  ["all are left out", "aBcD", "", "ac"],
  ["others are not touched by naming them", "aBc", "cBa", "aBc"],
  ["one named twice stands once", "aB", "BB", "aB"],
  ["into an empty festival", "", "BA", "BA"],
])("%s", (_, current, chosen, after) => {
  expect(arrangeRooms([...current], [...chosen], isUpper).join("")).toBe(after);
});

test("whatever is chosen, others keep their order and one's own are those chosen, in that order", () => {
  const ids = fc.uniqueArray(fc.constantFrom(..."abcdefABCDEF"));
  fc.assert(
    fc.property(ids, ids, (current, chosen) => {
      const after = arrangeRooms(current, chosen, isUpper);
      expect(after.filter((id) => !isUpper(id))).toEqual(current.filter((id) => !isUpper(id)));
      expect(after.filter(isUpper)).toEqual(chosen.filter(isUpper));
    }),
  );
});
