import { z } from "zod";
import {
  type ConflictKind,
  type ConflictLevel,
  conflictKinds,
  conflictLevels,
} from "#db/schema/festivals.ts";

const level = z.enum(conflictLevels);
const minutes = z.number().int().min(0).max(1440);

/** `distances` by pair of buildings, `${id} ${id}`; empty where the usual minutes hold. */
export const levelForm = z.object({
  levels: z.object(
    Object.fromEntries(conflictKinds.map((kind) => [kind, level])) as Record<ConflictKind, typeof level>,
  ),
  travelMinutes: minutes,
  distances: z
    .array(z.object({ pair: z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/), minutes: minutes.optional() }))
    .max(200)
    .default([]),
});

export type LevelFields = {
  levels: Record<ConflictKind, ConflictLevel>;
  travelMinutes: number;
  distances: { pair: string; minutes?: number | undefined }[];
};
