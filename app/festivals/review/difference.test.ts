import { expect, test } from "vitest";
import { changedSince, type Substance } from "./difference.ts";

const base: Substance = {
  ...{ title: "T", abstract: "A", language: "en", level: "all", trackId: null, kind: "workshop" },
  ...{ durationMinutes: 60, capacity: 20, equipment: "", speakers: [{ name: "Ann", personId: "a" }] },
} as Substance;
/** As it comes back from the database: the order of properties is another. */
const kept = { ...base, speakers: [{ personId: "a", name: "Ann" }] };

test.each<[string, Partial<Substance>, Partial<Substance>, string[]]>([
  ["nothing", {}, {}, []],
  ["what the speakers changed", { title: "N", capacity: null }, {}, ["title", "capacity"]],
  ["not what only the organisers changed", {}, { title: "N", durationMinutes: 45 }, []],
  ["what both changed differently", { title: "N" }, { title: "M" }, ["title"]],
  ["not what both changed alike", { title: "N" }, { title: "N" }, []],
  [
    "a speaker who joined",
    { speakers: [...base.speakers, { name: "Ben", personId: "b" }] },
    {},
    ["speakers"],
  ],
])("a difference is %s", (_, proposal, session, fields) => {
  const found = changedSince({ ...base, ...proposal }, { ...base, ...session }, kept);
  expect(found.map(({ field }) => field)).toEqual(fields);
});

test("a session that was not made of the proposal is not compared with it", () => {
  expect(changedSince({ ...base, title: "N" }, base, null)).toEqual([]);
});
