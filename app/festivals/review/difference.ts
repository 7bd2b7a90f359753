import type { DraftSpeaker } from "#db/schema/festivals.ts";
import type { SessionKind, SessionLevel } from "#db/schema/sessions.ts";
import { agreedSpeakers, type Proposal } from "../call/proposal.ts";

/** What a proposal gives to the session it becomes. */
export interface Substance {
  title: string;
  abstract: string;
  language: string;
  level: SessionLevel;
  trackId: string | null;
  kind: SessionKind;
  durationMinutes: number;
  capacity: number | null;
  equipment: string;
  speakers: DraftSpeaker[];
}

export const substanceFields = [
  "title",
  "abstract",
  "speakers",
  "kind",
  "durationMinutes",
  "language",
  "level",
  "trackId",
  "capacity",
  "equipment",
] as const satisfies (keyof Substance)[];
export type SubstanceField = (typeof substanceFields)[number];

/** A proposal without a format is taken for a workshop of an hour. */
export const usualMinutes = 60;

export function substanceOf(proposal: Proposal): Substance {
  const { title, abstract, language, level, track, format, size, equipment } = proposal;
  return {
    ...{ title, abstract, language, level, equipment },
    trackId: track?.id ?? null,
    kind: format?.kind ?? "workshop",
    durationMinutes: format?.durationMinutes ?? usualMinutes,
    capacity: size,
    speakers: agreedSpeakers(proposal).map(({ name, personId }) => ({ name, personId })),
  };
}

export interface FieldDifference {
  field: SubstanceField;
  session: Substance[SubstanceField];
  proposal: Substance[SubstanceField];
}

/**
 * What the speakers changed since the session was made of their proposal, and the session does not have yet. What only
 * the organisers changed in the session is no difference: they meant it.
 */
export function changedSince(
  proposal: Substance,
  session: Substance,
  takenOver: Record<string, unknown> | null,
): FieldDifference[] {
  return substanceFields
    .filter((field) => !same(proposal[field], session[field]))
    .filter((field) => takenOver !== null && !same(proposal[field], takenOver[field]))
    .map((field) => ({ field, session: session[field], proposal: proposal[field] }));
}

/** Compared as they are written down, whatever the order of their properties. */
const same = (a: unknown, b: unknown) => canonical(a) === canonical(b);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}
