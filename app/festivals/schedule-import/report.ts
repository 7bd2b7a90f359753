/** Why nothing at all was taken; each has a sentence in the catalogue. */
export type Refusal =
  | "nothingSent"
  | "notAHost"
  | "empty"
  | "tooLarge"
  | "notText"
  | "brokenJson"
  | "brokenXml"
  | "neither"
  | "notASchedule"
  | "tooManyEntries"
  | "nothingToTake";

/** Why one entry was left. */
export type Reason =
  | "notAnEntry"
  | "notAList"
  | "noTitle"
  | "noTime"
  | "badTime"
  | "badDuration"
  | "duplicate"
  | "otherHost";

/** What was mended in an entry that was taken. */
export type Note =
  | "shortened"
  | "noRoom"
  | "noId"
  | "noTrack"
  | "languageAssumed"
  | "durationAssumed"
  | "namelessSpeakers"
  | "outsideDates";

/** Where in the file: the first day, room and entry are 1. The room is empty where the file names none. */
export interface Place {
  day: number;
  room: string;
  entry: number;
}

export type ReportLine = { where: Place; title: string } & (
  | { outcome: "taken"; notes: Note[] }
  | { outcome: "left"; reason: Reason }
);

export interface Report {
  lines: ReportLine[];
  taken: number;
  left: number;
  /** Sessions of an earlier import that this file no longer has; they stay until somebody removes them. */
  missing: { id: string; title: string }[];
  /** The zone the file names, where its times are in another. */
  zone: { named: string; used: string } | null;
}

export type Imported = { ok: true; report: Report } | { ok: false; refusal: Refusal; lines: ReportLine[] };
