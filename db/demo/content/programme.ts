import type { PersonKey } from "./organisations.ts";

export const springTracks = [
  { key: "together", name: "Working together", colour: "#1f6f8b" },
  { key: "craft", name: "Craft", colour: "#a4502f" },
  { key: "data", name: "Data with care", colour: "#6a4c93" },
  { key: "words", name: "Words and pictures", colour: "#c98a12" },
  { key: "green", name: "Green and practical", colour: "#557a32" },
] as const;

export type TrackKey = (typeof springTracks)[number]["key"];

/** Two buildings on one canal, three rooms each. */
export const springVenues = [
  {
    organisation: "waterland",
    name: "De Sluis",
    address: "Sluiskade 4, 1013 AK Amsterdam",
    rooms: [
      { key: "zaal", name: "Grote zaal", capacity: 60, equipment: "Beamer, geluid, podium" },
      { key: "dok", name: "Het dok", capacity: 20, equipment: "Beamer, whiteboard" },
      { key: "kajuit", name: "De kajuit", capacity: 12, equipment: "Whiteboard" },
    ],
    accessibility: "Lift and step-free entrance",
  },
  {
    organisation: "lumen",
    name: "Lichthuis",
    address: "Sluiskade 11, 1013 AL Amsterdam",
    rooms: [
      { key: "prisma", name: "Prisma", capacity: 30, equipment: "Two screens, cameras for hybrid sessions" },
      { key: "atelier", name: "Atelier", capacity: 16, equipment: "Long tables, paper, paint, pin boards" },
      { key: "lens", name: "Lens", capacity: 8, equipment: "One round table" },
    ],
    accessibility: "Ground floor, hearing loop in Prisma",
  },
] as const;

export type RoomKey = (typeof springVenues)[number]["rooms"][number]["key"];

/** Four rounds a day, in which several rooms run at once. */
export const rounds = { A: "10:15", B: "11:45", C: "13:45", D: "15:30" } as const;
export type Round = keyof typeof rounds;

/** Day, round and room: `1A zaal`. */
export type Spot = `${1 | 2}${Round} ${RoomKey}`;

export interface WorkshopContent {
  title: string;
  abstract: string;
  language: "en" | "nl";
  track: TrackKey;
  by: PersonKey[];
  /** People of no organisation of the alliance. */
  guests?: string[];
  /** Twice when it is given twice. */
  at: Spot[];
  minutes: number;
  /** Fewer than the room takes. */
  capacity?: number;
  /** Where a partner is whose clock this session goes by. */
  timeZone?: string;
}

export interface PlenaryContent {
  kind: "plenary" | "break";
  title: string;
  abstract?: string;
  day: 1 | 2;
  time: string;
  minutes: number;
  /** In a room of ours, or somewhere else. */
  room?: RoomKey;
  place?: string;
  allDay?: true;
  by?: PersonKey[];
}

export const plenaryContent: PlenaryContent[] = [
  {
    kind: "plenary",
    title: "Open house: the wall of unfinished work",
    abstract:
      "Drafts, prototypes, half a spreadsheet: hang up what you are working on and read what others left. Walk in whenever you like, on both days.",
    day: 1,
    time: "00:00",
    minutes: 2 * 24 * 60,
    place: "Foyer of Lichthuis",
    allDay: true,
  },
  {
    kind: "break",
    title: "Doors open, coffee",
    day: 1,
    time: "09:00",
    minutes: 30,
    place: "Foyer of De Sluis",
  },
  {
    kind: "plenary",
    title: "Opening: delen is vermenigvuldigen",
    abstract:
      "Anna and Bram open the festival, and eight people tell in one sentence what they came to learn.",
    day: 1,
    time: "09:30",
    minutes: 30,
    room: "zaal",
    by: ["anna", "bram"],
  },
  { kind: "break", title: "Coffee", day: 1, time: "11:30", minutes: 15, place: "Both foyers" },
  {
    kind: "break",
    title: "Lunch on the quay",
    day: 1,
    time: "12:45",
    minutes: 60,
    place: "De Sluis, ground floor",
  },
  { kind: "break", title: "Tea", day: 1, time: "15:15", minutes: 15, place: "Both foyers" },
  { kind: "break", title: "Borrel", day: 1, time: "16:45", minutes: 75, place: "Foyer of De Sluis" },
  { kind: "break", title: "Coffee", day: 2, time: "09:30", minutes: 30, place: "Foyer of De Sluis" },
  { kind: "break", title: "Coffee", day: 2, time: "11:30", minutes: 15, place: "Both foyers" },
  { kind: "break", title: "Soup", day: 2, time: "12:45", minutes: 60, place: "De Sluis, ground floor" },
  { kind: "break", title: "Tea", day: 2, time: "15:15", minutes: 15, place: "Both foyers" },
  {
    kind: "plenary",
    title: "Closing: what will you do on Monday?",
    abstract: "Everybody writes one card. Chloé and Marieke read the best ones aloud.",
    day: 2,
    time: "16:45",
    minutes: 30,
    room: "zaal",
    by: ["chloe", "marieke"],
  },
];
