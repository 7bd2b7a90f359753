import type { Database } from "#db/connect.ts";
import type { Festival } from "~/festivals/festival.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { type Instant, isBefore } from "~/platform/time.ts";
import { placeOf } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { mayStandAtDoor } from "./access.ts";
import type { DayRow } from "./day-table.tsx";
import { countHeads } from "./list.server.ts";
import { isOnTheDay } from "./moments.ts";

/** The sessions around now with who has come, and those that were; three queries however many there are. */
export async function listDay(
  db: Database,
  viewer: Viewer,
  festival: Festival,
  now: Instant,
): Promise<{ around: DayRow[]; past: DayRow[] }> {
  const all = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
  const sessions = all.filter(({ kind }) => kind !== "break");
  const around = sessions.filter((session) => isOnTheDay(session, now));
  const past = sessions.filter((session) => !around.includes(session) && isBefore(session.endsAt, now));
  const heads = await countHeads(
    db,
    [...around, ...past].map(({ id }) => id),
  );
  const rowOf = (session: (typeof sessions)[number]): DayRow => ({
    id: session.id,
    title: session.title,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    place: placeOf(session),
    heads: heads.get(session.id)!,
    free: session.capacity === null ? null : session.capacity - session.seatsTaken,
    mayStand: mayStandAtDoor(viewer, festival, session, now),
  });
  return { around: around.map(rowOf), past: past.map(rowOf) };
}
