import { isDeepStrictEqual } from "node:util";
import type { DraftSpeaker, draftSessions } from "#db/schema/festivals.ts";
import { type IsoDate, type IsoDateTime, localOf } from "~/platform/time.ts";
import { programmeDay } from "../programme/days.ts";
import type { ImportedEntry, ImportedProgramme } from "./programme.ts";
import type { Note, ReportLine } from "./report.ts";

export type DraftRow = typeof draftSessions.$inferSelect;

/** What the file says of a session; all else is the organisers' own and stays as they made it. */
export type FileColumns = Pick<
  DraftRow,
  | "title"
  | "abstract"
  | "language"
  | "trackId"
  | "roomId"
  | "place"
  | "startsLocal"
  | "durationMinutes"
  | "allDay"
  | "speakers"
>;

export interface Ground {
  timeZone: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  roomIds: Map<string, string>;
  trackIds: Map<string, string>;
  known: DraftRow[];
  mayEdit(row: DraftRow): boolean;
}

export interface ImportPlan {
  added: (FileColumns & { kind: ImportedEntry["kind"]; externalId: string })[];
  changed: (FileColumns & { id: string })[];
  missing: { id: string; title: string }[];
  lines: ReportLine[];
}

/** What an import has to write: only what is new or differs, and nothing of what another host owns. */
export function planImport(programme: ImportedProgramme, ground: Ground): ImportPlan {
  // Our own files know a session by its id here.
  const known = new Map(ground.known.map((row) => [row.id, row]));
  for (const row of ground.known) if (row.externalId) known.set(row.externalId, row);
  const plan: ImportPlan = { added: [], changed: [], missing: [], lines: [] };
  const seen = new Set(programme.lines.map((line) => (line.entry ?? line).externalId));
  for (const line of programme.lines) {
    const { where, title } = line;
    if (!line.entry) {
      plan.lines.push({ where, title, outcome: "left", reason: line.reason });
      continue;
    }
    const { entry } = line;
    const row = known.get(entry.externalId);
    if (row && !ground.mayEdit(row)) {
      plan.lines.push({ where, title, outcome: "left", reason: "otherHost" });
      continue;
    }
    const columns = columnsOf(entry, row, ground);
    if (!row) plan.added.push({ ...columns, kind: entry.kind, externalId: entry.externalId });
    else if (differs(row, columns)) plan.changed.push({ ...columns, id: row.id });
    plan.lines.push({
      where,
      title,
      outcome: "taken",
      notes: [...line.notes, ...notesOn(entry, columns, ground)],
    });
  }
  plan.missing = ground.known
    .filter((row) => row.externalId && !seen.has(row.externalId) && !row.cancelled && ground.mayEdit(row))
    .map(({ id, title }) => ({ id, title }));
  return plan;
}

function columnsOf(entry: ImportedEntry, row: DraftRow | undefined, ground: Ground): FileColumns {
  const startsLocal = localOf(entry.startsAt, ground.timeZone);
  const roomId = entry.room ? (ground.roomIds.get(entry.room) ?? null) : null;
  return {
    title: entry.title,
    abstract: entry.abstract,
    language: entry.language,
    trackId: entry.track ? (ground.trackIds.get(entry.track) ?? null) : null,
    roomId,
    place: roomId ? "" : placeIn(entry, row),
    startsLocal,
    ...lengthOf(entry, startsLocal, row),
    speakers: entry.speakers.map((name) => speakerNamed(name, row?.speakers ?? [])),
  };
}

/** A place in words stands in a file as if it were a room. */
export const isPlace = (room: string, rows: Pick<DraftRow, "roomId" | "place">[]) =>
  rows.some((row) => row.roomId === null && row.place === room);

function placeIn({ room }: ImportedEntry, row: DraftRow | undefined): string {
  return room ?? row?.place ?? "";
}

const minutesADay = 24 * 60;

/** The format has no word for all day: it is what begins at midnight and lasts whole days. */
function lengthOf({ durationMinutes }: ImportedEntry, startsLocal: IsoDateTime, row: DraftRow | undefined) {
  const allDay = startsLocal.endsWith("T00:00") && durationMinutes % minutesADay === 0;
  const same = allDay && row?.allDay && Math.ceil(row.durationMinutes / minutesADay) * minutesADay;
  return { allDay, durationMinutes: same === durationMinutes && row ? row.durationMinutes : durationMinutes };
}

/** A speaker whom an organiser made out to be a colleague stays one. */
function speakerNamed(name: string, known: DraftSpeaker[]): DraftSpeaker {
  return { name, personId: known.find((speaker) => speaker.name === name)?.personId ?? null };
}

function differs(row: DraftRow, columns: FileColumns): boolean {
  return Object.entries(columns).some(
    ([name, value]) => !isDeepStrictEqual(row[name as keyof FileColumns], value),
  );
}

function notesOn(entry: ImportedEntry, columns: FileColumns, { startsOn, endsOn }: Ground): Note[] {
  const notes: Note[] = [];
  if (entry.track && !columns.trackId) notes.push("noTrack");
  const day = columns.startsLocal ? programmeDay(columns.startsLocal) : startsOn;
  if (day < startsOn || day > endsOn) notes.push("outsideDates");
  return notes;
}
