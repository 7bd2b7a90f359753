import { missingEquipment } from "../conflicts/equipment.ts";
import { overlap, type Span } from "../conflicts/spans.ts";
import type { Obstacle, PlacingInstance, PlacingRoom, Position, ToPlace, Unplaced } from "./instance.ts";
import { inTurn, obstacleAt, shareSpeaker } from "./positions.ts";

type Standing = ToPlace & { at: Position };

const nearness: Obstacle[] = ["time", "equipment", "capacity", "away", "speaker", "room"];

/** Why a session found no place: what would have to be different for it to find one. */
export function whyUnplaced(instance: PlacingInstance, session: ToPlace, placed: Standing[]): Unplaced {
  const why = obstacleOf(instance, session, placed);
  const { id, people, equipment } = session;
  if (why === "capacity") return { id, why, people: people ?? 0 };
  if (why !== "equipment") return { id, why };
  const nowhere = missingEquipment(equipment, instance.rooms.map((room) => room.equipment).join("\n"));
  return { id, why, missing: nowhere.length > 0 ? nowhere : missingEquipment(equipment, "") };
}

function obstacleOf(instance: PlacingInstance, session: ToPlace, placed: Standing[]): Obstacle {
  const free = (changed: PlacingInstance, asked: ToPlace) =>
    someWhere(changed, (start, room) => {
      if (obstacleAt(changed, asked, start, room) !== null) return false;
      return takenBy(changed, asked, placed, [spanAt(asked, start), room]) === null;
    });
  if (free(instance, { ...session, equipment: "" })) return "equipment";
  if (free({ ...instance, roomsMustHold: false }, session)) return "capacity";
  if (free({ ...instance, absences: {} }, session)) return "away";
  const found = new Set<Obstacle>();
  someWhere(instance, (start, room) => {
    const here = [spanAt(session, start), room] as [Span, PlacingRoom];
    const obstacle = obstacleAt(instance, session, start, room) ?? takenBy(instance, session, placed, here);
    if (obstacle) found.add(obstacle);
    return false;
  });
  if (found.has("speaker")) return "speaker";
  return nearness.findLast((obstacle) => found.has(obstacle)) ?? "time";
}

function takenBy(
  instance: PlacingInstance,
  session: ToPlace,
  placed: Standing[],
  [span, room]: [Span, PlacingRoom],
): "room" | "speaker" | null {
  let found: "speaker" | null = null;
  for (const other of placed) {
    const there = spanAt(other, other.at.start);
    if (other.at.roomId === room.id && overlap(span, there)) return "room";
    if (shareSpeaker(session, other) && !inTurn(instance, [span, room.id], [there, other.at.roomId]))
      found = "speaker";
  }
  return found;
}

const spanAt = ({ durationMinutes }: ToPlace, start: number): Span => ({
  from: start,
  to: start + durationMinutes,
});

function someWhere(
  { starts, rooms }: PlacingInstance,
  asks: (start: number, room: PlacingRoom) => boolean,
): boolean {
  return starts.some((start) => rooms.some((room) => asks(start, room)));
}
