import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import { type Session, seatsLeft } from "~/sessions/session.ts";
import type { Admission } from "./admission.server.ts";
import { findObstacles } from "./obstacles.server.ts";
import { type Panel, standingOf } from "./panel.ts";
import { queueLengths, signupStates } from "./states.server.ts";

/** What a person, or nobody yet, is shown about signing up for a session. */
export async function findPanel(
  db: Database,
  { session, personId, admission }: { session: Session; personId: string | null; admission: Admission },
  now: Instant,
): Promise<Panel> {
  const waiting = (await queueLengths(db, [session.id]))[session.id] ?? 0;
  const own = personId ? ((await signupStates(db, personId, [session.id]))[session.id] ?? null) : null;
  const obstacles = personId ? ((await findObstacles(db, [personId], session)).get(personId) ?? []) : [];
  return {
    sessionId: session.id,
    capacity: session.capacity,
    seatsTaken: session.seatsTaken,
    waiting,
    opensAt: admission.opensAt,
    standing: standingOf({
      session,
      window: admission.window,
      now,
      own,
      gives: personId !== null && session.speakers.some((speaker) => speaker.personId === personId),
      obstacles,
      givesUp: own?.givesUpSessionId ?? null,
      anonymous: personId === null,
      seatsLeft: seatsLeft(session),
      waiting,
    }),
  };
}
