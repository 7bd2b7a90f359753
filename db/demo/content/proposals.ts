import type { ProposalStatus } from "#db/schema/proposals.ts";
import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import type { autumnTracks } from "./autumn.ts";
import type { PersonKey } from "./organisations.ts";

export const autumnFormats = [
  { key: "workshop", name: "Workshop", kind: "workshop", durationMinutes: 60 },
  { key: "long", name: "Lange workshop", kind: "workshop", durationMinutes: 120 },
  { key: "talk", name: "Kort verhaal", kind: "talk", durationMinutes: 20 },
] as const satisfies { key: string; name: string; kind: SessionKind; durationMinutes: number }[];

export const autumnQuestions = [
  {
    key: "before",
    kind: "choice",
    label: "Heb je dit al eens gegeven?",
    hint: "Nog nooit is ook goed: dan zoeken we iemand die met je oefent.",
    required: false,
    options: ["Nog nooit", "Eén keer", "Vaker"],
  },
  { key: "outside", kind: "yes-no", label: "Kan het buiten?", hint: "", required: false, options: [] },
  {
    key: "monday",
    kind: "long-text",
    label: "Wat doet iemand er maandag mee?",
    hint: "Eén zin is genoeg.",
    required: false,
    options: [],
  },
] as const;

export const autumnCallText =
  "Dit najaar gaan we naar buiten. Waar wil jij je collega's mee naartoe nemen?\n\nHet hoeft niet af te zijn: wie nog zoekt, kan met ons oefenen. We lezen alles samen en laten iedereen iets weten.";

export interface ProposalContent {
  by: PersonKey;
  title: string;
  abstract: string;
  language: "en" | "nl";
  format: (typeof autumnFormats)[number]["key"];
  /** Days ago. */
  daysAgo: number;
  track?: (typeof autumnTracks)[number]["key"];
  level?: SessionLevel;
  size?: number;
  topics?: string[];
  equipment?: string;
  notes?: string;
  answers?: { before?: 0 | 1 | 2; outside?: "yes" | "no"; monday?: string };
  /** Who gives it too, or is asked to. */
  with?: { who: PersonKey; status: "invited" | "agreed" | "declined" }[];
  status?: Extract<ProposalStatus, "draft" | "withdrawn">;
}

const nl = "nl" as const;
const en = "en" as const;

