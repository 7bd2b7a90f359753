import { and, asc, eq, exists, inArray, notExists } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts, type HostStatus, organisations, people } from "#db/schema/index.ts";
import { isOrganiser, type Standing } from "~/people/access.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import { recordDecision } from "../decisions.server.ts";
import type { Festival } from "../festival.ts";
import { isHost, lockFestival, lockHost } from "./locks.server.ts";

export type Asking = Standing & { personId: string };

/** Organisations that could still be asked, with whether anybody there could answer. */
export async function listInvitable(db: Database, festival: Festival) {
  const asked = db
    .select()
    .from(festivalHosts)
    .where(
      and(
        eq(festivalHosts.festivalId, festival.id),
        eq(festivalHosts.organisationId, organisations.id),
        inArray(festivalHosts.status, ["invited", "accepted"]),
      ),
    );
  const organiser = db
    .select()
    .from(people)
    .where(and(eq(people.organisationId, organisations.id), inArray(people.role, ["organiser", "admin"])));
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(notExists(asked), exists(organiser)))
    .orderBy(asc(organisations.name));
}

export type InviteOutcome = { ok: true; already: boolean } | { ok: false; reason: "forbidden" | "unknown" };

/** Asks an organisation to host too. Asking twice, or asking a host, changes nothing. */
export async function inviteHost(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Pick<Festival, "id">,
  { organisationId, message }: { organisationId: string; message: string },
  { now }: { now: Instant },
): Promise<InviteOutcome> {
  return db.transaction(async (tx): Promise<InviteOutcome> => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" };
    const [known] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (!known) return { ok: false, reason: "unknown" };
    const invitation = {
      status: "invited" as const,
      message,
      invitedBy: viewer.personId,
      invitedAt: now.toString(),
      decidedBy: null,
      decidedAt: null,
      reason: "",
    };
    const asked = await tx
      .insert(festivalHosts)
      .values({ festivalId, organisationId, ...invitation })
      .onConflictDoUpdate({
        target: [festivalHosts.festivalId, festivalHosts.organisationId],
        set: invitation,
        setWhere: inArray(festivalHosts.status, ["declined", "left"]),
      })
      .returning({ organisationId: festivalHosts.organisationId });
    if (asked.length === 0) return { ok: true, already: true };
    const facts = { organisation: known.name };
    await recordDecision(tx, { festivalId, kind: "host-invited", by: viewer, facts, now });
    await recordEvent(tx, {
      kind: "festival.host-invited",
      subject: festivalId,
      payload: { organisationId },
      now,
    });
    return { ok: true, already: false };
  });
}

export type AnswerOutcome =
  | { ok: true; already: boolean }
  | { ok: false; reason: "forbidden" }
  /** Somebody of the organisation was quicker and said the opposite. */
  | { ok: false; reason: "decided"; status: HostStatus };

export interface HostAnswer {
  answer: "accepted" | "declined";
  reason?: string;
}

/** An organiser of the invited organisation accepts or declines. The first answer counts; repeating it is harmless. */
export async function answerInvitation(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Pick<Festival, "id">,
  { answer, reason = "" }: HostAnswer,
  { now }: { now: Instant },
): Promise<AnswerOutcome> {
  const { organisationId } = viewer;
  if (!isOrganiser(viewer) || !organisationId) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<AnswerOutcome> => {
    await lockFestival(tx, festivalId);
    const host = await lockHost(tx, festivalId, organisationId);
    if (host === null) return { ok: false, reason: "forbidden" };
    if (host.status === answer) return { ok: true, already: true };
    if (host.status !== "invited") return { ok: false, reason: "decided", status: host.status };
    await decideAsHost(tx, { viewer, festivalId, organisationId, status: answer, reason, now });
    return { ok: true, already: false };
  });
}

export interface HostDecision {
  viewer: Asking;
  festivalId: string;
  organisationId: string;
  status: "accepted" | "declined" | "left";
  reason: string;
  facts?: Record<string, string | number>;
  now: Instant;
}

/** Writes down, in the caller's transaction, what an organisation that was asked or hosts has decided. */
export async function decideAsHost(
  tx: Database,
  { viewer, festivalId, organisationId, status, reason, facts, now }: HostDecision,
): Promise<void> {
  const told = status === "accepted" ? "" : reason;
  await tx
    .update(festivalHosts)
    .set({ status, decidedBy: viewer.personId, decidedAt: now.toString(), reason: told })
    .where(isHost(festivalId, organisationId));
  await recordDecision(tx, { festivalId, kind: `host-${status}`, by: viewer, facts, now });
  const payload = { organisationId, answer: status, ...facts };
  await recordEvent(tx, { kind: "festival.host-answered", subject: festivalId, payload, now });
}

/** Takes back an invitation nobody has answered. */
export async function withdrawInvitation(
  db: Database,
  viewer: Asking,
  { id: festivalId }: Pick<Festival, "id">,
  organisationId: string,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "decided" }> {
  return db.transaction(async (tx) => {
    if (!mayLeadFestival(viewer, await lockFestival(tx, festivalId)))
      return { ok: false, reason: "forbidden" } as const;
    const host = await lockHost(tx, festivalId, organisationId);
    if (host && host.status !== "invited") return { ok: false, reason: "decided" } as const;
    await tx.delete(festivalHosts).where(isHost(festivalId, organisationId));
    return { ok: true } as const;
  });
}
