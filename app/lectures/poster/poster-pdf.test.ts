import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesIn, textOf } from "#tests/support/pdf.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import type { Poster } from "./poster.ts";
import { posterPdf } from "./poster-pdf.server.ts";
import { posterWords } from "./poster-words.ts";

const line = (topic: string, speaker: string | null = "José Ångström"): Poster["lines"][number] => ({
  date: "2026-11-26",
  topic,
  speaker,
  organisation: "Waterland",
  isOpenFloor: false,
  startsAt: "2026-11-26T09:30:00Z",
  time: null,
  place: null,
});

const poster = (changes: Partial<Poster> = {}): Poster => ({
  name: "Koffiepraatjes",
  slug: "koffie",
  place: "Bij de koffieautomaat",
  weekday: 4,
  localTime: "10:30",
  timeZone: "Europe/Amsterdam",
  minutes: 10,
  houseRules: "No devices\nNiet zitten",
  hosts: [{ id: "1", slug: "waterland", name: "Waterland", colour: "#1d6f8f" }],
  lines: [line("Wat een tolk hoort en jij niet")],
  asOf: "2026-11-25",
  subscribeUrl: "https://percolate.example/lectures/koffie#subscribe",
  joinUrl: "https://percolate.example/lectures/koffie/join",
  ...changes,
});

const draw = (changes: Partial<Poster> = {}, locale: "nl" | "en" = "nl") =>
  posterPdf(posterWords(poster(changes), getText(locale)), { locale, asOf: "2026-11-25", compress: false });

test("says what the poster says, in its language, on one page", async () => {
  const pdf = await draw();
  expect(pagesIn(pdf)).toBe(1);
  const text = textOf(pdf);
  for (const part of [
    "Koffiepraatjes",
    "Elke donderdag om 10:30",
    "Bij de koffieautomaat · 10 minuten",
    "Geen apparaten · Niet zitten",
    "do 26 nov",
    "Wat een tolk hoort en jij niet",
    "José Ångström, Waterland",
    "percolate.example/lectures/koffie/join",
    "Stand van 25 november 2026",
  ]) {
    expect(text).toContain(part);
  }
  const raw = pdf.toString("latin1");
  expect(raw).toContain("/Lang (nl)");
  expect(raw).toContain("(Koffiepraatjes)");
  expect(raw).toMatch(/\/FontFile2/);
});

test("in English it speaks English", async () => {
  const text = textOf(await draw({}, "en"));
  expect(text).toContain("Every Thursday at 10:30");
  expect(text).toContain("No devices · No sitting");
});

test.each([
  ["Dutch and French", "Één naïeve reünie: «ça va, œuvre, Noël» – €5"],
  ["Polish, Czech and Turkish", "Zażółć gęślą jaźń, příliš žluťoučký kůň, ığdır"],
  ["Greek and Bulgarian", "Ελληνικός καφές и кафе"],
])("letters of %s are there", async (_, topic) => {
  expect(textOf(await draw({ lines: [line(topic)] })).replaceAll("\n", " ")).toContain(topic);
});

test.each(["😀👩‍👩‍👧‍👦", "שלום עולם", "مرحبا", "漢字", "\u202eabc\u202c", "a\u0301\u0302\u0303", "\ud800"])(
  "%j does no harm",
  async (topic) => {
    expect(pagesIn(await draw({ name: topic, place: topic, lines: [line(topic, topic)] }))).toBe(1);
  },
);

test("as many words as may be typed still make one page", async () => {
  const long = (count: number) => "Donaudampfschifffahrtsgesellschaft ".repeat(20).slice(0, count);
  const unbroken = "W".repeat(160);
  const pdf = await draw({
    name: long(120),
    place: long(200),
    houseRules: Array.from({ length: 12 }, (_, i) => `${i} ${long(38)}`).join("\n"),
    hosts: Array.from({ length: 20 }, (_, i) => ({
      id: `${i}`,
      slug: `${i}`,
      name: long(80),
      colour: "#000000",
    })),
    lines: Array.from({ length: 4 }, () => line(unbroken, long(80))),
  });
  expect(pagesIn(pdf)).toBe(1);
  expect(textOf(pdf).match(/do 26 nov/g)).toHaveLength(4);
});

test("whatever is typed makes one page", async () => {
  const text = fc.string({ unit: "binary", maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, topic, rules) => {
      expect(pagesIn(await draw({ name, houseRules: rules, lines: [line(topic, name)] }))).toBe(1);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("the same words are the same bytes", async () => {
  expect((await draw()).equals(await draw())).toBe(true);
});

test("without a lecture it says so", async () => {
  expect(textOf(await draw({ lines: [] }))).toContain("Er is nog geen praatje gepland.");
});