/** What colleagues offered since the call opened. */
export const proposalsContent: ProposalContent[] = [
  {
    ...{ by: "daan", language: nl, format: "workshop", daysAgo: 13, track: "field", size: 15 },
    title: "Lopen met een klacht",
    abstract:
      "We lopen een uur met één echte klacht. Wie loopt, luistert beter; dat proberen we uit, in tweetallen.",
    topics: ["luisteren", "klachten"],
    answers: {
      before: 1,
      outside: "yes",
      monday: "Het eerste lastige gesprek van de week wandelend voeren.",
    },
    with: [{ who: "fatima", status: "agreed" }],
  },
  {
    ...{ by: "sofia", language: en, format: "workshop", daysAgo: 12, track: "table", size: 20 },
    title: "Meetings you may leave",
    abstract: "We practise leaving: five small meetings, one rule, and what happens to those who stay.",
    topics: ["meetings"],
    answers: { before: 2, outside: "no", monday: "Leave one meeting, out loud." },
  },
  {
    ...{ by: "pieter", language: nl, format: "talk", daysAgo: 12, track: "desk" },
    title: "De dag dat alles uitviel",
    abstract: "Vierentwintig uur zonder systemen. Wat we misten, en wat we tot onze verbazing niet misten.",
    answers: { before: 0 },
  },
  {
    ...{ by: "lotte", language: nl, format: "long", daysAgo: 11, track: "field", size: 12 },
    title: "Een sloot lezen",
    abstract: "Laarzen aan. In twee uur leer je aan planten en beestjes zien hoe het met een sloot gaat.",
    level: "beginner",
    equipment: "Laarzen, schepnetten, een kraan in de buurt",
    topics: ["water", "kijken"],
    answers: { before: 2, outside: "yes" },
    with: [{ who: "bas", status: "agreed" }],
  },
  {
    ...{ by: "kofi", language: en, format: "workshop", daysAgo: 11, track: "desk", size: 16 },
    title: "Numbers that tell on themselves",
    abstract: "Ten charts from our own reports. Which ones lie, which ones only mumble, and how to ask.",
    level: "advanced",
    equipment: "Beamer",
    topics: ["data"],
    answers: { before: 1, monday: "Ask of one figure: compared to what?" },
  },
  {
    ...{ by: "ilse", language: nl, format: "workshop", daysAgo: 10, track: "table" },
    title: "Brieven die je niet verstuurt",
    abstract: "Je schrijft een boze brief, leest hem voor aan een vreemde, en schrijft daarna de echte.",
    answers: { before: 0, outside: "yes" },
    notes: "Ik heb een stille plek nodig; in De loods lukt dat niet.",
  },
  {
    ...{ by: "tom", language: en, format: "talk", daysAgo: 10, track: "field" },
    title: "What the dike taught our planners",
    abstract:
      "A dike fails at its weakest metre. So does a plan. Three stories from the winter of the high water.",
    answers: { before: 2, outside: "yes" },
  },
  {
    ...{ by: "meike", language: nl, format: "workshop", daysAgo: 9, track: "desk", size: 24 },
    title: "Van twaalf formulieren naar drie",
    abstract: "We leggen twaalf formulieren op de grond en halen er negen weg. Neem er een van jezelf mee.",
    equipment: "Veel vloer",
    topics: ["eenvoud"],
    answers: { before: 1, monday: "Eén formulier minder." },
    with: [
      { who: "yusuf", status: "invited" },
      { who: "noor", status: "declined" },
    ],
  },
  {
    ...{ by: "hannah", language: en, format: "workshop", daysAgo: 9, track: "table", size: 14 },
    title: "Giving feedback to your boss",
    abstract:
      "In threes: one asks, one answers, one watches the time. Everybody has been all three by the end.",
    level: "beginner",
    topics: ["feedback"],
    answers: { before: 2 },
  },
  {
    ...{ by: "jelle", language: nl, format: "long", daysAgo: 8, track: "field", size: 10 },
    title: "Een brug bouwen van niets",
    abstract: "Touw, hout, een sloot en twee uur. Wie leidt er als niemand de baas is?",
    equipment: "Touw, twaalf palen, EHBO",
    topics: ["samenwerken"],
    answers: { before: 1, outside: "yes", monday: "Beginnen voordat het plan klopt." },
    with: [{ who: "daan", status: "invited" }],
  },
  {
    ...{ by: "aisha", language: nl, format: "workshop", daysAgo: 8, track: "table", size: 18 },
    title: "Tolken zonder talen",
    abstract:
      "Je vertelt iets moeilijks aan iemand die het vak niet kent. Een derde vertaalt. Hilarisch en leerzaam.",
    answers: { before: 2, outside: "yes" },
  },
  {
    ...{ by: "nadia", language: en, format: "workshop", daysAgo: 7, track: "field" },
    title: "Sketching for people who cannot draw",
    abstract: "Five minutes a sketch, outside, in pencil. You see more when your hand has to keep up.",
    level: "beginner",
    equipment: "Pencils and boards: I bring them",
    answers: { before: 1, outside: "yes" },
  },
  {
    ...{ by: "sander", language: nl, format: "workshop", daysAgo: 7, track: "desk", size: 20 },
    title: "Je mailbox als moestuin",
    abstract: "Wieden, stekken, laten overwinteren. Na een uur is je mailbox leeg, of weet je waarom niet.",
    topics: ["mail", "eenvoud"],
    answers: { before: 0, monday: "Om tien uur pas de mail open." },
  },
  {
    ...{ by: "marieke", language: nl, format: "talk", daysAgo: 6, track: "table" },
    title: "Twee besturen, één tafel",
    abstract: "Hoe twee organisaties die elkaar niet vertrouwden een jaar lang elke week samen lunchten.",
    answers: { before: 1 },
  },
  {
    ...{ by: "bas", language: nl, format: "workshop", daysAgo: 6, track: "field", size: 12 },
    title: "Knopen voor kantoormensen",
    abstract: "Zeven knopen in een uur, en bij elke knoop een verhaal over vastzitten en loslaten.",
    answers: { before: 2, outside: "yes" },
  },
  {
    ...{ by: "yusuf", language: nl, format: "workshop", daysAgo: 5, track: "desk", size: 16 },
    title: "Een handleiding van één bladzij",
    abstract: "Neem iets mee wat alleen jij kunt. Na een uur kan een collega het ook, van papier.",
    topics: ["overdragen"],
    answers: { before: 1, monday: "Met vakantie kunnen." },
    with: [{ who: "hannah", status: "agreed" }],
  },
  {
    ...{ by: "kofi", language: en, format: "talk", daysAgo: 5, track: "desk" },
    title: "Why the lift is always on the wrong floor",
    abstract: "Twenty minutes about waiting: lifts, buses, helpdesks, and the one trick they share.",
    answers: { before: 2 },
  },
  {
    ...{ by: "fatima", language: nl, format: "long", daysAgo: 4, track: "table", size: 16 },
    title: "Brood bakken en budgetteren",
    abstract:
      "Terwijl het deeg rijst verdelen we een denkbeeldig budget. Wie het laatste woord heeft, kneedt.",
    equipment: "Oven, lange tafels",
    answers: { before: 1, outside: "no" },
  },
  {
    ...{ by: "ruben", language: nl, format: "workshop", daysAgo: 4, track: "desk", size: 30 },
    title: "Nee zeggen met een glimlach",
    abstract: "Twintig verzoeken in een uur. Je mag er drie aannemen.",
    topics: ["grenzen"],
    answers: { before: 2, monday: "Eén keer nee." },
  },
  {
    ...{ by: "sofia", language: en, format: "long", daysAgo: 3, track: "field", size: 14 },
    title: "A silent walk, and what we noticed",
    abstract: "An hour without a word along the water, an hour to compare what each of us saw.",
    answers: { before: 0, outside: "yes" },
    with: [{ who: "lotte", status: "invited" }],
  },
  {
    ...{ by: "joris", language: nl, format: "workshop", daysAgo: 3, track: "field", size: 20 },
    title: "Nachtdienst in het klein",
    abstract:
      "Drie pieptonen, twee meldingen, één kop koffie: wat doe je eerst? Een nacht in zestig minuten.",
    answers: { before: 1, outside: "no", monday: "Weten wie je 's nachts mag bellen." },
  },
  {
    ...{ by: "tom", language: en, format: "workshop", daysAgo: 2, track: "table", size: 12 },
    title: "Retrospectives around a fire",
    abstract:
      "The questions you know, at a fire, in the dark, with marshmallows. People say other things there.",
    equipment: "A fire basket and somebody who may light it",
    answers: { before: 0, outside: "yes" },
  },
  {
    ...{ by: "pieter", language: nl, format: "workshop", daysAgo: 9, status: "withdrawn", track: "desk" },
    title: "Excel voor gevorderden",
    abstract: "Draaitabellen, maar dan met je eigen cijfers.",
    level: "advanced",
    answers: { before: 2 },
  },
  {
    ...{ by: "chloe", language: nl, format: "workshop", daysAgo: 1, status: "draft", track: "table" },
    title: "Koffie zetten als vergadertechniek",
    abstract: "Wie zet, luistert. We zetten samen koffie en",
    with: [{ who: "ilse", status: "invited" }],
  },
];
