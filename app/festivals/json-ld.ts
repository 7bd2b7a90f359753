import type { SessionStatus } from "#db/schema/sessions.ts";
import { type IsoDate, type IsoInstant, Temporal } from "~/platform/time.ts";

export interface LinkedOrganisation {
  slug: string;
  name: string;
  hasLogo?: boolean;
}

export interface LinkedVenue {
  name: string;
  address: string;
}

export interface LinkedFestival {
  slug: string;
  name: string;
  theme: string;
  outcome: string;
  startsOn: IsoDate;
  endsOn: IsoDate;
  language: string;
  status: string;
  postponedAt: IsoInstant | null;
  /** Those who accepted, the lead first. */
  hosts: readonly LinkedOrganisation[];
  venues: readonly LinkedVenue[];
}

export interface LinkedSession {
  id: string;
  title: string;
  abstract: string;
  language: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  status: SessionStatus;
  place: string;
  room: { name: string; venue: LinkedVenue } | null;
  organisation: LinkedOrganisation;
  speakers: readonly { name: string }[];
  capacity: number | null;
  seatsTaken: number;
}

/**
 * The festival as an https://schema.org/Event with one organizer for each host: the text of a
 * `<script type="application/ld+json">`, which nothing in it can close.
 */
export function festivalJsonLd(festival: LinkedFestival, publicUrl: string): string {
  return inScript({
    "@context": "https://schema.org",
    ...eventOf(festival, publicUrl),
    description: festival.theme || festival.outcome,
    location: oneOrAll(festival.venues.map((venue) => placeOf(venue.name, venue.address))),
  });
}

/** A session of it: its own host first, then the others who hold the festival together. */
export function sessionJsonLd(session: LinkedSession, festival: LinkedFestival, publicUrl: string): string {
  const { room, capacity } = session;
  const others = festival.hosts.filter((host) => host.slug !== session.organisation.slug);
  return inScript({
    "@context": "https://schema.org",
    "@type": "Event",
    name: session.title,
    description: session.abstract || undefined,
    url: `${publicUrl}/festivals/${festival.slug}/sessions/${session.id}`,
    startDate: withOffset(session.startsAt, session.timeZone),
    endDate: withOffset(session.endsAt, session.timeZone),
    eventStatus: statusOf(session.status === "cancelled" ? session : festival),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    inLanguage: session.language,
    location: room
      ? placeOf(`${room.name}, ${room.venue.name}`, room.venue.address)
      : session.place
        ? placeOf(session.place, "")
        : oneOrAll(festival.venues.map((venue) => placeOf(venue.name, venue.address))),
    organizer: [session.organisation, ...others].map((host) => organisationOf(host, publicUrl)),
    performer: session.speakers.map(({ name }) => ({ "@type": "Person", name })),
    maximumAttendeeCapacity: capacity ?? undefined,
    remainingAttendeeCapacity: capacity === null ? undefined : Math.max(capacity - session.seatsTaken, 0),
    superEvent: eventOf(festival, publicUrl),
  });
}

function eventOf(festival: LinkedFestival, publicUrl: string) {
  return {
    "@type": "Event",
    name: festival.name,
    url: `${publicUrl}/festivals/${festival.slug}`,
    startDate: festival.startsOn,
    endDate: festival.endsOn,
    eventStatus: statusOf(festival),
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    inLanguage: festival.language,
    organizer: festival.hosts.map((host) => organisationOf(host, publicUrl)),
  };
}

function statusOf({ status, postponedAt }: { status: string; postponedAt?: IsoInstant | null }): string {
  if (status === "cancelled") return "https://schema.org/EventCancelled";
  return postponedAt ? "https://schema.org/EventPostponed" : "https://schema.org/EventScheduled";
}

function organisationOf({ slug, name, hasLogo }: LinkedOrganisation, publicUrl: string) {
  const url = `${publicUrl}/organisations/${slug}`;
  return { "@type": "Organization", name, url, logo: hasLogo ? `${url}/logo` : undefined };
}

function placeOf(name: string, address: string) {
  return { "@type": "Place", name, address: address || undefined };
}

function oneOrAll<T>(all: T[]): T | T[] | undefined {
  return all.length > 1 ? all : all[0];
}

/** `2027-04-08T10:00:00+02:00`: what search engines read as a local time. */
function withOffset(instant: IsoInstant, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "second" });
}

/** Neither `</script>` nor `<!--` can stand in it, nor a line end that scripts of old stumble over. */
function inScript(value: object): string {
  const code = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, code);
}
