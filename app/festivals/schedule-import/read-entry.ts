import type { SessionKind } from "#db/schema/sessions.ts";
import { plainText } from "~/platform/plain-text.ts";
import type { Instant } from "~/platform/time.ts";
import { limits } from "./limits.ts";
import type { ImportedEntry } from "./programme.ts";
import type { Note } from "./report.ts";
import {
  type Fields,
  instantOf,
  isFields,
  languageOf,
  lineOf,
  minutesOf,
  shorten,
  textOf,
} from "./values.ts";

/** What frab and pretalx call things, by the first that fits. */
const kinds: [RegExp, SessionKind][] = [
  [/\b(break|pause|pauze|lunch|dinner|coffee|koffie)\b/, "break"],
  [/\b(keynote|plenary|plenair|opening|closing|ceremony)\b/, "plenary"],
  [/workshop|hands.?on|tutorial|training|meeting|discussion|meetup|game/, "workshop"],
];
/** Where neither a duration nor an end is given. */
const assumedMinutes = 60;

export interface EntryFacts {
  startsAt: Instant;
  room: string;
  durationMinutes: number | null;
  language: string;
}

/** An entry with a title and a time; everything else is optional and mended as far as it can be. */
export function readEntry(
  event: Fields,
  title: string,
  facts: EntryFacts,
): { entry: ImportedEntry; notes: Note[] } {
  const notes = new Set<Note>();
  const short = (text: string, length: number) => {
    if (text.length > length) notes.add("shortened");
    return shorten(text, length);
  };
  const language = languageOf(event.language);
  const room = short(facts.room, limits.room);
  const speakers = speakersOf(event.persons);
  const id = externalIdOf(event);
  if (!language) notes.add("languageAssumed");
  if (!room) notes.add("noRoom");
  if (!id) notes.add("noId");
  if (facts.durationMinutes === null) notes.add("durationAssumed");
  if (speakers.nameless > 0) notes.add("namelessSpeakers");
  if (speakers.names.length > limits.speakers) notes.add("shortened");
  const entry: ImportedEntry = {
    externalId: shorten(id || `${facts.startsAt} ${room} ${title}`, limits.externalId),
    kind: kindOf(lineOf(event.type)),
    title: short(title, limits.title),
    abstract: short(abstractOf(event), limits.abstract),
    language: language ?? facts.language,
    track: short(nameIn(event.track), limits.track) || null,
    room: room || null,
    startsAt: facts.startsAt.toString(),
    durationMinutes: facts.durationMinutes ?? assumedMinutes,
    speakers: speakers.names.slice(0, limits.speakers).map((name) => short(name, limits.name)),
  };
  return { entry, notes: [...notes] };
}

/** Minutes from its duration, else up to its end; null when it has neither; "badDuration" when it cannot be that. */
export function durationOf(event: Fields, startsAt: Instant): number | null | "badDuration" {
  const minutes = minutesOf(event.duration);
  if (minutes !== null) return minutes;
  const end = instantOf(event.end);
  if (end) return minutesOf(Math.floor(startsAt.until(end).total("minutes"))) ?? "badDuration";
  return lineOf(event.duration) === "" && lineOf(event.end) === "" ? null : "badDuration";
}

/** A guid belongs to one entry in the world; an id or a code at least within its file. */
export function externalIdOf(event: Fields): string {
  const id = lineOf(event.guid).toLowerCase() || lineOf(event.id) || lineOf(event.code) || lineOf(event.slug);
  return shorten(id, limits.externalId);
}

/** A name, also where it is given in several languages: `{ "en": "Design" }`. */
export function nameIn(value: unknown): string {
  if (!isFields(value)) return lineOf(value);
  return lineOf(value.name) || lineOf(value.en) || (Object.values(value).map(lineOf).find(Boolean) ?? "");
}

function kindOf(type: string): SessionKind {
  return kinds.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1] ?? "talk";
}

function abstractOf(event: Fields): string {
  const parts = [event.subtitle, event.abstract, event.description].map((part) => plainText(textOf(part)));
  return [...new Set(parts)].filter(Boolean).join("\n\n");
}

function speakersOf(persons: unknown): { names: string[]; nameless: number } {
  const list = Array.isArray(persons) ? persons : isFields(persons) ? [persons] : [];
  const names = list.map(speakerName);
  return { names: [...new Set(names.filter(Boolean))], nameless: names.filter((name) => name === "").length };
}

function speakerName(person: unknown): string {
  if (!isFields(person)) return lineOf(person);
  return lineOf(person.full_public_name) || lineOf(person.public_name) || nameIn(person.name);
}
