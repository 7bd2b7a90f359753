import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { people, signups } from "#db/schema/index.ts";
import { findFestivalById } from "~/festivals/festivals.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import type { Instant } from "~/platform/time.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { mayStandAtDoor } from "./access.ts";
import type { CheckInCode } from "./code.server.ts";
import { listOwnDay } from "./own-day.server.ts";

/**
 * What the address of a code shows: to whoever it names their day, to whoever stands at a door of the festival a way to
 * check that person in there, to everybody else nothing but the code.
 */
export async function showCode(db: Database, viewer: Viewer | null, code: CheckInCode, now: Instant) {
  const festival = await findFestivalById(db, code.festivalId);
  if (!festival) return null;
  if (viewer?.personId === code.personId) {
    const day = await listOwnDay(db, code.personId, now, { festivalId: festival.id });
    return { is: "own", festival: festival.name, name: viewer.name, day } as const;
  }
  const all = viewer
    ? await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] })
    : [];
  const theirs = all.filter(
    (session) => session.kind !== "break" && mayStandAtDoor(viewer, festival, session, now),
  );
  if (theirs.length === 0) return { is: "anybody" } as const;
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, code.personId));
  if (!person) return null;
  const rows = await db
    .select({ sessionId: signups.sessionId, status: signups.status, arrivedAt: signups.arrivedAt })
    .from(signups)
    .where(
      and(
        eq(signups.personId, code.personId),
        inArray(
          signups.sessionId,
          theirs.map(({ id }) => id),
        ),
      ),
    );
  const doors = theirs.map(({ id, title, startsAt, endsAt, timeZone }) => {
    const row = rows.find((one) => one.sessionId === id);
    const now = { status: row?.status ?? null, arrivedAt: row?.arrivedAt ?? null };
    return { id, title, startsAt, endsAt, timeZone, ...now };
  });
  return { is: "host", slug: festival.slug, name: person.name, personId: code.personId, doors } as const;
}
