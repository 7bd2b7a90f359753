import { createContext, useContext } from "react";
import type { Conflict } from "../conflicts.ts";
import type { Act } from "./act.ts";
import type { Card } from "./card.ts";
import type { TimetableData } from "./page.ts";
import type { Spot } from "./timetable.ts";
import type { Around } from "./words.ts";

/** What every part of the timetable stands on. */
export interface Editor {
  data: TimetableData;
  around: Around;
  cards: readonly Card[];
  conflicts: readonly Conflict[];
  /** How many conflicts a session has, by id. */
  counts: ReadonlyMap<string, number>;
  act(act: Act): void;
  /** Puts a session at a spot, and says so. */
  place(card: Card, spot: Spot): void;
  unplace(card: Card): void;
  pin(card: Card): void;
  /** Opens the form of a session. */
  open(id: string): void;
  say(sentence: string): void;
  /** Script runs: what was a link to a page is a button that does it here. */
  ready: boolean;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("outside the timetable");
  return editor;
}
