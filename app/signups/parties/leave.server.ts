import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { partyAsks, signups } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { cancelSignup } from "../signups.server.ts";
import { setStatus } from "./answer.server.ts";
import { forgetAsked } from "./ask.server.ts";
import { changeParties, findOwnPartyId, lockParties } from "./locks.server.ts";

/**
 * Leaves the others, who stay together. Seats stay; places in queues that they took together are given up for the
 * one who leaves, and the asks they made are taken back. Returns whether there was anything to leave.
 */
export async function leaveParty(
  db: Database,
  { festivalId, personId }: { festivalId: string; personId: string },
  { now }: { now: Instant },
): Promise<boolean> {
  const partyId = await changeParties(db, async (tx) => {
    const own = await findOwnPartyId(tx, { festivalId, personId });
    if (!own) return null;
    await lockParties(tx, [own]);
    await setStatus(tx, own, personId, "left", now);
    const asks = await tx
      .delete(partyAsks)
      .where(and(eq(partyAsks.partyId, own), eq(partyAsks.askedBy, personId)))
      .returning({ email: partyAsks.email });
    await forgetAsked(
      tx,
      own,
      asks.map((ask) => ask.email),
    );
    await recordEvent(tx, { kind: "party.left", subject: own, payload: { personId }, now });
    return own;
  });
  if (!partyId) return false;
  await giveUpPlaces(db, { partyId, personId }, { now });
  return true;
}

/** Ends the places in queues, and the offers, that somebody has together with people they have left. */
export async function giveUpPlaces(
  db: Database,
  { partyId, personId }: { partyId: string; personId: string },
  { now }: { now: Instant },
): Promise<void> {
  const places = await db
    .select({ sessionId: signups.sessionId })
    .from(signups)
    .where(
      and(
        eq(signups.partyId, partyId),
        eq(signups.personId, personId),
        inArray(signups.status, ["waiting", "offered"]),
      ),
    )
    .orderBy(asc(signups.sessionId));
  for (const { sessionId } of places) await cancelSignup(db, { personId, sessionId }, { now });
}
