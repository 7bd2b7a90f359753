import type { PersonKey } from "./organisations.ts";

/** A place on the roster; who has it is cast afterwards. */
export interface SlotContent {
  /** Which of the organisations, of four. */
  group: 0 | 1 | 2 | 3;
  /** Weeks before today; from the first week when left out. */
  joined?: number;
  left?: number;
  /** From so many weeks before today, negative when still to come, for so many weeks. */
  away?: { from: number; weeks: number; note: string }[];
}

/** Sixteen colleagues, four of each organisation: one has left, one came half-way, one came last week. */
export const rosterContent: SlotContent[] = [
  { group: 0 },
  { group: 0, away: [{ from: 20, weeks: 2, note: "Bij familie" }] },
  { group: 0, away: [{ from: 40, weeks: 4, note: "Sabbatical, a short one" }] },
  { group: 0, left: 14 },
  { group: 1, away: [{ from: -2, weeks: 1, note: "Studiedagen" }] },
  { group: 1, away: [{ from: 27, weeks: 3, note: "Project in Göteborg" }] },
  { group: 1 },
  { group: 1, joined: 1 },
  { group: 2, away: [{ from: 34, weeks: 12, note: "Ouderschapsverlof" }] },
  { group: 2, away: [{ from: 12, weeks: 3, note: "Op vakantie" }] },
  { group: 2 },
  { group: 2, away: [{ from: 45, weeks: 2, note: "Cursus" }] },
  { group: 3 },
  { group: 3, joined: 30 },
  { group: 3, away: [{ from: 9, weeks: 2, note: "Op reis" }] },
  { group: 3, away: [{ from: 31, weeks: 2, note: "Moving house" }] },
];

/** The weeks, counted from the first, in which the first to be asked could not, and how they said so. */
export const declineContent: Record<number, string[]> = {
  6: ["Ik ben die dag in Groningen."],
  13: ["Quarter end, sorry. Ask me again!"],
  22: ["Liever na de vakantie.", "Workshop bij een klant."],
  31: ["No voice this week."],
  39: ["Examens van mijn dochter."],
};

/** The week, counted from the first, in which nobody showed up to speak. */
export const noShowWeek = 17;

/** Who comes to the next lecture. */
export const audienceContent: PersonKey[] = ["daan", "anna", "lotte", "aisha", "tom", "grace", "sander"];
