import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  filterQuery,
  neighboursOf,
  noFilter,
  type ReviewFilter,
  readReviewFilter,
  reviewOrders,
  reviewReads,
  reviewStates,
  selectRows,
} from "./filter.ts";
import { row } from "./row.support.ts";

const rows = [
  row({ id: "a", title: "Ångström for all", mean: 3, spread: 4, byMyHost: 1, mine: "reviewed" }),
  row({ id: "b", title: "Bread", status: "accepted", told: "untold", mean: 5, spread: 0, mine: "late" }),
  row({ id: "c", title: "Canals", status: "accepted", told: "told", level: "advanced", language: "nl" }),
  row({ id: "d", title: "Dykes", status: "confirmed", told: "told", mean: 4, proposer: "Bas Willems" }),
  row({ id: "e", title: "Eels", status: "reserve", told: "changed", mine: "involved", hidden: true }),
  row({ id: "f", title: "Frost", status: "withdrawn", track: { id: "t", name: "T", colour: "#000000" } }),
];

const shown = (given: Partial<ReviewFilter>) =>
  selectRows(rows, { ...noFilter, ...given })
    .map(({ id }) => id)
    .join("");

describe("the selection of the overview", () => {
  test.each<[Partial<ReviewFilter>, string]>([
    [{}, "abcdef"],
    [{ state: "undecided" }, "a"],
    [{ state: "accepted" }, "bcd"],
    [{ state: "confirmed" }, "d"],
    [{ state: "unconfirmed" }, "c"],
    [{ state: "reserve" }, "e"],
    [{ state: "declined" }, ""],
    [{ state: "withdrawn" }, "f"],
    [{ state: "untold" }, "be"],
    [{ read: "mine" }, "cdf"],
    [{ read: "host" }, "bcdef"],
    [{ read: "spread" }, "a"],
    [{ language: "nl" }, "c"],
    [{ level: "advanced" }, "c"],
    [{ track: "t" }, "f"],
    [{ host: "waterland" }, ""],
    [{ format: "long" }, "abcdef"],
    [{ text: "angstrom" }, "a"],
    [{ text: "willems dyk" }, "d"],
    [{ text: "lumen" }, "abcdef"],
    [{ text: "nobody" }, ""],
    [{ order: "score" }, "bdacef"],
    [{ order: "spread" }, "abcdef"],
    [{ order: "title" }, "abcdef"],
  ])("%j", (filter, expected) => {
    expect(shown(filter)).toBe(expected);
  });

  test("is kept in the address and read back from it", () => {
    const filter = fc.record({
      state: fc.constantFrom(...reviewStates),
      read: fc.constantFrom(...reviewReads),
      order: fc.constantFrom(...reviewOrders),
      host: fc.option(fc.constantFrom("lumen", "kade"), { nil: null }),
      track: fc.constant(null),
      format: fc.constant(null),
      language: fc.option(fc.constantFrom("nl", "pt-BR"), { nil: null }),
      level: fc.option(fc.constantFrom("all" as const, "beginner" as const), { nil: null }),
      text: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    });
    fc.assert(
      fc.property(filter, (given) => {
        expect(readReviewFilter(new URLSearchParams(filterQuery(given)))).toEqual(given);
      }),
    );
  });

  test("an address with nonsense shows everything", () => {
    const nonsense = new URLSearchParams("state=x&read=y&order=z&level=w&host=");
    expect(readReviewFilter(nonsense)).toEqual(noFilter);
    expect(filterQuery(noFilter)).toBe("");
  });

  test("never adds, loses or doubles a proposal by sorting", () => {
    const some = fc.array(
      fc.record({
        mean: fc.option(fc.float({ min: 1, max: 5, noNaN: true }), { nil: null }),
        title: fc.string(),
      }),
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...reviewOrders), (list, order) => {
        const given = list.map((one, index) => row({ ...one, id: String(index) }));
        const sorted = selectRows(given, { ...noFilter, order });
        expect(sorted.map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        if (order === "score") {
          const means = sorted.map(({ mean }) => mean ?? 0);
          expect(means).toEqual(means.toSorted((a, b) => b - a));
        }
      }),
    );
  });
});

describe("the neighbours still to review", () => {
  const list = [
    ...[row({ id: "a" }), row({ id: "b", mine: "reviewed" }), row({ id: "c" })],
    ...[row({ id: "d", mine: "involved" }), row({ id: "e" })],
  ];
  test.each([
    ["a", "e", "c"],
    ["b", "a", "c"],
    ["c", "a", "e"],
    ["e", "c", "a"],
    ["elsewhere", "e", "a"],
  ])("of %s are %s and %s", (id, previous, next) => {
    expect(neighboursOf(list, id)).toEqual({ previous, next });
  });

  test("are none when everything is reviewed", () => {
    expect(neighboursOf([row({ id: "a" })], "a")).toEqual({ previous: null, next: null });
  });

  test("lead through all of them, each once", () => {
    const seen: string[] = [];
    let reviewed = list;
    let at: string | null = "b";
    for (at = neighboursOf(reviewed, at).next; at; at = neighboursOf(reviewed, at).next) {
      const id: string = at;
      seen.push(id);
      reviewed = reviewed.map((one) => (one.id === id ? { ...one, mine: "reviewed" as const } : one));
    }
    expect(seen).toEqual(["c", "e", "a"]);
  });
});
