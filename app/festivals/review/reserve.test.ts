import { expect, test } from "vitest";
import { freePlaces } from "./reserve.ts";
import { row } from "./row.support.ts";

const gone = (id: string, withdrawnAt: string) =>
  row({ id, status: "withdrawn", withdrawnAt, freed: true, minutes: 60 });
const taken = (id: string, decidedAt: string) => row({ id, status: "accepted", decidedAt });

const idsOf = (rows: Parameters<typeof freePlaces>[0]) =>
  freePlaces(rows).map(({ withdrawn, reserves }) => [withdrawn.id, ...reserves.map(({ id }) => id)]);

test("a place that came free names the reserves, the likeliest first", () => {
  const other = { ...row().organisation, id: "kade" };
  const reserves = [
    row({ id: "long", status: "reserve", minutes: 120, mean: 5, organisation: other }),
    row({ id: "fits", status: "reserve", minutes: 45, mean: 3 }),
    row({ id: "better", status: "reserve", minutes: 60, mean: 4 }),
  ];
  expect(idsOf([gone("gone", "2026-11-20T09:00:00Z"), ...reserves])).toEqual([
    ["gone", "better", "fits", "long"],
  ]);
});

test("what was taken back before anybody heard that it is accepted frees no place", () => {
  expect(idsOf([{ ...gone("gone", "2026-11-20T09:00:00Z"), freed: false }])).toEqual([]);
});

test("each acceptance since fills one of the places", () => {
  const places = [gone("first", "2026-11-20T09:00:00Z"), gone("second", "2026-11-21T09:00:00Z")];
  const before = taken("before", "2026-11-19T09:00:00Z");
  const between = taken("between", "2026-11-20T12:00:00Z");
  const after = taken("after", "2026-11-22T09:00:00Z");
  expect(idsOf([...places, before])).toEqual([["first"], ["second"]]);
  expect(idsOf([...places, before, between])).toEqual([["second"]]);
  expect(idsOf([...places, between, after])).toEqual([]);
  expect(idsOf([...places, after])).toEqual([["second"]]);
});
