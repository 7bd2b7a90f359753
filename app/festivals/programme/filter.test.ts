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
  level: null,
  kind: null,
  free: false,
  favourites: false,
  q: null,
  view: null,
  print: false,
};
const lumen = { host: { slug: "lumen", name: "Lumen", colour: "#aa7700" } };

const items = [
  item("opening", "09:00", "10:00", { kind: "plenary", seatsLeft: null }),
  item("craft", "10:00", "11:00", {
    track: "Craft",
    language: "nl",
    level: "beginner",
    favourite: true,
    text: "creme brulee maken\nanna",
    ...lumen,
  }),
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
    ["a level", { level: "beginner" }, ["craft"]],
    ["a kind", { kind: "plenary" }, ["opening"]],
    ["what was marked", { favourites: true }, ["craft"]],
    ["every word, whatever its case and accents", { q: " Anna  CRÈME " }, ["craft"]],
    ["words that are not all there", { q: "anna soup" }, []],
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
      level: "beginner",
      kind: "talk",
      free: true,
      favourites: true,
      q: "crème & more",
      view: "list",
      print: true,
    };
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
    expect(filterQuery(none)).toBe("");
    const chosen = { ...none, day: "all", view: "grid" } as const;
    expect(filterQuery(chosen)).toBe("?day=all&view=grid");
    expect(readFilter(new URLSearchParams("day=all&view=grid"))).toEqual(chosen);
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
      levels: ["all", "beginner"],
      kinds: ["plenary", "workshop"],
    });
    expect(choicesOf([items[0]!])).toEqual({
      hosts: [],
      tracks: [],
      languages: [],
      levels: [],
      kinds: [],
    });
  });
});

test("days follow each other, with the night belonging to the day before", () => {
  const night = item("night", "23:30", "23:45");
  const tuesday = item("tuesday", "10:00", "11:00", { days: ["2027-01-12"] });
  const days = groupByDay([tuesday, night]);
  expect(days.map(({ date, items: found }) => [date, found.map(({ id }) => id)])).toEqual([
    ["2027-01-11", ["night"]],
    ["2027-01-12", ["tuesday"]],
  ]);
});
