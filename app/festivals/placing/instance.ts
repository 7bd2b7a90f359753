import type { Span } from "../conflicts/spans.ts";
import type { RoomAround } from "../conflicts/surroundings.ts";

/** Where a session is, in minutes of the festival's wall clock; a room of null is a place without a plan. */
export interface Position {
  start: number;
  roomId: string | null;
}

export interface ToPlace {
  id: string;
  title: string;
  hostId: string;
  durationMinutes: number;
  /** Keys of the people who give it. */
  speakers: string[];
  /** How many it is for; null when nobody said. */
  people: number | null;
  /** How many would like to come: decides which are popular. */
  interest: number;
  equipment: string;
  /** Where it is in the present draft, if anywhere; `roomId` alone when only the room is known. */
  at: { start: number | null; roomId: string | null };
  /** It stays where it is, whatever that costs others. */
  fixed: boolean;
}

export type PlacingRoom = RoomAround & { id: string };

/** Everything a placing depends on: plain data, so that it can travel to another thread. */
export interface PlacingInstance {
  sessions: ToPlace[];
  rooms: PlacingRoom[];
  /** When a session may begin, in order. */
  starts: number[];
  /** A session lies wholly within one of these: the days without breaks and plenary sessions. */
  open: Span[];
  /** By key of a speaker. */
  absences: Record<string, Span[]>;
  distances: Record<string, number>;
  travelMinutes: number;
  /** No session where fewer people fit than it is for; otherwise that only costs. */
  roomsMustHold: boolean;
}

/** What keeps a session out, for its every position: the nearest to a solution comes last. */
export type Obstacle = "time" | "equipment" | "capacity" | "away" | "speaker" | "room";

export interface Unplaced {
  id: string;
  why: Obstacle;
  /** What no room has, or how many no room holds. */
  missing?: string[];
  people?: number;
}

export interface Placing {
  placed: (Position & { id: string })[];
  unplaced: Unplaced[];
  cost: Cost;
}

export interface Cost {
  total: number;
  unplaced: number;
  /** Times at which more than one of the most wanted run. */
  popular: number;
  /** Sessions of one host beyond its fair share of a time, and of a room. */
  hostTimes: number;
  hostRooms: number;
  /** Empty or missing chairs. */
  fit: number;
  /** What stood somewhere and stands elsewhere. */
  moved: number;
}
