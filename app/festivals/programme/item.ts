import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import type { IsoDate, IsoInstant } from "~/platform/time.ts";
import { type Session, seatsLeft } from "~/sessions/session.ts";
import { daysOf, type Timed } from "./days.ts";
import { searchable } from "./search.ts";

/** What the viewer has of a session; sign-ups know, and a route passes it in. */
export type Standing = "in" | "waiting" | "offered" | null;

/** A session as the programme shows it. */
export interface Item extends Timed {
  /** Its place in the programme, which cards and seats are kept by. */
  index: number;
  id: string;
  number: number;
  kind: SessionKind;
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  /** The same in milliseconds. */
  from: number;
  until: number;
  /** The days of the programme it is found on. */
  days: IsoDate[];
  room: { id: string; name: string } | null;
  place: string;
  host: { slug: string; name: string; colour: string };
  track: string | null;
  level: SessionLevel;
  language: string;
  speakers: string[];
  cancelled: boolean;
  tentative: boolean;
  /** What a search looks in. */
  text: string;
  /** Null: everybody fits. */
  seatsLeft: number | null;
  standing: Standing;
  favourite: boolean;
}

export function itemOf(session: Session, index: number, timeZone: string): Item {
  const { id, number, kind, title, startsAt, endsAt, allDay, language, place, level, room, track } = session;
  const { slug, name, colour } = session.organisation;
  const speakers = session.speakers.map((speaker) => speaker.name);
  const named = [title, ...speakers, name, track?.name, room?.name, place, session.abstract];
  return {
    index,
    id,
    number,
    kind,
    title,
    startsAt,
    endsAt,
    from: Date.parse(startsAt),
    until: Date.parse(endsAt),
    days: daysOf({ startsAt, endsAt, allDay }, timeZone),
    allDay,
    room: room && { id: room.id, name: room.name },
    place,
    host: { slug, name, colour },
    track: track?.name ?? null,
    level,
    language,
    speakers,
    cancelled: session.status === "cancelled",
    tentative: session.status === "tentative",
    text: searchable(named.filter(Boolean).join("\n")),
    seatsLeft: seatsLeft(session),
    standing: null,
    favourite: false,
  };
}

/** Whether people sign up for it at all. */
export function takesSignups(item: Pick<Item, "kind" | "cancelled" | "allDay">): boolean {
  return item.kind !== "break" && !item.cancelled && !item.allDay;
}
