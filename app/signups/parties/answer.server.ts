import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { parties, partyAsks, partyMembers } from "#db/schema/index.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { changeParties, findOwnPartyId, listAsks, listMembers, lockParties } from "./locks.server.ts";
import { type AgreeRefusal, decideAgree } from "./party.ts";

export type PartyAnswer = { ok: true } | { ok: false; reason: AgreeRefusal };

/** Says yes to coming together, or no, which nobody is told. Saying the same again changes nothing. */
export async function answerParty(
  db: Database,
  { partyId, personId, answer }: { partyId: string; personId: string; answer: "yes" | "no" },
  { now }: { now: Instant },
): Promise<PartyAnswer> {
  return changeParties(db, async (tx): Promise<PartyAnswer> => {
    const [party] = await tx.select().from(parties).where(eq(parties.id, partyId));
    if (!party) return { ok: false, reason: "gone" };
    const { festivalId } = party;
    const before = await findOwnPartyId(tx, { festivalId, personId });
    await lockParties(tx, [partyId, ...(before ? [before] : [])]);
    const members = await listMembers(tx, partyId);
    const own = members.find((member) => member.personId === personId);
    if (answer === "no") {
      if (own?.status === "asked") await setStatus(tx, partyId, personId, "declined", now);
      return { ok: true };
    }
    const elsewhere = await findOwnPartyId(tx, { festivalId, personId });
    const theirs = elsewhere && elsewhere !== partyId ? await listMembers(tx, elsewhere) : [];
    const asks = await listAsks(tx, partyId);
    const decision = decideAgree({
      own: own?.status ?? null,
      isAsked: asks.some((ask) => ask.email === own?.email),
      agreed: members.filter((member) => member.status === "agreed").length,
      elsewhere: theirs.filter((member) => member.status === "agreed").length,
    });
    if (decision.do === "refuse") return { ok: false, reason: decision.reason };
    if (decision.do === "keep") return { ok: true };
    if (decision.leavesOwn && elsewhere) await setStatus(tx, elsewhere, personId, "left", now);
    await setStatus(tx, partyId, personId, "agreed", now);
    await tx
      .delete(partyAsks)
      .where(and(eq(partyAsks.partyId, partyId), eq(partyAsks.email, own?.email ?? "")));
    await recordEvent(tx, { kind: "party.agreed", subject: partyId, payload: { personId }, now });
    return { ok: true };
  });
}

/** In the caller's transaction, under the lock on the party. */
export async function setStatus(
  tx: Database,
  partyId: string,
  personId: string,
  status: "agreed" | "declined" | "left",
  now: Instant,
): Promise<void> {
  await tx
    .update(partyMembers)
    .set({ status, answeredAt: now.toString() })
    .where(
      and(
        eq(partyMembers.partyId, partyId),
        eq(partyMembers.personId, personId),
        inArray(partyMembers.status, ["asked", "agreed", "declined"]),
      ),
    );
}
