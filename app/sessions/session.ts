import type { SessionKind, SessionLevel, SessionStatus } from "#db/schema/sessions.ts";
import type { IsoDateTime, IsoInstant } from "~/platform/time.ts";

export interface Speaker {
  /** Null for a name from an import. */
  personId: string | null;
  name: string;
}

/** A session with the names that stand on a page or in a calendar. */
export interface Session {
  id: string;
  /** Positive and stable: the `id` of conference apps. */
  number: number;
  festivalId: string | null;
  seriesId: string | null;
  organisationId: string;
  kind: SessionKind;
  title: string;
  abstract: string;
  language: string;
  trackId: string | null;
  roomId: string | null;
  place: string;
  startsLocal: IsoDateTime;
  timeZone: string;
  durationMinutes: number;
  allDay: boolean;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  status: SessionStatus;
  /** Null: everybody fits. */
  capacity: number | null;
  seatsTaken: number;
  proposalId: string | null;
  level: SessionLevel;
  sequence: number;
  createdAt: IsoInstant;
  updatedAt: IsoInstant;
  organisation: { id: string; slug: string; name: string; colour: string };
  track: { id: string; name: string; colour: string } | null;
  room: {
    id: string;
    name: string;
    accessibility: string;
    equipment: string;
    venue: { id: string; name: string; address: string };
  } | null;
  festival: { slug: string; name: string } | null;
  series: { slug: string; name: string } | null;
  speakers: Speaker[];
}

/** Its page: a workshop by its id, a lecture by the date of its week. */
export function sessionPath(
  session: Pick<Session, "id" | "startsLocal"> & {
    festival: { slug: string } | null;
    series: { slug: string } | null;
  },
): string {
  if (session.festival) return `/festivals/${session.festival.slug}/sessions/${session.id}`;
  return `/lectures/${session.series?.slug}/${session.startsLocal.slice(0, 10)}`;
}

/** Null: everybody fits. */
export function seatsLeft(session: Pick<Session, "capacity" | "seatsTaken">): number | null {
  return session.capacity === null ? null : session.capacity - session.seatsTaken;
}

/** `Garden room, Main building` or the place in words. */
export function placeOf(session: Pick<Session, "room" | "place">): string {
  return session.room ? `${session.room.name}, ${session.room.venue.name}` : session.place;
}
