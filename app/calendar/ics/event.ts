import ical, { type ICalCalendar, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { type IsoDateTime, type IsoInstant, Temporal } from "~/platform/time.ts";
import { cleanLine, cleanText, cleanUid, cleanUrl } from "./text.ts";
import { zoneFor } from "./zones.ts";

/** One session as a calendar shows it. Instants are UTC, `startsLocal` is wall-clock time in `timeZone`. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  title: string;
  /** Paragraphs of the description: speakers, abstract. */
  paragraphs: string[];
  /** Room, venue, address. */
  place: string[];
  url: string;
  startsLocal: IsoDateTime;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  durationMinutes: number;
  allDay: boolean;
  status: "tentative" | "confirmed" | "cancelled";
  /** Whether it takes the reader's time; all-day entries never do. */
  busy: boolean;
  createdAt: IsoInstant;
  updatedAt: IsoInstant;
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/** Adds an entry to a calendar of ical-generator; every text passes the sanitiser here. */
export function addEvent(calendar: ICalCalendar, entry: CalendarEntry) {
  const description = cleanText(entry.paragraphs.filter(Boolean).join("\n\n"));
  const title = cleanLine(entry.place.map(cleanLine).filter(Boolean).join(", "));
  return calendar.createEvent({
    id: cleanUid(entry.uid),
    sequence: entry.sequence,
    ...times(entry),
    summary: cleanLine(entry.title),
    ...(title && { location: { title } }),
    ...(description && { description: { plain: description } }),
    url: cleanUrl(entry.url),
    status: statuses[entry.status],
    transparency:
      entry.busy && !entry.allDay ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    stamp: Temporal.Instant.from(entry.updatedAt),
    created: Temporal.Instant.from(entry.createdAt),
    lastModified: Temporal.Instant.from(entry.updatedAt),
  });
}

/** The VEVENT of an entry alone: folded, each line ending in CRLF. */
export function renderEvent(entry: CalendarEntry): string {
  const calendar = ical();
  addEvent(calendar, entry);
  const text = calendar.toString();
  const begin = "BEGIN:VEVENT\r\n";
  const end = "END:VEVENT\r\n";
  return text.slice(text.indexOf(begin), text.lastIndexOf(end) + end.length);
}

/** The zone an entry's times are written in, or null when it names none (all day, UTC). */
export function zoneOf(entry: CalendarEntry): string | null {
  if (entry.allDay) return null;
  const zone = zoneFor(entry.timeZone, entry.startsAt, entry.endsAt);
  return zone === "UTC" ? null : zone;
}

function times(entry: CalendarEntry) {
  if (entry.allDay) {
    const start = Temporal.PlainDate.from(entry.startsLocal.slice(0, 10));
    // RFC 5545 §3.6.1: DTEND of an all-day event is the first day it no longer lasts.
    const days = Math.max(1, Math.ceil(entry.durationMinutes / 1440));
    return { allDay: true, start, end: start.add({ days }) };
  }
  return {
    timezone: zoneOf(entry) ?? "UTC",
    start: Temporal.Instant.from(entry.startsAt),
    end: Temporal.Instant.from(entry.endsAt),
  };
}
