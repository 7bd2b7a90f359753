import type { PersonKey } from "./organisations.ts";

/** What last week's speaker left; whatever the topic was. */
export const notesContent = `Dank voor jullie vragen bij de machine! Hier is wat ik niet meer kwijt kon in tien minuten.

Begin klein: kies één ding dat je deze week anders doet, en vertel volgende week bij de koffie wat het je bracht.

The short version in English: try one thing for a week, and tell somebody.`;

export const linksContent = [
  { title: "The talk written out, with the drawings", url: "https://waterland.example/notes/coffee" },
  { title: "Boekenlijstje", url: "https://waterland.example/boeken" },
];

/** Who said thanks, in the order they did. */
export const thanksContent: { person: PersonKey; message: string }[] = [
  { person: "daan", message: "Meteen geprobeerd. Het werkt!" },
  { person: "aisha", message: "" },
  { person: "tom", message: "Ten minutes well spent." },
  { person: "lotte", message: "" },
  { person: "grace", message: "I told my team about it the same afternoon." },
  { person: "sander", message: "" },
];

export const questionsContent: { person: PersonKey; question: string; answer: string }[] = [
  {
    person: "tom",
    question: "How did you get your first colleague to join in?",
    answer: "I asked for help with something I could not do myself. Nobody says no to that.",
  },
  { person: "daan", question: "Wat zou je een volgende keer anders doen?", answer: "" },
];

export const learningsContent: { person: PersonKey; what: string }[] = [
  { person: "daan", what: "Dat je klein mag beginnen." },
  { person: "grace", what: "" },
  { person: "aisha", what: "Vragen werkt beter dan uitleggen." },
];
