import {
  type ConflictKind,
  type ConflictLevel,
  conflictKinds,
  conflictLevels,
} from "#db/schema/festivals.ts";

export type ConflictLevels = Partial<Record<ConflictKind, ConflictLevel>>;

/** Nobody can be, and nothing can take place, in two places at once; everything else may be meant. */
const usualLevels: Record<ConflictKind, ConflictLevel> = {
  room: "block",
  speaker: "block",
  away: "warn",
  capacity: "warn",
  travel: "warn",
  equipment: "warn",
  attendees: "warn",
  plenary: "warn",
  outside: "warn",
};

/** What the lead chose for a kind of conflict, or what is usual. */
export function levelOf(kind: ConflictKind, levels: ConflictLevels): ConflictLevel {
  return levels[kind] ?? usualLevels[kind];
}

/** The level of each kind. */
export function everyLevel(levels: ConflictLevels): Record<ConflictKind, ConflictLevel> {
  return { ...usualLevels, ...levels };
}

/** Only what differs from the usual is kept, so that a better usual reaches everybody who never chose. */
export function differingLevels(levels: Record<ConflictKind, ConflictLevel>): ConflictLevels {
  return Object.fromEntries(
    conflictKinds.filter((kind) => levels[kind] !== usualLevels[kind]).map((kind) => [kind, levels[kind]]),
  );
}

/** Without what is ignored; what blocks a release first. */
export function heeded<C extends { kind: ConflictKind }>(
  conflicts: readonly C[],
  levels: ConflictLevels,
): C[] {
  const rank = ({ kind }: C) => conflictLevels.indexOf(levelOf(kind, levels));
  return conflicts.filter((conflict) => rank(conflict) > 0).sort((a, b) => rank(b) - rank(a));
}

export function atLevel<C extends { kind: ConflictKind }>(
  conflicts: readonly C[],
  levels: ConflictLevels,
  wanted: ConflictLevel,
): C[] {
  return conflicts.filter(({ kind }) => levelOf(kind, levels) === wanted);
}
