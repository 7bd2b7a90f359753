import { and, asc, count, desc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { hostInvitations, people } from "#db/schema/index.ts";
import { findOwnerOfDomain } from "~/people/founding.server.ts";
import { recordEvent } from "~/platform/events.server.ts";
import { hashSecret, type Ids } from "~/platform/ids.ts";
import { dateIn, type Instant, Temporal } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import type { Festival } from "../festival.ts";
import type { ByMailRow } from "./by-mail-table.tsx";
import type { Asking } from "./hosts.server.ts";
import { linkLasts, mayResend, mostADay, stateOf } from "./invitation.ts";
import { lockFestival } from "./locks.server.ts";

type Which = Pick<Festival, "id">;

export interface NewHostInvitation {
  organisationName: string;
  /** A validated lower-case address. */
  email: string;
  message: string;
}

export type InviteByMail =
  | { ok: true; already: boolean }
  | { ok: false; reason: "forbidden" | "too-many" }
  /** Its mail domain belongs to an organisation that is here and can be asked itself. */
  | { ok: false; reason: "here"; name: string };

/** Asks an organisation that is not here yet, by a mail to somebody who may found it. Asking twice asks once. */
export async function inviteByMail(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Which,
  { organisationName, email, message }: NewHostInvitation,
  { ids, now }: { ids: Ids; now: Instant },
): Promise<InviteByMail> {
  return db.transaction(async (tx): Promise<InviteByMail> => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" };
    const owner = await findOwnerOfDomain(tx, email);
    if (owner) return { ok: false, reason: "here", name: owner.name };
    if (await askedEnough(tx, festivalId, now)) return { ok: false, reason: "too-many" };
    const [row] = await tx
      .insert(hostInvitations)
      .values({
        id: ids.uuid(),
        festivalId,
        organisationName,
        email,
        message,
        tokenHash: hashSecret(ids.secret()),
        invitedBy: viewer.personId,
        invitedAt: now.toString(),
      })
      .onConflictDoNothing()
      .returning({ id: hostInvitations.id });
    if (!row) return { ok: true, already: true };
    const facts = { organisation: organisationName };
    await recordDecision(tx, { festivalId, kind: "host-invited", by: viewer, facts, now });
    await recordEvent(tx, { kind: "festival.organisation-invited", subject: row.id, now });
    return { ok: true, already: false };
  });
}

async function askedEnough(tx: Database, festivalId: string, now: Instant): Promise<boolean> {
  const dayAgo = now.subtract({ hours: 24 }).toString();
  const recent = and(eq(hostInvitations.festivalId, festivalId), gt(hostInvitations.invitedAt, dayAgo));
  const [row] = await tx.select({ count: count() }).from(hostInvitations).where(recent);
  return (row?.count ?? 0) >= mostADay;
}

export type Resent = { ok: true } | { ok: false; reason: "forbidden" | "answered" | "just-sent" };

/** Sends the mail once more with a new link, which lasts as long again; the old one works no longer. */
export async function resendInvitation(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Which,
  id: string,
  { now }: { now: Instant },
): Promise<Resent> {
  return db.transaction(async (tx): Promise<Resent> => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" };
    const open = and(
      eq(hostInvitations.id, id),
      eq(hostInvitations.festivalId, festivalId),
      isNull(hostInvitations.answer),
    );
    const [row] = await tx.select().from(hostInvitations).where(open).for("update");
    if (!row) return { ok: false, reason: "answered" };
    if (!mayResend(row, now)) return { ok: false, reason: "just-sent" };
    await tx.update(hostInvitations).set({ invitedAt: now.toString() }).where(open);
    await recordEvent(tx, { kind: "festival.organisation-invited", subject: id, now });
    return { ok: true };
  });
}

/** Takes an invitation back that nobody has answered; its link says so from then on. */
export async function withdrawByMail(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Which,
  id: string,
  { now }: { now: Instant },
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "decided" }> {
  return db.transaction(async (tx) => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" } as const;
    const own = and(eq(hostInvitations.id, id), eq(hostInvitations.festivalId, festivalId));
    const [row] = await tx.select().from(hostInvitations).where(own).for("update");
    if (row?.answer === "withdrawn") return { ok: true } as const;
    if (!row || row.answer) return { ok: false, reason: "decided" } as const;
    await tx.update(hostInvitations).set({ answer: "withdrawn", answeredAt: now.toString() }).where(own);
    return { ok: true } as const;
  });
}

async function listByMail(db: Database, festivalId: string) {
  return db
    .select({
      id: hostInvitations.id,
      organisationName: hostInvitations.organisationName,
      email: hostInvitations.email,
      invitedBy: people.name,
      invitedAt: hostInvitations.invitedAt,
      answer: hostInvitations.answer,
      answeredAt: hostInvitations.answeredAt,
      reason: hostInvitations.reason,
    })
    .from(hostInvitations)
    .leftJoin(people, eq(people.id, hostInvitations.invitedBy))
    .where(eq(hostInvitations.festivalId, festivalId))
    .orderBy(desc(hostInvitations.invitedAt), desc(hostInvitations.id));
}

/** Everybody who was asked by mail and has not accepted, the latest first; the address is for the lead's eyes, who wrote it down. */
export async function listByMailRows(
  db: Database,
  viewer: Asking,
  festival: Festival,
  now: Instant,
): Promise<ByMailRow[]> {
  const rows = await listByMail(db, festival.id);
  return rows
    .filter((row) => row.answer !== "accepted")
    .map(({ email, answer, ...row }) => ({
      ...row,
      email: mayLeadFestival(viewer, festival) ? email : null,
      state: stateOf({ answer, invitedAt: row.invitedAt, festival }, now),
      until: dateIn(Temporal.Instant.from(row.invitedAt).add(linkLasts), festival.timeZone),
    }));
}

/** The names of organisations that were asked by mail and have not answered. */
export async function listWaitedFor(db: Database, festivalId: string): Promise<string[]> {
  const rows = await db
    .select({ name: hostInvitations.organisationName })
    .from(hostInvitations)
    .where(and(eq(hostInvitations.festivalId, festivalId), isNull(hostInvitations.answer)))
    .orderBy(asc(hostInvitations.organisationName));
  return rows.map((row) => row.name);
}
