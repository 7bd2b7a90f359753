import type { PersonKey } from "./organisations.ts";

export interface IdeaContent {
  title: string;
  abstract: string;
  language: "en" | "nl";
  track: "field" | "desk" | "table";
  by: PersonKey[];
  minutes: number;
  /** Day, time and room once somebody has found a place for it. */
  at?: { day: 1 | 2; time: string; room: "loods" | "zolder" };
}

export const autumnTracks = [
  { key: "field", name: "Out in the field", colour: "#557a32" },
  { key: "desk", name: "At the desk", colour: "#1f6f8b" },
  { key: "table", name: "Around the table", colour: "#8c3b4a" },
] as const;

export const autumnVenue = {
  name: "Het Dijkmagazijn",
  address: "Noorderdijk 1, 1483 GV De Rijp",
  rooms: [
    { key: "loods", name: "De loods", capacity: 80, equipment: "Beamer, geluid", accessibility: "Step-free" },
    {
      key: "zolder",
      name: "De zolder",
      capacity: 18,
      equipment: "Whiteboard",
      accessibility: "Steep stairs, no lift",
    },
  ],
} as const;

/** What has been proposed so far for autumn; half of it has a time. */
export const ideasContent: IdeaContent[] = [
  {
    title: "Wandelend vergaderen over de dijk",
    abstract: "Twee kilometer heen, twee kilometer terug, één besluit. Stevige schoenen, geen papier.",
    language: "nl",
    track: "field",
    by: ["jelle"],
    minutes: 90,
    at: { day: 1, time: "10:30", room: "loods" },
  },
  {
    title: "Waterpeil voor beginners",
    abstract: "Waarom het water hier hoger staat dan jij, en wie er elke nacht op let.",
    language: "nl",
    track: "field",
    by: ["joris", "bas"],
    minutes: 60,
    at: { day: 1, time: "13:30", room: "loods" },
  },
  {
    title: "Handing over in one page",
    abstract: "You leave on Friday. What does your colleague need on Monday? One page, tested on a stranger.",
    language: "en",
    track: "desk",
    by: ["hannah"],
    minutes: 60,
    at: { day: 1, time: "13:30", room: "zolder" },
  },
  {
    title: "The maths of a fair queue",
    abstract: "Bakeries, hospitals, festivals: six queues, and why the fair one is rarely the fast one.",
    language: "en",
    track: "desk",
    by: ["kofi"],
    minutes: 45,
    at: { day: 1, time: "15:00", room: "zolder" },
  },
  {
    title: "Soep koken voor tachtig",
    abstract: "We koken de lunch van de tweede dag, en leren intussen wat een keuken weet van samenwerken.",
    language: "nl",
    track: "table",
    by: ["fatima"],
    minutes: 120,
    at: { day: 2, time: "10:00", room: "loods" },
  },
  {
    title: "Bezwaar maken zonder ruzie",
    abstract: "Een bezwaarschrift is een vraag in een lelijke jas. We trekken hem samen uit.",
    language: "nl",
    track: "table",
    by: ["ruben"],
    minutes: 60,
    at: { day: 2, time: "10:00", room: "zolder" },
  },
  {
    title: "Draw your organisation as a landscape",
    abstract: "Where is the marsh, where is the motorway, and who built that wall?",
    language: "en",
    track: "table",
    by: ["nadia"],
    minutes: 75,
  },
  {
    title: "Vogels tellen in de pauze",
    abstract: "Tien soorten die je vanaf elk kantoor ziet. Verrekijkers zijn er.",
    language: "nl",
    track: "field",
    by: ["lotte"],
    minutes: 45,
  },
  {
    title: "Formulieren die terugpraten",
    abstract: "Een foutmelding is een gesprek. We herschrijven er tien van onszelf.",
    language: "nl",
    track: "desk",
    by: ["meike"],
    minutes: 60,
  },
  {
    title: "What we could stop doing",
    abstract: "Everyone brings one report that nobody reads. By the end, some of them are gone.",
    language: "en",
    track: "desk",
    by: ["tom", "aisha"],
    minutes: 60,
  },
];
