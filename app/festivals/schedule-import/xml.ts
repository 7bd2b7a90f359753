import { XMLParser, XMLValidator } from "fast-xml-parser";
import { decodeEntities } from "~/platform/plain-text.ts";
import { limits } from "./limits.ts";
import { type Fields, isFields, listOf } from "./values.ts";

const lists = new Set([
  "schedule.day",
  "schedule.day.room",
  "schedule.day.room.event",
  "schedule.day.room.event.persons.person",
  "schedule.conference.track",
]);

/**
 * Schedule XML as the tree that schedule JSON would have been; throws where it is not well-formed.
 * What a DTD declares is never expanded: only the entities that XML itself names are.
 */
export function parseXml(text: string): unknown {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(verdict.err.msg);
  const root: unknown = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    removeNSPrefix: true,
    parseTagValue: false,
    maxNestedTags: limits.xmlDepth,
    isArray: (_name, path) => lists.has(String(path)),
    jPath: true,
    entityDecoder: {
      setExternalEntities: () => {},
      addInputEntities: () => {},
      reset: () => {},
      setXmlVersion: () => {},
      decode: decodeEntities,
    },
  }).parse(text);
  return isFields(root) && isFields(root.schedule) ? { schedule: scheduleOf(root.schedule) } : root;
}

function scheduleOf(schedule: Fields): Fields {
  const conference = isFields(schedule.conference) ? schedule.conference : {};
  return {
    conference: {
      title: textIn(conference.title),
      time_zone_name: textIn(conference.time_zone_name),
      tracks: listOf(conference.track)
        .filter(isFields)
        .map((track) => ({ name: track["@name"] ?? textIn(track), color: track["@color"] })),
      days: listOf(schedule.day).filter(isFields).map(dayOf),
    },
  };
}

function dayOf(day: Fields): Fields {
  return {
    date: day["@date"],
    day_start: day["@start"],
    rooms: listOf(day.room)
      .filter(isFields)
      .map((room) => ({ name: room["@name"], events: listOf(room.event).map(eventOf) })),
  };
}

function eventOf(event: unknown): unknown {
  if (!isFields(event)) return event;
  const fields = Object.entries(event)
    .filter(([name]) => name !== "persons")
    .map(([name, value]) => [name.replace(/^@/, ""), textIn(value)]);
  const persons = isFields(event.persons) ? listOf(event.persons.person) : [];
  return { ...Object.fromEntries(fields), persons: persons.map((person) => ({ name: textIn(person) })) };
}

/** The text of an element, with or without attributes. */
function textIn(value: unknown): unknown {
  return isFields(value) ? value["#text"] : value;
}
