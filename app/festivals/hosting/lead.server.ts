import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts, festivals, organisations } from "#db/schema/index.ts";
import { isOrganiser } from "~/people/access.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import type { Festival } from "../festival.ts";
import type { Asking } from "./hosts.server.ts";
import { isHost, lockFestival, lockHost } from "./locks.server.ts";

type Offered = { ok: true; already: boolean } | { ok: false; reason: "forbidden" | "no-host" };
type Which = Pick<Festival, "id">;

const noOffer = { leadOfferedBy: null, leadOfferedAt: null };

/** Asks another host to take the lead over; until it says yes the lead stays where it is. At most one offer is open. */
export async function offerLead(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Which,
  organisationId: string,
  { now }: { now: Instant },
): Promise<Offered> {
  return db.transaction(async (tx): Promise<Offered> => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" };
    const host = await lockHost(tx, festivalId, organisationId);
    if (host?.status !== "accepted" || organisationId === viewer.organisationId)
      return { ok: false, reason: "no-host" };
    if (host.leadOfferedAt) return { ok: true, already: true };
    await tx.update(festivalHosts).set(noOffer).where(eq(festivalHosts.festivalId, festivalId));
    const offer = { leadOfferedBy: viewer.personId, leadOfferedAt: now.toString() };
    await tx.update(festivalHosts).set(offer).where(isHost(festivalId, organisationId));
    const payload = { organisationId };
    await recordEvent(tx, { kind: "festival.lead-offered", subject: festivalId, payload, now });
    return { ok: true, already: false };
  });
}

/** Takes the offer back, unless it was accepted in the meantime. */
export async function withdrawLeadOffer(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Which,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" }> {
  return db.transaction(async (tx) => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" } as const;
    await tx.update(festivalHosts).set(noOffer).where(eq(festivalHosts.festivalId, festivalId));
    return { ok: true } as const;
  });
}

type Answered = { ok: true; already: boolean } | { ok: false; reason: "forbidden" | "no-offer" };

/**
 * The other host takes the lead over, or does not. A release that is going on ends first; one that waits finds that
 * its organiser does not lead any more.
 */
export async function answerLeadOffer(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Which,
  takes: boolean,
  { now }: { now: Instant },
): Promise<Answered> {
  const { organisationId } = viewer;
  if (!isOrganiser(viewer) || !organisationId) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<Answered> => {
    const festival = await lockFestival(tx, festivalId);
    if (takes && festival.leadOrganisationId === organisationId) return { ok: true, already: true };
    const host = await lockHost(tx, festivalId, organisationId);
    if (host?.status !== "accepted") return { ok: false, reason: "forbidden" };
    if (!host.leadOfferedAt) return { ok: false, reason: "no-offer" };
    await tx.update(festivalHosts).set(noOffer).where(isHost(festivalId, organisationId));
    const before = festival.leadOrganisationId;
    if (takes) await takeOver(tx, viewer, { festivalId, organisationId, before, now });
    const payload = { organisationId, before, takes, by: viewer.personId };
    await recordEvent(tx, { kind: "festival.lead-answered", subject: festivalId, payload, now });
    return { ok: true, already: false };
  });
}

interface TakingOver {
  festivalId: string;
  organisationId: string;
  before: string;
  now: Instant;
}

async function takeOver(
  tx: Database,
  viewer: Asking,
  { festivalId, organisationId, before, now }: TakingOver,
): Promise<void> {
  const set = { leadOrganisationId: organisationId, updatedAt: now.toString() };
  await tx.update(festivals).set(set).where(eq(festivals.id, festivalId));
  const [old] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, before));
  const facts = { from: old?.name ?? "" };
  await recordDecision(tx, { festivalId, kind: "lead-handed-over", by: viewer, facts, now });
}
