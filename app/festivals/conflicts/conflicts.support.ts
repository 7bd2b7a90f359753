import type { Placed } from "../conflicts.ts";
import type { Surroundings } from "./surroundings.ts";

/** A workshop of an hour by nobody and nowhere, unless told otherwise. */
export function placed(id: string, startsLocal: string | null, more: Partial<Placed> = {}): Placed {
  return {
    ...{ id, startsLocal, kind: "workshop", durationMinutes: 60, allDay: false, roomId: null },
    ...{ capacity: null, speakers: [], equipment: "", cancelled: false },
    ...more,
  };
}

/** Two days in April with a quarter of an hour between any two buildings. */
export function surroundingsOf(more: Partial<Surroundings> = {}): Surroundings {
  return {
    ...{ startsOn: "2027-04-08", endsOn: "2027-04-09", rooms: {}, distances: {}, travelMinutes: 15 },
    ...{ absences: [], sharedAttendees: [], wanted: {} },
    ...more,
  };
}
