import { expect, test } from "vitest";
import { inOrder } from "./venue-forms.ts";

test("the chosen rooms come in the order of the numbers beside them, those without one last and as they stood", () => {
  const room = (id: string, use: boolean, position?: number) => ({ id, use, position });
  const rooms = [
    room("a", true),
    room("b", true, 2),
    room("c", false, 1),
    room("d", true, 1),
    room("e", true),
  ];
  expect(inOrder({ rooms })).toEqual(["d", "b", "a", "e"]);
});
