import fc from "fast-check";
import { expect, test } from "vitest";
import type { Result } from "../check-in.ts";
import { tokenOf } from "../code.server.ts";
import { fill, lastPressed, nextBatch, type Pressed, personOf, sayingOf, tokenIn } from "./kept.ts";

const pressed = (id: string, second: number, more: Partial<Pressed> = {}): Pressed => ({
  ...{ id, kind: "in", personId: "anna", happenedAt: `2026-11-24T09:30:${String(second).padStart(2, "0")}Z` },
  ...more,
});

test("what happened first is sent first, fifty at a time", () => {
  const many = Array.from({ length: 60 }, (_, i) => pressed(`id ${59 - i}`, 59 - i));
  const { checkIns, device, now } = nextBatch(many, "left", "now");
  expect([device, now]).toEqual(["left", "now"]);
  expect(checkIns.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => `id ${i}`));
});

test("a device reads the person of a code as the server does", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (festivalId, personId) => {
      const token = tokenOf({ festivalId, personId }, "secret");
      expect(tokenIn(`https://percolate.example/door/${token}`)).toBe(token);
      expect(personOf(token)).toBe(personId);
    }),
  );
});

test.each(["https://percolate.example/", "https://percolate.example/door/short", "WIFI:S:guest;;"])(
  "%s is no code",
  (text) => expect(tokenIn(text)).toBeNull(),
);

test("the last press for somebody counts, by row or by code", () => {
  const personId = "1f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f";
  const code = tokenOf({ festivalId: personId, personId }, "secret");
  const list = [
    pressed("b", 5, { personId, kind: "undo" }),
    pressed("a", 1, { personId: undefined, code }),
    pressed("c", 9),
  ];
  expect(lastPressed(list, personId)?.id).toBe("b");
  expect(lastPressed(list.slice(1), personId)?.id).toBe("a");
  expect(lastPressed(list, "nobody")).toBeNull();
});

const result: Result = {
  ...{ id: "", kind: "in", outcome: "done", personId: "", name: "", since: null, here: true },
  ...{ cameBack: false, inTheWay: [] },
};

test.each<[Partial<Result>, string, string | null]>([
  [{}, "done", null],
  [{ kind: "undo" }, "undone", null],
  [{ cameBack: true }, "cameBack", null],
  [{ outcome: "already" }, "already", null],
  [{ outcome: "already", here: false }, "alreadyElsewhere", null],
  [{ outcome: "already", kind: "undo" }, "notIn", null],
  [{ outcome: "no-seat" }, "no-seat", "walkIn"],
  [{ outcome: "elsewhere", kind: "walk-in" }, "elsewhere", "givesUp"],
  [{ outcome: "full" }, "full", "anyway"],
  [{ outcome: "full", kind: "walk-in" }, "fullWalkIn", null],
  [{ outcome: "gives" }, "gives", null],
])("%j is said as %s", (given, words, offers) => {
  expect(sayingOf({ ...result, ...given })).toEqual({ words, offers });
});

test("what stands in braces is filled in, and nothing else", () => {
  expect(fill("{name} since {time}, {other}", { name: "Anna", time: "10:02" })).toBe(
    "Anna since 10:02, {other}",
  );
});
