import { type Session, sessionPath } from "~/sessions/session.ts";
import type { CalendarEntry } from "./ics/event.ts";
import { placeLines } from "./invite.ts";

/** The words a calendar needs, in its reader's language. */
export interface EntryWords {
  cancelled: string;
  waiting: string;
  offered: string;
  /** Around the names of who gives it. */
  given(names: string[]): string;
}

export interface EntrySource {
  publicUrl: string;
  uidDomain: string;
  words: EntryWords;
}

/** A session as its entry in a feed. In browsing feeds (festival, organisation) it does not take the reader's time. */
export function entryOf(
  session: Session,
  { publicUrl, uidDomain, words }: EntrySource,
  { busy, pending = null }: { busy: boolean; pending?: "waiting" | "offered" | null },
): CalendarEntry {
  const cancelled = session.status === "cancelled";
  const prefix = cancelled ? words.cancelled : pending ? words[pending] : "";
  const names = session.speakers.map((speaker) => speaker.name);
  const url = `${publicUrl}${sessionPath(session)}`;
  return {
    uid: `session-${session.id}@${uidDomain}`,
    sequence: session.sequence,
    title: prefix ? `${prefix} ${session.title}` : session.title,
    paragraphs: [names.length > 0 ? words.given(names) : "", session.abstract, url],
    place: placeLines(session),
    url,
    startsLocal: session.startsLocal,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    durationMinutes: session.durationMinutes,
    allDay: session.allDay,
    status: pending && !cancelled ? "tentative" : session.status,
    busy: busy && !pending,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
  };
}
