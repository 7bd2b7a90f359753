import { eq, ne } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts, hostInvitations, people } from "#db/schema/index.ts";
import { isOrganiser, type Standing } from "~/people/access.ts";
import {
  findOrganisationOfAddress,
  foundOrganisation,
  type NewOrganisation,
} from "~/people/founding.server.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { hashSecret, type Ids } from "~/platform/ids.ts";
import type { Instant } from "~/platform/time.ts";
import { recordDecision } from "../decisions.server.ts";
import { acceptedHosts, type Festival } from "../festival.ts";
import { findFestivalById } from "../festivals.server.ts";
import { type InvitationState, stateOf } from "./invitation.ts";
import { lockFestival } from "./locks.server.ts";

export interface MailedInvitation {
  id: string;
  festival: Festival;
  state: InvitationState;
  organisationName: string;
  email: string;
  message: string;
  invitedBy: string | null;
  /** Where its address belongs already: that organisation can be answered for, and none be founded. */
  home: { id: string; name: string; slug: string } | null;
}

/** What the link of a mail is about; null when it was never one or was replaced by a newer. */
export async function findByToken(
  db: Database,
  token: string,
  now: Instant,
): Promise<MailedInvitation | null> {
  const [row] = await db
    .select({ invitation: hostInvitations, invitedBy: people.name })
    .from(hostInvitations)
    .leftJoin(people, eq(people.id, hostInvitations.invitedBy))
    .where(eq(hostInvitations.tokenHash, hashSecret(token)));
  const festival = row && (await findFestivalById(db, row.invitation.festivalId));
  if (!row || !festival) return null;
  const { id, organisationName, email, message } = row.invitation;
  return {
    ...{ id, festival, organisationName, email, message, invitedBy: row.invitedBy },
    state: stateOf({ ...row.invitation, festival }, now),
    home: await findOrganisationOfAddress(db, email),
  };
}

type Refusal =
  | { ok: false; reason: "unknown" | "elsewhere" | "name-taken" | "forbidden" }
  | { ok: false; reason: "closed"; state: InvitationState };

/** `already`: by the click before this one. */
export type Accepted = { ok: true; already: boolean; festivalSlug: string; email: string } | Refusal;

interface Deps {
  ids: Ids;
  now: Instant;
}

/**
 * Founds the organisation, makes the invited person its admin and the festival's host, all or nothing. The lock on
 * the invitation makes one organisation of two clicks.
 */
export async function foundAndHost(
  db: Database,
  token: string,
  { organisation, founder }: { organisation: NewOrganisation["organisation"]; founder: { name: string } },
  { ids, now }: Deps,
): Promise<Accepted> {
  return db.transaction(async (tx): Promise<Accepted> => {
    const open = await lockInvitation(tx, token, now);
    if (!open.ok) return open;
    const { invitation } = open;
    const { email } = invitation;
    if (open.accepted) return { ok: true, already: true, festivalSlug: open.festivalSlug, email };
    const founded = await foundOrganisation(
      tx,
      { organisation, founder: { ...founder, email } },
      { ids, now },
    );
    if (!founded.ok) return founded;
    await host(tx, invitation, founded, now);
    return { ok: true, already: false, festivalSlug: open.festivalSlug, email };
  });
}

/** An organiser whose own address was written to hosts with the organisation they are in already. */
export async function hostWithOwn(
  db: Database,
  token: string,
  viewer: Standing & { personId: string; email: string },
  { now }: { now: Instant },
): Promise<Accepted> {
  const { organisationId, personId } = viewer;
  if (!isOrganiser(viewer) || !organisationId) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<Accepted> => {
    const open = await lockInvitation(tx, token, now);
    if (!open.ok) return open;
    const { email } = open.invitation;
    if (email !== viewer.email) return { ok: false, reason: "forbidden" };
    const answered = { ok: true as const, festivalSlug: open.festivalSlug, email };
    if (open.accepted) return { ...answered, already: true };
    await host(tx, open.invitation, { organisationId, personId }, now);
    return { ...answered, already: false };
  });
}

/** Says no, with or without a reason; the lead is told. Repeating it is harmless. */
export async function declineByMail(
  db: Database,
  token: string,
  reason: string,
  { now }: { now: Instant },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const open = await lockInvitation(tx, token, now);
    if (!open.ok) return open.reason === "closed" && open.state === "declined" ? { ok: true } : open;
    if (open.accepted) return { ok: false, reason: "closed", state: "accepted" };
    const { id, festivalId, organisationName } = open.invitation;
    const answer = { answer: "declined" as const, answeredAt: now.toString(), reason };
    await tx.update(hostInvitations).set(answer).where(eq(hostInvitations.id, id));
    const facts = { organisation: organisationName };
    await recordDecision(tx, { festivalId, kind: "host-declined", by: null, facts, now });
    await recordEvent(tx, { kind: "festival.mail-declined", subject: id, now });
    return { ok: true };
  });
}

type InvitationRow = typeof hostInvitations.$inferSelect;
type Locked = { ok: true; accepted: boolean; invitation: InvitationRow; festivalSlug: string } | Refusal;

/** The festival first, as everywhere; then the invitation, which whoever else follows the link waits for. */
async function lockInvitation(tx: Database, token: string, now: Instant): Promise<Locked> {
  const own = eq(hostInvitations.tokenHash, hashSecret(token));
  const [known] = await tx
    .select({ festivalId: hostInvitations.festivalId })
    .from(hostInvitations)
    .where(own);
  if (!known) return { ok: false, reason: "unknown" };
  const festival = await lockFestival(tx, known.festivalId);
  const [invitation] = await tx.select().from(hostInvitations).where(own).for("update");
  if (!invitation) return { ok: false, reason: "unknown" };
  const state = stateOf({ ...invitation, festival }, now);
  if (state !== "open" && state !== "accepted") return { ok: false, reason: "closed", state };
  return { ok: true, accepted: state === "accepted", invitation, festivalSlug: festival.slug };
}

async function host(
  tx: Database,
  invitation: InvitationRow,
  { organisationId, personId }: { organisationId: string; personId: string },
  now: Instant,
): Promise<void> {
  const { id, festivalId, message, invitedBy, invitedAt } = invitation;
  const at = now.toString();
  const decided = { status: "accepted" as const, decidedBy: personId, decidedAt: at, reason: "" };
  await tx
    .insert(festivalHosts)
    .values({ festivalId, organisationId, message, invitedBy, invitedAt, ...decided })
    .onConflictDoUpdate({
      target: [festivalHosts.festivalId, festivalHosts.organisationId],
      set: decided,
      setWhere: ne(festivalHosts.status, "accepted"),
    });
  const answer = { answer: "accepted" as const, answeredAt: at, organisationId };
  await tx.update(hostInvitations).set(answer).where(eq(hostInvitations.id, id));
  const by = { personId, organisationId };
  await recordDecision(tx, { festivalId, kind: "host-accepted", by, now });
  const payload = { organisationId, answer: "accepted" };
  await recordEvent(tx, { kind: "festival.host-answered", subject: festivalId, payload, now });
}

/** Whether the organisation hosts it already, however it was asked. */
export function hostsAlready(festival: Festival, organisationId: string): boolean {
  return acceptedHosts(festival).some((one) => one.id === organisationId);
}
