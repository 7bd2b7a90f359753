import type { SessionKind } from "#db/schema/sessions.ts";
import { type IsoDate, type IsoInstant, localOf, Temporal } from "~/platform/time.ts";
import { type Session, sessionPath } from "~/sessions/session.ts";
import type { Festival } from "../../festival.ts";
import { daysOf } from "../../programme/days.ts";
import { roomLabels } from "../../room-labels.ts";
import type { FestivalRoom } from "../../venues.server.ts";
import { acronymOf, entrySlug, type Person, personGuid, personIds } from "./names.ts";
import { plainAsHtml, wellFormed } from "./texts.ts";

export interface Entry {
  guid: string;
  id: number;
  slug: string;
  url: string;
  kind: SessionKind;
  title: string;
  abstract: string;
  language: string;
  track: string | null;
  /** The name of a room, a place in words, or nothing. */
  room: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  durationMinutes: number;
  persons: Person[];
}

export interface ScheduleDay {
  index: number;
  date: IsoDate;
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  rooms: { name: string; guid: string | null; entries: Entry[] }[];
}

/** A programme as conference apps understand it. */
export interface Schedule {
  /** Number of the release, and when something last changed. */
  version: string;
  url: string;
  title: string;
  acronym: string;
  timeZone: string;
  tracks: { name: string; colour: string }[];
  rooms: { name: string; guid: string; capacity: number | null }[];
  days: ScheduleDay[];
}

export interface ScheduleFacts {
  festival: Pick<Festival, "id" | "slug" | "name" | "startsOn" | "endsOn" | "timeZone">;
  sessions: Session[];
  /** In the order of the grid. */
  rooms: FestivalRoom[];
  release: number;
  lastModified: IsoInstant;
  publicUrl: string;
}

/** No festival is longer, and every day is written out. */
const mostDays = 400;

export function scheduleOf(facts: ScheduleFacts): Schedule {
  const { festival, publicUrl, rooms } = facts;
  const shown = facts.sessions.filter(({ status }) => status !== "cancelled");
  const used = shown.flatMap(({ room }) =>
    room ? [{ id: room.id, name: wellFormed(room.name), venueName: wellFormed(room.venue.name) }] : [],
  );
  const known = rooms.map(({ id, name, venueName }) => ({
    id,
    name: wellFormed(name),
    venueName: wellFormed(venueName),
  }));
  const labels = roomLabels([...new Map([...known, ...used].map((room) => [room.id, room])).values()]);
  const capacities = new Map(rooms.map(({ id, capacity }) => [id, capacity]));
  const tracks = new Map(shown.flatMap(({ track }) => (track ? [[track.id, track] as const] : [])));
  const timeOfChange = localOf(facts.lastModified, festival.timeZone).replace("T", " ");
  return {
    version: `${facts.release} (${timeOfChange})`,
    url: `${publicUrl}/festivals/${festival.slug}`,
    title: wellFormed(festival.name),
    acronym: acronymOf(festival.slug),
    timeZone: festival.timeZone,
    tracks: [...tracks.values()].map(({ name, colour }) => ({ name: wellFormed(name), colour })),
    rooms: [...labels].map(([guid, name]) => ({ guid, name, capacity: capacities.get(guid) ?? null })),
    days: daysWith(entriesOf(shown, labels, facts), labels, festival),
  };
}

interface Placed {
  day: IsoDate;
  allDay: boolean;
  entry: Entry;
}

function entriesOf(
  sessions: Session[],
  labels: Map<string, string>,
  { festival, publicUrl }: ScheduleFacts,
): Placed[] {
  const ids = personIds(
    sessions.flatMap(({ speakers }) => speakers.map((one) => personGuid(festival.id, one))),
  );
  const acronym = acronymOf(festival.slug);
  return sessions.map((session) => {
    const [day = festival.startsOn] = daysOf(session, festival.timeZone);
    const persons = session.speakers.map((speaker) => {
      const guid = personGuid(festival.id, speaker);
      return { guid, id: ids.get(guid) ?? 1, name: wellFormed(speaker.name) };
    });
    const entry: Entry = {
      guid: session.id,
      id: session.number,
      slug: entrySlug(acronym, session),
      url: `${publicUrl}${sessionPath({ ...session, festival })}`,
      kind: session.kind,
      title: wellFormed(session.title),
      abstract: plainAsHtml(wellFormed(session.abstract)),
      language: session.language,
      track: session.track ? wellFormed(session.track.name) : null,
      room: session.roomId ? (labels.get(session.roomId) ?? "") : wellFormed(session.place),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      durationMinutes: minutesOf(session),
      persons,
    };
    return { day, allDay: session.allDay, entry };
  });
}

/** All day is whole days, whatever the clocks do in between. */
function minutesOf({ allDay, durationMinutes }: Session): number {
  return allDay ? Math.max(1, Math.ceil(durationMinutes / 1440)) * 1440 : durationMinutes;
}

/** Every day of the festival, and those that sessions stand on beside them. */
function daysWith(
  placed: Placed[],
  labels: Map<string, string>,
  { startsOn, endsOn, timeZone }: ScheduleFacts["festival"],
): ScheduleDay[] {
  const first = Temporal.PlainDate.from(startsOn);
  const count = Math.min(first.until(endsOn, { largestUnit: "day" }).days + 1, mostDays);
  const own = Array.from({ length: Math.max(count, 1) }, (_, index) => first.add({ days: index }).toString());
  const dates = [...new Set([...own, ...placed.map(({ day }) => day)])].sort();
  const guids = new Map([...labels].map(([guid, name]) => [name, guid]));
  return dates.map((date, index) => {
    const here = placed.filter(({ day }) => day === date);
    const names = [...new Set([...guids.keys(), ...here.map(({ entry }) => entry.room)])];
    // What lasts all day begins at midnight, before the programme of its day does.
    const start = here.some(({ allDay }) => allDay) ? "00:00" : "04:00";
    return {
      index: index + 1,
      date,
      start: Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: start }),
      end: Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: "04:00" }),
      rooms: names
        .map((name) => ({
          name,
          guid: guids.get(name) ?? null,
          entries: here.filter(({ entry }) => entry.room === name).map(({ entry }) => entry),
        }))
        .filter(({ entries }) => entries.length > 0),
    };
  });
}
