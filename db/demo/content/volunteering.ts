import type { PersonKey } from "./organisations.ts";

/** What Chloé might tell one day, in the order in which it came to her. */
export const waitingContent = ["Wat een wachtrij over je zegt", "De beste vraag die ik ooit kreeg"];

/** ISO weekdays of who does not work on all five. */
export const partTimeContent: Partial<Record<PersonKey, number[]>> = {
  hannah: [2, 4, 5],
  jelle: [1, 2, 3, 4],
};

/** New on the roster, who asked for some weeks of peace first. */
export const laterContent: { person: PersonKey; daysAgo: number; inWeeks: number } = {
  person: "lotte",
  daysAgo: 3,
  inWeeks: 10,
};

/** Whom colleagues would like to hear. */
export const nominationContent: {
  by: PersonKey;
  person: PersonKey;
  message: string;
  daysAgo: number;
}[] = [
  {
    by: "chloe",
    person: "aisha",
    message: "Jouw verhaal over de kapotte kaart, in de lift. Dat moeten meer mensen horen!",
    daysAgo: 2,
  },
];
