import type { Temporal } from "~/platform/time.ts";
import { type Day, dayOf, startOf } from "./entry-time.ts";
import { limits } from "./limits.ts";
import type { ImportedProgramme, ReadLine } from "./programme.ts";
import { durationOf, externalIdOf, nameIn, readEntry } from "./read-entry.ts";
import type { Place, Reason, Refusal } from "./report.ts";
import { capacityOf, colourOf, type Fields, isFields, lineOf, listOf, shorten, zoneOf } from "./values.ts";

export interface Fallbacks {
  language: string;
  timeZone: string;
}

export type ReadSchedule = { ok: true; programme: ImportedProgramme } | { ok: false; refusal: Refusal };

interface Found {
  where: Place;
  day: Day;
  event: unknown;
}

/**
 * Understands a decoded schedule, https://c3voc.de/schedule/schema.json in either spelling, as far as it can be.
 * The same tree always gives the same programme; no tree throws.
 */
export function readSchedule(tree: unknown, fallbacks: Fallbacks): ReadSchedule {
  const conference = conferenceIn(tree);
  if (!conference) return { ok: false, refusal: "notASchedule" };
  const found = entriesIn(conference);
  if (found.length > limits.entries) return { ok: false, refusal: "tooManyEntries" };
  const namedZone = zoneOf(conference.time_zone_name);
  const reader = new EntryReader({ ...fallbacks, timeZone: namedZone ?? fallbacks.timeZone });
  const lines = found.map((entry) => reader.read(entry));
  return {
    ok: true,
    programme: {
      title: shorten(nameIn(conference.title) || lineOf(conference.acronym), limits.name),
      namedZone,
      timeZone: zoneOfTimes(reader.offsets, namedZone, fallbacks.timeZone),
      rooms: roomsIn(conference, lines),
      tracks: tracksIn(conference, lines),
      lines,
    },
  };
}

function conferenceIn(tree: unknown): Fields | null {
  const schedule = isFields(tree) && isFields(tree.schedule) ? tree.schedule : tree;
  const conference = isFields(schedule) && isFields(schedule.conference) ? schedule.conference : null;
  return conference && Array.isArray(conference.days) ? conference : null;
}

function entriesIn(conference: Fields): Found[] {
  return listOf(conference.days).flatMap((day, dayIndex) => {
    const facts = dayOf(isFields(day) ? day : {});
    return roomsOfDay(day).flatMap(([room, events]) => {
      const where = { day: dayIndex + 1, room: shorten(room, limits.room) };
      if (!Array.isArray(events)) return [{ where: { ...where, entry: 0 }, day: facts, event: events }];
      return events.map((event, index) => ({ where: { ...where, entry: index + 1 }, day: facts, event }));
    });
  });
}

/** A day's rooms by name, or as the list of rooms that XML has. */
function roomsOfDay(day: unknown): [string, unknown][] {
  if (!isFields(day)) return [["", day]];
  if (isFields(day.rooms)) return Object.entries(day.rooms).map(([name, events]) => [lineOf(name), events]);
  if (day.rooms !== undefined && !Array.isArray(day.rooms)) return [["", day.rooms]];
  return listOf(day.rooms).map((room) =>
    isFields(room) ? [nameIn(room.name), room.events ?? []] : ["", room],
  );
}

class EntryReader {
  /** Each time that came with an offset, to tell the zone they are in. */
  readonly offsets: { at: Temporal.Instant; offset: string }[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly fallbacks: Fallbacks) {}

  read({ where, day, event }: Found): ReadLine {
    const title = isFields(event) ? nameIn(event.title) : "";
    const left = (reason: Reason): ReadLine => ({
      where,
      title: shorten(title, limits.title),
      entry: null,
      reason,
      externalId: isFields(event) ? externalIdOf(event) : "",
    });
    if (where.entry === 0) return left("notAList");
    if (!isFields(event)) return left("notAnEntry");
    if (title === "") return left("noTitle");
    const start = startOf(event, day, this.fallbacks.timeZone);
    if (typeof start === "string") return left(start);
    const durationMinutes = durationOf(event, start.startsAt);
    if (durationMinutes === "badDuration") return left("badDuration");
    const { startsAt, offset } = start;
    const room = where.room || lineOf(event.room);
    const read = readEntry(event, title, {
      startsAt,
      room,
      durationMinutes,
      language: this.fallbacks.language,
    });
    if (this.seen.has(read.entry.externalId)) return left("duplicate");
    this.remember(event, read.entry.externalId);
    if (offset) this.offsets.push({ at: startsAt, offset });
    return { where, title: read.entry.title, ...read };
  }

  /** The same id with another guid is another entry, such as a talk given twice. */
  private remember(event: Fields, externalId: string) {
    this.seen.add(externalId);
    if (lineOf(event.id)) this.seen.add(lineOf(event.id));
  }
}

/**
 * The zone whose clock shows the offsets that the times carry: the named one, else the reader's.
 * Files that name UTC and write local times are common.
 */
function zoneOfTimes(
  offsets: { at: Temporal.Instant; offset: string }[],
  named: string | null,
  fallback: string,
): string {
  const fits = (zone: string) =>
    offsets.every(({ at, offset }) => at.toZonedDateTimeISO(zone).offset === offset);
  return [named, fallback].find((zone) => zone !== null && fits(zone)) ?? named ?? fallback;
}

/** By name, in the order of the file's list and then of their first entry; real files give two rooms one guid. */
function roomsIn(conference: Fields, lines: ReadLine[]): ImportedProgramme["rooms"] {
  const listed = listOf(conference.rooms).filter(isFields);
  const capacities = new Map(
    listed.map((room) => [shorten(nameIn(room), limits.room), capacityOf(room.capacity)]),
  );
  const used = new Set(lines.map((line) => line.entry?.room ?? ""));
  const names = [...capacities.keys()].filter((name) => used.has(name));
  return [...new Set([...names, ...used])]
    .filter(Boolean)
    .map((name) => ({ name, capacity: capacities.get(name) ?? null }));
}

function tracksIn(conference: Fields, lines: ReadLine[]): ImportedProgramme["tracks"] {
  const listed = listOf(conference.tracks).filter(isFields);
  const colours = new Map(
    listed.map((track) => [shorten(nameIn(track), limits.track), colourOf(track.color)]),
  );
  const used = new Set(lines.map((line) => line.entry?.track ?? ""));
  return [...used].filter(Boolean).map((name) => ({ name, colour: colours.get(name) ?? null }));
}
