import { type Ways, wayBetween } from "~/festivals/conflicts/surroundings.ts";
import { Temporal } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";

/** A session as a stop on somebody's way through a day. */
export type Stop = Pick<Session, "id" | "title" | "festivalId" | "startsAt" | "endsAt" | "allDay"> & {
  room: { name: string; venue: { id: string; name: string } } | null;
};

export interface Place {
  sessionId: string;
  title: string;
  room: string;
  venue: string;
}

/** Less time between two sessions than the way from the one to the other takes; to be known, not to be refused. */
export interface TravelWarning {
  from: Place;
  to: Place;
  /** Between the end of the one and the start of the other. */
  minutes: number;
  needed: number;
}

/**
 * Where somebody with these sessions has too little time for the way, in order of time. Sessions of different
 * festivals, all-day ones and those in no room of ours have no known way between them; those that overlap are a clash.
 */
export function travelWarnings(stops: Stop[], ways: Record<string, Ways>): TravelWarning[] {
  const placed = stops.filter(({ allDay, room }) => !allDay && room !== null).toSorted(byStart);
  return placed.flatMap((from, index) =>
    placed.slice(index + 1).flatMap((to) => {
      const around = from.festivalId === to.festivalId ? ways[from.festivalId ?? ""] : undefined;
      if (!around || !from.room || !to.room) return [];
      const needed = wayBetween(from.room.venue.id, to.room.venue.id, around);
      const minutes = minutesBetween(from.endsAt, to.startsAt);
      return minutes >= 0 && minutes < needed
        ? [{ from: placeIn(from, from.room), to: placeIn(to, to.room), minutes, needed }]
        : [];
    }),
  );
}

const byStart = (a: Stop, b: Stop) =>
  Temporal.Instant.compare(a.startsAt, b.startsAt) || Temporal.Instant.compare(a.endsAt, b.endsAt);

function minutesBetween(end: string, start: string): number {
  return Math.floor(Temporal.Instant.from(end).until(start).total("minutes"));
}

function placeIn({ id, title }: Stop, { name, venue }: NonNullable<Stop["room"]>): Place {
  return { sessionId: id, title, room: name, venue: venue.name };
}
