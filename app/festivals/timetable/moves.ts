import type { IsoDate } from "~/platform/time.ts";
import { clamp, lastStart, lineMinutes, type Spot, type Stretch, snapMinutes } from "./timetable.ts";

export interface Around {
  days: readonly IsoDate[];
  /** In the order of the grid; null is the column for what has no room. */
  rooms: readonly (string | null)[];
}

export type Move = "up" | "down" | "left" | "right" | "shorter" | "longer" | "day-before" | "day-after";

const longest = 1440;

/** Where a session comes when it is moved by one step; the same spot where there is nothing further that way. */
export function moved(spot: Spot, move: Move, { days, rooms }: Around, fine = false): Spot {
  const step = fine ? snapMinutes : lineMinutes;
  switch (move) {
    case "up":
      return { ...spot, from: clamp(lineBefore(spot.from, step), 0, lastStart) };
    case "down":
      return { ...spot, from: clamp(lineAfter(spot.from, step), 0, lastStart) };
    case "left":
      return { ...spot, roomId: neighbour(rooms, spot.roomId, -1) };
    case "right":
      return { ...spot, roomId: neighbour(rooms, spot.roomId, 1) };
    case "shorter":
      return { ...spot, minutes: clamp(lineBefore(spot.minutes, snapMinutes), snapMinutes, longest) };
    case "longer":
      return { ...spot, minutes: clamp(lineAfter(spot.minutes, snapMinutes), snapMinutes, longest) };
    case "day-before":
      return { ...spot, date: neighbour(days, spot.date, -1) };
    case "day-after":
      return { ...spot, date: neighbour(days, spot.date, 1) };
  }
}

const lineBefore = (minutes: number, step: number) => (Math.ceil(minutes / step) - 1) * step;
const lineAfter = (minutes: number, step: number) => (Math.floor(minutes / step) + 1) * step;

function neighbour<T>(list: readonly T[], present: T, by: number): T {
  const index = list.indexOf(present);
  const next = list[index === -1 ? 0 : clamp(index + by, 0, list.length - 1)];
  // Null is a member of its own: the column for what has no room.
  return next === undefined ? present : next;
}

/** The keys that move what was picked up: arrows by a line or a room, with Shift its length, Page keys by a day. */
export function moveOfKey({ key, shiftKey }: { key: string; shiftKey: boolean }): Move | null {
  if (shiftKey) {
    if (key === "ArrowUp" || key === "ArrowLeft") return "shorter";
    return key === "ArrowDown" || key === "ArrowRight" ? "longer" : null;
  }
  return plainKeys[key] ?? null;
}

const plainKeys: Record<string, Move | undefined> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  PageUp: "day-before",
  PageDown: "day-after",
};

/** The first start within the hours at which a room is free for so long; the first hour where it never is. */
export function firstFree(taken: readonly Stretch[], minutes: number, hours: Stretch): number {
  for (let from = hours.from; from + minutes <= hours.to; from += lineMinutes) {
    if (taken.every((one) => one.to <= from || from + minutes <= one.from)) return from;
  }
  return hours.from;
}
