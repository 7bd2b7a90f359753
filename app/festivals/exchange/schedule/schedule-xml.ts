import { product } from "~/platform/product.ts";
import type { Temporal } from "~/platform/time.ts";
import type { Entry, Schedule, ScheduleDay } from "./schedule.ts";
import { escapeAttribute, escapeText } from "./texts.ts";
import { inZone, xmlDuration } from "./times.ts";

/** `schedule.xml` as the XSD of https://c3voc.de/schedule wants it: frab's, read by Giggity and EventFahrplan. */
export function scheduleXml(schedule: Schedule): string {
  const { version, url, title, acronym, timeZone, tracks, days } = schedule;
  const conference = [
    element("acronym", acronym),
    element("title", title),
    element("start", days[0]?.date ?? ""),
    element("end", days.at(-1)?.date ?? ""),
    element("days", String(days.length)),
    element("timeslot_duration", "00:05"),
    element("url", url),
    element("time_zone_name", timeZone),
    ...tracks.map(({ name, colour }) => element("track", "", { name, color: colour })),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    "<schedule>",
    element("generator", "", { name: product.name }),
    element("url", `${url}/schedule.xml`),
    element("version", version),
    wrap("conference", {}, conference),
    ...days.map((day) => dayElement(day, timeZone)),
    "</schedule>",
    "",
  ].join("\n");
}

function dayElement({ index, date, start, end, rooms }: ScheduleDay, timeZone: string): string {
  const attributes = { index: String(index), date, start: offsetTime(start), end: offsetTime(end) };
  return wrap(
    "day",
    attributes,
    rooms.map(({ name, guid, entries }) =>
      wrap(
        "room",
        guid ? { name, guid } : { name },
        entries.map((entry) => eventElement(entry, timeZone)),
      ),
    ),
  );
}

function eventElement(entry: Entry, timeZone: string): string {
  const startsAt = inZone(entry.startsAt, timeZone);
  return wrap("event", { guid: entry.guid, id: String(entry.id) }, [
    element("date", offsetTime(startsAt)),
    element("start", startsAt.toPlainTime().toString({ smallestUnit: "minute" })),
    element("duration", xmlDuration(entry.durationMinutes)),
    element("room", entry.room),
    element("slug", entry.slug),
    element("url", entry.url),
    element("title", entry.title),
    element("subtitle", ""),
    element("track", entry.track ?? ""),
    element("type", entry.kind),
    element("language", entry.language),
    element("abstract", entry.abstract),
    element("description", ""),
    wrap(
      "persons",
      {},
      entry.persons.map(({ id, guid, name }) => element("person", name, { id: String(id), guid })),
    ),
  ]);
}

type Attributes = Record<string, string>;

function element(name: string, text: string, attributes: Attributes = {}): string {
  const opening = `<${name}${attributesOf(attributes)}`;
  return text === "" ? `${opening}/>` : `${opening}>${escapeText(text)}</${name}>`;
}

function wrap(name: string, attributes: Attributes, inside: string[]): string {
  return [`<${name}${attributesOf(attributes)}>`, ...inside, `</${name}>`].join("\n");
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
}

function offsetTime(zoned: Temporal.ZonedDateTime): string {
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}
