import { and, asc, eq, exists, inArray, notExists } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { festivalHosts, type HostStatus, organisations, people } from "#db/schema/index.ts";
import { isOrganiser, type Standing } from "~/people/access.ts";
import { recordEvent } from "~/platform/events.server.ts";
import type { Instant } from "~/platform/time.ts";
import { mayLeadFestival } from "./access.ts";
import type { Festival } from "./festival.ts";

type Asking = Standing & { personId: string };

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
  festival: Festival,
  { organisationId, message }: { organisationId: string; message: string },
  { now }: { now: Instant },
): Promise<InviteOutcome> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  return db.transaction(async (tx): Promise<InviteOutcome> => {
    const [known] = await tx
      .select({ id: organisations.id })
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
    };
    const asked = await tx
      .insert(festivalHosts)
      .values({ festivalId: festival.id, organisationId, ...invitation })
      .onConflictDoUpdate({
        target: [festivalHosts.festivalId, festivalHosts.organisationId],
        set: invitation,
        setWhere: inArray(festivalHosts.status, ["declined", "left"]),
      })
      .returning({ organisationId: festivalHosts.organisationId });
    if (asked.length === 0) return { ok: true, already: true };
    await recordEvent(tx, {
      kind: "festival.host-invited",
      subject: festival.id,
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

/** An organiser of the invited organisation accepts or declines. The first answer counts; repeating it is harmless. */
export async function answerInvitation(
  db: Database,
  viewer: Asking,
  festival: Festival,
  answer: "accepted" | "declined",
  { now }: { now: Instant },
): Promise<AnswerOutcome> {
  return db.transaction(async (tx): Promise<AnswerOutcome> => {
    const status = await lockHostOf(tx, festival, viewer);
    if (status === null) return { ok: false, reason: "forbidden" };
    if (status === answer) return { ok: true, already: true };
    if (status !== "invited") return { ok: false, reason: "decided", status };
    await decide(tx, viewer, festival, answer, now);
    return { ok: true, already: false };
  });
}

/** Leaves the others to it: what the organisation brought in stays in the programme, the lead takes care of it. */
export async function leaveFestival(
  db: Database,
  viewer: Asking,
  festival: Festival,
  { now }: { now: Instant },
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "leads" }> {
  if (mayLeadFestival(viewer, festival)) return { ok: false, reason: "leads" };
  return db.transaction(async (tx) => {
    const status = await lockHostOf(tx, festival, viewer);
    if (status === "left") return { ok: true } as const;
    if (status !== "accepted") return { ok: false, reason: "forbidden" } as const;
    await decide(tx, viewer, festival, "left", now);
    return { ok: true } as const;
  });
}

/** Takes back an invitation nobody has answered. */
export async function withdrawInvitation(
  db: Database,
  viewer: Asking,
  festival: Festival,
  organisationId: string,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "decided" }> {
  if (!mayLeadFestival(viewer, festival)) return { ok: false, reason: "forbidden" };
  const host = and(
    eq(festivalHosts.festivalId, festival.id),
    eq(festivalHosts.organisationId, organisationId),
  );
  const removed = await db
    .delete(festivalHosts)
    .where(and(host, eq(festivalHosts.status, "invited")))
    .returning({ id: festivalHosts.organisationId });
  if (removed.length > 0) return { ok: true };
  const left = await db.select().from(festivalHosts).where(host);
  return left.length === 0 ? { ok: true } : { ok: false, reason: "decided" };
}

/** Where the viewer's organisation stands, locked; null when it was never asked or the viewer does not organise. */
async function lockHostOf(tx: Database, festival: Festival, viewer: Asking): Promise<HostStatus | null> {
  if (!isOrganiser(viewer) || !viewer.organisationId) return null;
  const [row] = await tx
    .select({ status: festivalHosts.status })
    .from(festivalHosts)
    .where(
      and(eq(festivalHosts.festivalId, festival.id), eq(festivalHosts.organisationId, viewer.organisationId)),
    )
    .for("update");
  return row?.status ?? null;
}

async function decide(tx: Database, viewer: Asking, festival: Festival, status: HostStatus, now: Instant) {
  const organisationId = viewer.organisationId!;
  await tx
    .update(festivalHosts)
    .set({ status, decidedBy: viewer.personId, decidedAt: now.toString() })
    .where(and(eq(festivalHosts.festivalId, festival.id), eq(festivalHosts.organisationId, organisationId)));
  const payload = { organisationId, answer: status };
  await recordEvent(tx, { kind: "festival.host-answered", subject: festival.id, payload, now });
}
