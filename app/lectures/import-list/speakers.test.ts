import { describe, expect, test } from "vitest";
import type { ListRow } from "./read-list.ts";
import { speakerChoices } from "./speaker-options.ts";
import {
  type Colleague,
  choiceValue,
  findSpeakers,
  plainPerson,
  readChoice,
  speakerKey,
} from "./speakers.ts";

const waterland = { id: "w", name: "Waterland", slug: "waterland" };
const lumen = { id: "l", name: "Lumen Labs", slug: "lumen" };
const colleague = (personId: string, name: string, organisation: Colleague["organisation"]): Colleague => ({
  ...{ personId, name, organisation, email: `${personId}@${organisation?.slug}.example`, isMember: false },
});
const colleagues = [
  colleague("anna", "Anna de Vries", waterland),
  colleague("sam1", "Sam Mulder", waterland),
  colleague("sam2", "Sam Mulder", lumen),
  colleague("zoe", "Zoë Bakker", lumen),
];
const row = (speaker: string, email = "", organisation = ""): ListRow => ({
  ...{ number: 2, date: "2025-01-09", dateText: "", topic: "", problem: null, speaker, email, organisation },
});
const find = (one: ListRow, chosen?: string) =>
  findSpeakers([one], colleagues, new Map(chosen === undefined ? [] : [[speakerKey(one), chosen]]))[0]!;
const chosenFor = (one: ListRow, chosen?: string) => choiceValue(find(one, chosen).choice);

describe("a name in the list", () => {
  test.each([
    ["by name", row("anna DE vries"), "anna", "name"],
    ["by name the other way round", row("de Vries, Anna"), "anna", "name"],
    ["by name without its marks", row("Zoe Bakker"), "zoe", "name"],
    ["by address, whatever the name", row("Annie", "anna@waterland.example"), "anna", "email"],
    ["by name where the address is unknown", row("Anna de Vries", "anna@home.example"), "anna", "name"],
    ["by name and organisation", row("Sam Mulder", "", "lumen labs"), "sam2", "name"],
    ["as nobody while there are several", row("Sam Mulder"), "", "name"],
    ["as nobody when the organisation does not tell", row("Sam Mulder", "", "Other"), "", "name"],
    ["as a guest", row("Iris from elsewhere"), "guest", null],
  ] as const)("is found %s", (_, one, value, foundBy) => {
    expect(chosenFor(one)).toBe(value);
    expect(find(one).foundBy).toBe(foundBy);
  });

  test.each([
    ["sam2", "sam2"],
    ["sam1:former", "sam1:former"],
    ["guest", "guest"],
    ["", ""],
    ["somebody", ""],
    ["sam1:king", ""],
  ])("for which %j was chosen is %j", (chosen, value) => {
    expect(chosenFor(row("Sam Mulder"), chosen)).toBe(value);
  });

  test("counts its talks once, however it is written, and apart from a namesake elsewhere", () => {
    const speakers = findSpeakers(
      [row("Anna de Vries"), row("DE VRIES, Anna"), row("Anna de Vries", "", "Elsewhere")],
      colleagues,
      new Map(),
    );
    expect(speakers.map(({ talks }) => talks)).toEqual([2, 1]);
  });
});

test.each([
  ["Änna  Jansen", "anna jansen"],
  ["Jansen, Anna", "anna jansen"],
  ["O'Brien", "o brien"],
])("%s is plainly %s", (name, plain) => {
  expect(plainPerson(name)).toBe(plain);
});

test("who is not recognised can be any colleague of one's own, and no list of a partner's is shown", () => {
  const [unknown] = speakerChoices({ speakers: [find(row("Iris"))], colleagues }, "w");
  expect(unknown?.options.map(({ value, beside }) => [value, beside])).toEqual([
    ["anna", ["Waterland"]],
    ["sam1", ["Waterland"]],
  ]);
  const [several] = speakerChoices({ speakers: [find(row("Sam Mulder"))], colleagues }, "w");
  expect(several?.options.map(({ value, beside }) => [value, beside])).toEqual([
    ["sam1", ["Waterland", "sam1@waterland.example"]],
    ["sam1:former", ["Waterland", "sam1@waterland.example"]],
    ["sam2", ["Lumen Labs"]],
    ["sam2:former", ["Lumen Labs"]],
  ]);
});

test("only people that can be meant can be chosen", () => {
  expect(readChoice("anna", [])).toBeNull();
  expect(readChoice(undefined, colleagues)).toBeNull();
});
