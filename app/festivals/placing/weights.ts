import type { ToPlace } from "./instance.ts";

/**
 * What a placing costs; docs/decisions/0015-placing.md says why. Every part is linear in “this session is at this
 * time in this room”, so that a solver can be asked for the same.
 */
export const weights = {
  unplaced: 100_000,
  /** Each of the most wanted beyond the first at a time. */
  popular: 400,
  hostTimes: 60,
  hostRooms: 25,
  /** A room that is empty but for a few; people who do not fit in count ten times. */
  fit: 20,
  missingChairs: 200,
  movedTime: 150,
  movedRoom: 80,
};

export function fitOf(people: number | null, holds: number | null): number {
  if (people === null || holds === null) return weights.fit / 4;
  if (people > holds) return Math.round((weights.missingChairs * (people - holds)) / people);
  return Math.round((weights.fit * (holds - people)) / holds);
}

export function movedOf({ at }: ToPlace, start: number, roomId: string): number {
  return (
    (at.start !== null && at.start !== start ? weights.movedTime : 0) +
    (at.roomId !== null && at.roomId !== roomId ? weights.movedRoom : 0)
  );
}

export const fairShare = (count: number, among: number) => Math.max(1, Math.ceil(count / Math.max(1, among)));
