import { expect, test } from "vitest";
import { plus, Temporal } from "~/platform/time.ts";
import { type ClashSide, choicesOf, clashesAmong } from "./clash.ts";

const nine = "2027-01-11T09:00:00Z";

function side(sessionId: string, from: number, to: number, gives = false): ClashSide {
  return {
    ...{ sessionId, title: sessionId, language: "en", path: `/${sessionId}`, place: "" },
    startsAt: plus(nine, { minutes: from }),
    endsAt: plus(nine, { minutes: to }),
    timeZone: "Europe/Amsterdam",
    gives,
  };
}

const names = (sides: ClashSide[]) =>
  clashesAmong(sides).map((pair) => pair.map(({ sessionId }) => sessionId).join(" "));

test.each<[string, ClashSide[], string[]]>([
  ["nothing alone", [side("a", 0, 60)], []],
  ["nothing that follows at once", [side("a", 0, 60), side("b", 60, 120)], []],
  ["two that overlap, the earlier first", [side("b", 30, 90), side("a", 0, 60)], ["a b"]],
  [
    "one in the middle of three, with both of its neighbours",
    [side("a", 0, 60), side("b", 30, 90), side("c", 60, 120)],
    ["a b", "b c"],
  ],
  [
    "three at once, each with each",
    [side("a", 0, 60), side("b", 10, 60), side("c", 20, 60)],
    ["a b", "a c", "b c"],
  ],
])("pairs %s", (_case, sides, pairs) => {
  expect(names(sides)).toEqual(pairs);
});

test.each<[string, readonly [ClashSide, ClashSide], number, string[]]>([
  ["either seat before both", [side("a", 0, 60), side("b", 30, 90)], -1, ["b", "a"]],
  ["only the seat, not what they give", [side("a", 0, 60, true), side("b", 30, 90)], -1, ["b"]],
  ["neither where they give both", [side("a", 0, 60, true), side("b", 30, 90, true)], -1, []],
  ["only what has not begun", [side("a", 0, 60), side("b", 30, 90)], 0, ["b"]],
  ["neither once both have begun", [side("a", 0, 60), side("b", 30, 90)], 30, []],
])("one may give up %s", (_case, clash, minutes, giveUps) => {
  const now = Temporal.Instant.from(plus(nine, { minutes }));
  expect(choicesOf(clash, now).map(({ giveUp }) => giveUp.sessionId)).toEqual(giveUps);
});
