import type { IsoDate, IsoDateTime } from "~/platform/time.ts";
import type { Card } from "./card.ts";

/** A stretch of one day, in minutes since its midnight; what runs into the night ends after 1440. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where a session stands, or would: a day of the calendar, a start, a length, and a room or none. */
export interface Spot {
  date: IsoDate;
  from: number;
  minutes: number;
  roomId: string | null;
}

export const snapMinutes = 5;
export const lineMinutes = 15;
const dayMinutes = 1440;
export const lastStart = dayMinutes - snapMinutes;

export const snap = (minutes: number, step = snapMinutes) => Math.round(minutes / step) * step;
export const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

export function spotOf(card: Pick<Card, "startsLocal" | "durationMinutes" | "roomId">): Spot | null {
  if (card.startsLocal === null) return null;
  const [date = "", time = "00:00"] = card.startsLocal.split("T");
  return { date, from: minutesOfTime(time), minutes: card.durationMinutes, roomId: card.roomId };
}

export function localOfSpot({ date, from }: Pick<Spot, "date" | "from">): IsoDateTime {
  return `${date}T${timeOfMinutes(from)}`;
}

export function minutesOfTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** `10:30`; after midnight it goes on from 00:00. */
export function timeOfMinutes(minutes: number): string {
  const inDay = ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
  return `${String(Math.trunc(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}

/** The days of the festival, and any other on which something stands. */
export function daysOf(startsOn: IsoDate, endsOn: IsoDate, cards: readonly Card[]): IsoDate[] {
  const days = new Set<IsoDate>();
  for (let at = Date.parse(startsOn); at <= Date.parse(endsOn); at += dayMinutes * 60_000) {
    days.add(new Date(at).toISOString().slice(0, 10));
  }
  for (const { startsLocal } of cards) if (startsLocal !== null) days.add(startsLocal.slice(0, 10));
  return [...days].sort();
}

const usualHours: Stretch = { from: 9 * 60, to: 17 * 60 };
const roomToSpare = 60;

/** Whole hours, with an hour to spare on both sides of what stands there; never before midnight. */
export function hoursShown(stretches: readonly Stretch[]): Stretch {
  const from = Math.min(usualHours.from, ...stretches.map((one) => one.from - roomToSpare));
  const to = Math.max(usualHours.to, ...stretches.map((one) => one.to + roomToSpare));
  return { from: Math.max(0, Math.floor(from / 60) * 60), to: Math.ceil(to / 60) * 60 };
}

export const zooms = { compact: 1.1, normal: 1.8 } as const;
export type Zoom = keyof typeof zooms;

export const toPixels = (minutes: number, hours: Stretch, zoom: Zoom) => (minutes - hours.from) * zooms[zoom];

/** The start nearest to a height in the grid, on the five minutes. */
export function toMinutes(pixels: number, hours: Stretch, zoom: Zoom): number {
  return clamp(snap(hours.from + pixels / zooms[zoom]), 0, lastStart);
}

/** The length nearest to a height. */
export function toLength(pixels: number, zoom: Zoom): number {
  return clamp(snap(pixels / zooms[zoom]), snapMinutes, dayMinutes);
}

export interface Lane {
  lane: number;
  lanes: number;
}

/** Puts what overlaps side by side; each group of overlapping stretches is divided by itself. */
export function lanesOf(stretches: readonly Stretch[]): Lane[] {
  const order = stretches.map((_, index) => index).sort((a, b) => compare(stretches[a]!, stretches[b]!));
  const result: Lane[] = stretches.map(() => ({ lane: 0, lanes: 1 }));
  let group: number[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const index of group) result[index] = { ...result[index]!, lanes: ends.length };
    group = [];
    ends = [];
  };
  for (const index of order) {
    const { from, to } = stretches[index]!;
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    result[index] = { lane, lanes: 1 };
    group.push(index);
  }
  close();
  return result;
}

const compare = (a: Stretch, b: Stretch) => a.from - b.from || b.to - a.to;
