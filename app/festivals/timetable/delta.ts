import type { Card } from "./card.ts";
import type { ActName, EditNote } from "./history.ts";

/** What became of the draft from one revision to another, and what whoever asks can take back. */
export interface Delta {
  since: number;
  revision: number;
  /** It carries every session; those it does not name are gone. */
  whole: boolean;
  cards: Card[];
  removed: string[];
  notes: EditNote[];
  undo: ActName[];
  redo: ActName[];
}

/** Why an act was not done. */
export type Refusal =
  | { reason: "forbidden" | "room" | "host" | "time-needed" | "released" | "nothing" }
  /** Somebody has changed or removed the session since: what, and who. */
  | { reason: "stale" | "gone" | "changed-since"; title: string; notes: EditNote[] };

export type ActAnswer = { ok: true; delta: Delta } | ({ ok: false; delta: Delta } & Refusal);
