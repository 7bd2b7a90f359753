import type { Database } from "#db/connect.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { listFestivalRooms } from "../venues.server.ts";

export interface ReleasedProgramme {
  sessions: Session[];
  /** In the order of the grid. */
  rooms: { id: string; name: string; venueName: string }[];
}

/** What attendees know of a festival's programme, in three queries however long it is. */
export async function findProgramme(db: Database, festivalId: string): Promise<ReleasedProgramme> {
  const sessions = await listSessions(db, { festivalId });
  const rooms = await listFestivalRooms(db, festivalId);
  return { sessions, rooms: rooms.map(({ id, name, venueName }) => ({ id, name, venueName })) };
}
