import type { IsoInstant } from "~/platform/time.ts";

type Facts = Record<string, unknown>;

/** One row of an act: what of one draft changed. Null where there was none before, or is none after. */
export interface EditRow {
  draftId: string;
  before: Facts | null;
  after: Facts | null;
}

/** An act of somebody, as far as it can be named. */
export interface PastAct {
  revision: number;
  undone: boolean;
  rows: EditRow[];
  /** Title of the session it is about; of the first where it is about several. */
  title: string;
}

export const deeds = [
  "placed",
  "unplaced",
  "moved",
  "resized",
  "pinned",
  "unpinned",
  "added",
  "removed",
  "restored",
  "changed",
] as const;
export type Deed = (typeof deeds)[number];

/** What a button says of an act: "moved Bread for beginners", or "changed 12 sessions". */
export interface ActName {
  revision: number;
  deed: Deed;
  title: string;
  count: number;
}

/** What somebody did to one session, for whoever looks at it at the same time. */
export interface EditNote {
  id: number;
  draftId: string;
  title: string;
  personId: string | null;
  person: string | null;
  deed: Deed;
  /** The columns that changed. */
  fields: string[];
  /** Where it stands since, where that changed. */
  startsLocal?: string | null;
  roomName?: string | null;
  durationMinutes?: number;
  editedAt: IsoInstant;
}

export function deedOf({ before, after }: Pick<EditRow, "before" | "after">): Deed {
  if (before === null) return "added";
  if (after === null) return "removed";
  if ("cancelled" in after) return after.cancelled ? "removed" : "restored";
  if ("startsLocal" in after) {
    if (before.startsLocal === null) return "placed";
    return after.startsLocal === null ? "unplaced" : "moved";
  }
  if ("roomId" in after) return "moved";
  if ("durationMinutes" in after) return "resized";
  if ("pinned" in after) return after.pinned ? "pinned" : "unpinned";
  return "changed";
}

export function nameOf({ revision, rows, title }: PastAct): ActName {
  const count = new Set(rows.map((row) => row.draftId)).size;
  // To give again is to add one; that the first now has siblings is beside the point.
  const telling = rows.find((row) => row.before === null) ?? rows[0];
  const added = rows.every((row) => deedOf(row) === "added" || "proposalId" in (row.after ?? {}));
  const single = count === 1 || (added && rows.filter((row) => row.before === null).length === 1);
  return {
    revision,
    deed: telling ? deedOf(telling) : "changed",
    title,
    count: single ? 1 : count,
  };
}

/**
 * A person's acts as two stacks, the next first: undoing takes the latest that stands, redoing the earliest undone
 * after it. A new act so ends what could be done again.
 */
export function stacksOf<Row extends { revision: number; undone: boolean }>(
  acts: readonly Row[],
): { undo: Row[]; redo: Row[] } {
  const ordered = [...acts].sort((a, b) => b.revision - a.revision);
  const undo = ordered.filter((act) => !act.undone);
  const last = undo[0]?.revision ?? 0;
  return { undo, redo: ordered.filter((act) => act.undone && act.revision > last).reverse() };
}

/** The rows that take an act back, the last first. */
export function inverseOf(rows: readonly EditRow[]): EditRow[] {
  return [...rows].reverse().map(({ draftId, before, after }) => ({ draftId, before: after, after: before }));
}

export type DraftFacts = Record<string, Facts>;
export type Replayed = { ok: true; drafts: DraftFacts } | { ok: false; draftId: string };

/**
 * What the drafts become when the steps are taken one after another. Refused at the first one that does not find what
 * it is to change as it was then: somebody has changed it since.
 */
export function replay(drafts: DraftFacts, steps: readonly EditRow[]): Replayed {
  const next = { ...drafts };
  for (const { draftId, before, after } of steps) {
    const present = next[draftId];
    if (before === null ? present !== undefined : !present || !has(present, before)) {
      return { ok: false, draftId };
    }
    if (after === null) delete next[draftId];
    else next[draftId] = { ...(before === null ? {} : present), ...after };
  }
  return { ok: true, drafts: next };
}

function has(present: Facts, fields: Facts): boolean {
  return Object.entries(fields).every(([field, value]) => isSame(present[field], value));
}

/** Equal as JSON, whatever the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value ?? null;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
