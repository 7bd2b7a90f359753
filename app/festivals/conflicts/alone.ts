import type { Conflict, Placed } from "../conflicts.ts";
import { missingEquipment } from "./equipment.ts";
import type { Timed } from "./pairs.ts";
import { isOutside, minutesOf, overlap } from "./spans.ts";
import type { Surroundings } from "./surroundings.ts";

/** What is wrong with a session whatever else there is. */
export function conflictsAlone({ session, span }: Timed, surroundings: Surroundings): Conflict[] {
  const found: Conflict[] = [];
  if (isOutside(span.from, surroundings)) found.push({ kind: "outside", sessionId: session.id });
  found.push(...inItsRoom(session, surroundings));
  if (session.allDay) return found;
  for (const speaker of session.speakers.filter(({ personId }) => personId !== null)) {
    for (const { personId, startsLocal, endsLocal, title = null } of surroundings.absences) {
      const away = { from: minutesOf(startsLocal), to: minutesOf(endsLocal) };
      if (personId === speaker.personId && overlap(span, away))
        found.push({ kind: "away", sessionId: session.id, speaker, startsLocal, endsLocal, title });
    }
  }
  return found;
}

function inItsRoom({ id, roomId, capacity, equipment }: Placed, { rooms, wanted }: Surroundings): Conflict[] {
  const room = roomId === null ? undefined : rooms[roomId];
  if (roomId === null || !room) return [];
  const found: Conflict[] = [];
  const holds = room.capacity;
  const tooMany = (by: "seats" | "wishes", people: number | null) => {
    if (holds !== null && people !== null && people > holds)
      found.push({ kind: "capacity", sessionId: id, roomId, by, people, holds });
  };
  tooMany("seats", capacity);
  tooMany("wishes", wanted[id] ?? null);
  const missing = missingEquipment(equipment, room.equipment);
  if (missing.length > 0) found.push({ kind: "equipment", sessionId: id, roomId, missing });
  return found;
}
