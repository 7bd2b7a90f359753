import type { PersonKey } from "./organisations.ts";

export interface SeatsContent {
  workshop: string;
  seats: PersonKey[];
  /** In the order of the queue. */
  waiting?: PersonKey[];
}

/** What the people whom the documents name have chosen, the workshop that is full and the one that nearly is. */
export const seatsContent: SeatsContent[] = [
  {
    workshop: "Repair café: bring one broken thing",
    seats: ["grace", "thomas", "lotte", "meike", "pieter", "tom", "eva", "ilse"],
    waiting: ["jelle", "daan", "noor", "priya"],
  },
  {
    workshop: "Twelve ways to say no",
    seats: ["anna", "joris", "sander", "meike", "lotte", "grace", "noor", "eva", "ruben", "yusuf", "marieke"],
  },
  {
    workshop: "Testen met je buurvrouw",
    seats: ["fatima", "sander", "kofi", "sofia", "nadia", "marieke", "thomas", "aisha"],
    waiting: ["lotte", "bas", "jelle"],
  },
  { workshop: "Oefenen met tegenspraak", seats: ["noor"] },
  { workshop: "Toegankelijk schrijven: B1 in de praktijk", seats: ["anna"] },
  { workshop: "Schetsen wat je bedoelt", seats: ["daan"] },
  { workshop: "Breakfast in Brooklyn", seats: ["daan"] },
  { workshop: "Posters with one idea", seats: ["chloe"] },
  { workshop: "Planten die een kantoor overleven", seats: ["chloe"] },
  { workshop: "Prompting without the hype", seats: ["bram"] },
  { workshop: "A year without e-mail on Wednesdays", seats: ["bram"] },
];

/** The workshop in which the same number of seats is kept for each host: some stand empty and some people wait. */
export const keptContent = { workshop: "Testen met je buurvrouw", seats: 3 } as const;

/** Colleagues of two hosts who come together. */
export const partyContent: PersonKey[] = ["daan", "grace"];

/** Their choices are told above and nowhere else. */
export const namedPeople: PersonKey[] = ["anna", "bram", "chloe", "daan"];

/** Who leaves another seat for the one they wait for. */
export const swapContent = {
  person: "noor",
  waitsFor: "Repair café: bring one broken thing",
  givesUp: "Oefenen met tegenspraak",
} as const;

/** Whom organisers signed up, and what they said about it. */
export const placedContent: { workshop: string; person: PersonKey; by: PersonKey; reason: string }[] = [
  {
    workshop: "Twelve ways to say no",
    person: "joris",
    by: "anna",
    reason: "You asked me at the coffee machine, and were on the road when sign-up opened.",
  },
  {
    workshop: "Schetsen wat je bedoelt",
    person: "daan",
    by: "marieke",
    reason: "Je zei bij de lunch dat je deze graag wilde.",
  },
];
