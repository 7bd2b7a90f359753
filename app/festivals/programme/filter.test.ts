import { describe, expect, test } from "vitest";
import {
  choicesOf,
  filterItems,
  filterQuery,
  groupByDay,
  type ProgrammeFilter,
  readFilter,
} from "./filter.ts";
import { item } from "./item.support.ts";

const none: ProgrammeFilter = {
  day: null,
  host: null,
  track: null,
  language: null,
  free: false,
  view: "grid",
};
const lumen = { host: { slug: "lumen", name: "Lumen", colour: "#aa7700" } };

const items = [
  item("opening", "09:00", "10:00", { kind: "plenary", seatsLeft: null }),
  item("craft", "10:00", "11:00", { track: "Craft", language: "nl", ...lumen }),
  item("full", "10:00", "11:00", { track: "Data", seatsLeft: 0 }),
  item("off", "10:00", "11:00", { cancelled: true }),
  item("lunch", "12:00", "13:00", {
    kind: "break",
    language: "nl",
    host: { slug: "kade", name: "Kade", colour: "#aa0044" },
  }),
];

describe("filters", () => {
  test.each<[string, Partial<ProgrammeFilter>, string[]]>([
    ["nothing", {}, ["opening", "craft", "full", "off", "lunch"]],
    ["a host", { host: "lumen" }, ["craft"]],
    ["a track", { track: "Data" }, ["full"]],
    ["a language, which breaks have none of", { language: "nl" }, ["craft"]],
    ["free seats", { free: true }, ["opening", "craft"]],
    ["two at once", { language: "en", free: true }, ["opening"]],
    ["something that nobody has", { host: "nobody" }, []],
    [
      "a day, which is not theirs to apply",
      { day: "2020-01-01" },
      ["opening", "craft", "full", "off", "lunch"],
    ],
  ])("by %s", (_, filter, ids) => {
    expect(filterItems(items, { ...none, ...filter }).map(({ id }) => id)).toEqual(ids);
  });

  test("live in the address and come back from it", () => {
    const filter: ProgrammeFilter = {
      day: "2027-01-11",
      host: "lumen",
      track: "Words & pictures",
      language: "nl",
      free: true,
      view: "list",
    };
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
    expect(filterQuery(none)).toBe("");
  });

  test.each(["?day=yesterday&view=table&free=maybe&host=", "", "?day[]=1"])("read %s as nothing", (query) => {
    expect(readFilter(new URLSearchParams(query))).toEqual(none);
  });

  test("offer what there is, and nothing where all is alike", () => {
    expect(choicesOf(items)).toEqual({
      hosts: [
        { slug: "kade", name: "Kade" },
        { slug: "lumen", name: "Lumen" },
        { slug: "waterland", name: "Waterland" },
      ],
      tracks: ["Craft", "Data"],
      languages: ["en", "nl"],
    });
    expect(choicesOf([items[0]!])).toEqual({ hosts: [], tracks: [], languages: [] });
  });
});

test("days follow each other, with the night belonging to the day before", () => {
  const night = item("night", "23:30", "23:45");
  const tuesday = { ...item("tuesday", "10:00", "11:00"), startsAt: "2027-01-12T10:00:00Z" };
  const days = groupByDay([tuesday, night], "Europe/Amsterdam");
  expect(days.map(({ date, items: found }) => [date, found.map(({ id }) => id)])).toEqual([
    ["2027-01-11", ["night"]],
    ["2027-01-12", ["tuesday"]],
  ]);
});
