import type { DraftSpeaker } from "#db/schema/festivals.ts";
import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import { isSameSpeaker } from "../../../conflicts/speakers.ts";
import type { Draft } from "../../../draft.ts";
import type { Cells } from "../cells.ts";
import type { Note } from "../line.ts";
import { readTimeFields, type TimeGround } from "./read-time.ts";
import { speakersText } from "./speakers-text.ts";
import { kindFrom, languageFrom, levelFrom } from "./words.ts";

export interface SessionGround extends TimeGround {
  hosts: { id: string; name: string; slug: string }[];
  /** By name and by label, in small letters. */
  rooms: Map<string, { id: string; name: string; capacity: number | null }>;
  /** In small letters. */
  tracks: Map<string, { id: string | null; name: string }>;
  mayMakeTracks: boolean;
  /** Colleagues of the hosts by address. */
  colleagues: Map<string, DraftSpeaker>;
  /** Whose sessions the new ones are where the table does not say. */
  organisationId: string;
  mayGiveTo(organisationId: string): boolean;
}

/** What a row says of a session; undefined where it says nothing. */
export interface SessionValues {
  title?: string;
  kind?: SessionKind;
  abstract?: string;
  organisationId?: string;
  language?: string;
  level?: SessionLevel;
  /** A new track has no id yet. */
  track?: { id: string | null; name: string } | null;
  room?: { id: string; name: string; capacity: number | null } | null;
  place?: string;
  startsLocal?: string | null;
  durationMinutes?: number;
  allDay?: boolean;
  capacity?: number | null;
  speakers?: DraftSpeaker[];
  equipment?: string;
  cancelled?: boolean;
}

const most = { title: 200, abstract: 5000, place: 200, equipment: 2000, track: 80, speaker: 120 };

/** What is wrong goes to the cells' problems; the values are whole only when there is none. */
export function readSession(
  cells: Cells,
  ground: SessionGround,
  before: Draft | null,
): { values: SessionValues; notes: Note[] } {
  const notes: Note[] = [];
  const values: SessionValues = {};
  const put = <Key extends keyof SessionValues>(key: Key, value: SessionValues[Key] | undefined) => {
    if (value !== undefined) values[key] = value;
  };
  put("title", titleIn(cells, before));
  put("kind", chosen(cells, "kind", kindFrom, "unknownKind"));
  put("level", chosen(cells, "level", levelFrom, "unknownLevel"));
  const keptLanguage = (text: string) => (text === before?.language ? text : languageFrom(text));
  put("language", chosen(cells, "language", keptLanguage, "unknownLanguage"));
  put("abstract", cells.words("abstract", most.abstract));
  put("equipment", cells.words("equipment", most.equipment));
  put("capacity", cells.count("capacity", 100_000));
  put("cancelled", cells.yesOrNo("cancelled"));
  put("organisationId", hostIn(cells, ground, before));
  put("track", trackIn(cells, ground, notes));
  put("room", roomIn(cells, ground, before));
  put("place", cells.line("place", most.place));
  put("speakers", speakersIn(cells, ground, before, notes));
  put("allDay", cells.yesOrNo("allDay"));
  Object.assign(
    values,
    readTimeFields(cells, ground, { before, allDay: values.allDay ?? before?.allDay ?? false }),
  );
  if (values.room && values.place) cells.wrong("place", "roomAndPlace");
  return { values, notes };
}

function titleIn(cells: Cells, before: Draft | null): string | undefined {
  const title = cells.line("title", most.title);
  if (title !== undefined && title.length > 1) return title;
  if (title === undefined && (before || cells.problems.length > 0)) return undefined;
  return cells.wrong("title", "missing");
}

/** An empty cell says nothing: these have no way to be empty. */
function chosen<Value>(
  cells: Cells,
  field: "kind" | "level" | "language",
  from: (text: string) => Value | null,
  reason: "unknownKind" | "unknownLevel" | "unknownLanguage",
): Value | undefined {
  const text = cells.text(field);
  return text === "" ? undefined : (from(text) ?? cells.wrong(field, reason));
}

function hostIn(cells: Cells, ground: SessionGround, before: Draft | null): string | undefined {
  const text = cells.line("host", 200)?.toLowerCase();
  if (!text) return before ? undefined : ground.organisationId;
  if (before && text === before.organisation.name.toLowerCase()) return before.organisationId;
  const host = ground.hosts.find(({ name, slug }) => [name.toLowerCase(), slug].includes(text));
  if (!host) return cells.wrong("host", "unknownHost");
  return ground.mayGiveTo(host.id) ? host.id : cells.wrong("host", "notYourHost");
}

function trackIn(
  cells: Cells,
  { tracks, mayMakeTracks }: SessionGround,
  notes: Note[],
): SessionValues["track"] {
  const name = cells.line("track", most.track);
  if (!name) return name === "" ? null : undefined;
  const known = tracks.get(name.toLowerCase());
  if (!known && !mayMakeTracks) return cells.wrong("track", "unknownTrack");
  if (!known?.id) notes.push("newTrack");
  return known ?? { id: null, name };
}

function roomIn(cells: Cells, { rooms }: SessionGround, before: Draft | null): SessionValues["room"] {
  const name = cells.line("room", 300);
  if (!name) return name === "" ? null : undefined;
  const room = rooms.get(name.toLowerCase());
  // It stays in a room that the festival does not use any more.
  if (!room && before?.roomId && before.roomName?.toLowerCase() === name.toLowerCase())
    return { id: before.roomId, name, capacity: null };
  return room ?? cells.wrong("room", "unknownRoom");
}

function speakersIn(
  cells: Cells,
  { colleagues }: SessionGround,
  before: Draft | null,
  notes: Note[],
): DraftSpeaker[] | undefined {
  if (!cells.has("speakers")) return undefined;
  if (before && cells.text("speakers") === speakersText(before.speakers)) return before.speakers;
  const speakers: DraftSpeaker[] = [];
  for (const entry of cells.all("speakers").flatMap(split)) {
    const address = /[^\s<>]+@[^\s<>]+/.exec(entry)?.[0]?.toLowerCase();
    const name = entry.replace(/<?\(?[^\s<>]+@[^\s<>]+\)?>?/, "").trim();
    const colleague = address ? colleagues.get(address) : undefined;
    if (address && !colleague && !name) return cells.wrong("speakers", "unknownSpeaker");
    if (address && !colleague) notes.push("guest");
    const linked = before?.speakers.find((one) => one.name === name);
    const speaker = colleague ?? linked ?? { name, personId: null };
    if (speaker.name.length > most.speaker) return cells.wrong("speakers", "tooLong");
    if (!speakers.some((one) => isSameSpeaker(one, speaker))) speakers.push(speaker);
  }
  return speakers.length > 20 ? cells.wrong("speakers", "tooManySpeakers") : speakers;
}

/** Lines and semicolons part speakers; where there are neither, commas do. */
function split(text: string): string[] {
  const parts = text.split(/\s*[;\n]\s*/).filter(Boolean);
  return parts.length > 1 ? parts : text.split(/\s*[,;\n]\s*/).filter(Boolean);
}
