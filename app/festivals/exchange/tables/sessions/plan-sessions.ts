import type { TableRow } from "~/platform/tables/table.ts";
import type { DraftPatch, NewDraftRow } from "../../../draft-edits.server.ts";
import { programmeDay } from "../../../programme/days.ts";
import { Cells } from "../cells.ts";
import type { Field } from "../fields.ts";
import type { Line } from "../line.ts";
import type { Columns } from "../match-columns.ts";
import { finderIn, type KnownDraft, titleKey } from "./find-before.ts";
import { readSession, type SessionGround, type SessionValues } from "./read-session.ts";
import type { ShowSession } from "./show-session.ts";

export interface SessionsGround extends SessionGround {
  language: string;
  drafts: KnownDraft[];
  mayEdit(draft: KnownDraft): boolean;
  show: ShowSession;
}

type Draft = Omit<NewDraftRow, "id" | "proposalId" | "trackId">;
/** A track that is still to be made stands by its name. */
type Tracked<Row> = Row & { track?: SessionValues["track"] };

export interface SessionsPlan {
  lines: Line[];
  added: Tracked<Draft>[];
  changed: { draft: KnownDraft; patch: Tracked<DraftPatch> }[];
}

const defaults = {
  kind: "workshop",
  level: "all",
  durationMinutes: 60,
  allDay: false,
  abstract: "",
} as const;

/** What every row would do to the draft. Nothing is asked of the database: all it needs stands in the ground. */
export function planSessions(rows: TableRow[], columns: Columns, ground: SessionsGround): SessionsPlan {
  const plan: SessionsPlan = { lines: [], added: [], changed: [] };
  const all = rows.map((row) => ({ row, cells: new Cells(row, columns) }));
  const twins = new Map<string, number>();
  for (const { cells } of all) twins.set(titleKey(cells), (twins.get(titleKey(cells)) ?? 0) + 1);
  const finder = finderIn(ground.drafts, ground);
  const keys = new Set<string>();
  for (const { row, cells } of all) {
    const draft = finder.find(cells, twins);
    const { values, notes } = readSession(cells, ground, draft);
    checkRow(cells, values, { draft, ground, keys });
    const patch = draft ? patchOf(values, draft) : null;
    const line: Line = {
      row: row.number,
      title: values.title ?? draft?.title ?? cells.text("title"),
      outcome: "same",
      changes: patch?.changes ?? [],
      problems: cells.problems,
      notes: isOutside(values.startsLocal, ground) ? [...notes, "outsideDates"] : notes,
      shown: ground.show({ ...(draft ?? defaults), ...values }, draft),
    };
    if (cells.problems.length > 0) line.outcome = "left";
    else if (draft && patch && patch.changes.length > 0) {
      line.outcome = "changed";
      plan.changed.push({ draft, patch: patch.columns });
    } else if (!draft) {
      line.outcome = "new";
      plan.added.push(newRow(values, cells.text("key"), ground));
    }
    plan.lines.push(line);
  }
  return plan;
}

function checkRow(
  cells: Cells,
  values: SessionValues,
  { draft, ground, keys }: { draft: KnownDraft | null; ground: SessionsGround; keys: Set<string> },
): void {
  const key = cells.text("key");
  if (key.length > 200) cells.wrong("key", "tooLong");
  if (key !== "" && keys.has(key)) cells.wrong("key", "duplicate");
  keys.add(key);
  if (!draft) return;
  if (!ground.mayEdit(draft)) cells.wrong("title", "otherHost");
  if (draft.released && values.startsLocal === null) cells.wrong("date", "timeNeeded");
  if (draft.released && values.capacity && values.capacity < draft.seatsTaken)
    cells.wrong("capacity", "seatsTaken");
}

function newRow(values: SessionValues, key: string, ground: SessionsGround): Tracked<Draft> {
  const { room, speakers, ...rest } = values;
  const kind = values.kind ?? defaults.kind;
  const seats = kind === "workshop" || kind === "talk" ? (room?.capacity ?? null) : null;
  return {
    ...defaults,
    language: ground.language,
    title: "",
    organisationId: ground.organisationId,
    ...rest,
    roomId: room?.id ?? null,
    capacity: values.capacity ?? seats,
    speakers: speakers ?? [],
    externalId: key === "" ? null : key,
  };
}

const columnsOf: [keyof SessionValues & keyof KnownDraft, Field][] = [
  ["title", "title"],
  ["kind", "kind"],
  ["abstract", "abstract"],
  ["organisationId", "host"],
  ["language", "language"],
  ["level", "level"],
  ["place", "place"],
  ["startsLocal", "date"],
  ["durationMinutes", "duration"],
  ["allDay", "allDay"],
  ["capacity", "capacity"],
  ["speakers", "speakers"],
  ["equipment", "equipment"],
  ["cancelled", "cancelled"],
];

/** A cell loses spaces at its ends and ends of lines of its own kind; that is no change. */
function isSame(value: unknown, known: unknown): boolean {
  const plain = (one: unknown) =>
    JSON.stringify(typeof one === "string" ? one.replace(/\s+/g, " ").trim() : one);
  return plain(value) === plain(known);
}

/** What differs from the draft as it is. */
function patchOf(values: SessionValues, draft: KnownDraft) {
  const columns: Tracked<DraftPatch> = {};
  const changes: Field[] = [];
  for (const [key, field] of columnsOf) {
    const value = values[key];
    if (value === undefined || isSame(value, draft[key])) continue;
    Object.assign(columns, { [key]: value });
    changes.push(field);
  }
  const { room, track } = values;
  if (room !== undefined && (room?.id ?? null) !== draft.roomId) {
    columns.roomId = room?.id ?? null;
    changes.push("room");
  }
  // A room takes the place of a place in words.
  if (room && draft.place !== "" && values.place === undefined) columns.place = "";
  if (track !== undefined && (track?.name ?? null) !== draft.trackName) {
    columns.track = track;
    changes.push("track");
  }
  return { columns, changes };
}

function isOutside(startsLocal: string | null | undefined, { startsOn, endsOn }: SessionsGround): boolean {
  if (!startsLocal) return false;
  const day = programmeDay(startsLocal);
  return day < startsOn || day > endsOn;
}
