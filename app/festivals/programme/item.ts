import type { SessionKind } from "#db/schema/sessions.ts";
import type { IsoInstant } from "~/platform/time.ts";
import { type Session, seatsLeft } from "~/sessions/session.ts";
import type { Timed } from "./days.ts";

/** What the viewer has of a session; sign-ups know, and a route passes it in. */
export type Standing = "in" | "waiting" | "offered" | null;

/** A session as the programme shows it. */
export interface Item extends Timed {
  id: string;
  kind: SessionKind;
  title: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  room: { id: string; name: string } | null;
  place: string;
  host: { slug: string; name: string; colour: string };
  track: string | null;
  language: string;
  speakers: string[];
  cancelled: boolean;
  tentative: boolean;
  /** Null: everybody fits. */
  seatsLeft: number | null;
  standing: Standing;
}

export function itemOf(session: Session, standing: Standing): Item {
  const { id, kind, title, startsAt, endsAt, allDay, language, place } = session;
  const { slug, name, colour } = session.organisation;
  return {
    id,
    kind,
    title,
    startsAt,
    endsAt,
    allDay,
    room: session.room && { id: session.room.id, name: session.room.name },
    place,
    host: { slug, name, colour },
    track: session.track?.name ?? null,
    language,
    speakers: session.speakers.map((speaker) => speaker.name),
    cancelled: session.status === "cancelled",
    tentative: session.status === "tentative",
    seatsLeft: seatsLeft(session),
    standing,
  };
}

/** Whether people sign up for it at all. */
export function takesSignups(item: Item): boolean {
  return item.kind !== "break" && !item.cancelled && !item.allDay;
}
