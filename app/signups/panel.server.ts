import type { Database } from "#db/connect.ts";
import type { Instant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import type { Admission } from "./admission.server.ts";
import { findDeeds } from "./attendees/deeds.server.ts";
import { listClashes } from "./clashes/clashes.server.ts";
import { findTravelTo } from "./clashes/travel.server.ts";
import { findQueueFacts } from "./guarantees/queue-facts.server.ts";
import { findObstacles } from "./obstacles.server.ts";
import { findOffer } from "./offers/find-offer.server.ts";
import { listWaits } from "./offers/waits.server.ts";
import { waitsAtOnce } from "./offers/waits.ts";
import { type Panel, standingOf } from "./panel.ts";
import { findCompany } from "./parties/find.server.ts";
import { queueLengths, signupStates } from "./states.server.ts";

/** What a person, or nobody yet, is shown about signing up for a session. */
export async function findPanel(
  db: Database,
  { session, personId, admission }: { session: Session; personId: string | null; admission: Admission },
  now: Instant,
): Promise<Panel> {
  const waiting = (await queueLengths(db, [session.id]))[session.id] ?? 0;
  const own = personId ? ((await signupStates(db, personId, [session.id]))[session.id] ?? null) : null;
  const offer =
    personId && own?.status === "offered" ? await findOffer(db, { session, personId }, now) : null;
  const waits = personId && own?.status === "waiting" ? await listWaits(db, personId, now) : [];
  const clashes = personId ? await listClashes(db, personId, now) : [];
  const { kept, explained, seatsLeft, ahead } = await findQueueFacts(db, { session, personId, waiting }, now);
  const { festivalId } = session;
  const obstacles = personId ? ((await findObstacles(db, [personId], session)).get(personId) ?? []) : [];
  return {
    sessionId: session.id,
    capacity: session.capacity,
    seatsTaken: session.seatsTaken,
    waiting,
    opensAt: admission.opensAt,
    asOf: now.toString(),
    travel: personId && session.status !== "cancelled" ? await findTravelTo(db, personId, session) : [],
    clashes: clashes.filter((pair) => pair.some(({ sessionId }) => sessionId === session.id)),
    kept,
    explained,
    company:
      personId && festivalId ? await findCompany(db, { festivalId, sessionId: session.id, personId }) : null,
    deed: personId ? ((await findDeeds(db, personId, [session.id])).get(session.id) ?? null) : null,
    standing: standingOf({
      session,
      window: admission.window,
      now,
      own,
      offer: offer?.state === "open" ? offer.offer : null,
      atOnce: waitsAtOnce({ ...session, sessionId: session.id }, waits),
      gives: personId !== null && session.speakers.some((speaker) => speaker.personId === personId),
      obstacles,
      givesUp: own?.givesUpSessionId ?? null,
      anonymous: personId === null,
      seatsLeft,
      waiting,
      ahead,
    }),
  };
}
