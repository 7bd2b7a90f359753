import { and, eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { signups } from "#db/schema/index.ts";
import type { Instant } from "~/platform/time.ts";
import type { Session } from "~/sessions/session.ts";
import { findObstacles } from "../obstacles.server.ts";
import { signupStates } from "../states.server.ts";
import { isOpen, type Offer, type OfferState, offerState, weighOffer } from "./offer.ts";
import { listWaits } from "./waits.server.ts";
import { excludedBy } from "./waits.ts";

export type OfferAnswerable =
  | { state: "open"; offer: Offer }
  | { state: "waiting"; place: number }
  | { state: Exclude<OfferState, "open" | "waiting"> };

/** What a person can answer about a session of which they were once offered a seat. */
export async function findOffer(
  db: Database,
  { session, personId }: { session: Session; personId: string },
  now: Instant,
): Promise<OfferAnswerable> {
  const [own = null] = await db
    .select()
    .from(signups)
    .where(and(eq(signups.sessionId, session.id), eq(signups.personId, personId)));
  const state = offerState({ own, session, now });
  if (state === "waiting") {
    const states = await signupStates(db, personId, [session.id]);
    return { state, place: states[session.id]?.place ?? 1 };
  }
  if (state !== "open" || !isOpen(own, now)) return { state: state === "open" ? "gone" : state };
  return { state, offer: await describeOffer(db, { session, personId, own }, now) };
}

type OwnOffer = { offeredUntil: string } & Pick<typeof signups.$inferSelect, "givesUpSessionId" | "partyId">;

export async function describeOffer(
  db: Database,
  { session, personId, own }: { session: Session; personId: string; own: OwnOffer },
  now: Instant,
): Promise<Offer> {
  const obstacles = (await findObstacles(db, [personId], session)).get(personId) ?? [];
  const waits = await listWaits(db, personId, now);
  return {
    sessionId: session.id,
    until: own.offeredUntil,
    ...weighOffer(obstacles, own.givesUpSessionId),
    drops: excludedBy({ ...session, sessionId: session.id }, waits).map(({ title }) => title),
    together: own.partyId !== null,
  };
}
