import { product } from "~/platform/product.ts";
import type { IsoInstant, Temporal } from "~/platform/time.ts";
import type { Entry, Schedule } from "./schedule.ts";
import { hoursAndMinutes, inZone } from "./times.ts";

/** The schema knows `Region/City` and UTC alone; other names are left out, and offsets stand in every time. */
const zonePattern = /^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/;

/** `schedule.json` as https://c3voc.de/schedule/schema.json wants it. */
export function scheduleJson(schedule: Schedule): string {
  const { version, url, title, acronym, timeZone, tracks, rooms, days } = schedule;
  return JSON.stringify({
    $schema: "https://c3voc.de/schedule/schema.json",
    generator: { name: product.name },
    schedule: {
      url: `${url}/schedule.json`,
      version,
      conference: {
        acronym,
        title,
        start: days[0]?.date,
        end: days.at(-1)?.date,
        daysCount: days.length,
        timeslot_duration: "00:05",
        ...(zonePattern.test(timeZone) ? { time_zone_name: timeZone } : {}),
        url,
        tracks: tracks.map(({ name, colour }) => ({ name, color: colour })),
        rooms,
        days: days.map(({ index, date, start, end, rooms: used }) => ({
          index,
          date,
          day_start: offsetTime(start),
          day_end: offsetTime(end),
          rooms: Object.fromEntries(
            used.map(({ name, entries }) => [name, entries.map((entry) => eventOf(entry, timeZone))]),
          ),
        })),
      },
    },
  });
}

function eventOf(entry: Entry, timeZone: string) {
  const at = (instant: IsoInstant) => offsetTime(inZone(instant, timeZone));
  return {
    guid: entry.guid,
    id: entry.id,
    slug: entry.slug,
    url: entry.url,
    date: at(entry.startsAt),
    start: inZone(entry.startsAt, timeZone).toPlainTime().toString({ smallestUnit: "minute" }),
    end: at(entry.endsAt),
    duration: hoursAndMinutes(entry.durationMinutes),
    room: entry.room,
    title: entry.title,
    subtitle: "",
    track: entry.track,
    type: entry.kind,
    language: entry.language,
    abstract: entry.abstract,
    description: "",
    persons: entry.persons,
    links: [],
    attachments: [],
  };
}

function offsetTime(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}
