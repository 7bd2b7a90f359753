import { missingEquipment } from "../conflicts/equipment.ts";
import { overlap, type Span } from "../conflicts/spans.ts";
import { travelBetween } from "../conflicts/surroundings.ts";
import type { Obstacle, PlacingInstance, PlacingRoom, ToPlace } from "./instance.ts";

/** What keeps a session from a position whatever else is placed; null where nothing does. */
export function obstacleAt(
  instance: PlacingInstance,
  session: ToPlace,
  start: number,
  room: PlacingRoom,
): Obstacle | null {
  const span = { from: start, to: start + session.durationMinutes };
  if (!instance.open.some(({ from, to }) => from <= span.from && span.to <= to)) return "time";
  if (missingEquipment(session.equipment, room.equipment).length > 0) return "equipment";
  if (instance.roomsMustHold && !holds(room, session)) return "capacity";
  if (session.speakers.some((key) => instance.absences[key]?.some((away) => overlap(span, away))))
    return "away";
  for (const other of instance.sessions) {
    if (!other.fixed || other.at.start === null || other.id === session.id) continue;
    const taken = { from: other.at.start, to: other.at.start + other.durationMinutes };
    if (shareSpeaker(session, other) && !inTurn(instance, [span, room.id], [taken, other.at.roomId]))
      return "speaker";
    if (other.at.roomId === room.id && overlap(span, taken)) return "room";
  }
  return null;
}

export const holds = ({ capacity }: PlacingRoom, { people }: ToPlace) =>
  capacity === null || people === null || people <= capacity;

export const shareSpeaker = (a: ToPlace, b: ToPlace) => a.speakers.some((key) => b.speakers.includes(key));

/** Whether one person can be at both: one after the other, with the way between the buildings. */
export function inTurn(
  instance: PlacingInstance,
  [a, roomId]: [Span, string | null],
  [b, otherId]: [Span, string | null],
): boolean {
  if (overlap(a, b)) return false;
  const rooms = roomsById(instance);
  const { distances, travelMinutes } = instance;
  const way = travelBetween(roomId, otherId, { rooms, distances, travelMinutes });
  return Math.max(a.from - b.to, b.from - a.to) >= way;
}

const known = new WeakMap<PlacingInstance, Record<string, PlacingRoom>>();
function roomsById(instance: PlacingInstance): Record<string, PlacingRoom> {
  const rooms = known.get(instance) ?? Object.fromEntries(instance.rooms.map((room) => [room.id, room]));
  known.set(instance, rooms);
  return rooms;
}
