import type { IsoDate, IsoDateTime } from "~/platform/time.ts";

export interface RoomAround {
  name: string;
  venueId: string;
  /** Null where nobody counted. */
  capacity: number | null;
  equipment: string;
}

/** A stretch in which a person cannot: said so, or busy elsewhere. */
export interface Absence {
  personId: string;
  startsLocal: IsoDateTime;
  endsLocal: IsoDateTime;
  /** What they give elsewhere; null for what is theirs alone to know. */
  title?: string | null;
}

/** What is around the sessions of a festival; plain data, so that a page can carry it. Wall-clock in its zone. */
export interface Surroundings {
  startsOn: IsoDate;
  endsOn: IsoDate;
  /** By id. */
  rooms: Record<string, RoomAround>;
  /** Minutes between two buildings, by both ids, the smaller first, with a space between them. */
  distances: Record<string, number>;
  /** Between two buildings nobody gave a distance for. */
  travelMinutes: number;
  absences: readonly Absence[];
  /** How many people have a place in both, in any order of the two; a pair stands once. */
  sharedAttendees: readonly { sessionId: string; otherId: string; people: number }[];
  /** How many people marked a session or have a seat in it, by id. */
  wanted: Record<string, number>;
}

/** From so many people in both on, the way between two buildings is worth a word. */
export const manyPeople = 5;

export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Minutes from one room to another; none within a building, or from a place that is no room of the festival. */
export function travelBetween(
  roomId: string | null,
  otherId: string | null,
  { rooms, distances, travelMinutes }: Pick<Surroundings, "rooms" | "distances" | "travelMinutes">,
): number {
  const from = roomId === null ? undefined : rooms[roomId]?.venueId;
  const to = otherId === null ? undefined : rooms[otherId]?.venueId;
  return from === undefined || to === undefined ? 0 : wayBetween(from, to, { distances, travelMinutes });
}

export type Ways = Pick<Surroundings, "distances" | "travelMinutes">;

/** Minutes from one building to another. */
export function wayBetween(from: string, to: string, { distances, travelMinutes }: Ways): number {
  return from === to ? 0 : (distances[pairKey(from, to)] ?? travelMinutes);
}

export function longestTravel({ distances, travelMinutes }: Ways) {
  return Math.max(travelMinutes, ...Object.values(distances));
}
