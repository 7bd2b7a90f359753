import type { SessionKind } from "#db/schema/sessions.ts";
import type { IsoInstant } from "~/platform/time.ts";
import type { Note, Place, Reason } from "./report.ts";

export interface ImportedEntry {
  /** Its guid, else its id: by this it is known again at the next import. */
  externalId: string;
  kind: SessionKind;
  title: string;
  abstract: string;
  language: string;
  track: string | null;
  room: string | null;
  startsAt: IsoInstant;
  durationMinutes: number;
  speakers: string[];
}

export type ReadLine = { where: Place; title: string } & (
  | { entry: ImportedEntry; notes: Note[] }
  /** With the id, where it has one, by which an earlier import knows it. */
  | { entry: null; reason: Reason; externalId: string }
);

/** A schedule file, understood as far as it can be. */
export interface ImportedProgramme {
  title: string;
  /** The zone the file names. */
  namedZone: string | null;
  /** The zone that its times are really in. */
  timeZone: string;
  rooms: { name: string; capacity: number | null }[];
  tracks: { name: string; colour: string | null }[];
  /** One an entry, in the order of the file. */
  lines: ReadLine[];
}
