import type { Field } from "./fields.ts";

/** Why a row cannot be taken; each has a sentence in the catalogue. */
export type Reason =
  | "missing"
  | "tooLong"
  | "unknownKind"
  | "unknownLevel"
  | "unknownLanguage"
  | "unknownHost"
  | "unknownRoom"
  | "unknownTrack"
  | "unknownRole"
  | "unknownSpeaker"
  | "unknownAnswer"
  | "roomAndPlace"
  | "badDate"
  | "ambiguousDate"
  | "badTime"
  | "noDate"
  | "noTime"
  | "badDuration"
  | "badNumber"
  | "badEmail"
  | "otherHost"
  | "notYourHost"
  | "duplicate"
  | "timeNeeded"
  | "seatsTaken"
  | "tooManySpeakers"
  | "elsewhere"
  | "whichBuilding";

export interface Problem {
  field: Field;
  /** What stands in the cell. */
  value: string;
  reason: Reason;
}

/** What is worth knowing of a row that is taken. */
export type Note = "outsideDates" | "guest" | "newTrack" | "alreadyInvited" | "alreadyMember" | "newBuilding";

export type Outcome = "new" | "changed" | "same" | "left";

/** What becomes of one row. */
export interface Line {
  row: number;
  /** What it is called in the report. */
  title: string;
  outcome: Outcome;
  /** What differs from what is there already. */
  changes: Field[];
  problems: Problem[];
  notes: Note[];
  /** How it would be, field by field, in the reader's words. */
  shown: Partial<Record<Field, string>>;
}

export interface Counts {
  new: number;
  changed: number;
  same: number;
  left: number;
}

export function countLines(lines: Pick<Line, "outcome">[]): Counts {
  const counts: Counts = { new: 0, changed: 0, same: 0, left: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}
