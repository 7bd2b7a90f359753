import { localAt } from "~/festivals/conflicts/spans.ts";
import { type Conflict, detectConflicts, type Placed } from "~/festivals/conflicts.ts";
import type { Placing, PlacingInstance } from "~/festivals/placing/instance.ts";

/** What the conflict engine, which knows nothing of placing, says of a placing. */
export function conflictsOfPlacing(instance: PlacingInstance, { placed }: Placing): Conflict[] {
  const byId = new Map(instance.sessions.map((session) => [session.id, session]));
  const sessions = placed.flatMap(({ id, start, roomId }): Placed[] => {
    const session = byId.get(id);
    if (!session) return [];
    return [
      {
        ...{ id, roomId, kind: "workshop", startsLocal: localAt(start), allDay: false, cancelled: false },
        ...{ durationMinutes: session.durationMinutes, equipment: session.equipment },
        capacity: session.people,
        speakers: session.speakers.map((name) => ({ personId: name, name })),
      },
    ];
  });
  const { distances, travelMinutes, rooms, starts, absences } = instance;
  return detectConflicts(sessions, {
    startsOn: localAt(starts[0] ?? 0).slice(0, 10),
    endsOn: localAt(starts.at(-1) ?? 0).slice(0, 10),
    rooms: Object.fromEntries(rooms.map((room) => [room.id, room])),
    absences: Object.entries(absences).flatMap(([personId, spans]) =>
      spans.map(({ from, to }) => ({ personId, startsLocal: localAt(from), endsLocal: localAt(to) })),
    ),
    ...{ distances, travelMinutes, sharedAttendees: [], wanted: {} },
  });
}
