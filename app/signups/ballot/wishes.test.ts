import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeWishes, settle, type TypedWishes, type WishSession } from "./wishes.ts";

const morning = "2027-04-08T08:00:00Z";
const noon = "2027-04-08T10:00:00Z";
const session = (id: string, slot: string, taken: WishSession["taken"] = null): WishSession => ({
  id,
  title: id.toUpperCase(),
  slot,
  taken,
});
const offered = [
  ...["a", "b", "c", "d"].map((id) => session(id, morning)),
  ...["k", "l"].map((id) => session(id, noon)),
  session("own", noon, "gives"),
  session("meanwhile", noon, "busy"),
  session("seat", noon, "has"),
];
const typed = (given: Partial<TypedWishes>): TypedWishes => ({ ranks: {}, vetoes: [], free: [], ...given });

describe("a wish list", () => {
  test("keeps ranks, vetoes and time slots as they were typed", () => {
    const list = { ranks: { b: "1", a: "2", k: "1" }, vetoes: ["d", "c"], free: [noon] };
    expect(judgeWishes(list, offered)).toEqual({
      ok: true,
      list: { ranks: { a: 2, b: 1, k: 1 }, vetoes: ["c", "d"], free: [noon] },
    });
  });

  test("may be empty", () => {
    expect(judgeWishes(typed({}), offered)).toEqual({ ok: true, list: { ranks: {}, vetoes: [], free: [] } });
  });

  test.each<[string, Partial<TypedWishes>, unknown[]]>([
    ["nine", { ranks: { a: "9" } }, [["rank.a", "number", { most: 8 }]]],
    ["nought", { ranks: { a: "0" } }, [["rank.a", "number", { most: 8 }]]],
    ["a word", { ranks: { a: "first" } }, [["rank.a", "number", { most: 8 }]]],
    ["half a wish", { ranks: { a: "1.5" } }, [["rank.a", "number", { most: 8 }]]],
    ["the same number twice", { ranks: { a: "1", b: "1" } }, [["rank.b", "twice", { rank: 1, title: "A" }]]],
    ["a gap", { ranks: { a: "1", b: "3" } }, [["rank.b", "gap", { missing: 2 }]]],
    ["no first wish", { ranks: { a: "2" } }, [["rank.a", "gap", { missing: 1 }]]],
    ["a session of one's own", { ranks: { own: "1" } }, [["rank.own", "gives", {}]]],
    ["one in which one has a seat", { ranks: { seat: "1" } }, [["rank.seat", "has", {}]]],
    ["one while one is busy", { ranks: { meanwhile: "1" } }, [["rank.meanwhile", "busy", {}]]],
    ["a wish for what is vetoed", { ranks: { a: "1" }, vetoes: ["a"] }, [["rank.a", "both", {}]]],
    ["a session of somewhere else", { ranks: { far: "1" } }, [["", "gone", {}]]],
    ["a veto of somewhere else", { vetoes: ["far"] }, [["", "gone", {}]]],
    [
      "all there is to say at once",
      { ranks: { a: "1", b: "1", k: "9" } },
      [
        ["rank.k", "number", { most: 8 }],
        ["rank.b", "twice", { rank: 1, title: "A" }],
      ],
    ],
  ])("refuses %s", (_case, given, problems) => {
    const judged = judgeWishes(typed(given), offered);
    expect(judged).toMatchObject({ ok: false });
    expect(judged.ok ? [] : judged.problems.map(({ field, key, values }) => [field, key, values])).toEqual(
      problems,
    );
  });

  test("takes the same numbers in different time slots", () => {
    expect(judgeWishes(typed({ ranks: { a: "1", k: "1", l: "2" } }), offered)).toMatchObject({ ok: true });
  });

  test("forgets a time slot that is gone", () => {
    const judged = judgeWishes(typed({ free: ["2020-01-01T00:00:00Z", noon] }), offered);
    expect(judged).toEqual({ ok: true, list: { ranks: {}, vetoes: [], free: [noon] } });
  });
});

describe("wishes in a programme that changed", () => {
  const kept = { ranks: { a: 1, b: 2, c: 3 }, vetoes: ["d"], free: [noon] };

  test("stay as they are while it does", () => {
    expect(settle(kept, offered)).toEqual({ list: kept, dropped: [], shifted: [] });
  });

  test("close up where one was called off", () => {
    const less = offered.filter(({ id }) => id !== "b" && id !== "d");
    expect(settle(kept, less)).toEqual({
      list: { ranks: { a: 1, c: 2 }, vetoes: [], free: [noon] },
      dropped: ["b", "d"],
      shifted: [morning],
    });
  });

  test("follow one that moved, behind a wish of the same number", () => {
    const moved = offered.map((one) => (one.id === "k" ? session("k", morning) : one));
    expect(settle({ ranks: { a: 1, k: 1, b: 2 }, vetoes: [], free: [] }, moved)).toEqual({
      list: { ranks: { a: 1, b: 3, k: 2 }, vetoes: [], free: [] },
      dropped: [],
      shifted: [morning],
    });
  });

  test("drop what the person gives by now", () => {
    const gives = offered.map((one) => (one.id === "a" ? session("a", morning, "gives") : one));
    expect(settle(kept, gives)).toMatchObject({ list: { ranks: { b: 1, c: 2 } }, dropped: ["a"] });
  });

  test("settled once, they are settled, and what is settled can be saved", () => {
    const ids = fc.constantFrom(...offered.map(({ id }) => id), "gone");
    const lists = fc.record({
      ranks: fc.dictionary(ids, fc.integer({ min: 1, max: 8 })),
      vetoes: fc.constant<string[]>([]),
      free: fc.subarray([morning, noon]),
    });
    fc.assert(
      fc.property(lists, (list) => {
        const once = settle(list, offered).list;
        expect(settle(once, offered)).toEqual({ list: once, dropped: [], shifted: [] });
        const again = Object.fromEntries(Object.entries(once.ranks).map(([id, rank]) => [id, String(rank)]));
        expect(judgeWishes({ ...once, ranks: again }, offered)).toEqual({ ok: true, list: once });
      }),
    );
  });
});
