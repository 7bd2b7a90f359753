import type { ConflictLevels } from "../conflicts/levels.ts";
import type { Surroundings } from "../conflicts/surroundings.ts";
import type { Card } from "./card.ts";
import type { Delta } from "./delta.ts";
import type { ActName } from "./history.ts";

export interface TimetableRoom {
  id: string;
  name: string;
  capacity: number | null;
  venueId: string;
  venueName: string;
  hostName: string;
  colour: string;
}

/** What the page begins with. */
export interface TimetableData {
  /** The person who edits. */
  me: string;
  festival: {
    slug: string;
    startsOn: string;
    endsOn: string;
    timeZone: string;
    conflictLevels: ConflictLevels;
  };
  revision: number;
  cards: Card[];
  rooms: TimetableRoom[];
  tracks: { id: string; name: string }[];
  /** For which they may add sessions. */
  hosts: { id: string; name: string }[];
  surroundings: Surroundings;
  /** Changes that a release would make. */
  waiting: number;
  undo: ActName[];
  redo: ActName[];
}

export interface News {
  revision: number;
  delta?: Delta;
  /** How many changes a release would make, where that was counted anew. */
  waiting?: number;
}
